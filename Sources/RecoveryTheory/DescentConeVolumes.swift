// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The conic intrinsic volumes v₀ … v_N of the ℓ₁ descent cone at an s-sparse point of ℝᴺ.
///
///     v_{s−1+m} = C(N−s, m) · √((s+m)/s) E exp(−S_m²/(2s)) · γ_m,   m = 0 … N−s
///     γ_m = √((ℓ+1)/π) ∫₀^∞ e^{−(ℓ+1)x²} erf(x)^{N−ℓ−1} dx,         ℓ = s−1+m
///     v_N = P(S_{N−s} + √s Z < 0)
///
/// S_m is the sum of m independent |N(0, 1)|. The m-th term counts the faces of dimension ℓ, each with its internal
/// angle (signs and 2⁻ᵐ cancel) and its external angle γ_m. The volumes are a probability distribution on 0 … N; they fall
/// off like a Gaussian around the statistical dimension, so only those above the smallest normal number are computed.
/// Sources: Affentranger, Schneider (1992); Donoho, Tanner (2009); Amelunxen et al. (2014), Section 5.
public struct DescentConeVolumes: Sendable {
  public let dimension: Int
  public let sparsity: Int
  /// v_j for j = `first`, `first` + 1, …; those left out are below 10⁻³⁰⁷.
  private let volumes: [Double]
  private let first: Int
  /// v_j + v_{j+2} + v_{j+4} + …, entry by entry with `volumes`.
  private let upperSums: [Double]
  /// v_j + v_{j−2} + v_{j−4} + …, entry by entry with `volumes`.
  private let lowerSums: [Double]

  /// - Complexity: some 50 to 200 volumes of 60 µs each, between which the angles are interpolated, whatever N and s.
  public init(dimension: Int, sparsity: Int) {
    let cone = StatisticalDimension(dimension: dimension, sparsity: sparsity)
    self.dimension = dimension
    self.sparsity = sparsity
    guard sparsity > 0 else {
      (first, volumes, upperSums, lowerSums) = (0, [1], [1], [1])
      return
    }
    let faces = ConeFaces(dimension: dimension, sparsity: sparsity)
    (first, volumes) = faces.volumesAboveZero(
      around: Int(cone.value), reach: Int(40 * max(cone.variance, 1).squareRoot()) + 1)
    upperSums = alternateSums(volumes.reversed()).reversed()
    lowerSums = alternateSums(volumes)
  }

  /// The intrinsic volume v_j, 0 where it is below 10⁻³⁰⁷.
  public subscript(index: Int) -> Double {
    volumes.indices.contains(index - first) ? volumes[index - first] : 0
  }

  /// The indices whose volumes are not negligible.
  public var support: ClosedRange<Int> { first...(first + volumes.count - 1) }

  /// v_j + v_{j+2} + v_{j+4} + ….
  func sum(from index: Int) -> Double {
    let start = max(index, first + (index - first) & 1)
    return support.contains(start) ? upperSums[start - first] : 0
  }

  /// v_j + v_{j−2} + v_{j−4} + ….
  func sum(downFrom index: Int) -> Double {
    let last = support.upperBound
    let start = min(index, last - (last - index) & 1)
    return support.contains(start) ? lowerSums[start - first] : 0
  }

  /// Σ v_j, which is 1.
  public var total: Double { volumes.reduce(0, +) }

  /// v₁ + v₃ + v₅ + …, which is ½ unless the cone is the subspace {0} (s = 0).
  public var oddTotal: Double { sum(from: 1) }

  /// The exact statistical dimension δ = Σ j v_j.
  public var statisticalDimension: Double {
    zip(support, volumes).reduce(0) { $0 + Double($1.0) * $1.1 }
  }

  /// The exact variance Σ (j − δ)² v_j of the intrinsic volumes.
  public var variance: Double {
    let mean = statisticalDimension
    return zip(support, volumes).reduce(0) { $0 + (Double($1.0) - mean) * (Double($1.0) - mean) * $1.1 }
  }
}

/// The faces of the descent cone by their dimension ℓ = s − 1 + m, and the cone itself; s ≥ 1.
private struct ConeFaces {
  let dimension: Int
  let sparsity: Int
  private var indices: ClosedRange<Int> { (sparsity - 1)...dimension }

  /// The volumes on either side of `centre` as far as they are normal numbers, and the index of the first; `reach` is how far that may be.
  func volumesAboveZero(around centre: Int, reach: Int) -> (first: Int, volumes: [Double]) {
    let middle = min(max(centre, indices.lowerBound), indices.upperBound)
    let descending = run(from: middle - 1, by: -reach)
    return (middle - descending.count, descending.reversed() + run(from: middle, by: reach))
  }

  /// The volumes from `start` on in the direction of `stride`, computed |`stride`| at a time, until one is no normal number.
  private func run(from start: Int, by stride: Int) -> [Double] {
    var (run, next) = ([Double](), start)
    while indices.contains(next) {
      let last = min(max(next + stride, indices.lowerBound), indices.upperBound)
      let block = stride < 0 ? logVolumes(last...next).reversed() : logVolumes(next...last)
      let normal = block.map { exp($0) }.prefix { $0 >= .leastNormalMagnitude }
      run += normal
      if normal.count < block.count { break }
      next = last + stride.signum()
    }
    return run
  }

  /// ln v_j, s − 1 ≤ j ≤ N.
  private func logVolumes(_ range: ClosedRange<Int>) -> [Double] {
    guard range.upperBound < dimension else {
      let below = range.count > 1 ? logVolumes(range.lowerBound...(dimension - 1)) : []
      return below + [logSolidAngle]
    }
    return zip(range, analyticSequence(range, of: logAngles)).map {
      logChoose(dimension - sparsity, $0 - sparsity + 1) + $1
    }
  }

  /// ln v_N.
  private var logSolidAngle: Double {
    dimension == sparsity
      ? -log(2)
      : HalfNormalSum(terms: Double(dimension - sparsity), sparsity: Double(sparsity)).logNegativeProbability
  }

  /// The logarithm of a face's internal and external angle, its signs in the first, for any real dimension from s − 1 to N − 1.
  private func logAngles(_ index: Double) -> Double {
    let (s, signs) = (Double(sparsity), index - Double(sparsity - 1))
    let logInternal =
      signs == 0 ? 0 : HalfNormalSum(terms: signs, sparsity: s).logDensityAtZero + log(2 * .pi * (s + signs)) / 2
    let external = ErfPower(power: 0, decay: index + 1, exponent: Double(dimension) - index - 1)
    return logInternal + log((index + 1) / .pi) / 2 + external.logIntegral
  }
}

/// a₀, a₁, a₂ + a₀, a₃ + a₁, …
private func alternateSums(_ terms: [Double]) -> [Double] {
  var sums = terms
  for index in sums.indices.dropFirst(2) { sums[index] += sums[index - 2] }
  return sums
}
