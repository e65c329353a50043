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
  /// N.
  public let dimension: Int
  /// s.
  public let sparsity: Int
  /// v_j for j = `first`, `first` + 1, …; those left out are below 10⁻³⁰⁷.
  private let volumes: [Double]
  private let first: Int
  /// v_j + v_{j+2} + v_{j+4} + …, entry by entry with `volumes`.
  private let upperSums: [Double]
  /// v_j + v_{j−2} + v_{j−4} + …, entry by entry with `volumes`.
  private let lowerSums: [Double]

  /// - Complexity: about 40 µs a volume; 78σ volumes at most, σ² their variance (0.05 s for all at N = 1,000).
  public init(dimension: Int, sparsity: Int) {
    let centre = StatisticalDimension(dimension: dimension, sparsity: sparsity).value
    self.dimension = dimension
    self.sparsity = sparsity
    guard sparsity > 0 else {
      (first, volumes, upperSums, lowerSums) = (0, [1], [1], [1])
      return
    }
    let range = (sparsity - 1)...dimension
    let middle = min(max(Int(centre), range.lowerBound), range.upperBound)
    let descending = volumesAboveZero((range.lowerBound..<middle).reversed(), dimension: dimension, sparsity: sparsity)
    let ascending = volumesAboveZero(middle...range.upperBound, dimension: dimension, sparsity: sparsity)
    first = middle - descending.count
    volumes = descending.reversed() + ascending
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

/// The volumes of successive indices, as far as they are normal numbers.
private func volumesAboveZero(_ indices: some Sequence<Int>, dimension: Int, sparsity: Int) -> [Double] {
  var run: [Double] = []
  for index in indices {
    let volume = exp(logVolume(index, dimension: dimension, sparsity: sparsity))
    guard volume >= .leastNormalMagnitude else { break }
    run.append(volume)
  }
  return run
}

/// ln v_j, s − 1 ≤ j ≤ N, s ≥ 1.
private func logVolume(_ index: Int, dimension: Int, sparsity: Int) -> Double {
  let (s, free) = (Double(sparsity), dimension - sparsity)
  if index == dimension {
    return free == 0 ? -log(2) : HalfNormalSum(terms: Double(free), sparsity: s).logNegativeProbability
  }
  let signs = index - (sparsity - 1)
  let logInternal =
    signs == 0
    ? 0
    : HalfNormalSum(terms: Double(signs), sparsity: s).logDensityAtZero + log(2 * .pi * (s + Double(signs))) / 2
  let external = ErfPower(power: 0, decay: Double(index + 1), exponent: Double(dimension - index - 1))
  return logChoose(free, signs) + logInternal + log(Double(index + 1) / .pi) / 2 + external.logIntegral
}

/// a₀, a₁, a₂ + a₀, a₃ + a₁, …
private func alternateSums(_ terms: [Double]) -> [Double] {
  var sums = terms
  for index in sums.indices.dropFirst(2) { sums[index] += sums[index - 2] }
  return sums
}
