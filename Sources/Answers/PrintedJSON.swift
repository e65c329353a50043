// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation

/// A JSON document as every command prints it, keys in snake case.
package func printedJSON(_ value: some Encodable) throws -> String {
  String(try value.jsonDocument(keys: .convertToSnakeCase).dropLast())
}

/// A number that JSON shows as null where it is infinite or undefined.
@propertyWrapper package struct FiniteOrNull: Encodable, Sendable {
  package var wrappedValue: Double

  package init(wrappedValue: Double) { self.wrappedValue = wrappedValue }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if wrappedValue.isFinite { try container.encode(wrappedValue) } else { try container.encodeNil() }
  }
}
