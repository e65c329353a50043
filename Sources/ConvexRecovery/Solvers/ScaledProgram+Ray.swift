// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension ScaledProgram {
  /// Entries below this multiple of a ray's largest are rounding.
  private static let negligible = 1e-10

  /// The ray nearest to `estimate`, increments or multipliers that seem to grow along one; nil if there is none near.
  ///
  /// An estimate is only near the ray. Its projection onto {r : X_R·r_R = 0}, R the rows on which it is not 0, is a ray to
  /// rounding; rows that come out with the wrong sign are left out. Where neurons are separate programs the one whose gain is largest is taken.
  ///
  /// - Complexity: a few factorisations of X_R for each neuron.
  func ray(near estimate: Matrix) -> LayerMultipliers? {
    var best = (gain: 0.0, neuron: -1)
    var ray = Matrix(rows: samples, columns: neurons)
    let areSeparate = radius == 0 || fitWeight != nil
    var spent = 0.0
    var total = 0.0
    for m in 0..<neurons {
      guard let values = projected(Array(estimate.column(m)), neuron: m) else { continue }
      var (gain, square, size) = (0.0, 0.0, 0.0)
      for p in 0..<samples {
        let i = m * samples + p
        (ray.elements[i], gain, size) = (values[p], gain + values[p] * targets[i], size + abs(values[p] * targets[i]))
        if isActive[i] { square += values[p] * values[p] }
      }
      total += gain
      spent += square
      if size > 0 && gain / size > best.gain { best = (gain / size, m) }
    }
    if areSeparate {
      guard best.neuron >= 0 else { return nil }
      for i in ray.elements.indices where i / samples != best.neuron { ray.elements[i] = 0 }
    } else if total <= radius * spent.squareRoot() {
      return nil
    }
    return unscaled(signed: ray)
  }

  private func projected(_ estimate: [Double], neuron m: Int) -> [Double]? {
    let largest = estimate.normInfinity
    guard largest > 0, largest.isFinite else { return nil }
    var rows = (0..<samples).filter { p in
      let i = m * samples + p
      return isActive[i] ? fitWeight == nil && estimate[p] != 0 : isBounded[i] && estimate[p] < -Self.negligible * largest
    }
    let x = inputs
    for _ in 0..<4 where !rows.isEmpty {
      let part = x.selectingRows(rows)
      var values = (1 / largest) * estimate.selecting(rows)
      for _ in 0..<3 { values = values - part * part.leastSquares(values) }
      let wrong = rows.indices.filter { !isActive[m * samples + rows[$0]] && values[$0] >= 0 }
      guard !wrong.isEmpty else {
        var all = [Double](repeating: 0, count: samples)
        for (value, p) in zip(values, rows) { all[p] = value }
        return all
      }
      let isWrong = Set(wrong)
      rows = rows.indices.filter { !isWrong.contains($0) }.map { rows[$0] }
    }
    return nil
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
