// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import Foundation
import RecoveryTheory

/// **Planted recovery.** Whether the Net-Trim program at ε = 0 recovers s-sparse planted weights of a neuron with N inputs from P samples.
///
/// A trial succeeds where the planted weights are proved to be the unique solution, of all M neurons where several share the samples.
public struct RecoveryExperiment: Experiment {
  public static let dimension = Parameter<Int>(
    "dimension", "N, the number of inputs", unit: "inputs", .integers(1...10_000_000))
  public static let sparsity = Parameter<Int>(
    "sparsity", "s, the number of non-zero planted weights", unit: "weights", .integers(1...10_000_000),
    axis: AxisRule(fractionsOf: dimension))
  public static let inputs = Parameter<InputDistribution>(
    "inputs", "Law of the inputs", InputDistribution.domain, standard: .gaussian, place: .study)
  public static let samples = Parameter<Int>(
    "samples", "P, the number of samples", unit: "samples", .integers(1...100_000_000), axis: samplesAxis)
  public static let weights = Parameter<WeightDistribution>(
    "weights", "Law of the planted non-zero weights",
    .composed(head: "values", WeightDistribution.allCases.map { ComposedWord($0.rawValue) }), standard: .gaussian,
    place: .study)
  public static let neurons = Parameter<Int>(
    "neurons", "M, the neurons that share the samples", unit: "neurons", .integers(1...100_000), standard: 1,
    place: .study)
  public static let method = Parameter<DecisionMethod>(
    "method", "How a trial is decided", standard: .auto, place: .study)

  public static let activeSamples = Quantity(
    "active_samples", "n, the number of samples on which the neuron is active", unit: "samples", kind: .count)
  public static let error = Quantity(
    "error", "‖U − w*‖₂/‖w*‖₂ of the program's solution; empty where none was computed")
  public static let plantedNorm = Quantity("planted_norm", "‖w*‖₁")
  public static let recoveredNorm = Quantity("recovered_norm", "‖U‖₁ of the program's solution")
  public static let gap = Quantity("gap", "Relative duality gap of the program's solution")
  public static let margin = Quantity("margin", "Evidence of the certificate, positive for recovery")
  public static let iterations = Quantity(
    "iterations", "Iterations of the solver that decided", unit: "iterations", kind: .count)
  public static let decidedBy = Quantity(
    "decided_by", "What decided the trial", kind: .word(Deciding.allCases.map(\.rawValue)))

  public let parameters: [any GridParameter] = [dimension, sparsity, inputs, samples, weights, neurons, method]
  public let quantities = [
    activeSamples, error, plantedNorm, recoveredNorm, gap, margin, iterations, decidedBy,
  ]
  public let grouping: [any GridParameter] = [dimension, sparsity, inputs]

  public init() {}

  public func problem(with cell: Cell) -> CellProblem? {
    let (inputs, method) = (cell[Self.inputs], cell[Self.method])
    if let problem = Self.problem(withSparsityIn: cell) { return problem }
    if !method.applies(to: inputs) {
      return CellProblem(
        Self.method,
        "the method '\(method.rawValue)' cannot draw \(inputs.name) inputs, only gaussian; use 'certificate'")
    }
    if cell[Self.neurons] > 1, inputs != .gaussian || cell[Self.weights] != .gaussian || method == .lazy {
      return CellProblem(
        Self.neurons,
        "several neurons share samples only with gaussian inputs and weights, and not by the method 'lazy'")
    }
    return nil
  }

  /// Why so many weights cannot be planted; nil where they can.
  static func problem(withSparsityIn cell: Cell) -> CellProblem? {
    let (dimension, sparsity) = (cell[dimension], cell[sparsity])
    guard sparsity > dimension else { return nil }
    return CellProblem(Self.sparsity, "sparsity \(sparsity) exceeds dimension \(dimension); lower it")
  }

  /// The entries of the inputs: drawing them is the floor under a trial.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.dimension]) * Double(cell[Self.samples]) }

  /// The samples drawn and as much again to work on; of lazy trials, what the certificate asks for.
  public func memory(of cell: Cell) -> Double {
    let (n, s, p) = (Double(cell[Self.dimension]), Double(cell[Self.sparsity]), Double(cell[Self.samples]))
    switch cell[Self.method] {
    case .lazy: return 8 * (p * s + 60 * n)
    case .auto, .certificate: return cell[Self.neurons] > 1 ? 16 * n * p : 8 * n * p
    case .program: return 16 * n * p
    }
  }

  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let neurons = cell[Self.neurons]
    guard neurons == 1 else {
      let layer = SharedSamples(
        dimension: cell[Self.dimension], sparsity: cell[Self.sparsity], samples: cell[Self.samples], neurons: neurons)
      return TrialOutcome(success: layer.verdict(seed: seed, trial: trial, in: &workspace).isRecovered, [])
    }
    let recovery = PlantedRecovery(seed: seed, method: cell[Self.method])
    return recovery.trial(PlantedEnsemble(cell), number: trial, in: &workspace).outcome
  }

  /// 2δ, where half the trials succeed by the normal form; a search begins at 2√(sN), the geometric middle of 2s and 2N, between which
  /// the 50 % point must lie for Gaussian inputs, and does not go beyond 32 N.
  private static let samplesAxis = AxisRule(
    references: [
      .init("predicted", "2δ, the predicted 50 % point") {
        NormalForm(dimension: $0[dimension], sparsity: $0[sparsity]).median
      },
      .init("theorem-3", "Theorem 3's count at μ = 2, (11s + 7)·2 ln N") {
        Double(Theorem3(dimension: $0[dimension], sparsity: $0[sparsity]).samples(exponent: 2))
      },
    ],
    guess: { max(1, Int((2 * Double($0[sparsity] * $0[dimension]).squareRoot()).rounded())) },
    limit: { 32 * $0[dimension] })
}

extension PlantedEnsemble {
  /// What is drawn in a cell of ``RecoveryExperiment``.
  public init(_ cell: Cell) {
    self.init(
      dimension: cell[RecoveryExperiment.dimension], sparsity: cell[RecoveryExperiment.sparsity],
      samples: cell[RecoveryExperiment.samples], inputs: cell[RecoveryExperiment.inputs],
      weights: cell[RecoveryExperiment.weights])
  }

  /// The cell of ``RecoveryExperiment`` that draws this.
  public func cell(neurons: Int = 1, method: DecisionMethod = .auto) -> Cell {
    RecoveryExperiment().cell([
      RecoveryExperiment.dimension.is(dimension), RecoveryExperiment.sparsity.is(sparsity),
      RecoveryExperiment.inputs.is(inputs), RecoveryExperiment.samples.is(samples),
      RecoveryExperiment.weights.is(weights), RecoveryExperiment.neurons.is(neurons),
      RecoveryExperiment.method.is(method),
    ])
  }
}

extension RecoveryTrial {
  /// What is stored of the trial.
  public var outcome: TrialOutcome {
    typealias Q = RecoveryExperiment
    let measurements = [
      Measurement(Q.activeSamples, activeSamples), Measurement(Q.error, error ?? .nan),
      Measurement(Q.plantedNorm, plantedNorm), Measurement(Q.recoveredNorm, recoveredNorm ?? .nan),
      Measurement(Q.gap, gap ?? .nan), Measurement(Q.margin, margin ?? .nan), Measurement(Q.iterations, iterations),
      Measurement(Q.decidedBy, Deciding.allCases.firstIndex(of: method) ?? 0),
    ]
    return TrialOutcome(success: verdict.isRecovered, measurements)
  }
}
