// SPDX-License-Identifier: GPL-3.0-or-later

/// What recovers the weights of a trial: our own ways of deciding it, or a program of the user's.
public enum RecoveryMethod: ParameterValue {
  case builtIn(DecisionMethod)
  /// By the name that a study has for it.
  case own(String)

  static let domain = ParameterDomain.wordsOrCommand(DecisionMethod.allCases.map(\.rawValue))

  public init?(_ literal: ParameterLiteral) {
    guard case .word(let word) = literal else { return nil }
    self = DecisionMethod(rawValue: word).map(Self.builtIn) ?? .own(word)
  }

  public var literal: ParameterLiteral { .word(name) }

  public var name: String {
    switch self {
    case .builtIn(let method): method.rawValue
    case .own(let name): name
    }
  }

  public var isOwn: Bool { if case .own = self { true } else { false } }
}
