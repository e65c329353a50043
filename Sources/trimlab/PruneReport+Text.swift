// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ConvexRecovery
import Foundation
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

extension PruneReport: PruneDocument {
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
    if status != .optimal { return complaints }
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
}

private func row(_ fields: [String]) -> String {
  zip(fields, [6, 9, 9, 9, 9, 9, 9, 9, 9])
    .map { String(repeating: " ", count: max(1, $1 - $0.count)) + $0 }.joined()
}
