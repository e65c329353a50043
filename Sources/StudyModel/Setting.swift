// SPDX-License-Identifier: GPL-3.0-or-later

/// One value of the study file together with its key path: reads it as the type asked for, or says what is wrong.
struct Setting {
  let path: String
  let value: SourceValue

  /// The error that this setting is at fault, saying what would be right.
  func error(_ problem: String) -> StudyError {
    StudyError(origin: value.origin, keyPath: path, problem: problem)
  }

  func text() throws -> String {
    guard case .scalar(let text) = value.content, !text.isEmpty else {
      throw error("expected a word, found \(found)")
    }
    return text
  }

  func integer(_ range: ClosedRange<Int>) throws -> Int {
    guard case .scalar(let text) = value.content, let number = Int(text) else {
      throw error("expected a whole number, found \(found)")
    }
    guard range.contains(number) else { throw error("\(number) is out of range; expected \(range.words)") }
    return number
  }

  /// A finite number strictly between the bounds, as probabilities and widths are.
  func number(above lower: Double, below upper: Double) throws -> Double {
    let number = try number()
    guard number > lower, number < upper, number.isFinite else {
      let bound = upper.isFinite ? "between \(lower) and \(upper)" : "above \(lower)"
      throw error("\(value) is out of range; expected a number \(bound)")
    }
    return number
  }

  func number() throws -> Double {
    guard case .scalar(let text) = value.content, let number = Double(text) else {
      throw error("expected a number, found \(found)")
    }
    return number
  }

  func list() throws -> [Setting] {
    guard case .sequence(let items) = value.content else { throw error("expected a list like [1, 2], found \(found)") }
    guard !items.isEmpty else { throw error("the list is empty; the study would have no cells") }
    return items.map { Setting(path: path, value: $0) }
  }

  /// The case of an enumeration that the setting names.
  func choice<Choice: CaseIterable & RawRepresentable<String>>() throws -> Choice {
    let name = try text()
    guard let choice = Choice(rawValue: name) else { throw unknown(name, among: Choice.allCases.map(\.rawValue)) }
    return choice
  }

  /// The error that `name` is none of `known`, with the nearest of them as a suggestion.
  func unknown(_ name: String, among known: [String]) -> StudyError {
    error(
      "'\(name.prefix(80))' is not known; \(advice(name, known, "expected one of")): \(known.joined(separator: ", "))")
  }

  private var found: String {
    switch value.content {
    case .scalar(let text): text.isEmpty ? "nothing" : "'\(value)'"
    case .sequence: "the list \(value)"
    case .mapping: "the mapping \(value)"
    }
  }
}

/// The settings of one mapping, all of whose keys are known.
struct Section {
  let setting: Setting
  private let entries: [SourceValue.Entry]

  /// - Throws: ``StudyError`` when the setting is not a mapping, or has a key that is not in `known`.
  init(_ setting: Setting, known: [String]) throws {
    guard case .mapping(let entries) = setting.value.content else {
      throw setting.error("expected a mapping of \(known.joined(separator: ", ")), found '\(setting.value)'")
    }
    self.setting = setting
    self.entries = entries
    if let stranger = entries.first(where: { !known.contains($0.key) }) {
      throw child(stranger).unknownKey(among: known)
    }
  }

  var keys: [String] { entries.map(\.key) }

  func optional(_ key: String) -> Setting? {
    entries.first { $0.key == key }.map(child)
  }

  func required(_ key: String) throws -> Setting {
    guard let found = optional(key) else {
      throw setting.error("the key '\(key)' is missing")
    }
    return found
  }

  private func child(_ entry: SourceValue.Entry) -> Setting {
    let path = setting.path.isEmpty ? entry.key : "\(setting.path).\(entry.key)"
    return Setting(path: path, value: entry.value)
  }
}

extension Setting {
  fileprivate func unknownKey(among known: [String]) -> StudyError {
    let key = path.split(separator: ".").last.map(String.init) ?? path
    return error("unknown key; \(advice(key, known, "keys here")): \(known.joined(separator: ", "))")
  }
}

/// The words before the list of what is known: a sentence of their own after a suggestion.
private func advice(_ name: String, _ known: [String], _ words: String) -> String {
  guard let near = nearest(name, in: known) else { return words }
  return "did you mean '\(near)'? \(words.prefix(1).uppercased())\(words.dropFirst())"
}

extension ClosedRange<Int> {
  var words: String {
    upperBound == .max ? "at least \(lowerBound)" : "\(lowerBound) to \(upperBound)"
  }
}
