// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import OwnMethods
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
    if let later = rule.laterWhole, keys.contains(later.key) {
      return .fractions(try shares(later.key, in: .leastNonzeroMagnitude...1), of: later.name)
    }
    if let whole = rule.whole, rule.references.isEmpty || keys.contains("fractions") {
      let known = ["fractions"] + [rule.laterWhole?.key].compactMap(\.self)
      return .fractions(try shares("fractions", in: .leastNonzeroMagnitude...1, known: known), of: whole.name)
    }
    if let unit = rule.unit, keys.contains("fractions") {
      return .fractions(try shares("fractions", in: .leastNonzeroMagnitude...1000), of: unit.name)
    }
    let fractions = rule.unit == nil ? [] : ["fractions"]
    let section = try Section(self, known: ["relative-to", "from", "to", "count"] + fractions)
    let word = try section.required("relative-to")
    let name = try word.text()
    guard let reference = rule.references.first(where: { $0.name == name }) else {
      throw word.unknown(name, among: rule.references.map(\.name))
    }
    let (from, to) = (try section.multiple("from"), try section.multiple("to"))
    guard from <= to else { throw error("from \(from) exceeds to \(to); swap them") }
    guard from < Self.unlikelyMultiple else {
      throw error(
        "from \(from) to \(to) are multiples of \(reference.meaning); if per cent were meant, write from: \(from / 100), to: \(to / 100)"
      )
    }
    return .multiples(reference, from: from, to: to, count: try section.required("count").integer(1...10_000))
  }

  /// Nobody begins a grid at so many times the point where half the trials succeed, but at as many per cent of it.
  private static let unlikelyMultiple = 10.0

  private func shares(_ key: String, in range: ClosedRange<Double>, known: [String]? = nil) throws -> [Double] {
    let settings = try Section(self, known: known ?? [key]).required(key).list()
    let shares = try settings.map { try $0.number(in: range) }
    for (index, share) in shares.enumerated() where shares[..<index].contains(share) {
      throw settings[index].error("\(share) is listed twice; keep one")
    }
    return shares
  }

  private func searched() throws -> Axis.Values {
    .searched(try TransitionPolicy(Section(self, known: ["adaptive"]).required("adaptive")))
  }

  /// A list of values, or a single one where the parameter stands at the top of the study: numbers ascending, words as listed, each once.
  private func listed(_ parameter: any GridParameter) throws -> [ParameterLiteral] {
    if case .keyed(let key, let range) = parameter.domain { return try keyed(key, range) }
    let isSingle = if case .sequence = value.content { false } else { parameter.place == .study }
    if isSingle, let words = try ofTwo(parameter) { return words }
    let items = isSingle ? [self] : try list()
    let literals = try items.map { try $0.literal(of: parameter) }
    for (index, literal) in literals.enumerated() where literals[..<index].contains(literal) {
      throw items[index].error("\(literal) is listed twice; keep one")
    }
    switch parameter.domain {
    case .integers, .numbers, .keyed: return literals.ascending
    case .words, .composed, .wordsOrCommand: return literals
    }
  }

  /// `{key: number}` or `{key: [numbers]}`.
  private func keyed(_ key: String, _ range: ClosedRange<Double>) throws -> [ParameterLiteral] {
    let setting = try Section(self, known: [key]).required(key)
    if case .sequence = setting.value.content {
      let items = try setting.list()
      let literals = try items.map { ParameterLiteral.number(try $0.number(in: range)) }
      for (index, literal) in literals.enumerated() where literals[..<index].contains(literal) {
        throw items[index].error("\(literal) is listed twice; keep one")
      }
      return literals.ascending
    }
    return [.number(try setting.number(in: range))]
  }

  /// A share where whole numbers are asked for is most likely one of what has shares.
  private func literal(of parameter: any GridParameter) throws -> ParameterLiteral {
    if case .integers = parameter.domain, let whole = parameter.axis?.whole ?? parameter.axis?.unit,
      case .scalar(let text) = value.content, Int(text) == nil, let share = Double(text), share > 0, share < 1
    {
      throw error(
        "expected a whole number, found '\(text)'; shares of the \(whole.name) are written \(parameter.name): {fractions: [\(text)]}"
      )
    }
    return try literal(in: parameter.domain)
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
    case .composed(let head, let words, let file): return .word(try composed(head, words, file))
    case .wordsOrCommand(let known):
      if case .mapping = value.content { return .word(try command().name) }
      let word = try text()
      guard known.contains(word) else { throw unknown(word, among: known) }
      return .word(word)
    case .keyed(let key, let range): return .number(try Section(self, known: [key]).required(key).number(in: range))
    }
  }

  /// `{head: word, field: number}` as `word(field=number)`, or `{file: path, field: number}` as `file(path,field=number)`.
  private func composed(_ head: String, _ words: [ComposedWord], _ file: ComposedWord?) throws -> String {
    let forms = words + [file].compactMap(\.self)
    let heads = [head] + (file == nil || head == "file" ? [] : ["file"])
    let section = try Section(self, known: heads + Set(forms.flatMap(\.fields).map(\.name)).sorted())
    if let file, let path = section.optional("file") {
      guard head == "file" || section.optional(head) == nil else {
        throw path.error("excludes '\(head)'; keep one of the two")
      }
      return Self.written("file", [try path.filePath()] + (try fields(of: file, "file", section)))
    }
    let setting = try section.required(head)
    let name = try setting.text()
    guard let word = words.first(where: { $0.name == name }) else {
      throw setting.unknown(name, among: words.map(\.name))
    }
    return Self.written(name, try fields(of: word, head, section))
  }

  private static func written(_ name: String, _ fields: [String]) -> String {
    fields.isEmpty ? name : "\(name)(\(fields.joined(separator: ",")))"
  }

  /// Those that differ from their standard values, as `name=value`.
  private func fields(of word: ComposedWord, _ head: String, _ section: Section) throws -> [String] {
    let names = word.fields.map(\.name)
    if let stranger = section.keys.first(where: { $0 != head && !names.contains($0) }) {
      throw try section.required(stranger).error("the \(head) '\(word.name)' has no '\(stranger)'; remove it")
    }
    return try word.fields.compactMap { field in
      if field.standard != nil, section.optional(field.name) == nil { return nil }
      let literal = try section.required(field.name).literal(in: field.domain)
      return literal == field.standard ? nil : "\(field.name)=\(literal)"
    }
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
