// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
public import Ensembles
import LinearAlgebra
public import Networks
import RandomStreams
public import RecoveryTheory

/// **What Net-Trim leaves of a layer** at ε > 0, beside the law of the pruned layer (``PrunedLayerLaw``).
///
/// The weights of neuron m are the normal quantiles Φ⁻¹((j − ½)/s), j ≤ s, and N − s zeros, in an order drawn anew in every trial, times
/// (m + 1)/M: the law is the same in all trials. ε = R·‖Y‖_F. A trial succeeds where the program is solved to a certified optimum.
public struct PrunedLayerExperiment: Experiment {
  public static let dimension = Parameter<Int>(
    "dimension", "N, the inputs of the layer", unit: "inputs", .integers(2...100_000))
  public static let density = Parameter<Double>(
    "density", "s/N, the share of a neuron's weights that is not zero", .numbers(0.001...1), standard: 1)
  public static let neurons = Parameter<Int>(
    "neurons", "M, the neurons of the layer", unit: "neurons", .integers(1...10_000), standard: 1)
  public static let samplesPerInput = Parameter<Double>(
    "samples_per_input", "P/N, samples for every input", .numbers(0.05...1_000))
  public static let epsilon = Parameter<Double>(
    "epsilon", "R = ε/‖Y‖_F", .numbers(0.001...0.99))
  public static let output = Parameter<Network.Output>(
    "output", "relu, or linear without inequalities", standard: .relu)
  public static let inputs = Parameter<InputDistribution>(
    "inputs", "Law of the inputs", InputDistribution.domain, standard: .gaussian)

  public static let kept = Quantity("kept", "Weights that stay", unit: "weights", kind: .count)
  public static let keptFraction = Quantity("kept_fraction", "Their share of the N·M weights")
  public static let norm1Ratio = Quantity("norm1_ratio", "‖Û‖₁/‖W‖₁")
  public static let freshSquare = Quantity(
    "fresh_square", "Squared error of the layer's outputs on a fresh Gaussian input, relative to their mean square")
  public static let freshError = Quantity("fresh_error", "Its root")
  public static let sampleError = Quantity("sample_error", "‖ReLU(XᵀÛ) − Y‖_F/‖Y‖_F on the samples")
  public static let gap = Quantity("gap", "Relative duality gap")
  public static let coordinateMean = Quantity(
    "coordinate_mean", "Mean over the weights of one neuron of where they lie in their laws; one half by the law")
  public static let coordinateSquare = Quantity(
    "coordinate_square", "Mean of its square; one third by the law")
  public static let keptLaw = Quantity("kept_law", "kept_fraction by the law for Gaussian inputs")
  public static let norm1Law = Quantity("norm1_law", "norm1_ratio by the law")
  public static let freshLaw = Quantity("fresh_law", "fresh_error by the law")

  public let parameters: [any GridParameter] = [
    dimension, density, neurons, samplesPerInput, epsilon, output, inputs,
  ]
  public let quantities = [
    kept, keptFraction, norm1Ratio, freshSquare, freshError, sampleError, gap, coordinateMean, coordinateSquare,
    keptLaw,
    norm1Law, freshLaw,
  ]

  /// The samples that the weights' laws are told, in multiples of those drawn: more than 1 is false.
  private let toldSamples: Double

  public init(toldSamples: Double = 1) { self.toldSamples = toldSamples }

  public func problem(with cell: Cell) -> CellProblem? {
    cell[Self.inputs].mean == 0
      ? nil
      : CellProblem(
        Self.inputs, "the law is of inputs of mean 0 and variance 1, which \(cell[Self.inputs].name) are not")
  }

  /// An iteration's products with the inputs.
  public func cost(of cell: Cell) -> Double {
    let n = Double(cell[Self.dimension])
    return n * n * n * cell[Self.samplesPerInput] * Double(cell[Self.neurons])
  }

  /// Inputs, responses and what a solver keeps of both, and its factors.
  public func memory(of cell: Cell) -> Double {
    let (n, m) = (Double(cell[Self.dimension]), Double(cell[Self.neurons]))
    return 8 * (cell[Self.samplesPerInput] * n * (3 * n + 8 * m) + 4 * n * n)
  }

  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let layer = PrunedLayerDraw(cell, seed: seed, trial: trial, stream: &workspace.stream)
    let program = try LayerProgram(
      inputs: layer.inputs, responses: layer.responses, epsilon: cell[Self.epsilon] * layer.responses.frobeniusNorm,
      activation: cell[Self.output] == .linear ? .linear : .relu)
    let solution = program.solve()
    let law = try Self.law(cell)
    let told = toldSamples == 1 ? law : try Self.law(cell, samplesTimes: toldSamples)
    let places = cell[Self.neurons] == 1 ? layer.places(of: solution.weights, in: told, &workspace.stream) : []
    let freshSquare = layer.freshSquare(of: solution.weights)
    return TrialOutcome(
      success: solution.status == .optimal ? true : nil,
      [
        Measurement(Self.kept, solution.nonzeros),
        Measurement(Self.keptFraction, Double(solution.nonzeros) / Double(layer.weights.elements.count)),
        Measurement(Self.norm1Ratio, solution.weights.entrywiseNorm1 / layer.weights.entrywiseNorm1),
        Measurement(Self.freshSquare, freshSquare), Measurement(Self.freshError, freshSquare.squareRoot()),
        Measurement(Self.sampleError, layer.sampleError(of: solution.weights)),
        Measurement(Self.gap, solution.relativeGap),
        Measurement(Self.coordinateMean, places.mean { $0 }),
        Measurement(Self.coordinateSquare, places.mean { $0 * $0 }),
        Measurement(Self.keptLaw, law.keptFraction), Measurement(Self.norm1Law, law.norm1Ratio),
        Measurement(Self.freshLaw, law.freshError),
      ])
  }

  /// The law of a cell for Gaussian inputs, with another number of samples or output where a false variant has it.
  ///
  /// - Throws: `PrunedLawError`.
  public static func law(
    _ cell: Cell, samplesTimes factor: Double = 1, isLinear: Bool? = nil
  ) throws -> PrunedLayerLaw {
    let samples = PrunedLayerDraw.samples(cell)
    return try PrunedLayerLaw(
      weights: PrunedLayerDraw.weights(cell), samples: Int((factor * Double(samples)).rounded()),
      goal: .relativeEpsilon(cell[epsilon]), isLinear: isLinear ?? (cell[output] == .linear))
  }
}

extension InputDistribution {
  /// Of every entry; the outputs of a ReLU layer are the only ones that are not centred.
  fileprivate var mean: Double { if case .reluOutputs = self { .nan } else { 0 } }
}

extension [Double] {
  /// Not a number of none.
  fileprivate func mean(_ value: (Double) -> Double) -> Double { reduce(0) { $0 + value($1) } / Double(count) }
}
