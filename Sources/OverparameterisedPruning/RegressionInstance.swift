// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import RandomStreams

/// Samples of a regression model with p features, drawn from its law.
public struct RegressionInstance: Sendable {
  /// n×p, one row a sample.
  public let inputs: Matrix
  /// y, one a sample.
  public let responses: [Double]
  /// β = B/√p of each feature, by decreasing importance.
  public let weights: [Double]
  /// Λ of each feature.
  public let variances: [Double]
  /// σ².
  public let noise: Double

  /// n = p/κ samples, rounded.
  ///
  /// - Complexity: n·(p + 1) draws.
  public init(_ model: RegressionModel, features: Int, stream: inout RandomStream) {
    let samples = max(1, Int((Double(features) / model.ratio).rounded()))
    let kinds = model.mixture.features(features)
    var inputs = Matrix(rows: samples, columns: features) { stream.fillNormal($0) }
    for (j, kind) in kinds.enumerated() {
      let deviation = kind.variance.squareRoot()
      for i in j * samples..<(j + 1) * samples { inputs.elements[i] *= deviation }
    }
    let weights = kinds.map { $0.weight / Double(features).squareRoot() }
    var responses = inputs * weights
    for i in responses.indices { responses[i] += model.noise.squareRoot() * stream.normal() }
    (self.inputs, self.responses, self.weights) = (inputs, responses, weights)
    (variances, noise) = (kinds.map(\.variance), model.noise)
  }

  /// The least-squares weights on the features in `support` (all by default), of least norm where there are many; 0 elsewhere.
  ///
  /// - Complexity: n·k·min(n, k) flops for k features.
  public func fitted(on support: [Int]? = nil) -> [Double] {
    guard let support else { return inputs.minimumNormSolution(responses) }
    var fitted = [Double](repeating: 0, count: weights.count)
    let values = inputs.selectingColumns(support).minimumNormSolution(responses)
    for (feature, value) in zip(support, values) { fitted[feature] = value }
    return fitted
  }

  /// The `count` features that `rule` keeps of an estimate, ascending; ties go to the first.
  public func support(of estimate: [Double], keeping count: Int, by rule: PruningRule) -> [Int] {
    let scores = estimate.indices.map { j in
      switch rule {
      case .magnitude: abs(estimate[j])
      case .hessian: variances[j].squareRoot() * abs(estimate[j])
      case .oracle: variances[j].squareRoot() * abs(weights[j])
      }
    }
    return scores.indices.sorted { (scores[$1], $0) < (scores[$0], $1) }.prefix(count).sorted()
  }

  /// E(y − xᵀβ̃)² = σ² + Σ Λ(β − β̃)² over fresh samples: exact given the estimate.
  public func risk(of estimate: [Double]) -> Double {
    estimate.indices.reduce(noise) { sum, j in
      let error = weights[j] - estimate[j]
      return sum + variances[j] * error * error
    }
  }
}

extension [Double] {
  /// The estimate with 0 off the support.
  public func restricted(to support: [Int]) -> [Double] {
    var pruned = [Double](repeating: 0, count: count)
    for j in support { pruned[j] = self[j] }
    return pruned
  }
}

extension Matrix {
  /// The least-squares solution of least norm of a matrix of full rank, by the smaller Gram matrix.
  ///
  /// Where that is not positive definite numerically, by a complete orthogonal factorisation.
  fileprivate func minimumNormSolution(_ b: [Double]) -> [Double] {
    let isWide = columns > rows
    guard let factor = Cholesky(upper: gram(outer: isWide)) else { return leastSquares(b) }
    return isWide ? transposeTimes(factor.solve(b)) : factor.solve(transposeTimes(b))
  }
}
