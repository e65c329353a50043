// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Finds the point (a, λ) of a pruned neuron.
///
/// The law is a convex program, so whatever meets its stationarity equations is its one solution: there is no wrong root to fall
/// into, only the risk of finding none. For a linear neuron both nested scalar equations are monotone, and bracketing cannot fail:
/// λ²n − ΣE e² rises with λ where K < n, and, the solution at each ε being unique, ε falls as a rises along its root. From there the
/// half-space term of a ReLU neuron and the noise are turned on, in one step where Newton's method bears it and in ever smaller ones where not.
struct StationarySolver {
  let profile: WeightProfile
  /// n: P for a linear neuron, P/2 for a ReLU neuron.
  let samples: Double
  /// 1 for ReLU, 0 for linear; and the norm of the responses' errors over ε.
  let terms: StationaryPoint.Terms

  /// - Throws: ``PrunedLawError`` if there are no samples, or ``WeightProfile`` cannot take the weights.
  init(weights: [Double], samples: Int, isLinear: Bool, noise: Double = 0) throws(PrunedLawError) {
    guard samples >= 1 else { throw .samples(samples) }
    self.init(try WeightProfile(weights), samples: Double(samples), isLinear: isLinear, noise: noise)
  }

  /// With any real number P of samples.
  init(_ profile: WeightProfile, samples: Double, isLinear: Bool, noise: Double = 0) {
    self.profile = profile
    self.samples = isLinear ? samples : samples / 2
    terms = StationaryPoint.Terms(halfSpace: isLinear ? 0 : 1, noise: noise)
  }

  var isLinear: Bool { terms.halfSpace == 0 }

  /// ln a and ln λ.
  struct Place {
    var (a, lambda): (Double, Double)
  }

  /// Which point of the curve is wanted.
  enum Condition {
    /// ln(ε/‖y‖).
    case epsilon(Double)
    /// ln(μω).
    case multiplier(Double)

    func mismatch(_ point: StationaryPoint) -> Differential {
      switch self {
      case .epsilon(let wanted): point.relativeEpsilon.logarithm - Differential(wanted)
      case .multiplier(let wanted): point.multiplier.logarithm - Differential(wanted)
      }
    }
  }

  func point(_ place: Place) -> StationaryPoint? { point(place, terms) }

  func point(_ place: Place, _ terms: StationaryPoint.Terms) -> StationaryPoint? {
    StationaryPoint(profile, samples: samples, terms, a: exp(place.a), lambda: exp(place.lambda))
  }

  /// The place where ε/‖y‖ = `relative`, from nothing known.
  func place(relativeEpsilon relative: Double) -> Place? {
    let condition = Condition.epsilon(log(relative))
    guard let start = linearPlace(relativeEpsilon: relative) else { return nil }
    return path(from: start) { share in
      (condition, StationaryPoint.Terms(halfSpace: share * terms.halfSpace, noise: share * terms.noise))
    }
  }

  /// The place where μω has the given logarithm, from that for another value nearby.
  func place(multiplier wanted: Double, from known: (multiplier: Double, place: Place)) -> Place? {
    path(from: known.place) { share in
      (.multiplier(known.multiplier + share * (wanted - known.multiplier)), terms)
    }
  }

  /// ln μω where ε/‖y‖ = 1, from a place with ε/‖y‖ = `relative`; −∞ for a linear neuron, whose ε/‖y‖ comes close to 1 only.
  func endOfCurve(from start: Place, relativeEpsilon relative: Double) -> Double? {
    guard !isLinear else { return -.infinity }
    let place = path(from: start) { share in (.epsilon((1 - share) * log(relative)), terms) }
    return place.flatMap { point($0) }.map { log($0.multiplier.value) }
  }

  /// Follows the solution from share 0, where it is `start`, to share 1, by steps that halve where Newton's method fails.
  private func path(from start: Place, _ problem: (Double) -> (Condition, StationaryPoint.Terms)) -> Place? {
    var (place, share, step) = (start, 0.0, 1.0)
    while share < 1 {
      let next = min(share + step, 1)
      let (condition, terms) = problem(next)
      if let found = newton(from: place, condition, terms) {
        (place, share, step) = (found, next, 2 * step)
      } else {
        step /= 4
        guard step > 1e-12 else { return nil }
      }
    }
    return place
  }

  /// Newton's method in the logarithms of a and λ; nil if it does not converge fast.
  func newton(from start: Place, _ condition: Condition, _ terms: StationaryPoint.Terms) -> Place? {
    var place = start
    guard var point = point(place, terms) else { return nil }
    var size = self.size(point, condition)
    for _ in 0..<30 {
      guard let step = step(at: place, point, condition) else { return nil }
      let length = max(abs(step.a), abs(step.lambda))
      guard length > 1e-9 || size > 1e-6 else {
        return Place(a: place.a + step.a, lambda: place.lambda + step.lambda)
      }
      guard length < 1e9, let next = accepted(step, length: length, from: place, size, condition, terms) else {
        return nil
      }
      (place, point, size) = next
    }
    return nil
  }

  /// The point after as much of a step as is defined and brings the equations closer to zero.
  private func accepted(
    _ step: Place, length: Double, from place: Place, _ size: Double, _ condition: Condition,
    _ terms: StationaryPoint.Terms
  ) -> (Place, StationaryPoint, Double)? {
    var share = min(1, 1 / length)
    for _ in 0..<6 {
      let next = Place(a: place.a + share * step.a, lambda: place.lambda + share * step.lambda)
      if let point = point(next, terms) {
        let after = self.size(point, condition)
        if after < size || after < 1e-11 { return (next, point, after) }
      }
      share /= 3
    }
    return nil
  }

  private func size(_ point: StationaryPoint, _ condition: Condition) -> Double {
    hypot(point.mismatch.value, condition.mismatch(point).value)
  }

  private func step(at place: Place, _ point: StationaryPoint, _ condition: Condition) -> Place? {
    let (f, g) = (point.mismatch, condition.mismatch(point))
    let (a, λ) = (exp(place.a), exp(place.lambda))
    let determinant = (f.first * g.second - f.second * g.first) * a * λ
    let step = Place(
      a: (f.second * g.value - g.second * f.value) * λ / determinant,
      lambda: (g.first * f.value - f.first * g.value) * a / determinant)
    return step.a.isFinite && step.lambda.isFinite ? step : nil
  }
}
