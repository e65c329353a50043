// SPDX-License-Identifier: GPL-3.0-or-later

/// What recovers the weights of a trial: our own ways of deciding it, or a program of the user's.
public enum RecoveryMethod: ParameterValue {
  case builtIn(DecisionMethod)
  /// By the name that a study has for it.
  case own(String)

  static let domain = ParameterDomain.wordsOrCommand(DecisionMethod.allCases.map(\.rawValue))

  /// The value that a literal of a file or the database stands for; nil where it stands for none.
  public init?(_ literal: ParameterLiteral) {
    guard case .word(let word) = literal else { return nil }
    self = DecisionMethod(rawValue: word).map(Self.builtIn) ?? .own(word)
  }

  /// As files and the database have it.
  public var literal: ParameterLiteral { .word(name) }

  /// As study files and tables have it.
  public var name: String {
    switch self {
    case .builtIn(let method): method.rawValue
    case .own(let name): name
    }
  }

  /// Whether it is a program of the user's.
  public var isOwn: Bool { if case .own = self { true } else { false } }
}
