// SPDX-License-Identifier: GPL-3.0-or-later

/// A parameter's value as files and the database have it.
public enum ParameterLiteral: Hashable, Sendable, CustomStringConvertible {
  case integer(Int)
  case number(Double)
  case word(String)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .word(let value): value
    }
  }

  /// nil of a word.
  public var number: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .number(let value): value
    case .word: nil
    }
  }
}

/// A type of parameter values.
public protocol ParameterValue: Hashable, Sendable {
  /// nil where the literal is no value of this type.
  init?(_ literal: ParameterLiteral)
  var literal: ParameterLiteral { get }
}

extension Int: ParameterValue {
  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .integer(let value) = literal else { return nil }
    self = value
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .integer(self) }
}

extension Double: ParameterValue {
  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .number(let value) = literal else { return nil }
    self = value
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .number(self) }
}

extension Bool: ParameterValue {
  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .word(let word) = literal, let value = Bool(word) else { return nil }
    self = value
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .word("\(self)") }
}

/// The cases of an enumeration are words.
extension ParameterValue where Self: RawRepresentable<String> {
  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .word(let word) = literal else { return nil }
    self.init(rawValue: word)
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .word(rawValue) }
}

/// What the values of a parameter may be.
public enum ParameterDomain: Sendable {
  case integers(ClosedRange<Int>)
  case numbers(ClosedRange<Double>)
  case words([String])
  /// Words with numbers of their own, written `{head: word, field: number}` in a study file and `word(field=number)` elsewhere; and files,
  /// if any: `{file: path, field: number}` and `file(path,field=number)`.
  case composed(head: String, [ComposedWord], file: ComposedWord? = nil)
  /// Words, or a program of the user's, written `{command: [python3, omp.py], timeout: 60}`, whose value is its name.
  case wordsOrCommand([String])
  /// Numbers that a study file writes under a key, `{relative: [0, 0.05]}`.
  case keyed(String, ClosedRange<Double>)

  /// True or false.
  public static let flag = ParameterDomain.words(["true", "false"])
  /// Above 0 and finite.
  public static let positiveNumbers = ParameterDomain.numbers(.leastNonzeroMagnitude ... .greatestFiniteMagnitude)
}

/// A word of a composed domain, and the numbers that go with it.
public struct ComposedWord: Sendable {
  /// A number that belongs to a word.
  public struct Field: Sendable {
    /// Its key in a study file.
    public let name: String
    /// What its values may be.
    public let domain: ParameterDomain
    /// The value that the word has where the field is not written; nil where it must be.
    public let standard: ParameterLiteral?

    /// A number with this key; without a standard it must be written.
    public init(_ name: String, _ domain: ParameterDomain, standard: ParameterLiteral? = nil) {
      (self.name, self.domain, self.standard) = (name, domain, standard)
    }
  }

  /// As study files have it.
  public let name: String
  /// The numbers that go with it, in the order in which they are printed.
  public let fields: [Field]

  /// A word and the numbers that go with it.
  public init(_ name: String, _ fields: [Field] = []) { (self.name, self.fields) = (name, fields) }
}
