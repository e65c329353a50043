// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a parameter whatever the type of its values: one axis of a grid.
public protocol GridParameter: Sendable {
  /// In the study file and as the heading of a column.
  var name: String { get }
  var meaning: String { get }
  /// "1" for plain numbers and words.
  var unit: String { get }
  var domain: ParameterDomain { get }
  /// Taken by a study that does not name the parameter; none where it must.
  var standardLiterals: [ParameterLiteral] { get }
  var place: ParameterPlace { get }
  /// How a study may describe the values but by listing them; of whole numbers only.
  var axis: AxisRule? { get }
}

/// Where a study file names a parameter.
public enum ParameterPlace: Sendable {
  /// Under `grid`, with a list of values; it has a column in tables of cells.
  case grid
  /// At the top, with one value or a list.
  case study
}

/// A parameter of an experiment, by which cells are asked for their value of it.
///
/// An experiment declares each once, as a static constant, so that a misspelt name does not compile.
public struct Parameter<Value: ParameterValue>: GridParameter {
  public let name, meaning, unit: String
  /// What the values may be.
  public let domain: ParameterDomain
  /// The values of a study that does not name the parameter.
  public let standards: [Value]
  /// Where a study file names it.
  public let place: ParameterPlace
  /// How a study may describe the values but by listing them; of whole numbers only.
  public let axis: AxisRule?

  /// A parameter by its name in study files, its meaning and its unit; no standard value means that a study must name it.
  public init(
    _ name: String, _ meaning: String, unit: String = "1", _ domain: ParameterDomain, standard: Value...,
    place: ParameterPlace = .grid, axis: AxisRule? = nil
  ) {
    (self.name, self.meaning, self.unit, self.domain) = (name, meaning, unit, domain)
    (standards, self.place, self.axis) = (standard, place, axis)
  }

  /// The standard values as files have them.
  public var standardLiterals: [ParameterLiteral] { standards.map(\.literal) }
}

extension Parameter where Value: CaseIterable & RawRepresentable<String> {
  /// A parameter whose values are the cases of an enumeration.
  public init(_ name: String, _ meaning: String, standard: Value..., place: ParameterPlace = .grid) {
    (self.name, self.meaning, unit, domain) = (name, meaning, "1", .words(Value.allCases.map(\.rawValue)))
    (standards, self.place, axis) = (standard, place, nil)
  }
}

/// How the values of a whole-number parameter can be described relative to the parameters before it.
public struct AxisRule: Sendable {
  /// A number of which a grid may take multiples, e.g. the predicted 50 % point.
  public struct Reference: Sendable {
    public let name, meaning: String
    /// The number, of a cell with the parameters before.
    public let value: @Sendable (Cell) -> Double

    /// A number by its name in study files and its meaning.
    public init(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Cell) -> Double) {
      (self.name, self.meaning, self.value) = (name, meaning, value)
    }
  }

  /// A parameter that comes later, of which values may be shares, written `{of-samples: […]}` of one that is named samples.
  public struct LaterWhole: Sendable {
    /// The later parameter's name.
    public let name: String

    /// The key of a study file, e.g. `of-samples`.
    public var key: String { "of-\(name)" }
  }

  /// What `{fractions: […]}` are fractions of; no value exceeds it.
  public let whole: (any GridParameter)?
  /// The same where values may exceed it.
  public let unit: (any GridParameter)?
  /// The later parameter of which values may be shares.
  public let laterWhole: LaterWhole?
  /// The numbers of which a grid may take multiples.
  public let references: [Reference]
  /// The first value that an adaptive search tries, and the largest; without them the middle and the end of the domain.
  public let guess, limit: (@Sendable (Cell) -> Int)?

  /// The ways to describe values that a parameter has.
  public init(
    fractionsOf whole: (any GridParameter)? = nil, multiplesOf unit: (any GridParameter)? = nil,
    orOfLater later: String? = nil, references: [Reference] = [],
    guess: (@Sendable (Cell) -> Int)? = nil, limit: (@Sendable (Cell) -> Int)? = nil
  ) {
    (self.whole, self.references, self.guess, self.limit) = (whole, references, guess, limit)
    (self.unit, laterWhole) = (unit, later.map { LaterWhole(name: $0) })
  }
}
