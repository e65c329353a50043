// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension ScaledProgram {
  /// Entries below this multiple of a ray's largest are rounding.
  private static let negligible = 1e-11

  /// The ray nearest to `estimate`, increments or multipliers that seem to grow along one; nil if there is none near.
  ///
  /// An estimate is only near the ray. Its projection onto {r : X_R·r_R = 0}, R the rows on which it is not 0, is a ray to
  /// rounding; rows that come out at rounding level or with the wrong sign are left out. Where neurons are separate programs the one
  /// with the largest relative gain is taken.
  ///
  /// - Complexity: a few factorisations of X_R for each neuron.
  func ray(near estimate: Matrix) -> LayerMultipliers? {
    guard whitening == nil else { return ScaledProgram(original).ray(near: unwhitened(estimate)) }
    let largest = estimate.elements.normInfinity
    guard largest > 0, largest.isFinite else { return nil }
    let x = inputs
    var ray = Matrix(rows: samples, columns: 0)
    for m in 0..<neurons { ray.appendColumn(projected((1 / largest) * Array(estimate.column(m)), neuron: m, x)) }
    if fitWeight != nil || radius == 0 {
      let best = (0..<neurons).max { relativeGain(ray, neuron: $0) < relativeGain(ray, neuron: $1) }
      for i in ray.elements.indices where i / samples != best { ray.elements[i] = 0 }
    }
    let negligible = Self.negligible * ray.elements.normInfinity
    for i in ray.elements.indices where abs(ray.elements[i]) <= negligible { ray.elements[i] = 0 }
    let gain = zip(ray.elements, targets).reduce(0) { $0 + $1.0 * $1.1 }
    let spent = fitWeight == nil ? radius * ray.elements.selecting(active).norm2 : 0
    guard gain > spent else { return nil }
    var found = unscaled(signed: ray)
    found.low = unscaled(signed: lowPart(of: ray, x)).signed
    return found
  }

  /// What has to be added to a ray that is one to rounding to make it one to twice as many digits.
  private func lowPart(of ray: Matrix, _ x: Matrix) -> Matrix {
    var low = Matrix(rows: samples, columns: neurons)
    for m in 0..<neurons {
      let rows = (0..<samples).filter { ray[$0, m] != 0 }
      guard !rows.isEmpty else { continue }
      let (part, values) = (x.selectingRows(rows), Array(ray.column(m)).selecting(rows))
      let transposed = part.transposed
      var sum = rows.map { _ in 0.0 }
      for _ in 0..<2 {
        sum.add(transposed.leastSquares(part.compensatedTransposeTimes(values, low: sum).values), scale: -1)
      }
      for (value, p) in zip(sum, rows) { low[p, m] = value }
    }
    return low
  }

  /// ⟨N, T⟩/Σ|N_p t_p| of one neuron; 0 for no ray.
  private func relativeGain(_ ray: Matrix, neuron m: Int) -> Double {
    let products = (m * samples..<(m + 1) * samples).map { ray.elements[$0] * targets[$0] }
    return products.contains { $0 != 0 } ? products.reduce(0, +) / products.norm1 : 0
  }

  private func projected(_ estimate: [Double], neuron m: Int, _ x: Matrix) -> [Double] {
    let first = m * samples
    var rows = (0..<samples).filter { p in
      isActive[first + p] ? fitWeight == nil && estimate[p] != 0 : isBounded[first + p] && estimate[p] < 0
    }
    var all = [Double](repeating: 0, count: samples)
    for _ in 0..<6 where !rows.isEmpty {
      let part = x.selectingRows(rows)
      var values = estimate.selecting(rows)
      for _ in 0..<3 { values = values - part * part.leastSquares(values) }
      // The estimate's largest entry is 1: what is left of one without a ray in it is rounding.
      guard values.normInfinity > Self.negligible else { break }
      let negligible = Self.negligible * values.normInfinity
      let kept = rows.indices.filter { abs(values[$0]) > negligible && (isActive[first + rows[$0]] || values[$0] < 0) }
      if kept.count == rows.count {
        for (value, p) in zip(values, rows) { all[p] = value }
        break
      }
      rows = kept.map { rows[$0] }
    }
    return all
  }
}

extension LayerProgram {
  /// The ray of a program whose inputs are all 0: what U = 0 leaves.
  var residualOfOrigin: LayerMultipliers {
    let isActive = activity
    return LayerMultipliers(
      signed: Matrix(
        rows: samples, columns: neurons,
        elements: targets.enumerated().map { isActive[$0] ? $1 : $1.isFinite ? min($1, 0) : 0 }))
  }
}
