// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
public import Ensembles
import LinearAlgebra
import Networks
import RandomStreams
import RecoveryTheory

/// Layers pruned on inputs that are not Gaussian, beside the law that knows mean and covariance of these inputs and no more.
///
/// The law takes both moments from samples that are neither pruned on nor used to measure the error on fresh inputs. A trial succeeds
/// where the program is solved to a certified optimum.
public struct MomentLawExperiment: Experiment {
  /// Where the layer comes from.
  public enum Source: String, Sendable, CaseIterable, ParameterValue {
    /// Standard normal weights, on inputs drawn from `inputs`.
    case random
    /// The middle layer of a 2·N·N·2 network trained on nested spirals, with its biases, on its own inputs.
    case trained
  }

  /// Where the layer comes from.
  public static let source = Parameter<Source>("source", "Where the layer comes from", standard: .random)
  /// Law of the inputs of a random layer.
  public static let inputs = Parameter<InputDistribution>(
    "inputs", "Law of the inputs of a random layer", InputDistribution.domain, standard: .reluOutputs(layers: 1))
  /// N, the inputs of the layer.
  public static let dimension = Parameter<Int>(
    "dimension", "N, the inputs of the layer", unit: "inputs", .integers(4...2_000), standard: 50)
  /// M, the neurons of the layer that are pruned.
  public static let neurons = Parameter<Int>(
    "neurons", "M, the neurons of the layer that are pruned", unit: "neurons", .integers(1...1_000), standard: 4)
  /// P/N.
  public static let samplesPerInput = PrunedLayerExperiment.samplesPerInput
  /// R, ε relative to ‖y‖.
  public static let epsilon = PrunedLayerExperiment.epsilon

