// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
public import LinearAlgebra

/// Gaussian inputs x ~ N(m, Σ): the two moments by which the law of a pruned layer knows real inputs.
///
/// A bias is the weight of an input of mean 1 and variance 0.
public struct GaussianInputs: Sendable {
  /// m.
  public let mean: [Double]
  /// Σ, N×N.
  public let covariance: Matrix
  /// L with LLᵀ = Σ.
  let factor: Matrix

  /// - Precondition: `covariance` is symmetric and positive semidefinite, of the order of `mean`.
  /// - Complexity: O(N³).
  public init(mean: [Double], covariance: Matrix) {
    precondition(covariance.rows == mean.count && covariance.columns == mean.count, "a covariance of the mean's order")
    (self.mean, self.covariance) = (mean, covariance)
    let decomposition = SingularValueDecomposition(covariance)
    var factor = decomposition.left
    factor.scaleColumns(by: decomposition.values.map { max($0, 0).squareRoot() })
    self.factor = factor
  }

  /// The mean and covariance of the samples in the rows of `samples`, P×N.
  ///
  /// - Complexity: O(P·N² + N³).
  public init(samples: Matrix) {
    let count = Double(samples.rows)
    let mean = (0..<samples.columns).map { samples.column($0).reduce(0, +) / count }
    var centered = samples
    for j in 0..<samples.columns {
      for p in 0..<samples.rows { centered[p, j] = (samples[p, j] - mean[j]) / count.squareRoot() }
    }
    self.init(mean: mean, covariance: .product(transposed: centered, centered))
  }
}
