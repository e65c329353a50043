// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import NetTrim
import Networks
import Reporting

/// What `trimlab prune` says at the end and writes into its report.
protocol PruneDocument: Encodable {
  /// For people.
  var text: String { get }
  /// A row a layer.
  var csv: String { get }
}

extension PruneDocument {
  var json: String { get throws { try printedJSON(self) } }
}

/// Of Net-Trim's schemes.
struct PruneReport: PruneDocument {
  struct Layer: Encodable {
    /// From 0, as in the tensors' names.
    let layer: Int
    let inputs, neurons: Int
    let status: SolveStatus
    let method: String
    let iterations: Int
    let nonzerosBefore, nonzerosAfter: Int
    @FiniteOrNull var norm1Before: Double
    @FiniteOrNull var norm1After: Double
    @FiniteOrNull var epsilon: Double
    let kappa: Double
    @FiniteOrNull var residualNorm: Double
    @FiniteOrNull var maxViolation: Double
    @FiniteOrNull var relativeViolation: Double
    @FiniteOrNull var relativeGap: Double
    let hypothesesCertified: Bool
    @FiniteOrNull var responseNorm: Double
    @FiniteOrNull var measuredError: Double
    /// The theorem for any network, the one for link-normalised networks, and what is known after pruning.
    @FiniteOrNull var bound: Double
    @FiniteOrNull var boundLinkNormalised: Double
    @FiniteOrNull var boundSharp: Double
  }

  let scheme: String
  /// The relative gap that was asked for, and how far beyond ε residuals and beyond max|Y| violations may then be.
  let tolerance, residualTolerance, violationTolerance: Double
  /// R.
  let epsilon: Double
  let gamma: Double?
  /// κ as asked for; a layer has the κ it was solved with.
  let kappa: Double?
  let samples: Int
  let status: SolveStatus
  let nonzerosBefore, nonzerosAfter: Int
  /// Whether ‖W‖₁ + ‖b‖₁ = 1 in every layer, so that `bound_link_normalised` applies.
  let isLinkNormalised: Bool
  /// ‖Ŷ − Y‖_F of the network that is written, whose weights are rounded to the type of the file.
  @FiniteOrNull var errorAsWritten: Double
  let seconds: Double
  let layers: [Layer]
  let holdout: Holdout.Outcome?
  private let widths: [Int]

  init(
    _ command: PruneCommand, _ pruning: Pruning, samples: Matrix, holdout: Holdout.Outcome?, seconds: Double,
    rounded: Network
  ) {
    self.holdout = holdout
    scheme = command.scheme.rawValue
    let settings = SolverSettings(gap: command.tolerance)
    (tolerance, residualTolerance, violationTolerance) = (settings.gap, settings.residual, settings.violation)
    epsilon = command.epsilon ?? 0
    gamma = command.scheme == .cascade ? command.gamma ?? 1.1 : nil
    kappa = command.scheme == .cascade ? command.kappa ?? 1 : nil
    self.samples = samples.rows
    self.seconds = seconds
    layers = pruning.layers.enumerated().map { Layer($0, $1) }
    status = layers.map(\.status).first { $0 != .optimal } ?? .optimal
    (nonzerosBefore, nonzerosAfter) = (pruning.original.nonzeros, pruning.pruned.nonzeros)
    isLinkNormalised = pruning.original.layers.allSatisfy { abs($0.norm1 - 1) <= 1e-12 }
    errorAsWritten =
      zip(
        rounded.responses(to: samples).last?.elements ?? [],
        pruning.original.responses(to: samples).last?.elements ?? []
      ).map { $0 - $1 }.norm2
    widths = [pruning.original.inputs] + pruning.original.layers.map(\.neurons)
  }

  private enum CodingKeys: CodingKey {
    case scheme, tolerance, residualTolerance, violationTolerance, epsilon, gamma, kappa, samples, status
    case nonzerosBefore, nonzerosAfter, isLinkNormalised, errorAsWritten, seconds, layers, holdout
  }

