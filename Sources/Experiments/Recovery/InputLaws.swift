// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
public import Ensembles

/// Laws of inputs as values of a parameter: in a study file `{distribution: correlated, rho: 0.5}`, elsewhere `correlated(rho=0.5)`.
extension InputDistribution: ParameterValue {
  static let domain = domain(files: false)

  static func domain(files: Bool) -> ParameterDomain {
    .composed(
      head: "distribution",
      [
        ComposedWord("gaussian"), ComposedWord("rademacher"), ComposedWord("uniform"),
        ComposedWord("sparse-gaussian", [.init("density", share)]),
        ComposedWord("student", [.init("degrees", .numbers(2.0.nextUp...1e6))]),
        ComposedWord("mixture", [.init("share", share), .init("scale", .numbers(.leastNonzeroMagnitude...1e6))]),
        ComposedWord(
          "correlated",
          [
            .init("rho", .numbers((-1.0).nextUp...1.0.nextDown)),
            .init("block", .integers(2...10_000_000), standard: .integer(0)),
          ]),
        ComposedWord("low-rank", [.init("rank", .integers(1...10_000_000))]),
        ComposedWord("relu-outputs", [.init("layers", .integers(1...100))]),
      ], file: files ? ComposedWord("file", [.init("standardise", .flag, standard: .word("false"))]) : nil)
  }

  private static let share = ParameterDomain.numbers(Double.leastNonzeroMagnitude...1.0.nextDown)

  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .word(let text) = literal, let word = WrittenWord(text), let law = Self.law(word), law.name == text
    else { return nil }
    self = law
  }

  private static func law(_ word: WrittenWord) -> InputDistribution? {
    func number(_ field: String) -> Double { word.fields[field].flatMap { Double($0) } ?? .nan }
    func count(_ field: String) -> Int { word.fields[field].flatMap { Int($0) } ?? 0 }
    return switch word.name {
    case "gaussian": .gaussian
    case "rademacher": .rademacher
    case "uniform": .uniform
    case "sparse-gaussian": .sparseGaussian(density: number("density"))
    case "student": .student(degrees: number("degrees"))
    case "mixture": .mixture(share: number("share"), scale: number("scale"))
    case "correlated" where word.fields["block"] != nil: .blockCorrelated(rho: number("rho"), block: count("block"))
    case "correlated": .correlated(rho: number("rho"))
    case "low-rank": .lowRank(rank: count("rank"))
    case "relu-outputs": .reluOutputs(layers: count("layers"))
    case "file": word.path.map { .file(FileSamples(path: $0, isStandardised: word.fields["standardise"] == "true")) }
    default: nil
    }
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .word(name) }
}

/// Laws of weights: in a study file `{values: power-law, exponent: 1}`, elsewhere `power-law(exponent=1.0)`.
extension WeightDistribution: ParameterValue {
  static let domain = ParameterDomain.composed(
    head: "values",
    simple.map { ComposedWord($0.name) } + [ComposedWord("power-law", [.init("exponent", .numbers(0...100))])],
    file: ComposedWord("file"))

  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .word(let text) = literal, let word = WrittenWord(text) else { return nil }
    if let simple = Self.simple.first(where: { $0.name == text }) {
      self = simple
    } else if word.name == "power-law" {
      self = .powerLaw(exponent: word.fields["exponent"].flatMap { Double($0) } ?? .nan)
    } else if word.name == "file", let path = word.path {
      self = .file(path: path)
    } else {
      return nil
    }
    guard name == text else { return nil }
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .word(name) }
}

/// `word(field=number)` or `file(path,field=number)` taken apart; a path may have commas and parentheses.
private struct WrittenWord {
  let name: String
  let path: String?
  let fields: [String: String]

  init?(_ text: String) {
    guard let opening = text.firstIndex(of: "(") else {
      (name, path, fields) = (text, nil, [:])
      return
    }
    guard text.hasSuffix(")") else { return nil }
    name = String(text[..<opening])
    var rest = text[text.index(after: opening)...].dropLast()
    var fields: [String: String] = [:]
    while let field = rest.split(separator: ",", omittingEmptySubsequences: false).last,
      let equals = field.firstIndex(of: "="),
      name != "file" || field.hasPrefix("standardise=")
    {
      fields[String(field[..<equals])] = String(field[field.index(after: equals)...])
      rest = rest.dropLast(field.count + 1)
    }
    path = name == "file" ? String(rest) : nil
    self.fields = fields
  }
}

extension RecoveryVerdict {
  /// nil where neither is proved.
  package var isRecovered: Bool? {
    switch self {
    case .recovered: true
    case .notRecovered: false
    case .undecided: nil
    }
  }
}
