// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// The sum T = |Z₁| + … + |Z_m| + √s Z₀ of half-normals and one Gaussian, seen from its left tail at 0.
///
/// It carries the two angles of the descent cone that lie inside the cone:
///
///     E exp(−S_m²/(2s)) = √(2πs) f_T(0)     the m-dimensional faces' internal angle, up to 2⁻ᵐ√(1 + m/s)
///     v_N = P(T < 0)  for m = N − s         the solid angle of the cone itself
///
/// 0 is deep in the tail of T, so T is tilted first: under the density e^{−λt} f_T(t)/E e^{−λT} with
/// λs = m μ(λ), μ the mean of a half-normal tilted by e^{−λx}, its mean is 0. Then f_T(0) = E e^{−λT} · f_λ(0),
/// and f_λ(0) is the integral of the tilted characteristic function χ, which has no oscillation left to
/// cancel: this is the inversion integral with its contour moved to pass through the saddle point iλ.
/// The trapezoidal rule converges faster than exponentially on it. (Daniels, 1954, is the classical source.)
struct HalfNormalSum {
  private let sparsity: Double
  private let terms: Double
  private let tilt: Double
  private let summand: TiltedHalfNormal

  /// - Parameters:
  ///   - m: the number of half-normals, m > 0; a fraction means the m-th power of their characteristic function.
  ///   - s: the variance of the Gaussian term, s ≥ 1.
  init(terms m: Double, sparsity s: Double) {
    let λ = root(in: 0...(m / s).squareRoot()) { λ in s * λ - m * TiltedHalfNormal.mean(tilt: λ) }
    self.sparsity = s
    self.terms = m
    tilt = λ
    summand = TiltedHalfNormal(tilt: λ, centre: s * λ / m)
  }

  /// ln E e^{−λT}.
  private var logTransform: Double { sparsity * tilt * tilt / 2 + terms * summand.logTransform }

  private var standardDeviation: Double { (sparsity + terms * summand.variance).squareRoot() }

  /// ln f_T(0).
  var logDensityAtZero: Double {
    // The step aliases the tilted density with its values 4π standard deviations away.
    let step = 0.5 / standardDeviation
    let sum = trapezoid(step: step) { _, modulus, phase in modulus * cos(phase) }
    return logTransform + log(sum / .pi)
  }

  /// ln P(T < 0): the same integral with ∫_{t<0} e^{(λ−iu)t} dt = 1/(λ − iu) inside, whose pole the step must resolve.
  var logNegativeProbability: Double {
    let λ = tilt
    let sum = trapezoid(step: min(0.5 / standardDeviation, λ / 6.5)) { u, modulus, phase in
      modulus * (λ * cos(phase) - u * sin(phase)) / (λ * λ + u * u)
    }
    return logTransform + log(sum / .pi)
  }

  /// ∫₀^∞ of an integrand of u, |χ(u)| and arg χ(u), as far as |χ| exceeds e⁻⁴⁰.
  private func trapezoid(step: Double, _ integrand: (_ u: Double, _ modulus: Double, _ phase: Double) -> Double)
    -> Double
  {
    var sum = integrand(0, 1, 0) / 2
    var wave = summand.wave(step: step)
    var (u, phase) = (step, 0.0)
    while true {
      let (logModulus, angle) = wave.next()
      // The angle as it runs on, which fractions of a turn need when it is multiplied.
      phase += remainder(angle - phase, 2 * .pi)
      let exponent = terms * logModulus - sparsity * u * u / 2
      if exponent < -40 { return sum * step }
      sum += integrand(u, exp(exponent), terms * phase)
      u += step
    }
  }
}

/// A half-normal X = |Z| tilted by e^{−λx}, about a given centre c.
private struct TiltedHalfNormal {
  private let deviations: [Double]
  private let probabilities: [Double]
  /// ln E e^{−λ|Z|} under the untilted law.
  let logTransform: Double
  /// E(X − c)²: the variance, c being the mean.
  let variance: Double

  init(tilt λ: Double, centre: Double) {
    // x²/2 + λx = 40 at the end of the range.
    let end = 80 / (λ + (λ * λ + 80).squareRoot())
    let rule = GaussLegendre.halfNormal
    let points = rule.nodes.map { end * (1 + $0) / 2 }
    let masses = zip(points, rule.weights).map { x, weight in weight * exp(-x * (x / 2 + λ)) }
    let total = masses.reduce(0, +)
    logTransform = log(total * end / 2 * (2 / Double.pi).squareRoot())
    deviations = points.map { $0 - centre }
    probabilities = masses.map { $0 / total }
    variance = zip(probabilities, deviations).reduce(0) { $0 + $1.0 * $1.1 * $1.1 }
  }

  /// The mean μ(λ) = φ(λ)/Q(λ) − λ.
  static func mean(tilt λ: Double) -> Double { gsl_sf_hazard(λ) - λ }

  /// χ(u) = E e^{iu(X − c)} at u = `step`, 2 `step`, ….
  func wave(step: Double) -> HalfNormalWave {
    HalfNormalWave(probabilities: probabilities, angles: deviations.map { $0 * step / 2 })
  }
}

/// χ along equal steps: sines and cosines of multiples of the same angles, each turned on from the last.
private struct HalfNormalWave {
  private let probabilities: [Double]
  /// 2 sin²(θ/2) and sin θ, by which cos kθ and sin kθ are turned on without a loss of digits.
  private let turns: [(Double, Double)]
  private var places: [(cos: Double, sin: Double)]

  init(probabilities: [Double], angles: [Double]) {
    self.probabilities = probabilities
    turns = angles.map { (2 * sin($0 / 2) * sin($0 / 2), sin($0)) }
    places = Array(repeating: (1, 0), count: angles.count)
  }

  /// ln|χ| and arg χ at the next step, computed from χ − 1 so that small u lose no digits.
  mutating func next() -> (logModulus: Double, phase: Double) {
    var (real, imaginary) = (0.0, 0.0)
    for index in probabilities.indices {
      let (fall, rise) = turns[index]
      var (cosine, sine) = places[index]
      (cosine, sine) = (cosine - (fall * cosine + rise * sine), sine - (fall * sine - rise * cosine))
      places[index] = (cosine, sine)
      let weight = 2 * probabilities[index] * sine
      real -= weight * sine
      imaginary += weight * cosine
    }
    return (log1p(2 * real + real * real + imaginary * imaginary) / 2, atan2(imaginary, 1 + real))
  }
}
