// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

extension Encodable {
  /// A document of its own: keys in order, dates as ISO 8601 has them, a last line end.
  package func jsonDocument(keys: JSONEncoder.KeyEncodingStrategy = .useDefaultKeys) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    encoder.keyEncodingStrategy = keys
    return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
  }
}
