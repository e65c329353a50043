// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling

/// The shares g_j(x) of a neuron's edges on a fresh sample x, beside their sensitivities s_j, the largest shares on S: one neuron, one S
/// and one fresh sample a trial.
///
/// A trial succeeds where no edge has g_j(x) > K·s_j.
public struct FreshSensitivityExperiment: Experiment {
  /// The law of the activations.
  public static let activations = ActivationLaw.parameter
  /// n, the edges of the neuron.
  public static let inputs = Parameter<Int>(
    "inputs", "n, the edges of the neuron", unit: "edges", .integers(2...100_000), standard: 100)
  /// K.
  public static let spread = Parameter<Double>("spread", "K", .numbers(1...100), standard: 3)
  /// |S|, the samples that sensitivities are the maximum over.
  public static let samples = NeuronSamplingExperiment.samples

  /// Share of the edges with a share beyond K times their sensitivity.
  public static let beyond = Quantity("beyond", "Share of the edges with a share beyond K times their sensitivity")
  /// 1 where there is such an edge, else 0.
  public static let broken = Quantity("broken", "1 where there is such an edge, else 0", kind: .flag)
  /// 1 where the first edge's share is beyond its sensitivity, else 0.
  public static let firstBeyond = Quantity(
    "first_beyond", "1 where the first edge's share is beyond its sensitivity, else 0", kind: .flag)
  /// 1/(|S| + 1), which bounds the mean of first_beyond.
  public static let firstBound = Quantity("first_bound", "1/(|S| + 1), which bounds the mean of first_beyond")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [activations, inputs, spread, samples]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [beyond, broken, firstBeyond, firstBound]
  private let activations: ActivationLaw?

  /// - `activations`: the law of all inputs, whatever the cells say; nil leaves it to them.
  public init(activations: ActivationLaw? = nil) { self.activations = activations }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let law = activations ?? cell[Self.activations]
    let (count, samples, spread) = (cell[Self.inputs], cell[Self.samples], cell[Self.spread])
    var stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: law.rawValue))
    let inputs = law.draw(samples + 1, inputs: count, from: &stream)
    let layer = FilterLayer(Layer(weights: stream.normalWeights(count, 1).mapping { abs($0) }))
    let sensitivities = largestShares(layer, inputs.selectingRows(0..<samples))
    let shares = largestShares(layer, inputs.selectingRows(samples..<samples + 1))
    let beyond = zip(shares, sensitivities).count { $0 > spread * $1 }
    return TrialOutcome(
      success: beyond == 0,
      [
        Measurement(Self.beyond, Double(beyond) / Double(count)), Measurement(Self.broken, beyond > 0),
        Measurement(Self.firstBeyond, shares[0] > sensitivities[0]),
        Measurement(Self.firstBound, 1 / Double(samples + 1)),
      ])
  }

  /// Entries of the inputs.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.inputs]) * Double(cell[Self.samples]) }

  /// The inputs, the answers they are made from, those of S, and their shares.
  public func memory(of cell: Cell) -> Double { 32 * (cost(of: cell) + Double(cell[Self.inputs])) }
}
