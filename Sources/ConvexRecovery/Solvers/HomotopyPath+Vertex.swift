// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension HomotopyPath {
  /// The end of the path on the program as it was given: the vertex where R binds and u vanishes off S, judged.
  ///
  /// The factor carries the rounding of all its updates, so both systems are refined on the samples themselves; an
  /// orthogonal factorisation solves them anew where that is not enough.
  func solution(_ stop: StopReason) -> LayerSolution {
    let rows = binding.indices.filter { binding[$0] != 0 }
    let vertex = supportColumns.selectingRows(rows)
    let values = program.targets.selecting(rows)
    let aim = zip(support, signs).map { program.costs[$0] * $1 }
    let refined = judged(rows, refinedLeastSquares(vertex, values), refinedMinimumNorm(vertex, aim), stop)
    guard refined.status == .notConverged else { return refined }
    let weights = vertex.leastSquares(values)
    let solved = judged(rows, weights, vertex.transposed.leastSquares(aim), stop)
    guard solved.status == .notConverged else { return solved }
    // The binding rows may contradict each other; then their residual shows it.
    guard let ray = program.ray(near: spread(values - vertex * weights, over: rows)) else { return solved }
    return LayerSolution(program.original, solved.candidate(.ray(ray)), settings)
  }

  private func judged(
    _ rows: [Int], _ weights: [Double], _ multipliers: [Double], _ stop: StopReason
  ) -> LayerSolution {
    var u = Matrix(rows: program.dimension, columns: 1)
    // A weight that vanishes at a degenerate vertex comes out of the solve at rounding level.
    let negligible = settings.homotopy.negligible * weights.normInfinity
    for (position, input) in support.enumerated() where abs(weights[position]) > negligible {
      u[input, 0] = weights[position]
    }
    let candidate = program.candidate(
      weights: u, signed: spread(multipliers, over: rows), stop, method: .homotopy, iterations: breakpoints)
    return LayerSolution(program.original, candidate, settings)
  }

  private func spread(_ values: [Double], over rows: [Int]) -> Matrix {
    var all = Matrix(rows: samples.rows, columns: 1)
    for (value, row) in zip(values, rows) { all[row, 0] = value }
    return all
  }

  /// argmin ‖X_{R,S}·w − t‖₂ = G⁻¹X_{R,S}ᵀt, refined.
  private func refinedLeastSquares(_ vertex: Matrix, _ values: [Double]) -> [Double] {
    var w = [Double](repeating: 0, count: support.count)
    for _ in 0..<3 { w.add(factor.solve(vertex.transposeTimes(values - vertex * w))) }
    return w
  }

  /// argmin ‖ν‖₂ subject to X_{R,S}ᵀν = c∘sign, which is X_{R,S}·G⁻¹(c∘sign), refined.
  private func refinedMinimumNorm(_ vertex: Matrix, _ aim: [Double]) -> [Double] {
    var nu = [Double](repeating: 0, count: vertex.rows)
    for _ in 0..<3 { nu.add(vertex * factor.solve(aim - vertex.transposeTimes(nu))) }
    return nu
  }
}
