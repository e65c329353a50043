// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension HomotopyPath {
  /// The end of the path on the program as it was given: the vertex where R binds and u vanishes off S, certified.
  ///
  /// The factor carries the rounding of all its updates, so both systems are refined on the samples themselves; an
  /// orthogonal factorisation solves them anew where that is not enough.
  func solution() -> NeuronSolution {
    let rows = binding.indices.filter { binding[$0] != 0 }
    let vertex = supportColumns.selectingRows(rows)
    let values = (program.targets + program.bounds).selecting(rows)
    let quick = refinedLeastSquares(vertex, values)
    let refined = certified(rows, quick, values - vertex * quick, refinedMinimumNorm(vertex))
    guard refined.status == .notConverged else { return refined }
    let weights = vertex.leastSquares(values)
    return certified(rows, weights, values - vertex * weights, vertex.transposed.leastSquares(signs))
  }

  /// Judges u by the multipliers of the vertex, or, if the binding rows contradict each other, by their residual.
  private func certified(
    _ rows: [Int], _ weights: [Double], _ residual: [Double], _ multipliers: [Double]
  ) -> NeuronSolution {
    var u = [Double](repeating: 0, count: program.dimension)
    // A weight that vanishes at a degenerate vertex comes out of the solve at rounding level.
    let negligible = 1e-13 * weights.normInfinity
    for (position, input) in support.enumerated() where abs(weights[position]) > negligible {
      u[input] = weights[position]
    }
    let vertex = NeuronSolution(program, u, split(multipliers, over: rows), breakpoints: breakpoints)
    guard vertex.status == .notConverged else { return vertex }
    let contradiction = NeuronSolution(program, u, split(residual, over: rows), breakpoints: breakpoints)
    return contradiction.status == .infeasible ? contradiction : vertex
  }

  /// ν and η from one number per binding row; an inequality that binds has a negative residual, hence η = −ν.
  private func split(_ values: [Double], over rows: [Int]) -> NeuronMultipliers {
    var all = [Double](repeating: 0, count: samples.rows)
    for (value, row) in zip(values, rows) { all[row] = value }
    let n = program.targets.count
    return NeuronMultipliers(equality: Array(all[..<n]), inequality: all[n...].map { max(-$0, 0) })
  }

  /// argmin ‖X_{R,S}·w − t‖₂ = G⁻¹X_{R,S}ᵀt, refined.
  private func refinedLeastSquares(_ vertex: Matrix, _ values: [Double]) -> [Double] {
    var w = [Double](repeating: 0, count: support.count)
    for _ in 0..<3 { w.add(factor.solve(vertex.transposeTimes(values - vertex * w))) }
    return w
  }

  /// argmin ‖ν‖₂ subject to X_{R,S}ᵀν = sign, which is X_{R,S}·G⁻¹sign, refined.
  private func refinedMinimumNorm(_ vertex: Matrix) -> [Double] {
    var nu = [Double](repeating: 0, count: vertex.rows)
    for _ in 0..<3 { nu.add(vertex * factor.solve(signs - vertex.transposeTimes(nu))) }
    return nu
  }
}
