// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// Moments of s_j = soft(λq_j + aŵ_j; 1), q_j ~ N(0, 1), summed over the coordinates of a neuron, with their derivatives by a and λ.
///
/// With m = a|ŵ_j|, x = (1 − m)/λ and x' = (1 + m)/λ, a coordinate stays with probability Q(x) + Q(x'), and the moments of the
/// deviation e_j = s_j − aŵ_j (λq ∓ 1 where the coordinate stays, −m where it does not) are closed in φ and Q.
struct ThresholdMoments {
  /// ΣP(s_j ≠ 0).
  let kept: Differential
  /// A − a = Σ|ŵ_j|E e_j, the bias along w.
  let bias: Differential
  /// A = Σ|ŵ_j|E s_j, the part along w.
  let along: Differential
  /// T² = ΣE s_j² − A², the square of what is left across w.
  let acrossSquared: Differential
  /// ΣE e_j², the mean squared error of soft thresholding.
  let error: Differential
  /// ΣE|s_j|.
  let norm1: Double

  /// - Complexity: O(distinct magnitudes), two error functions and two exponentials each.
  init(_ profile: WeightProfile, a: Double, lambda λ: Double) {
    var sums = Sums()
    profile.magnitudes.withUnsafeBufferPointer { magnitudes in
      profile.counts.withUnsafeBufferPointer { counts in
        for j in magnitudes.indices { sums.add(magnitudes[j], a: a, lambda: λ, count: counts[j]) }
      }
    }
    kept = Differential(sums.kept, sums.keptByA / λ, sums.keptByLambda / λ)
    norm1 = sums.norm1
    bias = Differential(sums.bias, -sums.biasByA, sums.biasByLambda)
    error = Differential(sums.error, 2 * a * sums.biasByA, 2 * λ * sums.kept - 2 * a * sums.biasByLambda)
    // Of two equal forms the one that loses fewer digits: deviations where thresholding changes little, values where it leaves little.
    let direct = sums.second < sums.error
    let square = direct ? sums.second - sums.mean * sums.mean : sums.error - sums.bias * sums.bias
    acrossSquared = Differential(
      max(square, 0), error.first - 2 * sums.bias * bias.first, error.second - 2 * sums.bias * bias.second)
    along = Differential(direct ? sums.mean : a + sums.bias, 1 + bias.first, bias.second)
  }

  private struct Sums {
    var (kept, keptByA, keptByLambda) = (0.0, 0.0, 0.0)
    var (bias, biasByA, biasByLambda) = (0.0, 0.0, 0.0)
    var (mean, second, error, norm1) = (0.0, 0.0, 0.0, 0.0)

    @inline(__always)
    mutating func add(_ magnitude: Double, a: Double, lambda λ: Double, count: Double) {
      let m = a * magnitude
      let near = Tail(at: (1 - m) / λ)
      let far = Tail(at: (1 + m) / λ)
      let stays = near.upper + far.upper
      kept += count * stays
      keptByA += count * magnitude * (near.density - far.density)
      keptByLambda += count * (near.x * near.density + far.x * far.density)
      let up = λ * near.excess
      let down = λ * far.excess
      // E(z − 1)₊ − m without the difference of large numbers.
      let shift = (near.x < 0 ? λ * near.shortfall - 1 : up - m) - down
      bias += count * magnitude * shift
      biasByA += count * magnitude * magnitude * (1 - stays)
      biasByLambda += count * magnitude * (near.density - far.density)
      norm1 += count * (up + down)
      mean += count * magnitude * (up - down)
      second += count * λ * λ * (near.secondExcess + far.secondExcess)
      let spread = λ * (λ * (near.x * near.density + far.x * far.density) - 2 * (near.density + far.density))
      error += count * (m * m * (1 - stays) + (1 + λ * λ) * stays + spread)
    }
  }
}

/// The upper tail of N(0, 1) at x.
struct Tail {
  let x: Double
  /// φ(x).
  let density: Double
  /// Q(x).
  let upper: Double

  init(at x: Double) {
    self.x = x
    // Beyond 38 both underflow.
    density = abs(x) < 38.5 ? exp(-x * x / 2) * 0.3989422804014326779 : 0
    upper = x < 38.5 ? 0.5 * erfc(x * 0.7071067811865475244) : 0
  }

  /// E(Z − x)₊ = φ − xQ.
  var excess: Double { density - x * upper }
  /// E(x − Z)₊ = φ + x(1 − Q).
  var shortfall: Double { density + x * (1 - upper) }
  /// E(Z − x)₊² = (1 + x²)Q − xφ.
  var secondExcess: Double { (1 + x * x) * upper - x * density }
}
