// SPDX-License-Identifier: GPL-3.0-or-later

/// f(t) = ½Σ(|z_j + t·dz_j| − τ)₊² on t ≥ 0: convex, differentiable, piecewise quadratic.
struct ExcessLine {
  /// z.
  let correlations: [Double]
  /// dz.
  let change: [Double]
  /// τ.
  let level: Double

  /// f′(t) and f″(t).
  private func derivatives(at t: Double) -> (first: Double, second: Double) {
    var (first, second) = (0.0, 0.0)
    for j in correlations.indices {
      let z = correlations[j] + t * change[j]
      let excess = abs(z) - level
      if excess > 0 {
        first += (z < 0 ? -excess : excess) * change[j]
        second += change[j] * change[j]
      }
    }
    return (first, second)
  }

  /// The smallest minimiser, by Newton's method inside a shrinking bracket; 0 if f does not fall at 0.
  ///
  /// - Complexity: about 5 passes over the correlations.
  func minimiser() -> Double {
    guard derivatives(at: 0).first < 0 else { return 0 }
    var (low, high) = (0.0, Double.infinity)
    var t = 1.0
    for _ in 0..<100 {
      let (first, second) = derivatives(at: t)
      if first == 0 { return t }
      if first < 0 { low = t } else { high = t }
      var next = second > 0 ? t - first / second : 2 * t
      if next <= low || next >= high { next = high.isFinite ? (low + high) / 2 : 2 * t }
      if abs(next - t) <= 1e-14 * t { return next }
      t = next
    }
    return t
  }
}
