// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Foundation

extension SolveReport {
  var text: String {
    let rows = [
      (lambda == nil ? "‖U‖₁" : "‖U‖₁ + ‖R‖²/(2λ)", number(objective)),
      ("lower bound", number(dualBound)),
      ("relative gap", number(relativeGap)),
      ("residual", "\(number(residualNorm)) (\(fit))"),
      ("largest violation", number(maxViolation)),
      ("non-zeros", "\(nonzeros) of \(shape.inputs * shape.neurons)"),
      ("method", "\(method), \(iterations) iterations, \(String(format: "%.3g", seconds)) s"),
    ]
    let table = rows.map { "  " + $0.padding(toLength: 20, withPad: " ", startingAt: 0) + $1 }
    return ([heading] + table).joined(separator: "\n")
  }

  private var fit: String { lambda.map { "λ = \(number($0))" } ?? "ε = \(number(epsilon))" }

  private func number(_ value: Double) -> String {
    if value.isNaN { return "none" }
    return value.isFinite ? String(format: "%.8g", value) : "∞"
  }
}
