// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
public import Ensembles
import LinearAlgebra
public import Networks
public import RecoveryTheory

/// **What Net-Trim leaves of a layer** at ε > 0, beside the law of the pruned layer (``PrunedLayerLaw``).
///
/// The weights of neuron m are the normal quantiles Φ⁻¹((j − ½)/s), or compressible, ±j^(−q), j ≤ s, and N − s zeros, in an order drawn
/// anew in every trial, times (m + 1)/M: the law is the same in all trials. ε = R·‖Y‖_F. A trial succeeds where the program is solved to a certified optimum.
public struct PrunedLayerExperiment: Experiment {
  /// N, the inputs of the layer.
  public static let dimension = Parameter<Int>(
    "dimension", "N, the inputs of the layer", unit: "inputs", .integers(2...100_000))
  /// s/N, the share of a neuron's weights that is not zero.
  public static let density = Parameter<Double>(
    "density", "s/N, the share of a neuron's weights that is not zero", .numbers(0.001...1), standard: 1)
  /// q of compressible weights ±j^(−q); 0 for normal quantiles.
  public static let decay = Parameter<Double>(
    "decay", "q of compressible weights ±j^(−q); 0 for normal quantiles", .numbers(0...5), standard: 0)
  /// M, the neurons of the layer.
  public static let neurons = Parameter<Int>(
    "neurons", "M, the neurons of the layer", unit: "neurons", .integers(1...10_000), standard: 1)
  /// P/N, samples for every input.
  public static let samplesPerInput = Parameter<Double>(
    "samples_per_input", "P/N, samples for every input", .numbers(0.05...1_000))
  /// R = ε/‖Y‖_F.
  public static let epsilon = Parameter<Double>(
    "epsilon", "R = ε/‖Y‖_F", .numbers(0.001...0.99))
  /// Relu, or linear without inequalities.
  public static let output = Parameter<Network.Output>(
    "output", "relu, or linear without inequalities", standard: .relu)
  /// Law of the inputs.
  public static let inputs = Parameter<InputDistribution>(
    "inputs", "Law of the inputs", InputDistribution.domain, standard: .gaussian)

  /// Weights that stay.
  public static let kept = Quantity("kept", "Weights that stay", unit: "weights", kind: .count)
  /// Their share of the N·M weights.
  public static let keptFraction = Quantity("kept_fraction", "Their share of the N·M weights")
  /// ‖Û‖₁/‖W‖₁.
  public static let norm1Ratio = Quantity("norm1_ratio", "‖Û‖₁/‖W‖₁")
  /// Squared error of the layer's outputs on a fresh Gaussian input, relative to their mean square.
  public static let freshSquare = Quantity(
    "fresh_square", "Squared error of the layer's outputs on a fresh Gaussian input, relative to their mean square")
  /// Its root.
  public static let freshError = Quantity("fresh_error", "Its root")
  /// ‖ReLU(XᵀÛ) − Y‖_F/‖Y‖_F on the samples.
  public static let sampleError = Quantity("sample_error", "‖ReLU(XᵀÛ) − Y‖_F/‖Y‖_F on the samples")
  /// ‖Û − W‖²_F/‖W‖²_F.
  public static let weightSquare = Quantity("weight_square", "‖Û − W‖²_F/‖W‖²_F")
  /// Its root, the error of the weights themselves.
  public static let weightError = Quantity("weight_error", "Its root, the error of the weights themselves")
  /// Relative duality gap.
  public static let gap = Quantity("gap", "Relative duality gap")
  /// Kept_fraction by the law for Gaussian inputs.
  public static let keptLaw = Quantity("kept_law", "kept_fraction by the law for Gaussian inputs")
  /// Norm1_ratio by the law.
  public static let norm1Law = Quantity("norm1_law", "norm1_ratio by the law")
  /// Fresh_error by the law.
  public static let freshLaw = Quantity("fresh_law", "fresh_error by the law")
  /// Weight_error by the law.
  public static let weightLaw = Quantity("weight_law", "weight_error by the law")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    dimension, density, decay, neurons, samplesPerInput, epsilon, output, inputs,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    kept, keptFraction, norm1Ratio, freshSquare, freshError, sampleError, weightSquare, weightError, gap, keptLaw,
    norm1Law, freshLaw, weightLaw,
  ]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
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

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let layer = PrunedLayerDraw(cell, seed: seed, trial: trial, stream: &workspace.stream)
    let solution = try layer.pruned(relativeEpsilon: cell[Self.epsilon])
    let law = try Self.law(cell)
    let freshSquare = layer.freshSquare(of: solution.weights)
    let weightSquare = layer.weightSquare(of: solution.weights)
    return TrialOutcome(
      success: solution.status == .optimal ? true : nil,
      [
        Measurement(Self.kept, solution.nonzeros),
        Measurement(Self.keptFraction, Double(solution.nonzeros) / Double(layer.weights.elements.count)),
        Measurement(Self.norm1Ratio, solution.weights.entrywiseNorm1 / layer.weights.entrywiseNorm1),
        Measurement(Self.freshSquare, freshSquare), Measurement(Self.freshError, freshSquare.squareRoot()),
        Measurement(Self.sampleError, layer.sampleError(of: solution.weights)),
        Measurement(Self.weightSquare, weightSquare), Measurement(Self.weightError, weightSquare.squareRoot()),
        Measurement(Self.gap, solution.relativeGap),
        Measurement(Self.keptLaw, law.keptFraction), Measurement(Self.norm1Law, law.norm1Ratio),
        Measurement(Self.freshLaw, law.freshError), Measurement(Self.weightLaw, law.weightError),
      ])
  }

  /// The weights of each neuron of a cell, in one of their orders.
  public static func weights(_ cell: Cell) -> [[Double]] { PrunedLayerDraw.weights(cell) }

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
