// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// ADMM until its active sets are right, then Newton's method on them; a run can be resumed.
struct NewtonFromADMM {
  private let program: ScaledProgram
  private let settings: SolverSettings
  private let workers: Int
  private var iteration: ADMMIteration
  private var mayBeSlack = true

  init(_ program: LayerProgram, _ settings: SolverSettings, workers: Int) {
    self.program = ScaledProgram(program, settings)
    (self.settings, self.workers) = (settings, workers)
    iteration = ADMMIteration(self.program, .accelerated, settings)
  }

  /// Iterates, and tries Newton's method each time the iterations have doubled, until they are `limit` or more.
  mutating func solve(atMost limit: Int) -> LayerSolution {
    let original = program.original
    repeat {
      _ = iteration.advance(to: max(20, 2 * iteration.count))
      let estimate = iteration.solution(.converged)
      if estimate.status == .optimal { return estimate }
      // A slack ball, common in the cascade scheme, leaves linear programs, which Newton's method is no help with.
      if mayBeSlack && iteration.count >= 40 && estimate.residualNorm < 0.99 * original.epsilon {
        let relaxed = original.solveByNeuron(.inactive, settings, workers) { [settings] in Homotopy(settings).solve($0)
        }
        if relaxed.status != .notConverged { return relaxed }
        mayBeSlack = false
      }
      var newton = ActiveSetNewton(
        program, from: iteration.activeSets(), near: iteration.estimate, settings, workers: workers)
      // Where ADMM has been slow, finding the sets one entry at a time is the lesser cost.
      let isSlow = iteration.count > settings.admm.patience
      let exact = newton.solve(persistently: isSlow, stepLimit: max(100, iteration.count / 5))
      if let exact, exact.status == .optimal {
        return newton.isAtCorner ? exact : exact.movedToCorner(of: program, settings)
      }
      if let proof = iteration.infeasibilityProof() { return proof }
    } while iteration.count < limit
    return iteration.solution(.iterationLimit)
  }
}
