// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import Foundation
import LinearAlgebra
import RecoveryTheory

/// **Planted recovery.** Whether the Net-Trim program at ε = 0 recovers s-sparse planted weights of a neuron with N inputs from P samples.
///
/// A trial succeeds where the planted weights are proved to be the unique solution, of all M neurons where several share the samples; or,
/// where that is asked for and of own methods always, where the error of the solution is small.
public struct RecoveryExperiment: Experiment {
  /// N, the number of inputs.
  public static let dimension = Parameter<Int>(
    "dimension", "N, the number of inputs", unit: "inputs", .integers(1...10_000_000))
  /// s, the number of non-zero planted weights.
  public static let sparsity = Parameter<Int>(
    "sparsity", "s, the number of non-zero planted weights", unit: "weights", .integers(1...10_000_000),
    axis: AxisRule(fractionsOf: dimension, orOfLater: "samples"))
  /// Law of the inputs.
  public static let inputs = Parameter<InputDistribution>(
    "inputs", "Law of the inputs", InputDistribution.domain(files: true), standard: .gaussian, place: .study)
  /// P, the number of samples.
  public static let samples = Parameter<Int>(
    "samples", "P, the number of samples", unit: "samples", .integers(1...100_000_000), axis: samplesAxis)
  /// Law of the planted non-zero weights.
  public static let weights = Parameter<WeightDistribution>(
    "weights", "Law of the planted non-zero weights", WeightDistribution.domain, standard: .gaussian, place: .study)
  /// M, the neurons that share the samples.
  public static let neurons = Parameter<Int>(
    "neurons", "M, the neurons that share the samples", unit: "neurons", .integers(1...100_000), standard: 1,
    place: .study)
  /// How a trial is decided, or what program of the user's recovers.
  public static let method = Parameter<RecoveryMethod>(
    "method", "How a trial is decided, or what program of the user's recovers", RecoveryMethod.domain,
    standard: .builtIn(.auto), place: .study)
  /// Norm of the responses' errors over that of the responses; 0: exact.
  public static let noise = Parameter<Double>(
    "noise", "Norm of the responses' errors over that of the responses; 0: exact", .keyed("relative", 0...10),
    standard: 0, place: .study)
  /// The largest relative error of all neurons' weights that counts as recovery; 0: where recovery is proved, of own methods 1e-3.
  public static let success = Parameter<Double>(
    "success",
    "The largest relative error of all neurons' weights that counts as recovery; 0: where recovery is proved, of own methods 1e-3",
    .keyed("relative-error", 0...1), standard: 0, place: .study)

