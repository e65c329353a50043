// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling

/// The edges of one neuron with weights |N(0, 1)|, drawn by sensitivity: fresh weights and samples S in every trial, and the largest
/// relative error over S.
public struct NeuronSamplingExperiment: SamplingExperiment {
  /// Which theorem says how many draws.
  public enum Bound: String, CaseIterable, ParameterValue {
    case bernstein, pfp
    case coreNet = "corenet"
  }

  public static let activations = ActivationLaw.parameter
  public static let inputs = Parameter<Int>(
    "inputs", "n, the edges of the neuron", unit: "edges", .integers(2...100_000))
  public static let bound = Parameter<Bound>("bound", "Which count of draws", standard: .bernstein)

  public static let sensitivity = Quantity("sensitivity", "S, the sum of sensitivities")
  public static let draws = Quantity("draws", "m", unit: "draws", kind: .count)
  public static let error = Quantity("error", "Largest relative error of a part of a sum")

  public let parameters: [any GridParameter] = [activations, inputs, samples, delta, bound, epsilon]
  public let quantities = [sensitivity, draws, drawsRatio, keptFraction, error]
  private let shortage: @Sendable (Cell) -> Double

  public init(shortage: @escaping @Sendable (Cell) -> Double) { self.shortage = shortage }

  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let edges = cell[Self.inputs]
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "neuron"))
    let inputs = cell[Self.activations].draw(cell[Self.samples], inputs: edges, from: &stream)
    let weights = stream.normalWeights(edges, 1).mapping { abs($0) }
    guard let part = NeuronPart.all(weights: weights, inputs: inputs).first else { return .init(success: nil, []) }
    let draws = max(1, Int((count(cell, total: part.distribution.total) / shortage(cell)).rounded(.up)))
    let factors = part.distribution.sampledFactors(draws: draws, from: &stream)
    var pruned = Matrix(rows: edges, columns: 1)
    for (edge, factor) in zip(part.edges, factors) { pruned[edge, 0] = factor * weights[edge, 0] }
    let error = largestPartError(of: pruned, for: weights, inputs: inputs)
    return TrialOutcome(
      success: error <= cell[Self.epsilon],
      [
        Measurement(Self.sensitivity, part.distribution.total), Measurement(Self.draws, draws),
        Measurement(Self.drawsRatio, Double(draws) / Double(edges)),
        Measurement(Self.keptFraction, Double(factors.count { $0 != 0 }) / Double(edges)),
        Measurement(Self.error, error),
      ])
  }

  /// m as a real number.
  private func count(_ cell: Cell, total: Double) -> Double {
    let (epsilon, delta) = (cell[Self.epsilon], cell[Self.delta])
    switch cell[Self.bound] {
    case .bernstein:
      return BernsteinCount.onSamples.draws(
        total: total, epsilon: epsilon, logarithm: log(2 * Double(cell[Self.samples]) / delta))
    case .pfp: return BernsteinCount.published.draws(total: total, epsilon: epsilon, logarithm: log(4 / delta))
    case .coreNet:
      return CoreNetCount.draws(
        total: total, epsilon: epsilon, spread: log(Double(cell[Self.inputs])), logarithm: log(8 / delta))
    }
  }

  /// Entries of the inputs.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.inputs]) * Double(cell[Self.samples]) }

  /// The inputs, the answers they are made from, the shares, and the pruned sums.
  public func memory(of cell: Cell) -> Double { 32 * cost(of: cell) }
}
