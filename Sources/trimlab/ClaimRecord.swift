// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Claims
import Foundation
import Reporting

/// How a claim fared, as `trimlab verify --json` and `trimlab run --json` print it.
struct ClaimRecord: Encodable {
  let claim: any Claim
  let finding: Finding
  /// What the false variant led to; nil in a study, which judges the claim alone and has its remarks instead.
  var control: Finding?

  private enum CodingKeys: String, CodingKey {
    case claim, `class`, statement, trials, violations, measured, bound, slack, verdict, remarks
    case margin, detectable, unit, amendments
    case vacuousCells = "vacuous_cells"
    case hypothesesCertified = "hypotheses_certified"
    case pValue = "p_value"
    case negativeControl = "negative_control"
  }

  private struct NegativeControl: Encodable {
    let variant, verdict: String
    let measured, bound, pValue: Double?
    let nearMisses: [NearMissRecord]

    /// Null where there is no number.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: DocumentKey.self)
      try container.encode(variant, forKey: DocumentKey("variant"))
      try container.encode(verdict, forKey: DocumentKey("verdict"))
      for (key, number) in [("measured", measured), ("bound", bound), ("pValue", pValue)] {
        try container.encode(number, forKey: DocumentKey(key))
      }
      try container.encode(nearMisses, forKey: DocumentKey("nearMisses"))
    }
  }

  private struct NearMissRecord: Encodable {
    let test: String
    let deviation, measured, bound, pValue: Double?
    let refuted: Bool
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(claim.name, forKey: .claim)
    try container.encode(claim.kind.rawValue, forKey: .class)
    try container.encode(claim.statement, forKey: .statement)
    try container.encode(finding.trials, forKey: .trials)
    try container.encode(finding.hypothesesCertified, forKey: .hypothesesCertified)
    try container.encode(finding.violations, forKey: .violations)
    try container.encode(finite(finding.measured), forKey: .measured)
    try container.encode(finite(finding.bound), forKey: .bound)
    try container.encode(finite(finding.slack), forKey: .slack)
    try container.encode(finding.pValue.flatMap(finite), forKey: .pValue)
    try container.encode(finding.verdict.rawValue, forKey: .verdict)
    let registered = claim.registered
    try container.encode(registered.margin.value, forKey: .margin)
    try container.encode(finding.detectable.flatMap(finite), forKey: .detectable)
    try container.encode(registered.margin.unit, forKey: .unit)
    try container.encode(registered.amendments.map(AmendmentRecord.init), forKey: .amendments)
    try container.encode(finding.vacuousCells, forKey: .vacuousCells)
    if let control {
      try container.encode(negative(control), forKey: .negativeControl)
    } else {
      try container.encode(finding.remarks, forKey: .remarks)
    }
  }

  private func negative(_ control: Finding) -> NegativeControl {
    NegativeControl(
      variant: claim.falseVariant, verdict: control.verdict.rawValue, measured: finite(control.measured),
      bound: finite(control.bound), pValue: control.pValue.flatMap(finite),
      nearMisses: finding.nearMisses.map { miss in
        NearMissRecord(
          test: miss.label, deviation: finite(miss.deviation), measured: finite(miss.measured),
          bound: finite(miss.bound),
          pValue: finite(miss.pValue), refuted: miss.isRefuted)
      })
  }

  /// JSON has no infinity; such a number becomes null.
  private func finite(_ value: Double) -> Double? { value.isFinite ? value : nil }

  static func json(_ reports: [ClaimReport]) throws -> String {
    try printedJSON(reports.map { ClaimRecord(claim: $0.claim, finding: $0.finding, control: $0.control) })
  }
}

extension ClaimRecord {
  /// The verdict in words: what `trimlab run` ends with.
  var text: String {
    let heading =
      "Claim \(claim.name) (\(claim.kind.rawValue)): "
      + Terminal.colored(finding.verdict.rawValue.uppercased(), finding.verdict)
    return
      ([heading] + wrapped(numbers, indent: 2) + wrapped(finding.power(of: claim), indent: 2)
      + wrapped(claim.statement, indent: 2)
      + finding.remarks.flatMap { wrapped("· " + $0, indent: 4, first: 2) }).joined(separator: "\n")
  }

  private var numbers: String {
    let pValue = finding.pValue.map { ", p = \($0.general(2))" } ?? ""
    return "measured \(finding.measured.general(4)), bound \(finding.bound.general(4))" + pValue
      + ", \(finding.hypothesesCertified) of \(finding.trials) trials count"
  }
}
