// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics

extension Setting {
  /// What the setting says of the parameter's values, the axes before it being known.
  func values(of parameter: any GridParameter, after axes: [Axis]) throws -> Axis.Values {
    if let rule = parameter.axis, case .mapping(let entries) = value.content {
      return try described(by: rule, keys: entries.map(\.key), of: parameter)
    }
    if case .integers = parameter.domain, case .mapping(let entries) = value.content,
      entries.contains(where: { $0.key == "adaptive" })
    {
      return try searched()
    }
    let values = try listed(parameter)
    if let whole = parameter.axis?.whole {
      try check(values, of: parameter, within: axes.first { $0.parameter.name == whole.name })
    }
    return .listed(values)
  }

  private func described(by rule: AxisRule, keys: [String], of parameter: any GridParameter) throws -> Axis.Values {
    if keys.contains("adaptive") { return try searched() }
    if rule.whole != nil, rule.references.isEmpty || keys.contains("fractions") {
      let fractions = try Section(self, known: ["fractions"]).required("fractions")
      return .fractions(try fractions.list().map { try $0.number(in: .leastNonzeroMagnitude...1) })
    }
    let section = try Section(self, known: ["relative-to", "from", "to", "count"])
    let word = try section.required("relative-to")
    let name = try word.text()
    guard let reference = rule.references.first(where: { $0.name == name }) else {
      throw word.unknown(name, among: rule.references.map(\.name))
    }
    let (from, to) = (try section.multiple("from"), try section.multiple("to"))
    guard from <= to else { throw error("from \(from) exceeds to \(to); swap them") }
    return .multiples(reference, from: from, to: to, count: try section.required("count").integer(1...10_000))
  }

  private func searched() throws -> Axis.Values {
    .searched(try TransitionPolicy(Section(self, known: ["adaptive"]).required("adaptive")))
  }

  /// A list of values, or a single one where the parameter stands at the top of the study: numbers ascending, words as listed, each once.
  private func listed(_ parameter: any GridParameter) throws -> [ParameterLiteral] {
    let isSingle = if case .sequence = value.content { false } else { parameter.place == .study }
    if isSingle, let words = try ofTwo(parameter) { return words }
    let items = isSingle ? [self] : try list()
    let literals = try items.map { try $0.literal(in: parameter.domain) }
    switch parameter.domain {
    case .integers, .numbers: return literals.ascending
    case .words, .composed:
      for (index, literal) in literals.enumerated() where literals[..<index].contains(literal) {
        throw items[index].error("\(literal) is listed twice; keep one")
      }
      return literals
    }
  }

  /// One of two words, or `both`; nil of a parameter that has not just two.
  private func ofTwo(_ parameter: any GridParameter) throws -> [ParameterLiteral]? {
    guard case .words(let words) = parameter.domain, words.count == 2 else { return nil }
    let word = try text()
    if word == "both" { return words.map { .word($0) } }
    guard words.contains(word) else { throw unknown(word, among: words + ["both"]) }
    return [.word(word)]
  }

  /// No listed value exceeds the smallest of what it is a part of.
  private func check(_ values: [ParameterLiteral], of parameter: any GridParameter, within axis: Axis?) throws {
    guard let axis, case .listed(let wholes) = axis.values else { return }
    let smallest = wholes.compactMap { Int($0) }.min() ?? .max
    guard let large = values.compactMap({ Int($0) }).first(where: { $0 > smallest }) else { return }
    let whole = axis.parameter.name
    throw error(
      "\(parameter.name) \(large) exceeds \(whole) \(smallest); lower it, drop that \(whole), or use {fractions: […]}")
  }

  private func literal(in domain: ParameterDomain) throws -> ParameterLiteral {
    switch domain {
    case .integers(let range): return .integer(try integer(range))
    case .numbers(let range): return .number(try number(in: range))
    case .words(let known):
      let word = try text()
      guard known.contains(word) else { throw unknown(word, among: known) }
      return .word(word)
    case .composed(let head, let words): return .word(try composed(head, words))
    }
  }

  /// `{head: word, field: number}` as `word(field=number)`.
  private func composed(_ head: String, _ words: [ComposedWord]) throws -> String {
    let section = try Section(self, known: [head] + Set(words.flatMap(\.fields).map(\.name)).sorted())
    let setting = try section.required(head)
    let name = try setting.text()
    guard let word = words.first(where: { $0.name == name }) else {
      throw setting.unknown(name, among: words.map(\.name))
    }
    let fields = word.fields.map(\.name)
    if let stranger = section.keys.first(where: { $0 != head && !fields.contains($0) }) {
      throw try section.required(stranger).error("the \(head) '\(name)' has no '\(stranger)'; remove it")
    }
    let values = try word.fields.map { "\($0.name)=\(try section.required($0.name).literal(in: $0.domain))" }
    return values.isEmpty ? name : "\(name)(\(values.joined(separator: ",")))"
  }

  private func number(in range: ClosedRange<Double>) throws -> Double {
    let number = try number()
    guard range.contains(number) else { throw error("\(value) is out of range; expected \(range.words)") }
    return number
  }
}

extension Section {
  /// A multiple of a reference; a million times anything is a slip of the pen.
  fileprivate func multiple(_ key: String) throws -> Double {
    let setting = try required(key)
    let number = try setting.number(above: 0, below: .infinity)
    guard number <= 1e6 else { throw setting.error("\(number) is out of range; expected a multiple up to 1e6") }
    return number
  }
}

extension [ParameterLiteral] {
  /// Numbers by their size, each once.
  fileprivate var ascending: [ParameterLiteral] {
    Set(self).sorted { a, b in
      switch (a, b) {
      case (.integer(let a), .integer(let b)): a < b
      case (.number(let a), .number(let b)): a < b
      default: false
      }
    }
  }
}

extension ClosedRange<Double> {
  fileprivate var words: String {
    let isOpen = lowerBound == .leastNonzeroMagnitude
    return upperBound == .greatestFiniteMagnitude
      ? "a number \(isOpen ? "above 0" : "from \(lowerBound)")"
      : "\(isOpen ? "above 0" : "\(lowerBound)") to \(upperBound)"
  }
}

extension TransitionPolicy {
  init(_ setting: Setting) throws {
    let section = try Section(setting, known: ["half-width", "confidence", "at-most", "probabilities"])
    self.init(
      probabilities: try section.optional("probabilities")?.probabilities() ?? [0.5],
      halfWidth: try section.required("half-width").number(above: 0, below: 0.5),
      confidence: try section.optional("confidence")?.number(above: 0, below: 1) ?? TrialPlan.fixedConfidence,
      atMost: try section.required("at-most").integer(1...TrialPlan.mostTrials))
  }
}

extension Setting {
  /// Different probabilities, ascending.
  fileprivate func probabilities() throws -> [Double] {
    var probabilities: [Double] = []
    for setting in try list() {
      let probability = try setting.number(above: 0, below: 1)
      guard !probabilities.contains(probability) else {
        throw setting.error("\(probability) is listed twice; keep one")
      }
      probabilities.append(probability)
    }
    return probabilities.sorted()
  }
}
