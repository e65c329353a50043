// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Reporting

/// A claim's protocol, as `trimlab claims` prints it.
struct ClaimDescription: Encodable {
  let claim: any Claim

  private var isStudiable: Bool { !claim.experiment.parameters.isEmpty }
  private var level: Double { claim.level }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: DocumentKey.self)
    let registered = claim.registered
    let words = [
      ("claim", claim.name), ("class", claim.kind.rawValue), ("statement", claim.statement),
      ("hypotheses", registered.hypotheses), ("grid", registered.grid), ("test", registered.test),
      ("unit", registered.margin.unit), ("marginReason", registered.margin.reason), ("control", claim.falseVariant),
    ]
    for (key, text) in words { try container.encode(text, forKey: DocumentKey(key)) }
    try container.encode(level, forKey: DocumentKey("level"))
    try container.encode(registered.margin.value, forKey: DocumentKey("margin"))
    try container.encode(registered.amendments.map(AmendmentRecord.init), forKey: DocumentKey("amendments"))
    try container.encode(isStudiable, forKey: DocumentKey("studiable"))
    try container.encode(claim.experiment.parameters.map(ParameterRecord.init), forKey: DocumentKey("parameters"))
  }

  static func list(_ all: [ClaimDescription]) -> String {
    all.flatMap { description in
      [
        "\(description.claim.name) (\(description.claim.kind.rawValue)"
          + (description.isStudiable ? ", studiable)" : ", not studiable)")
      ] + wrapped(description.claim.statement, indent: 4, first: 4)
    }.joined(separator: "\n")
  }

  var text: String {
    let registered = claim.registered
    let lines = [
      ("hypotheses", registered.hypotheses), ("grid", registered.grid), ("test", registered.test),
      ("level", "\(level.general(2)) of a false alarm, whichever claims are tested"),
      ("margin", "\(registered.margin.value.general(3)) \(registered.margin.unit): \(registered.margin.reason)"),
      ("control", claim.falseVariant + "; and every test bent by twice what it finds"),
    ]
    return
      (["\(claim.name) (\(claim.kind.rawValue))"] + wrapped(claim.statement, indent: 2, first: 2) + [""]
      + lines.flatMap { wrapped("\($0): \($1)", indent: 4, first: 2) }
      + registered.amendments.flatMap { wrapped($0.text, indent: 4, first: 2) }
      + ["", "Parameters of a study:"]
      + claim.experiment.parameters.flatMap { wrapped(ParameterRecord($0).text, indent: 4, first: 2) })
      .joined(separator: "\n")
  }
}

/// An amendment, as JSON documents have it.
struct AmendmentRecord: Encodable {
  let date, what, why, firstVerdict: String

  init(_ amendment: Amendment) {
    (date, what, why, firstVerdict) = (amendment.date, amendment.what, amendment.why, amendment.firstVerdict)
  }
}

extension Amendment {
  var text: String { "amended \(date): \(what), because \(why); first verdict: \(firstVerdict)" }
}

/// A parameter of an experiment, as studies can vary it.
struct ParameterRecord: Encodable {
  let name, meaning, unit, range: String
  /// Values that a study takes which does not name the parameter.
  let standard: [String]

  init(_ parameter: any GridParameter) {
    (name, meaning, unit) = (parameter.name, parameter.meaning, parameter.unit)
    (range, standard) = (parameter.domain.words, parameter.standardLiterals.map(\.description))
  }

  var text: String {
    let values = standard.isEmpty ? "must be given" : "standard " + standard.joined(separator: ", ")
    return "\(name)\(unit == "1" ? "" : " [\(unit)]"): \(meaning); \(range); \(values)"
  }
}

extension ParameterDomain {
  /// In words.
  fileprivate var words: String {
    switch self {
    case .integers(let range): "\(range.lowerBound) to \(range.upperBound)"
    case .numbers(let range): Self.range(range)
    case .words(let words): words.joined(separator: " | ")
    case .composed(let head, let words, let file):
      (words + (file.map { [$0] } ?? [])).map(\.usage).joined(separator: " | ") + " (\(head))"
    case .wordsOrCommand(let words): (words + ["a command"]).joined(separator: " | ")
    case .keyed(let key, let range): "\(key): \(Self.range(range))"
    }
  }

  private static func range(_ range: ClosedRange<Double>) -> String {
    let isOpen = range.upperBound == .greatestFiniteMagnitude
    return range.lowerBound == .leastNonzeroMagnitude && isOpen
      ? "above 0" : isOpen ? "at least \(range.lowerBound)" : "\(range.lowerBound) to \(range.upperBound)"
  }
}

extension ComposedWord {
  /// The word and the names of its fields.
  fileprivate var usage: String { ([name] + fields.map(\.name)).joined(separator: " ") }
}
