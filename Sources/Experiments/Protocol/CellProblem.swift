// SPDX-License-Identifier: GPL-3.0-or-later

/// Why no trial can be made in a cell, and what would be right.
public struct CellProblem: Error, Hashable, Sendable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// The parameter at fault; nil where it is the combination.
  public let parameter: String?
  public let description: String

  public init(_ parameter: some GridParameter, _ description: String) {
    (self.parameter, self.description) = (parameter.name, description)
  }

  public init(stringLiteral description: String) { (parameter, self.description) = (nil, description) }
}
