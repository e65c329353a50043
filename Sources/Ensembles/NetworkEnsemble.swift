// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks
import RandomStreams

/// What a random network is drawn from: dense weights, or sparse ones planted as a teacher's.
///
/// Every neuron has s = max(1, round(density·N)) non-zero weights on a uniformly drawn support, of mean 0 and variance 2/s, so that
/// responses keep their mean square from layer to layer; biases have the law of the non-zero weights.
public struct NetworkEnsemble: Hashable, Sendable {
  /// The inputs and the neurons of each layer, e.g. [20, 30, 30, 5].
  public var widths: [Int]
  /// The share of each neuron's weights that are not zero.
  public var density: Double
  /// The law of the weights.
  public var weights: WeightDistribution
  /// Whether layers have biases.
  public var hasBias: Bool
  /// Whether the last layer is linear.
  public var output: Network.Output
  /// Whether every layer is scaled to ‖W‖₁ + ‖b‖₁ = 1.
  public var isLinkNormalised: Bool

  /// - Precondition: at least one layer, no width of 0, a density in (0, 1].
  public init(
    widths: [Int], density: Double = 1, weights: WeightDistribution = .gaussian, hasBias: Bool = false,
    output: Network.Output = .relu, isLinkNormalised: Bool = false
  ) {
    precondition(widths.count > 1 && widths.allSatisfy { $0 > 0 }, "widths \(widths)")
    precondition(density > 0 && density <= 1, "density \(density)")
    self.widths = widths
    self.density = density
    self.weights = weights
    self.hasBias = hasBias
    self.output = output
    self.isLinkNormalised = isLinkNormalised
  }

  /// Canonical text: the content of stream keys, so it never changes.
  public var name: String {
    "network \(widths.map(String.init).joined(separator: "·")), density=\(density), \(weights.name) weights, "
      + "\(hasBias ? "biases" : "no biases"), \(output.rawValue) output"
      + (isLinkNormalised ? ", link-normalised" : "")
  }

  /// Network number `trial` in the study with seed `seed`.
  ///
  /// - Complexity: O(number of weights) draws.
  public func network(seed: UInt64, trial: Int) -> Network {
    var stream = RandomStream(StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: "network"))
    let layers = zip(widths, widths.dropFirst()).map { layer(inputs: $0, neurons: $1, &stream) }
    let network = Network(layers: layers, output: output)
    return isLinkNormalised ? network.linkNormalised.network : network
  }

  private func layer(inputs: Int, neurons: Int, _ stream: inout RandomStream) -> Layer {
    let nonzeros = max(1, Int((density * Double(inputs)).rounded()))
    let scale = (2 / Double(nonzeros)).squareRoot()
    var matrix = Matrix(rows: inputs, columns: neurons)
    for m in 0..<neurons {
      let support = stream.subset(size: nonzeros, of: inputs)
      for (n, value) in zip(support, values(nonzeros, scale, &stream)) { matrix[n, m] = value }
    }
    return Layer(weights: matrix, bias: hasBias ? values(neurons, scale, &stream) : nil)
  }

  private func values(_ count: Int, _ scale: Double, _ stream: inout RandomStream) -> [Double] {
    Matrix(rows: count, columns: 1) { buffer in
      weights.fill(buffer, from: &stream)
      for i in buffer.indices { buffer[i] *= scale }
    }.elements
  }

  /// `count` samples that network number `trial` of this ensemble answers: what a student learns from its teacher.
  public func dataSet(_ count: Int, inputs: InputDistribution = .gaussian, seed: UInt64, trial: Int) -> DataSet {
    let content = "\(name), \(inputs.name) inputs, P=\(count)"
    var stream = RandomStream(StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: "samples"))
    let samples = InputSampler(inputs, dimension: widths[0], stream: &stream).draw(count, from: &stream)
    let teacher = network(seed: seed, trial: trial)
    return DataSet(inputs: samples, targets: .values(teacher.output(for: samples)))
  }
}