  /// n, the number of samples on which the neuron is active.
  public static let activeSamples = Quantity(
    "active_samples", "n, the number of samples on which the neuron is active", unit: "samples", kind: .count)
  /// ‖U − w*‖₂/‖w*‖₂ of the program's solution; empty where none was computed.
  public static let error = Quantity(
    "error", "‖U − w*‖₂/‖w*‖₂ of the program's solution; empty where none was computed")
  /// ‖w*‖₁.
  public static let plantedNorm = Quantity("planted_norm", "‖w*‖₁")
  /// ‖U‖₁ of the program's solution.
  public static let recoveredNorm = Quantity("recovered_norm", "‖U‖₁ of the program's solution")
  /// Relative duality gap of the program's solution.
  public static let gap = Quantity("gap", "Relative duality gap of the program's solution")
  /// Evidence of the certificate, positive for recovery.
  public static let margin = Quantity("margin", "Evidence of the certificate, positive for recovery")
  /// Iterations of the solver that decided.
  public static let iterations = Quantity(
    "iterations", "Iterations of the solver that decided", unit: "iterations", kind: .count)
  /// Whether the certificate proves recovery by the program on the same draws; empty where it proves neither, and with noise.
  public static let certified = Quantity(
    "certified",
    "Whether the certificate proves recovery by the program on the same draws; empty where it proves neither, and with noise",
    kind: .flag)
  /// ‖(UᵀX − Y)_Ω‖_F/‖Y‖_F of the solution; empty where none was computed.
  public static let residual = Quantity(
    "residual", "‖(UᵀX − Y)_Ω‖_F/‖Y‖_F of the solution; empty where none was computed")
  /// The largest (uᵀx)₊ over samples without response, over max Y; empty where no solution was computed.
  public static let violation = Quantity(
    "violation", "The largest (uᵀx)₊ over samples without response, over max Y; empty where no solution was computed")
  /// What decided the trial.
  public static let decidedBy = Quantity(
    "decided_by", "What decided the trial", kind: .word(Deciding.allCases.map(\.rawValue)))

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    dimension, sparsity, inputs, samples, weights, neurons, method, noise, success,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    activeSamples, error, plantedNorm, recoveredNorm, gap, margin, iterations, decidedBy, certified, residual,
    violation,
  ]
  /// The parameters by which cells are grouped when progress is shown.
  public let grouping: [any GridParameter] = [dimension, sparsity, inputs]

  /// Own methods and files.
  private var resources: StudyResources?

  /// The experiment, which has no settings.
  public init() {}

  /// The experiment with what a study takes from outside.
  public func using(_ resources: StudyResources) -> any Experiment {
    var experiment = self
    experiment.resources = resources
    return experiment
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    if let problem = Self.problem(withSparsityIn: cell) ?? problem(withFilesOf: cell) { return problem }
    guard case .builtIn(let method) = cell[Self.method] else { return nil }
    let inputs = cell[Self.inputs]
    if !method.applies(to: inputs) {
      return CellProblem(
        Self.method,
        "the method '\(method.rawValue)' cannot draw \(inputs.name) inputs, only gaussian; use 'certificate'")
    }
    if cell[Self.neurons] > 1, method == .lazy || method == .program && !Self.hasSolution(cell) {
      return CellProblem(Self.method, "the method '\(method.rawValue)' decides single neurons; use 'auto'")
    }
    if cell[Self.noise] > 0, cell[Self.success] == 0 {
      return CellProblem(
        Self.noise, "no weights are recovered exactly from noisy responses; add success: {relative-error: 0.1}, say")
    }
    if Self.hasSolution(cell), method == .certificate || method == .lazy {
      return CellProblem(
        Self.method, "the method '\(method.rawValue)' computes no solution whose error could be judged; use 'auto'")
    }
    return nil
  }

  /// What a file that is at hand has not; nil where there are no files.
  private func problem(withFilesOf cell: Cell) -> CellProblem? {
    guard let resources, resources.areAtHand else { return nil }
    if case .file(let samples) = cell[Self.inputs] {
      do {
        let matrix = try resources.arrays.matrix(samples.path)
        return problem(cell, withInputs: matrix, of: samples.path)
      } catch {
        return CellProblem(Self.inputs, "\(error)")
      }
    }
    guard case .file(let path) = cell[Self.weights] else { return nil }
    do {
      return problem(cell, withWeights: try resources.arrays.matrix(path), of: path)
    } catch {
      return CellProblem(Self.weights, "\(error)")
    }
  }

  private func problem(_ cell: Cell, withInputs matrix: Matrix, of path: String) -> CellProblem? {
    if matrix.columns != cell[Self.dimension] {
      return CellProblem(
        Self.dimension,
        "\(path) has samples of \(matrix.columns) inputs, not \(cell[Self.dimension]); set dimension: [\(matrix.columns)]"
      )
    }
    guard cell[Self.samples] > matrix.rows else { return nil }
    return CellProblem(
      Self.samples, "\(cell[Self.samples]) samples without replacement, but \(path) has \(matrix.rows); ask for fewer")
  }

  private func problem(_ cell: Cell, withWeights matrix: Matrix, of path: String) -> CellProblem? {
    if matrix.columns != cell[Self.dimension] {
      return CellProblem(
        Self.dimension,
        "\(path) has neurons of \(matrix.columns) weights, not \(cell[Self.dimension]); set dimension: [\(matrix.columns)]"
      )
    }
    let counts = (0..<matrix.rows).map { row in matrix.row(row).count { $0 != 0 } }
    guard let short = counts.firstIndex(where: { $0 < cell[Self.sparsity] }) else { return nil }
    return CellProblem(
      Self.sparsity,
      "the \(cell[Self.sparsity]) largest weights are taken, but column \(short + 1) of \(path) has \(counts[short]) that are not 0; "
        + "lower it")
  }

  /// Makes what trials of several cells share, before the trial's clock starts.
  public func prepare(_ cell: Cell, seed: UInt64, trial: Int) throws {
    if case .file(let samples) = cell[Self.inputs] { _ = try resources?.arrays.matrix(samples) }
    if case .file(let path) = cell[Self.weights] { _ = try resources?.arrays.matrix(path) }
  }

  /// Whether trials are judged by the error of a solution.
  private static func hasSolution(_ cell: Cell) -> Bool {
    cell[method].isOwn || cell[success] > 0 || cell[noise] > 0
  }

  /// The largest error that counts as recovery by an own method where the study says nothing.
  static let ownStandard = 1e-3

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
    case .builtIn(.lazy): return 8 * (p * s + 60 * n)
    case .builtIn(.auto) where !Self.hasSolution(cell), .builtIn(.certificate):
      return cell[Self.neurons] > 1 ? 16 * n * p : 8 * n * p
    case .builtIn: return 16 * n * p
    case .own: return 32 * n * p
    }
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    if Self.hasSolution(cell) { return try answer(cell, seed: seed, trial: trial, in: &workspace) }
    let (ensemble, neurons) = (PlantedEnsemble(cell), cell[Self.neurons])
    guard neurons == 1, case .builtIn(let method) = cell[Self.method] else {
      let layer = SharedSamples(ensemble: ensemble, neurons: neurons, arrays: resources?.arrays)
        .layer(seed: seed, trial: trial, in: &workspace)
      return TrialOutcome(success: layer.verdict.isRecovered, [])
    }
    let recovery = PlantedRecovery(seed: seed, method: method, arrays: resources?.arrays)
    return recovery.trial(ensemble, number: trial, in: &workspace).outcome
  }

  private func answer(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let instance = RecoveryInstance(cell, seed: seed, trial: trial, resources?.arrays, in: &workspace)
    let threshold = cell[Self.success] > 0 ? cell[Self.success] : Self.ownStandard
    let recovery = AnsweredRecovery(instance: instance, threshold: threshold)
    guard case .own(let name) = cell[Self.method] else {
      return try recovery.outcomeOfProgram(isShortened: cell[Self.method] == .builtIn(.auto))
    }
    guard let method = resources?.programs[name] else {
      throw TrialFailure(message: "the study has no method '\(name)'")
    }
    return try recovery.outcome(of: method, seed: seed, trial: trial, in: &workspace)
  }

  /// 2δ, where half the trials succeed by the normal form; a search begins at 2√(sN), the geometric middle of 2s and 2N, between which
  /// the 50 % point must lie for Gaussian inputs, and does not go beyond 32 N.
  private static let samplesAxis = AxisRule(
    multiplesOf: dimension,
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
      RecoveryExperiment.method.is(.builtIn(method)),
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