  /// A row a layer.
  var csv: String {
    var table = CSVTable(columns: [
      "layer", "inputs", "neurons", "status", "method", "iterations", "nonzeros_before", "nonzeros_after",
      "norm1_before", "norm1_after", "epsilon", "kappa", "residual_norm", "max_violation", "relative_violation",
      "relative_gap",
      "hypotheses_certified", "response_norm", "measured_error", "bound", "bound_link_normalised", "bound_sharp",
    ])
    for layer in layers { table.append(layer.fields) }
    return table.text
  }

  var text: String {
    let parameters =
      ["R = \(epsilon)"] + (gamma.map { ["γ = \($0)"] } ?? []) + (kappa.map { ["κ = \($0)"] } ?? [])
    let heading =
      "\(scheme), \(parameters.joined(separator: ", ")), \(samples) samples, "
      + widths.map(String.init).joined(separator: " → ")
    let columns = row(["layer", "before", "after", "ε", "residual", "error", "theorem", "sharp", "gap"])
    return
      (wrapped(heading, indent: 2) + ["", columns] + layers.map(\.text) + [""] + remarks).joined(separator: "\n")
  }

  private var remarks: [String] {
    if status != .optimal { return layers.compactMap(\.complaint) }
    if let holdout { return [conclusion, "", holdout.text] }
    guard let kappa, let raised = layers.last?.kappa, raised > kappa else { return [conclusion] }
    return ["No weights were found for κ = \(kappa); the last layer has κ = \(raised).", conclusion]
  }

  private var conclusion: String {
    let error = layers.last.map { errorAsWritten / max($0.responseNorm, .leastNormalMagnitude) } ?? 0
    return "\(nonzerosBefore) → \(nonzerosAfter) non-zeros, "
      + String(format: "relative error of the responses %.3g, %.3g s", error, seconds)
  }
}

extension PruneReport.Layer {
  fileprivate init(_ index: Int, _ layer: PrunedLayer) {
    let solution = layer.solution
    self.init(
      layer: index, inputs: layer.original.inputs, neurons: layer.original.neurons, status: solution.status,
      method: solution.method, iterations: solution.iterations, nonzerosBefore: layer.original.nonzeros,
      nonzerosAfter: layer.pruned.nonzeros, norm1Before: layer.original.norm1, norm1After: layer.pruned.norm1,
      epsilon: layer.epsilon, kappa: layer.kappa, residualNorm: solution.residualNorm,
      maxViolation: solution.maxViolation, relativeViolation: solution.relativeViolation,
      relativeGap: solution.status == .infeasible ? .nan : solution.relativeGap,
      hypothesesCertified: layer.hypothesesCertified, responseNorm: layer.responseNorm,
      measuredError: layer.discrepancy, bound: layer.bounds.general, boundLinkNormalised: layer.bounds.linkNormalised,
      boundSharp: layer.bounds.sharp)
  }

  fileprivate var fields: [(any CSVValue)?] {
    [
      layer, inputs, neurons, status.rawValue, method, iterations, nonzerosBefore, nonzerosAfter, norm1Before,
      norm1After, epsilon, kappa, residualNorm, maxViolation, relativeViolation, relativeGap, "\(hypothesesCertified)",
      responseNorm,
      measuredError, bound, boundLinkNormalised, boundSharp,
    ]
  }

  fileprivate var text: String {
    let numbers = [epsilon, residualNorm, measuredError, bound, boundSharp].map { String(format: "%.2e", $0) }
    let gap = relativeGap.isNaN ? "–" : String(format: "%.1e", relativeGap)
    return row(["\(layer)", "\(nonzerosBefore)", "\(nonzerosAfter)"] + numbers + [gap])
  }

  /// What is wrong with the layer; nil if it is optimal.
  fileprivate var complaint: String? {
    switch status {
    case .optimal: nil
    case .infeasible:
      "Layer \(layer) is infeasible at κ = \(kappa): enlarge --kappa, or search with --retry-kappa 0.01."
    case .notConverged: "Layer \(layer) is not converged: neither optimal nor infeasible by proof."
    }
  }
}

private func row(_ fields: [String]) -> String {
  zip(fields, [6, 9, 9, 9, 9, 9, 9, 9, 9])
    .map { String(repeating: " ", count: max(1, $1 - $0.count)) + $0 }.joined()
}
