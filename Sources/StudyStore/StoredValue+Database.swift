// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

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
}

extension StatementArguments {
  init(_ values: [StoredValue]) { self.init(values.map(\.databaseValue)) }
}
