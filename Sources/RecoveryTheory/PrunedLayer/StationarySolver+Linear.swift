// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension StationarySolver {
  /// The place of a linear neuron with the same n and no noise: bracketed in a, for each a bracketed in λ.
  ///
  /// The bracket is left as soon as Newton's method converges from its middle.
  func linearPlace(relativeEpsilon relative: Double) -> Place? {
    let condition = Condition.epsilon(log(relative))
    let linear = StationaryPoint.Terms(halfSpace: 0, noise: 0)
    var (low, high) = (-Double.infinity, Double.infinity)
    var a = log(2 / (profile.magnitudes.last ?? 1))
    var λ = 0.5 * log(Double(profile.nonzeros) / samples)
    for _ in 0..<200 {
      switch linearLambda(logA: a, from: λ) {
      case nil: high = a
      case let found?:
        λ = found
        let place = Place(a: a, lambda: λ)
        guard let point = point(place, linear) else { return nil }
        if abs(condition.mismatch(point).value) < 0.5, let exact = newton(from: place, condition, linear) {
          return exact
        }
        if point.relativeEpsilon.value > relative { low = a } else { high = a }
      }
      if low.isFinite && high.isFinite {
        a = (low + high) / 2
      } else {
        a += low.isFinite ? 1 : -1
      }
    }
    return nil
  }

  /// ln λ with λ²n = ΣE e² and K < n at the given a, by Newton's method within a bracket; nil if there is none.
  private func linearLambda(logA: Double, from start: Double) -> Double? {
    var (low, high) = (-Double.infinity, Double.infinity)
    var y = start
    for _ in 0..<200 {
      let λ = exp(y)
      let moments = ThresholdMoments(profile, a: exp(logA), lambda: λ)
      let (left, right) = (samples * λ * λ, moments.error.value)
      // K ≥ n on both sides of where roots are: for small λ the noise kills weights, for large λ it makes them.
      let isHigh = moments.kept.value >= samples ? moments.kept.second >= 0 : left > right
      if isHigh { high = y } else { low = y }
      let mismatch = log(left / right)
      let slope = 2 - λ * moments.error.second / right
      var next = y - mismatch / slope
      if abs(next - y) < 1e-12 && moments.kept.value < samples { return next }
      if !(low < next && next < high) || slope <= 0 {
        next = low.isFinite && high.isFinite ? (low + high) / 2 : y + (low.isFinite ? 1 : -1)
      }
      if high - low < 1e-13 * max(1, abs(high)) { return nil }
      y = next
    }
    return nil
  }
}
