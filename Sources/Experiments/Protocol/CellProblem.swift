// SPDX-License-Identifier: GPL-3.0-or-later

/// Why no trial can be made in a cell, and what would be right.
public struct CellProblem: Error, Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The parameter at fault; nil where it is the combination.
  public let parameter: String?
  /// What is wrong, and what would be right.
  public let description: String

  /// A problem with the value of one parameter.
  public init(_ parameter: some GridParameter, _ description: String) {
    (self.parameter, self.description) = (parameter.name, description)
  }

  /// A problem with the combination of values.
  public init(stringLiteral description: String) { (parameter, self.description) = (nil, description) }
}
