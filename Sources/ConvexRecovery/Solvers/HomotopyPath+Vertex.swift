// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension HomotopyPath {
  /// The end of the path: the vertex where R binds and u vanishes off S, judged.
  ///
  /// The factor carries the rounding of all its updates, so both systems are refined on the samples themselves; orthogonal
  /// factorisations solve them anew, on the samples as they were before whitening, where that is not enough.
  ///
  /// - Parameter plain: the program before whitening.
  func solution(_ stop: StopReason, of plain: ScaledProgram) -> LayerSolution {
    let rows = binding.indices.filter { binding[$0] != 0 }
    let aim = zip(support, signs).map { program.costs[$0] * $1 }
    let own = program.unscaled(
      signed: spread(refinedMinimumNorm(supportColumns.selectingRows(rows), aim), over: rows))
    if !isDelicate {
      let quick = judged(refinedLeastSquares(supportColumns.selectingRows(rows), targets: rows), own, stop)
      if quick.status != .notConverged { return quick }
    }
    let vertex = plain.inputs.selectingRows(rows).selectingColumns(support)
    let values = plain.targets.selecting(rows)
    let weights = vertex.leastSquares(values)
    let best = bestOf(
      weights: [weights, supportColumns.selectingRows(rows).leastSquares(program.targets.selecting(rows))],
      multipliers: [
        own, plain.unscaled(signed: spread(vertex.transposed.leastSquares(aim), over: rows)),
        program.unscaled(
          signed: spread(supportColumns.selectingRows(rows).transposed.leastSquares(aim), over: rows)),
      ], stop)
    guard best.status == .notConverged else { return best }
    // The binding rows may contradict each other; then their residual shows it.
    guard !best.isFeasible, let ray = plain.ray(near: spread(values - vertex * weights, over: rows)) else {
      return best
    }
    return LayerSolution(program.original, best.candidate(.ray(ray)), settings)
  }

  private func bestOf(weights: [[Double]], multipliers: [LayerMultipliers], _ stop: StopReason) -> LayerSolution {
    var best: LayerSolution?
    for weights in weights {
      for multipliers in multipliers {
        let solution = judged(weights, multipliers, stop)
        if solution.status != .notConverged { return solution }
        guard let old = best else {
          best = solution
          continue
        }
        let isBetter = solution.isFeasible == old.isFeasible && solution.relativeGap < old.relativeGap
        if isBetter || solution.isFeasible && !old.isFeasible { best = solution }
      }
    }
    guard let best else { preconditionFailure("weights and multipliers to choose from") }
    return best
  }

  private func judged(_ weights: [Double], _ multipliers: LayerMultipliers, _ stop: StopReason) -> LayerSolution {
    var u = Matrix(rows: program.dimension, columns: 1)
    // A weight that vanishes at a degenerate vertex comes out of the solve at rounding level.
    let negligible = settings.homotopy.negligible * weights.normInfinity
    for (position, input) in support.enumerated() where abs(weights[position]) > negligible {
      u[input, 0] = weights[position]
    }
    let candidate = Candidate(
      weights: program.unscaled(weights: u), multipliers: multipliers, stop: stop,
      method: LayerMethod.homotopy.rawValue, iterations: breakpoints)
    return LayerSolution(program.original, candidate, settings)
  }

  private func spread(_ values: [Double], over rows: [Int]) -> Matrix {
    var all = Matrix(rows: samples.rows, columns: 1)
    for (value, row) in zip(values, rows) { all[row, 0] = value }
    return all
  }

  /// argmin ‖X_{R,S}·w − t‖₂ = G⁻¹X_{R,S}ᵀt, refined.
  private func refinedLeastSquares(_ vertex: Matrix, targets rows: [Int]) -> [Double] {
    let values = program.targets.selecting(rows)
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
