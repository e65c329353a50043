// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that an experiment measures of every trial, of every item of one (a layer, say), or of both.
///
/// An experiment declares each once, as a static constant, so that a misspelt name does not compile.
public struct Quantity: Hashable, Sendable {
  /// What its values are.
  public enum Kind: Hashable, Sendable {
    case number
    /// A whole number, at least 0.
    case count
    /// 1 or 0.
    case flag
    /// The place of a word in the list.
    case word([String])
  }

  /// Of what there is a value.
  public enum Place: Hashable, Sendable {
    case trial, item, both
  }

  /// The name of its column in the database, and the beginning of its columns' headings.
  public let name: String
  /// In words, with its symbol, for headings and the data package.
  public let meaning: String
  /// "1" for plain numbers.
  public let unit: String
  /// What its values are.
  public let kind: Kind
  /// Whether it is of trials, of their items, or of both.
  public let place: Place
  /// Whether it has columns in the table of cells; the pixels of a picture have not.
  public let isTabulated: Bool

  /// A quantity by its column's name, its meaning and its unit.
  public init(
    _ name: String, _ meaning: String, unit: String = "1", kind: Kind = .number, of place: Place = .trial,
    isTabulated: Bool = true
  ) {
    (self.name, self.meaning, self.unit) = (name, meaning, unit)
    (self.kind, self.place, self.isTabulated) = (kind, place, isTabulated)
  }

  /// By their names alone.
  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  /// By its name alone.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// Whether whole trials have it.
  public var isOfTrials: Bool { place != .item }
  /// Whether items of trials have it.
  public var isOfItems: Bool { place != .trial }
}

/// The value of one quantity, of one item of a trial or of the whole of it (item 0).
public struct Measurement: Hashable, Sendable {
  /// The quantity's name.
  public let name: String
  /// The item, from 1; 0 of the whole trial.
  public let item: Int
  /// Not a number where there is none.
  public let value: Double

  /// A value of the quantity.
  public init(_ quantity: Quantity, item: Int = 0, _ value: Double) {
    (name, self.item, self.value) = (quantity.name, item, value)
  }

  /// Whether it is of that quantity.
  public func isOf(_ quantity: Quantity) -> Bool { name == quantity.name }

  /// A flag, as 1 or 0.
  public init(_ quantity: Quantity, item: Int = 0, _ flag: Bool) { self.init(quantity, item: item, flag ? 1.0 : 0) }

  /// A whole number.
  public init(_ quantity: Quantity, item: Int = 0, _ count: Int) { self.init(quantity, item: item, Double(count)) }
}
