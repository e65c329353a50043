// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import Networks
import RandomStreams

/// How far the weights of the published ADMM are from the program it iterates on, as its iterations grow and where it stops by itself.
///
/// Layers have dense Gaussian weights, and Gaussian samples or the ReLU outputs of a layer before: positive, and of few directions. Items are numbers of iterations: 10, 30, 100, …; an iteration that has stopped
/// by its own rule before stays where it stopped.
public struct PublishedADMMExperiment: Experiment {
  /// N (inputs).
  public static let dimension = Parameter<Int>(
    "dimension", "N", unit: "inputs", .integers(1...10_000))
  /// M (neurons).
  public static let neurons = Parameter<Int>("neurons", "M", unit: "neurons", .integers(1...10_000))
  /// P (samples).
  public static let samples = Parameter<Int>(
    "samples", "P", unit: "samples", .integers(1...1_000_000))
  /// Ε as a share of ‖Y‖_F.
  public static let epsilon = Parameter<Double>(
    "epsilon", "ε as a share of ‖Y‖_F", .numbers(1e-6...1))
  /// Gaussian inputs of a layer before, whose N outputs are the inputs; 0 for Gaussian inputs without one.
  public static let latent = Parameter<Int>(
    "latent", "Gaussian inputs of a layer before, whose N outputs are the inputs; 0 for Gaussian inputs without one",
    unit: "inputs", .integers(0...10_000), standard: 0)
  /// Standard deviation of the weights: the stopping rule is absolute.
  public static let deviation = Parameter<Double>(
    "deviation", "Standard deviation of the weights: the stopping rule is absolute", .numbers(1e-6...1e6), standard: 1)

  /// Residual/ε − 1 where it stops.
  public static let stopExcess = Quantity("stop_excess", "Residual/ε − 1 where it stops")
  /// Largest violation over ‖Y‖_∞ where it stops.
  public static let stopViolation = Quantity(
    "stop_violation", "Largest violation over ‖Y‖_∞ where it stops")
  /// ‖U‖₁ over the optimum, less 1, where it stops.
  public static let stopObjective = Quantity(
    "stop_objective", "‖U‖₁ over the optimum, less 1, where it stops")
  /// Iterations until it stops, at most 20,000.
  public static let stopIterations = Quantity(
    "stop_iterations", "Iterations until it stops, at most 20,000", unit: "iterations",
    kind: .count)
  /// Residual/ε − 1 after so many iterations.
  public static let excess = Quantity(
    "excess", "Residual/ε − 1 after so many iterations", of: .item)
  /// Largest violation over ‖Y‖_∞ after so many iterations.
  public static let violation = Quantity(
    "violation", "Largest violation over ‖Y‖_∞ after so many iterations", of: .item)
  /// ‖U‖₁ over the optimum, less 1, after so many iterations.
  public static let objective = Quantity(
    "objective", "‖U‖₁ over the optimum, less 1, after so many iterations", of: .item)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, neurons, samples, epsilon, latent, deviation]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    stopExcess, stopViolation, stopObjective, stopIterations, excess, violation, objective,
  ]
  /// What the items of a trial are.
  public var itemName: String? { "iterations" }

  /// The items.
  public static let counts = [10, 30, 100, 300, 1_000, 3_000]
  private static let limit = 20_000

  /// The experiment, which has no settings.
  public init() {}

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    [Self.dimension, Self.neurons, Self.samples].reduce(1) { $0 * Double(cell[$1]) }
  }

  /// The inputs twice, and a dozen arrays of activities.
  public func memory(of cell: Cell) -> Double {
    let (samples, neurons) = (Double(cell[Self.samples]), Double(cell[Self.neurons]))
    return 8 * (2 * samples * Double(cell[Self.dimension]) + 12 * samples * neurons)
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let program = try Self.program(cell, seed: seed, trial: trial, stream: &workspace.stream)
    let optimum = program.solve()
    guard optimum.status == .optimal else { return TrialOutcome(success: nil, []) }
    let measurements = Self.counts.flatMap { count in
      Self.misfit(of: Self.answer(to: program, after: count), optimum, program)
        .enumerated().map {
          Measurement([Self.excess, Self.violation, Self.objective][$0], item: count, $1)
        }
    }
    let last = Self.answer(to: program, after: Self.limit)
    let misfit = Self.misfit(of: last, optimum, program)
    return TrialOutcome(
      success: max(misfit[0], misfit[1]) <= 1e-3,
      measurements
        + zip([Self.stopExcess, Self.stopViolation, Self.stopObjective], misfit).map {
          Measurement($0, $1)
        }
        + [Measurement(Self.stopIterations, last.iterations)])
  }

  private static func program(
    _ cell: Cell, seed: UInt64, trial: Int, stream: inout RandomStream
  ) throws -> LayerProgram {
    stream.restart(
      at: StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "layer"))
    func normal(_ rows: Int, _ columns: Int) -> Matrix {
      Matrix(rows: rows, columns: columns) { stream.fillNormal($0) }
    }
    let (dimension, latent) = (cell[dimension], cell[latent])
    let inputs =
      latent == 0
      ? normal(cell[samples], dimension) : (normal(cell[samples], latent) * normal(latent, dimension)).rectified
    var weights = normal(dimension, cell[neurons])
    for i in weights.elements.indices { weights.elements[i] *= cell[deviation] }
    let responses = (inputs * weights).rectified
    return try LayerProgram(
      inputs: inputs, responses: responses, epsilon: cell[epsilon] * responses.frobeniusNorm)
  }

  private static func answer(to program: LayerProgram, after count: Int) -> LayerSolution {
    var settings = SolverSettings()
    settings.admm.iterationLimit = count
    return program.solve(method: .publishedADMM, settings: settings)
  }

  /// Residual/ε − 1, violation and objective, the last two relative.
  private static func misfit(
    of answer: LayerSolution, _ optimum: LayerSolution, _ program: LayerProgram
  ) -> [Double] {
    [
      answer.residualNorm / program.epsilon - 1, answer.relativeViolation,
      answer.objective / optimum.objective - 1,
    ]
  }
}
