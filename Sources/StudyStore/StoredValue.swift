// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import GRDB

/// A value of a column.
public enum StoredValue: Hashable, Sendable, CustomStringConvertible {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .null: "–"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): value
    }
  }
}

extension StoredValue {
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let value): value.databaseValue
    case .real(let value): value.databaseValue
    case .text(let value): value.databaseValue
    }
  }

  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null, .blob: self = .null
    case .int64(let value): self = .integer(Int(value))
    case .double(let value): self = .real(value)
    case .string(let value): self = .text(value)
    }
  }

  init(_ literal: ParameterLiteral?) {
    switch literal {
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .real(value)
    case .word(let value): self = .text(value)
    case nil: self = .null
    }
  }

  /// What a quantity's column holds of a measurement; nothing of what is no number.
  init(_ value: Double, of quantity: Quantity) {
    guard !value.isNaN else {
      self = .null
      return
    }
    switch quantity.kind {
    case .number: self = .real(value)
    case .count, .flag: self = Int(exactly: value).map(StoredValue.integer) ?? .real(value)
    case .word(let words):
      let index = Int(exactly: value) ?? -1
      self = words.indices.contains(index) ? .text(words[index]) : .null
    }
  }
}

extension Row {
  /// The value of a column, whatever a damaged file has there.
  ///
  /// - Throws: GRDB's `RowDecodingError` where it is of another type.
  func at<Value: DatabaseValueConvertible>(_ index: Int) throws -> Value { try decode(Value.self, atIndex: index) }
}

extension StatementArguments {
  init(_ values: [StoredValue]) { self.init(values.map(\.databaseValue)) }
}
