// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
import LinearAlgebra

/// A neuron's program at ε = 0 by reweighted least squares: u = D·Aᵀν with A·D·Aᵀν = y, where D = diag √(u² + η²) and η falls.
///
/// It meets the equations of the active samples and does not look at the inequalities of the others: where these bind, or where it stalls, the judge
/// says so.
///
/// - Complexity: n²·N + n³/3 flops an iteration and a judgement's 4·P·N, n ≤ N the number of active samples.
///
/// Source: Daubechies, DeVore, Fornasier, Güntürk (2010).
public struct ReweightedLeastSquares: Sendable {
  /// After which it gives up.
  public var iterationLimit = 200

  /// With the limit it has.
  public init() {}

  /// The weights that it finds, as the judge sees them.
  public func solve(_ program: LayerProgram) -> LayerSolution {
    let active = (0..<program.samples).filter { program.isActive(sample: $0, neuron: 0) }
    let (a, y) = (program.inputs.selectingRows(active), active.map { program.responses[$0, 0] })
    var (u, ν) = (Array(repeating: 0.0, count: program.dimension), Array(repeating: 0.0, count: active.count))
    var (d, η) = (Array(repeating: 1.0, count: program.dimension), 1.0)
    for iteration in 1...iterationLimit {
      var scaled = a
      scaled.scaleColumns(by: d.map { $0.squareRoot() })
      guard let normal = Cholesky(upper: scaled.gram(outer: true)) else {
        return judged(u, ν, active, .numericalFailure, iteration, program)
      }
      ν = normal.solve(y)
      u = zip(d, a.transposeTimes(ν)).map { $0 * $1 }
      let solution = judged(u, ν, active, .converged, iteration, program)
      if solution.status == .optimal { return solution }
      η = max(η / 2, 1e-10)
      let largest = u.map(abs).max() ?? 0
      d = u.map { ($0 * $0 + η * η * largest * largest).squareRoot() }
    }
    return judged(u, ν, active, .iterationLimit, iterationLimit, program)
  }

  /// Weights, multipliers and why it stopped; what they are worth is not for a solver to say.
  private func judged(
    _ u: [Double], _ ν: [Double], _ active: [Int], _ stop: StopReason, _ iterations: Int, _ program: LayerProgram
  ) -> LayerSolution {
    var signed = Matrix(rows: program.samples, columns: 1)
    for (p, multiplier) in zip(active, ν) { signed[p, 0] = multiplier }
    let candidate = Candidate(
      weights: Matrix(column: u), multipliers: LayerMultipliers(signed: signed), stop: stop,
      method: "reweighted", iterations: iterations)
    return LayerSolution(program, candidate)
  }
}
