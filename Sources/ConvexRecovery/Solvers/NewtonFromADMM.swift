// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// ADMM for as long as it takes to see roughly which weights stay, then the proximal method of multipliers, whose steps are
/// Newton's; a run can be resumed.
struct NewtonFromADMM {
  private let program: ScaledProgram
  private let settings: SolverSettings
  private let workers: Int
  private var iteration: ADMMIteration
  private var mayBeSlack = true

  init(_ program: LayerProgram, _ settings: SolverSettings, workers: Int) {
    self.program = ScaledProgram(program, settings)
    (self.settings, self.workers) = (settings, workers)
    iteration = ADMMIteration(self.program, .accelerated, settings, workers: workers)
  }

  /// Iterates, and tries Newton's method from `proximal.start` on each time the iterations have grown tenfold, until they are `limit` or more.
  mutating func solve(atMost limit: Int) -> LayerSolution {
    var next = settings.proximal.start
    repeat {
      _ = iteration.advance(to: max(20, 2 * iteration.count))
      let estimate = iteration.solution(.converged)
      // Where all digits are asked for, Newton's method gives more of them.
      if estimate.status == .optimal && (settings.gap > 1e-8 || next > settings.proximal.start) { return estimate }
      if let relaxed = withoutBall(estimate) { return relaxed }
      if let proof = iteration.infeasibilityProof() { return proof }
      if iteration.count >= next {
        next = 10 * iteration.count
        var newton = ProximalMultipliers(program, near: iteration.estimate, settings, workers: workers)
        if let solution = newton.solve() { return solution }
      }
    } while iteration.count < limit
    return iteration.solution(.iterationLimit)
  }

  /// A slack ball, common in the cascade scheme, leaves linear programs, which Newton's method is no help with.
  private mutating func withoutBall(_ estimate: LayerSolution) -> LayerSolution? {
    let original = program.original
    guard mayBeSlack && iteration.count >= 40 && estimate.residualNorm < 0.99 * original.epsilon else { return nil }
    mayBeSlack = false
    let settings = settings
    let relaxed = original.solveByNeuron(.inactive, settings, workers) { Homotopy(settings).solve($0) }
    return relaxed.status == .notConverged ? nil : relaxed
  }
}
