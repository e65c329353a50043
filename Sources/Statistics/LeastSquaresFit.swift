// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// The least-squares fit y ≈ Xβ, minimising Σ wᵢ(yᵢ − xᵢᵀβ)², with what is needed to judge it.
public struct LeastSquaresFit: Sendable {
  /// β, one a column of the design; one of many minimisers where columns are linearly dependent.
  public let coefficients: [Double]
  /// The standard errors of the coefficients, s√((XᵀWX)⁻¹)ⱼⱼ with s² = RSS/(n − rank).
  public let standardErrors: [Double]
  /// yᵢ − xᵢᵀβ.
  public let residuals: [Double]
  /// hᵢ = wᵢ xᵢᵀ(XᵀWX)⁻¹xᵢ in 0…1, the pull of observation i on its own fitted value; they sum to the rank.
  public let leverages: [Double]
  /// RSS = Σ wᵢ(yᵢ − xᵢᵀβ)².
  public let residualSumOfSquares: Double
  /// The number of linearly independent columns.
  public let rank: Int
  private let weights: [Double]

  /// Fits by singular values (GSL), so that collinear columns are noticed.
  /// - `design`: n rows of equal length k, 1 ≤ k ≤ n; a constant column is not added.
  /// - `weights`: positive, inversely proportional to each observation's variance; all equal by default.
  /// - Complexity: O(n k²).
  public init(design: [[Double]], responses: [Double], weights: [Double]? = nil) {
    let weights = weights ?? design.map { _ in 1 }
    precondition(design.count == responses.count && design.count == weights.count, "one response and weight a row")
    let solution = weightedLeastSquares(design, responses, weights)
    let residuals = zip(design, responses).map { $1 - dot($0, solution.coefficients) }
    let squares = zip(weights, residuals).map { $0 * $1 * $1 }.reduce(0, +)
    let variance = squares / Double(design.count - solution.rank)
    coefficients = solution.coefficients
    standardErrors = solution.inverse.enumerated().map { j, row in (variance * row[j]).squareRoot() }
    leverages = zip(weights, design).map { w, x in w * dot(x, solution.inverse.map { dot($0, x) }) }
    residualSumOfSquares = squares
    rank = solution.rank
    self.residuals = residuals
    self.weights = weights
  }

  /// xᵀβ for one row of features.
  public func prediction(_ features: [Double]) -> Double { dot(features, coefficients) }

  /// The confidence interval of coefficient `index`: β ± t·(standard error), Student's t on n − rank degrees of
  /// freedom; −∞…∞ on none.
  public func interval(ofCoefficient index: Int, confidence: Double = 0.95) -> ClosedRange<Double> {
    guard residuals.count > rank else { return -Double.infinity...Double.infinity }
    let t = gsl_cdf_tdist_Qinv((1 - confidence) / 2, Double(residuals.count - rank))
    let (centre, reach) = (coefficients[index], t * standardErrors[index])
    return (centre - reach)...(centre + reach)
  }

  /// Akaike's criterion corrected for small samples, n log(RSS/n) + 2K + 2K(K + 1)/(n − K − 1), K = rank + 1 (the
  /// variance counts).
  ///
  /// Only differences between fits of the *same* responses and weights mean anything; ∞ where n ≤ K + 1.
  /// Source: Hurvich and Tsai, Biometrika 76 (1989).
  public var aicc: Double {
    let (n, k) = (Double(residuals.count), Double(rank + 1))
    return n > k + 1 ? n * log(residualSumOfSquares / n) + 2 * k + 2 * k * (k + 1) / (n - k - 1) : .infinity
  }

  /// Residuals in units of their own standard deviations, √wᵢ(yᵢ − xᵢᵀβ)/(s√(1 − hᵢ)): beyond ±3 an observation does
  /// not fit.
  public var standardizedResiduals: [Double] {
    let variance = residualSumOfSquares / Double(residuals.count - rank)
    return residuals.indices.map { residuals[$0] * (weights[$0] / (variance * (1 - leverages[$0]))).squareRoot() }
  }
}

func dot(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }

/// β, (XᵀWX)⁻¹ and the rank of X, from GSL. Its unweighted routine would scale the inverse by the residuals, which may
/// be zero.
private func weightedLeastSquares(
  _ design: [[Double]], _ responses: [Double], _ weights: [Double]
) -> (coefficients: [Double], inverse: [[Double]], rank: Int) {
  _ = gslReturnsErrors
  let (n, k) = (design.count, design.first?.count ?? 0)
  precondition(1 <= k && k <= n && design.allSatisfy { $0.count == k }, "need n ≥ k ≥ 1 rows of equal length")
  let (x, w, y) = (gsl_matrix_alloc(n, k), gsl_vector_alloc(n), gsl_vector_alloc(n))
  let (beta, inverse, workspace) = (gsl_vector_alloc(k), gsl_matrix_alloc(k, k), gsl_multifit_linear_alloc(n, k))
  defer {
    gsl_multifit_linear_free(workspace)
    for matrix in [x, inverse] { gsl_matrix_free(matrix) }
    for vector in [w, y, beta] { gsl_vector_free(vector) }
  }
  for i in 0..<n {
    for j in 0..<k { gsl_matrix_set(x, i, j, design[i][j]) }
    gsl_vector_set(w, i, weights[i])
    gsl_vector_set(y, i, responses[i])
  }
  var (squares, rank) = (0.0, 0)
  gsl_multifit_wlinear_tsvd(x, w, y, 1e-12, beta, inverse, &squares, &rank, workspace)
  return (
    (0..<k).map { gsl_vector_get(beta, $0) },
    (0..<k).map { i in (0..<k).map { j in gsl_matrix_get(inverse, i, j) } },
    rank
  )
}
