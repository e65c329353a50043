// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling

/// The edges of one neuron with positive weights, drawn by sensitivity: fresh weights, samples S and one fresh sample in every trial, and
/// the largest relative error.
///
/// The error is over S, where no assumption is needed, or of the fresh sample for counts that are published for one; a trial whose
/// fresh sample has a share beyond what the count allows for is undecided.
public struct NeuronSamplingExperiment: SamplingExperiment {
  /// Which theorem says how many draws.
  public enum Bound: String, CaseIterable, ParameterValue {
    case bernstein, pfp
    case coreNet = "corenet"
    /// As many draws as `bernstein`, or the largest sensitivities where those left out sum to at most ε.
    case hybrid = "sipp-hybrid"

    /// Whether the bound speaks of fresh samples.
    var isFresh: Bool { self == .pfp || self == .coreNet }
  }
  /// The law of the weights.
  public enum Weights: String, CaseIterable, ParameterValue {
    /// |N(0, 1)|.
    case normal
    /// |N(0, 1)|⁷: a few of them are most of a sum.
    case heavy
  }

  /// The law of the activations.
  public static let activations = ActivationLaw.parameter
  /// Law of the weights.
  public static let weights = Parameter<Weights>("weights", "Law of the weights", standard: .normal)
  /// n, the edges of the neuron.
  public static let inputs = Parameter<Int>(
    "inputs", "n, the edges of the neuron", unit: "edges", .integers(2...100_000))
  /// Which count of draws.
  public static let bound = Parameter<Bound>("bound", "Which count of draws", standard: .bernstein)

  /// S, the sum of sensitivities.
  public static let sensitivity = Quantity("sensitivity", "S, the sum of sensitivities")
  /// m (draws).
  public static let draws = Quantity("draws", "m", unit: "draws", kind: .count)
  /// |S| relative to what CoreNet's theorem asks for; others ask for none.
  public static let samplesRatio = Quantity(
    "samples_ratio", "|S| relative to what CoreNet's theorem asks for; others ask for none")
  /// 1 where the largest sensitivities were kept, 0 where edges were drawn.
  public static let largest = Quantity(
    "largest", "1 where the largest sensitivities were kept, 0 where edges were drawn", kind: .flag)
  /// Relative error that the theorem states.
  public static let stated = Quantity("stated", "Relative error that the theorem states")
  /// Largest relative error of a part of a sum.
  public static let error = Quantity("error", "Largest relative error of a part of a sum")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [activations, weights, inputs, samples, delta, bound, epsilon, cut]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [sensitivity, draws, drawsRatio, samplesRatio, keptFraction, largest, stated, error, failed]

  /// The experiment, which has no settings.
  public init() {}

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (edges, samples) = (cell[Self.inputs], cell[Self.samples])
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "neuron"))
    let isFresh = cell[Self.bound].isFresh
    let inputs = cell[Self.activations].draw(samples + (isFresh ? 1 : 0), inputs: edges, from: &stream)
    let seen = isFresh ? inputs.selectingRows(0..<samples) : inputs
    let exponent = cell[Self.weights] == .heavy ? 7.0 : 1
    let weights = stream.normalWeights(edges, 1).mapping { pow(abs($0), exponent) }
    guard let part = NeuronPart.all(weights: weights, inputs: seen).first else { return .init(success: nil, []) }
    let choice = choice(cell, part.distribution, &stream)
    var pruned = Matrix(rows: edges, columns: 1)
    for (edge, factor) in zip(part.edges, choice.factors) { pruned[edge, 0] = factor * weights[edge, 0] }
    let judged = isFresh ? inputs.selectingRows(samples..<samples + 1) : inputs
    let error = largestPartError(of: pruned, for: weights, inputs: judged)
    // Rounding, where what is left out is the error.
    let isKept = error <= choice.stated + 1e-12
    let isAssumed = !isFresh || largestSpread(part, weights: weights, inputs: judged) <= Self.spread(cell)
    return TrialOutcome(
      success: isAssumed ? isKept : nil,
      [
        Measurement(Self.sensitivity, part.distribution.total), Measurement(Self.draws, choice.draws),
        Measurement(Self.drawsRatio, Double(choice.draws) / Double(edges)),
        Measurement(Self.samplesRatio, Double(samples) / Self.requiredSamples(cell)),
        Measurement(Self.keptFraction, Double(choice.factors.count { $0 != 0 }) / Double(edges)),
        Measurement(Self.largest, choice.isLargest), Measurement(Self.stated, choice.stated),
        Measurement(Self.error, error), Measurement(Self.failed, !isKept),
      ])
  }

  private struct Choice {
    let draws: Int
    let factors: [Double]
    let stated: Double
    var isLargest = false
  }

  /// What is stated is of the whole count, what is drawn of one that is cut.
  private func choice(_ cell: Cell, _ edges: SensitivityDistribution, _ stream: inout RandomStream) -> Choice {
    let (whole, epsilon) = (count(cell, total: edges.total), cell[Self.epsilon])
    let draws = max(1, Int((whole / cell[Self.cut]).rounded(.up)))
    func largest(_ draws: Double) -> [Double] {
      edges.largestFactors(Int(edges.expectedDistinct(draws: draws).rounded()))
    }
    let leftOut = cell[Self.bound] == .hybrid ? edges.leftOut(largest(whole.rounded(.up))) : .infinity
    guard leftOut > epsilon else {
      return Choice(draws: draws, factors: largest(Double(draws)), stated: leftOut, isLargest: true)
    }
    return Choice(draws: draws, factors: edges.sampledFactors(draws: draws, from: &stream), stated: epsilon)
  }

  /// The largest g_j(x)/s_j of a fresh sample; infinite where an edge without a sensitivity answers.
  private func largestSpread(_ part: NeuronPart, weights: Matrix, inputs: Matrix) -> Double {
    let layer = FilterLayer(Layer(weights: weights))
    var sensitivities = [Double](repeating: 0, count: weights.rows)
    for (edge, s) in zip(part.edges, part.distribution.sensitivities) { sensitivities[edge] = s }
    return zip(largestShares(layer, inputs), sensitivities).reduce(0) { $1.0 > 0 ? max($0, $1.0 / $1.1) : $0 }
  }

  /// K.
  private static func spread(_ cell: Cell) -> Double { cell[bound] == .pfp ? 3 : log(Double(cell[inputs])) }

  private static func requiredSamples(_ cell: Cell) -> Double {
    cell[bound] == .coreNet ? coreNetSamples(edges: Double(cell[inputs]), delta: cell[delta]) : 1
  }

  /// m as a real number.
  private func count(_ cell: Cell, total: Double) -> Double {
    let (epsilon, delta) = (cell[Self.epsilon], cell[Self.delta])
    switch cell[Self.bound] {
    case .bernstein, .hybrid:
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
