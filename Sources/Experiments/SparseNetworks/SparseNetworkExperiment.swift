// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import HardThresholding
import LinearAlgebra

/// What a sparse two-layer network y_p = Σ_m ReLU(w_mᵀx_p), M neurons with s non-zero weights each among N, is recovered from.
///
/// From the sum y_p, by iterative hard thresholding that is told M·s, with the network's own gates and with gates that it must find. From
/// every neuron's response ReLU(w_mᵀx_p), M numbers a sample that show the gates, by hard thresholding that is told s, and by Net-Trim that is
/// not. With one neuron the two have the same numbers. A trial succeeds where known gates recover the network from the sum.
public struct SparseNetworkExperiment: Experiment {
  /// N, inputs of the network.
  public static let dimension = Parameter<Int>(
    "dimension", "N, inputs of the network", unit: "inputs", .integers(2...10_000))
  /// M, hidden neurons.
  public static let neurons = Parameter<Int>("neurons", "M, hidden neurons", unit: "neurons", .integers(1...1_000))
  /// s, non-zero weights of each neuron.
  public static let sparsity = Parameter<Int>(
    "sparsity", "s, non-zero weights of each neuron", unit: "weights", .integers(1...10_000))
  /// P (samples).
  public static let samples = Parameter<Int>("samples", "P", unit: "samples", .integers(1...1_000_000))
  /// Random starts at most, where gates must be found.
  public static let starts = Parameter<Int>(
    "starts", "Random starts at most, where gates must be found", .integers(1...10_000), standard: 8)

  /// 1 if hard thresholding with the network's gates recovered it.
  public static let gatedRecovered = Quantity(
    "gated_recovered", "1 if hard thresholding with the network's gates recovered it", kind: .flag)
  /// 1 if hard thresholding that finds the gates recovered it.
  public static let searchedRecovered = Quantity(
    "searched_recovered", "1 if hard thresholding that finds the gates recovered it", kind: .flag)
  /// 1 if hard thresholding, from all neurons' responses and told s, recovered it.
  public static let thresholdedRecovered = Quantity(
    "thresholded_recovered", "1 if hard thresholding, from all neurons' responses and told s, recovered it", kind: .flag
  )
  /// 1 if Net-Trim, from all neurons' responses, recovered it.
  public static let netTrimRecovered = Quantity(
    "net_trim_recovered", "1 if Net-Trim, from all neurons' responses, recovered it", kind: .flag)
  /// ‖Ŵ − W‖_F/‖W‖_F with the network's gates.
  public static let gatedError = Quantity("gated_error", "‖Ŵ − W‖_F/‖W‖_F with the network's gates")
  /// ‖Ŵ − W‖_F/‖W‖_F where gates must be found, up to the neurons' order.
  public static let searchedError = Quantity(
    "searched_error", "‖Ŵ − W‖_F/‖W‖_F where gates must be found, up to the neurons' order")
  /// ‖Ŵ − W‖_F/‖W‖_F of hard thresholding from all neurons' responses.
  public static let thresholdedError = Quantity(
    "thresholded_error", "‖Ŵ − W‖_F/‖W‖_F of hard thresholding from all neurons' responses")
  /// ‖Ŵ − W‖_F/‖W‖_F of Net-Trim.
  public static let netTrimError = Quantity("net_trim_error", "‖Ŵ − W‖_F/‖W‖_F of Net-Trim")
  /// ‖y − ŷ‖/‖y‖ where gates must be found: what it knows of its own success.
  public static let searchedResidual = Quantity(
    "searched_residual", "‖y − ŷ‖/‖y‖ where gates must be found: what it knows of its own success")
  /// Iterations with the network's gates.
  public static let gatedIterations = Quantity(
    "gated_iterations", "Iterations with the network's gates", unit: "iterations", kind: .count)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, neurons, sparsity, samples, starts]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    gatedRecovered, searchedRecovered, thresholdedRecovered, netTrimRecovered, gatedError, searchedError,
    thresholdedError, netTrimError, searchedResidual, gatedIterations,
  ]

  /// Of a relative error. Few errors lie between 10⁻⁸ and 10⁻³: those of an iteration that was still on its way.
  private static let recoveredError = 1e-6

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (dimension, sparsity) = (cell[Self.dimension], cell[Self.sparsity])
    return sparsity > dimension
      ? "sparsity: \(sparsity) of \(dimension) weights cannot be non-zero; take at most all" : nil
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let network = PlantedNetwork(cell, seed: seed, trial: trial)
    let thresholding = IterativeHardThresholding(nonzeros: cell[Self.neurons] * cell[Self.sparsity])
    let gated = thresholding.recover(
      GatedModel(inputs: network.inputs, generators: network.weights), responses: network.output)
    let searched = thresholding.recover(inputs: network.inputs, responses: network.output, starts: network.starts)
    let program = try LayerProgram(inputs: network.inputs, responses: network.responses)
    let errors = [
      (Self.gatedError, Self.gatedRecovered, network.error(of: gated.weights)),
      (Self.searchedError, Self.searchedRecovered, matchedError(of: searched.weights, to: network.weights)),
      (Self.thresholdedError, Self.thresholdedRecovered, network.error(of: network.thresholded(cell[Self.sparsity]))),
      (Self.netTrimError, Self.netTrimRecovered, network.error(of: program.solve().weights)),
    ]
    return TrialOutcome(
      success: errors[0].2 <= Self.recoveredError,
      errors.flatMap { [Measurement($0, $2), Measurement($1, $2 <= Self.recoveredError)] } + [
        Measurement(Self.searchedResidual, searched.residual), Measurement(Self.gatedIterations, gated.iterations),
      ])
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    [Self.dimension, Self.neurons, Self.samples, Self.starts].reduce(1) { $0 * Double(cell[$1]) }
  }

  /// The inputs, also as programs of a neuron have them, responses and gates of all neurons, and the starts.
  public func memory(of cell: Cell) -> Double {
    let (dimension, neurons) = (Double(cell[Self.dimension]), Double(cell[Self.neurons]))
    let samples = Double(cell[Self.samples])
    return 8 * (3 * samples * dimension + 6 * samples * neurons + dimension * neurons * Double(cell[Self.starts] + 6))
  }
}
