// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import RandomStreams
public import RecoveryTheory

/// The weights of one pruned ReLU neuron, each beside its law u_j = soft(λq_j + aŵ_j; 1)/b.
///
/// Where a weight lies in its law is uniform on (0, 1), with a draw over the law's mass at 0.
public struct PrunedWeightsExperiment: Experiment {
  private typealias Layer = PrunedLayerExperiment

  /// Mean over the weights of where they lie in their laws; one half by the law.
  public static let place = Quantity(
    "place", "Mean over the weights of where they lie in their laws; one half by the law")
  /// Mean of its square; one third by the law.
  public static let placeSquare = Quantity("place_square", "Mean of its square; one third by the law")
  /// Share of the weights that are 0 over the mean of their laws' masses at 0; 1 by the law.
  public static let placeZero = Quantity(
    "zero_place", "Share of the weights that are 0 over the mean of their laws' masses at 0; 1 by the law")
  /// Share of the weights that lie in the bin of û_j√N/ω, those at 0 in none.
  public static let share = Quantity(
    "share", "Share of the weights that lie in the bin of û_j√N/ω, those at 0 in none", of: .item)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    PrunedLayerExperiment.dimension, PrunedLayerExperiment.density, PrunedLayerExperiment.decay,
    PrunedLayerExperiment.samplesPerInput, PrunedLayerExperiment.epsilon,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [place, placeSquare, placeZero, share]
  /// What the items of a trial are.
  public let itemName: String? = "bin"

  /// The bins of û_j√N/ω, of equal width.
  public static let bins = (from: -3.5, width: 0.25, count: 28)

  /// The samples that the law is told, in multiples of those drawn: more than 1 is false.
  private let toldSamples: Double

  /// The experiment; with `toldSamples` other than 1 the law is told so many times the samples that are drawn, which makes it false.
  public init(toldSamples: Double = 1) { self.toldSamples = toldSamples }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { PrunedLayerExperiment().cost(of: Self.layer(cell)) }

  /// What a trial of the cell holds in memory at once, roughly, in bytes.
  public func memory(of cell: Cell) -> Double { PrunedLayerExperiment().memory(of: Self.layer(cell)) }

  /// The law of the neuron of a cell.
  ///
  /// - Throws: `PrunedLawError`.
  public static func law(_ cell: Cell, samplesTimes factor: Double = 1) throws -> PrunedNeuronLaw {
    try PrunedLayerExperiment.law(layer(cell), samplesTimes: factor).neurons[0]
  }

  /// The weights before pruning, in one of their orders.
  public static func weights(_ cell: Cell) -> [Double] { PrunedLayerDraw.weights(layer(cell))[0] }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let neuron = PrunedLayerDraw(Self.layer(cell), seed: seed, trial: trial, stream: &workspace.stream)
    let solution = try neuron.pruned(relativeEpsilon: cell[PrunedLayerExperiment.epsilon])
    let law = try Self.law(cell, samplesTimes: toldSamples)
    let (before, after) = (neuron.weights.elements, solution.weights.elements)
    workspace.stream.restart(
      at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "places at 0"))
    let places = zip(after, before).map { Self.place(of: $0, in: law.law(ofWeight: $1), &workspace.stream) }
    let zeros = Double(after.count { $0 == 0 })
    return TrialOutcome(
      success: solution.status == .optimal ? true : nil,
      [
        Measurement(Self.place, places.mean), Measurement(Self.placeSquare, places.map { $0 * $0 }.mean),
        Measurement(Self.placeZero, zeros / before.reduce(0) { $0 + law.law(ofWeight: $1).massAtZero }),
      ] + Self.shares(after, unit: before.norm2 / Double(before.count).squareRoot()))
  }

  private static func place(of u: Double, in law: PrunedWeightLaw, _ stream: inout RandomStream) -> Double {
    let upper = law.probability(atMost: u)
    return u == 0 ? upper - law.massAtZero * stream.uniform() : upper
  }

  private static func shares(_ weights: [Double], unit: Double) -> [Measurement] {
    var counts = [Int](repeating: 0, count: bins.count)
    for u in weights where u != 0 {
      let bin = ((u / unit - bins.from) / bins.width).rounded(.down)
      if bin >= 0, bin < Double(bins.count) { counts[Int(bin)] += 1 }
    }
    return counts.enumerated().map {
      Measurement(share, item: $0.offset + 1, Double($0.element) / Double(weights.count))
    }
  }

  /// The layer of one ReLU neuron on Gaussian inputs.
  private static func layer(_ cell: Cell) -> Cell {
    Layer().cell([
      Layer.dimension.is(cell[Layer.dimension]), Layer.density.is(cell[Layer.density]),
      Layer.decay.is(cell[Layer.decay]), Layer.samplesPerInput.is(cell[Layer.samplesPerInput]),
      Layer.epsilon.is(cell[Layer.epsilon]),
    ])
  }
}

extension [Double] {
  fileprivate var mean: Double { reduce(0, +) / Double(count) }
}
