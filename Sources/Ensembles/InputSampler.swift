// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import RandomStreams

/// Draws blocks of samples of one distribution and dimension.
public struct InputSampler: Sendable {
  public let distribution: InputDistribution
  public let dimension: Int
  /// The network whose outputs are the samples, N×N each; empty unless the distribution is `reluOutputs`.
  private let network: [Matrix]

  /// - `stream`: draws the random network of `reluOutputs`; other distributions do not touch it.
  public init(_ distribution: InputDistribution, dimension: Int, stream: inout RandomStream) {
    self.distribution = distribution
    self.dimension = dimension
    guard case .reluOutputs(let layers) = distribution else {
      network = []
      return
    }
    network = (0..<layers).map { _ in
      var weights = Matrix(rows: dimension, columns: dimension) { stream.fillNormal($0) }
      // He scaling keeps the mean square of the outputs at that of the inputs.
      let scale = (2 / Double(dimension)).squareRoot()
      for i in weights.elements.indices { weights.elements[i] *= scale }
      return weights
    }
  }

  /// `count` samples, one a row (count×N).
  ///
  /// - Complexity: count·N draws; 2·count·N² flops more for every layer of `reluOutputs`.
  public func draw(_ count: Int, from stream: inout RandomStream) -> Matrix {
    var x = Matrix(rows: count, columns: dimension) { fill($0, from: &stream) }
    if case .correlated(let rho) = distribution { correlate(&x, rho) }
    for weights in network {
      x = x * weights
      for i in x.elements.indices { x.elements[i] = max(x.elements[i], 0) }
    }
    return x
  }

  private func fill(_ buffer: UnsafeMutableBufferPointer<Double>, from stream: inout RandomStream) {
    switch distribution {
    case .gaussian, .correlated, .reluOutputs: stream.fillNormal(buffer)
    case .rademacher: stream.fillSigns(buffer)
    case .uniform: stream.fillUniform(buffer)
    case .sparseGaussian(let density): stream.fillSparseNormal(buffer, density: density)
    }
  }

  /// The stationary autoregression x_j = ρ·x_{j−1} + √(1−ρ²)·z_j along every sample.
  private func correlate(_ x: inout Matrix, _ rho: Double) {
    let innovation = (1 - rho * rho).squareRoot()
    for j in 1..<max(dimension, 1) {
      for p in 0..<x.rows { x[p, j] = rho * x[p, j - 1] + innovation * x[p, j] }
    }
  }
}
