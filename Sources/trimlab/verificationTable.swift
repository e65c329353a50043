// SPDX-License-Identifier: GPL-3.0-or-later
package import Claims
import Reporting

/// The reports as a table of 80 columns, two lines a claim, and below it what the claims remark on their numbers.
package func verificationTable(_ reports: [ClaimReport]) -> String {
  let claims = TextTable(
    [["claim", "class", "verdict", "control"]] + reports.map(words), side: .left, leastWidths: [32, 15, 14])
  let figures = TextTable(
    [["trials", "measured", "bound", "slack", "p"]] + reports.map(numbers), leastWidths: [16, 14, 14, 14, 14])
  var pairs = zip(claims.lines, figures.lines).map { [$0, $1] }
  for (index, report) in reports.enumerated() {
    let verdict = report.finding.verdict
    pairs[index + 1][0] = pairs[index + 1][0].replacing(
      " \(verdict.rawValue)", with: " \(Terminal.colored(verdict.rawValue, verdict))", maxReplacements: 1)
  }
  pairs.insert([String(repeating: "─", count: 80)], at: 1)
  return (pairs.joined() + [""] + reports.flatMap(remarks) + [conclusion(reports)]).joined(separator: "\n")
}

private func words(_ report: ClaimReport) -> [String] {
  [report.claim.name, report.claim.kind.rawValue, report.finding.verdict.rawValue, control(report)]
}

private func control(_ report: ClaimReport) -> String {
  report.control.verdict.rawValue + (report.controlHolds ? "" : " (!)")
}

private func numbers(_ report: ClaimReport) -> [String] {
  let finding = report.finding
  return ["\(finding.trials)"] + [finding.measured, finding.bound, finding.slack].map { $0.general(4) }
    + [finding.pValue.general(2)]
}

private func remarks(_ report: ClaimReport) -> [String] {
  [report.claim.name + ": " + report.claim.statement].flatMap { wrapped($0, indent: 2) }
    + report.finding.remarks.flatMap { wrapped("· " + $0, indent: 4, first: 2) }
    + wrapped(report.finding.power(of: report.claim), indent: 4, first: 2)
    + report.claim.registered.amendments.flatMap { wrapped($0.text, indent: 4, first: 2) }
    + wrapped(controlText(report), indent: 4, first: 2) + [""]
}

private func controlText(_ report: ClaimReport) -> String {
  let control = report.control
  return
    "control: \(report.claim.falseVariant): \(control.verdict.rawValue), measured \(control.measured.general(4)), bound "
    + "\(control.bound.general(4)), p = \(control.pValue.general(2))"
}

private func conclusion(_ reports: [ClaimReport]) -> String {
  let refuted = reports.filter { $0.finding.verdict == .refuted }.map(\.claim.name)
  let blind = reports.filter { !$0.controlHolds }.map(\.claim.name)
  let others = [(ClaimVerdict.notBorneOut, "Not borne out"), (.inconclusive, "Inconclusive")].flatMap {
    verdict, words in
    let names = reports.filter { $0.finding.verdict == verdict }.map(\.claim.name)
    return names.isEmpty ? [] : ["\(words): \(names.joined(separator: ", "))."]
  }
  if refuted.isEmpty && blind.isEmpty {
    return (["No claim is refuted, and every false variant is."] + others).joined(separator: "\n")
  }
  let complaints =
    (refuted.isEmpty ? [] : ["Refuted: \(refuted.joined(separator: ", "))."])
    + (blind.isEmpty ? [] : ["False variant not refuted: \(blind.joined(separator: ", "))."])
  return (complaints + others).joined(separator: "\n")
}