  /// Share of the weights that stay.
  public static let keptFraction = PrunedLayerExperiment.keptFraction
  /// ‖û‖₁/‖w‖₁.
  public static let norm1Ratio = PrunedLayerExperiment.norm1Ratio
  /// Error of the outputs on fresh inputs, relative to their root mean square.
  public static let freshError = Quantity(
    "fresh_error", "Error of the outputs on fresh inputs, relative to their root mean square")
  /// Kept_fraction by the law from mean and covariance.
  public static let keptLaw = Quantity("kept_law", "kept_fraction by the law from mean and covariance")
  /// Norm1_ratio by the law from mean and covariance.
  public static let norm1Law = Quantity("norm1_law", "norm1_ratio by the law from mean and covariance")
  /// Fresh_error by the law from mean and covariance.
  public static let freshLaw = Quantity("fresh_law", "fresh_error by the law from mean and covariance")
  /// Norm1_ratio by the law for standard Gaussian inputs.
  public static let norm1Isotropic = Quantity(
    "norm1_isotropic", "norm1_ratio by the law for standard Gaussian inputs")
  /// Fresh_error by the law for standard Gaussian inputs.
  public static let freshIsotropic = Quantity(
    "fresh_isotropic", "fresh_error by the law for standard Gaussian inputs")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [source, inputs, dimension, neurons, samplesPerInput, epsilon]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    keptFraction, norm1Ratio, freshError, keptLaw, norm1Law, freshLaw, norm1Isotropic, freshIsotropic,
  ]

  private static let freshSamples = 4_000

  /// The experiment, which has no settings.
  public init() {}

  /// Whether cells with these values have the parameter at all.
  public func has(_ parameter: any GridParameter, in cell: Cell) -> Bool {
    parameter.name != Self.inputs.name || cell[optional: Self.source] != .trained
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    if case .file? = cell[optional: Self.inputs] {
      return CellProblem(Self.inputs, "a file has no fresh inputs to measure on; use trimlab prune --holdout")
    }
    guard cell[Self.source] == .trained, cell[Self.neurons] > cell[Self.dimension] else { return nil }
    return CellProblem(
      Self.neurons, "the middle layer has \(cell[Self.dimension]) neurons, not \(cell[Self.neurons]); lower them")
  }

  /// An iteration's products with the inputs.
  public func cost(of cell: Cell) -> Double {
    let n = Double(cell[Self.dimension])
    return n * n * n * cell[Self.samplesPerInput] * Double(cell[Self.neurons])
  }

  /// Three blocks of samples, what a solver keeps of one, and the moments.
  public func memory(of cell: Cell) -> Double {
    let (n, m) = (Double(cell[Self.dimension]), Double(cell[Self.neurons]))
    return 8 * (2 * Double(Self.freshSamples) * n + cell[Self.samplesPerInput] * n * (3 * n + 8 * m) + 6 * n * n)
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let layer = cell[Self.source] == .trained ? Drawn(trained: cell, seed, trial) : Drawn(cell, seed, trial, &workspace)
    let responses = layer.responses(layer.pruning)
    let relative = cell[Self.epsilon]
    let solution = try LayerProgram(
      inputs: layer.pruning, responses: responses, epsilon: relative * responses.frobeniusNorm, activation: .relu
    ).solve()
    let columns = (0..<layer.weights.columns).map { Array(layer.weights.column($0)) }
    let law = try CorrelatedPrunedLayerLaw(
      weights: columns, samples: layer.pruning.rows, relativeEpsilon: relative,
      inputs: GaussianInputs(samples: layer.known), draws: layer.noise(seed, trial, &workspace.stream))
    let isotropic = try PrunedLayerLaw(
      weights: columns, samples: layer.pruning.rows, goal: .relativeEpsilon(relative))
    let count = Double(layer.weights.elements.count)
    return TrialOutcome(
      success: solution.status == .optimal ? true : nil,
      [
        Measurement(Self.keptFraction, Double(solution.nonzeros) / count), Measurement(Self.keptLaw, law.kept / count),
        Measurement(Self.norm1Ratio, solution.weights.entrywiseNorm1 / layer.weights.entrywiseNorm1),
        Measurement(Self.norm1Law, law.norm1Ratio), Measurement(Self.norm1Isotropic, isotropic.norm1Ratio),
        Measurement(Self.freshError, layer.freshError(of: solution.weights)),
        Measurement(Self.freshLaw, law.freshError), Measurement(Self.freshIsotropic, isotropic.freshError),
      ])
  }

  /// A layer and three sets of its inputs, one sample a row.
  private struct Drawn {
    /// N×M, biases included.
    let weights: Matrix
    /// The samples to prune on, those of which the moments are known, and those on which the error is measured.
    let pruning, known, fresh: Matrix

    init(_ cell: Cell, _ seed: UInt64, _ trial: Int, _ workspace: inout TrialWorkspace) {
      let (dimension, samples) = (cell[MomentLawExperiment.dimension], Self.samples(cell))
      workspace.stream.restart(
        at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "layer and inputs"))
      weights = Matrix(rows: dimension, columns: cell[MomentLawExperiment.neurons]) {
        workspace.stream.fillNormal($0)
      }
      let sampler = InputSampler(
        cell[MomentLawExperiment.inputs], dimension: dimension, stream: &workspace.stream)
      pruning = sampler.draw(samples, from: &workspace.stream)
      known = sampler.draw(freshSamples, from: &workspace.stream)
      fresh = sampler.draw(freshSamples, from: &workspace.stream)
    }

    init(trained cell: Cell, _ seed: UInt64, _ trial: Int) {
      let (dimension, samples) = (cell[MomentLawExperiment.dimension], Self.samples(cell))
      let network = SpiralNetworks(width: dimension).network(seed: seed, trial: trial)
      let layer = network.layers[1]
      let points = NestedSpirals(samples: samples + 2 * freshSamples, turns: 1).dataSet(seed: seed, trial: trial)
      // Spirals come class by class.
      let order = (0..<points.inputs.rows).sorted { ($0 % 2_003, $0) < ($1 % 2_003, $1) }
      let hidden = layer.extending(network.response(ofLayer: 0, to: points.inputs)).selectingRows(order)
      weights = layer.extended.selectingColumns(Array(0..<cell[MomentLawExperiment.neurons]))
      pruning = hidden.selectingRows(0..<samples)
      known = hidden.selectingRows(samples..<samples + freshSamples)
      fresh = hidden.selectingRows(samples + freshSamples..<samples + 2 * freshSamples)
    }

    private static func samples(_ cell: Cell) -> Int {
      Int((cell[MomentLawExperiment.samplesPerInput] * Double(cell[MomentLawExperiment.dimension])).rounded(.up))
    }

    func responses(_ inputs: Matrix) -> Matrix { (inputs * weights).rectified }

    func freshError(of pruned: Matrix) -> Double {
      let before = responses(fresh)
      return ((fresh * pruned).rectified.elements - before.elements).norm2 / before.frobeniusNorm
    }

    func noise(_ seed: UInt64, _ trial: Int, _ stream: inout RandomStream) -> [[Double]] {
      stream.restart(at: StreamKey(seed: seed, content: "moment law", trial: UInt32(trial), purpose: "noise"))
      return (0..<3).map { _ in (0..<weights.rows).map { _ in stream.normal() } }
    }
  }
}
