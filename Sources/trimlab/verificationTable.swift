// SPDX-License-Identifier: GPL-3.0-or-later
package import Claims
import Foundation

/// The reports as a table of 80 columns, two lines a claim, and below it what the claims remark on their numbers.
package func verificationTable(_ reports: [ClaimReport]) -> String {
  let heading = [
    row(["claim", "class", "verdict", "control"]), numbers(["trials", "measured", "bound", "slack", "p"]),
    String(repeating: "─", count: width),
  ]
  let rows = reports.flatMap { report in
    let finding = report.finding
    return [
      row([report.claim.name, report.claim.kind.rawValue, finding.verdict.rawValue, control(report)])
        .replacing(
          finding.verdict.rawValue, with: Terminal.colored(finding.verdict.rawValue, finding.verdict),
          maxReplacements: 1),
      numbers(
        ["\(finding.trials)"]
          + [finding.measured, finding.bound, finding.slack].map { String(format: "%.4g", $0) }
          + [finding.pValue.map { String(format: "%.2g", $0) } ?? "–"]),
    ]
  }
  return (heading + rows + [""] + reports.flatMap(remarks) + [conclusion(reports)]).joined(separator: "\n")
}

private let width = 80

private func row(_ texts: [String]) -> String {
  zip(texts, [34, 17, 16, 0]).map { text, width in
    text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
  }.joined()
}

private func control(_ report: ClaimReport) -> String {
  report.control.verdict.rawValue + (report.controlHolds ? "" : " (!)")
}

private func numbers(_ texts: [String]) -> String {
  texts.map { String(repeating: " ", count: max(1, 16 - $0.count)) + $0 }.joined()
}

private func remarks(_ report: ClaimReport) -> [String] {
  [report.claim.name + ": " + report.claim.statement].flatMap { wrapped($0, indent: 2) }
    + report.finding.remarks.flatMap { wrapped("· " + $0, indent: 4, first: 2) }
    + wrapped("control: " + report.claim.falseVariant, indent: 4, first: 2) + [""]
}

private func conclusion(_ reports: [ClaimReport]) -> String {
  let refuted = reports.filter { $0.finding.verdict == .refuted }.map(\.claim.name)
  let blind = reports.filter { !$0.controlHolds }.map(\.claim.name)
  if refuted.isEmpty && blind.isEmpty { return "No claim is refuted, and every false variant is." }
  let complaints =
    (refuted.isEmpty ? [] : ["Refuted: \(refuted.joined(separator: ", "))."])
    + (blind.isEmpty ? [] : ["False variant not refuted: \(blind.joined(separator: ", "))."])
  return complaints.joined(separator: "\n")
}
