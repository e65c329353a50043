// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import RandomStreams

/// Draws blocks of samples of one distribution and dimension.
public struct InputSampler: Sendable {
  /// The law of a sample.
  public let distribution: InputDistribution
  /// N, the inputs of a sample.
  public let dimension: Int
  /// The network whose outputs are the samples, N×N each; empty unless the distribution is `reluOutputs`.
  private let network: [Matrix]
  /// Aᵀ of `lowRank`, rank×N.
  private let factor: Matrix
  /// The samples in the file, a row each.
  private let records: Matrix?

  /// - Parameters:
  ///   - stream: draws the random network of `reluOutputs` and the factor of `lowRank`; other distributions do not touch it.
  ///   - arrays: has read the file of `file`.
  public init(
    _ distribution: InputDistribution, dimension: Int, arrays: StudyArrays? = nil, stream: inout RandomStream
  ) {
    self.distribution = distribution
    self.dimension = dimension
    network = Self.network(distribution, dimension, &stream)
    factor = Self.factor(distribution, dimension, &stream)
    records = if case .file(let samples) = distribution { try? arrays?.matrix(samples) } else { nil }
  }

  private static func network(
    _ distribution: InputDistribution, _ dimension: Int, _ stream: inout RandomStream
  ) -> [Matrix] {
    guard case .reluOutputs(let layers) = distribution else { return [] }
    return (0..<layers).map { _ in
      var weights = Matrix(rows: dimension, columns: dimension) { stream.fillNormal($0) }
      // He scaling keeps the mean square of the outputs at that of the inputs.
      let scale = (2 / Double(dimension)).squareRoot()
      for i in weights.elements.indices { weights.elements[i] *= scale }
      return weights
    }
  }

  private static func factor(
    _ distribution: InputDistribution, _ dimension: Int, _ stream: inout RandomStream
  ) -> Matrix {
    guard case .lowRank(let rank) = distribution else { return Matrix(rows: 0, columns: 0) }
    var factor = Matrix(rows: rank, columns: dimension) { stream.fillNormal($0) }
    factor.scaleColumns(by: (0..<dimension).map { 1 / factor.column($0).reduce(0) { $0 + $1 * $1 }.squareRoot() })
    return factor
  }

  /// `count` samples, one a row (count×N).
  ///
  /// - Precondition: of a file, that it was read and has as many.
  /// - Complexity: count·N draws; 2·count·N² flops more for every layer of `reluOutputs`.
  public func draw(_ count: Int, from stream: inout RandomStream) -> Matrix {
    switch distribution {
    case .file:
      guard let records else { preconditionFailure("\(distribution.name) was not read") }
      return records.selectingRows(stream.subset(size: count, of: records.rows))
    case .lowRank(let rank):
      return Matrix(rows: count, columns: rank) { stream.fillNormal($0) } * factor
    default: break
    }
    var x = Matrix(rows: count, columns: dimension) { fill($0, from: &stream) }
    if case .correlated(let rho) = distribution { correlate(&x, rho) }
    if case .blockCorrelated(let rho, let block) = distribution { correlate(&x, rho, block: block, &stream) }
    for weights in network {
      x = x * weights
      for i in x.elements.indices { x.elements[i] = max(x.elements[i], 0) }
    }
    return x
  }

  private func fill(_ buffer: UnsafeMutableBufferPointer<Double>, from stream: inout RandomStream) {
    switch distribution {
    case .rademacher: stream.fillSigns(buffer)
    case .uniform: stream.fillUniform(buffer)
    case .sparseGaussian(let density): stream.fillSparseNormal(buffer, density: density)
    case .student(let degrees): stream.fillStudent(buffer, degrees: degrees)
    case .mixture(let share, let scale): stream.fillMixture(buffer, share: share, scale: scale)
    default: stream.fillNormal(buffer)
    }
  }

  /// The stationary autoregression x_j = ρ·x_{j−1} + √(1−ρ²)·z_j along every sample.
  private func correlate(_ x: inout Matrix, _ rho: Double) {
    let innovation = (1 - rho * rho).squareRoot()
    for j in 1..<max(dimension, 1) {
      for p in 0..<x.rows { x[p, j] = rho * x[p, j - 1] + innovation * x[p, j] }
    }
  }

  /// x_j = √ρ·g + √(1−ρ)·z_j with one g a sample and block.
  private func correlate(_ x: inout Matrix, _ rho: Double, block: Int, _ stream: inout RandomStream) {
    let (common, own) = (rho.squareRoot(), (1 - rho).squareRoot())
    for start in stride(from: 0, to: dimension, by: block) {
      let shared = (0..<x.rows).map { _ in common * stream.normal() }
      for j in start..<min(start + block, dimension) {
        for p in 0..<x.rows { x[p, j] = shared[p] + own * x[p, j] }
      }
    }
  }
}
