// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The first key that an object in `json` has twice, of which parsers keep one and do not tell.
///
/// - Precondition: `json` is valid JSON in UTF-8.
/// - Complexity: O(bytes).
func firstRepeatedKey(inJSON json: Data) -> String? {
  let text = [UInt8](json)
  var objects: [Set<String>] = []
  var position = 0
  while position < text.count {
    switch text[position] {
    case UInt8(ascii: "{"): objects.append([])
    case UInt8(ascii: "}"): objects.removeLast()
    case UInt8(ascii: "\""):
      let end = endOfString(in: text, from: position)
      if isKey(endingAt: end, in: text), !objects[objects.count - 1].insert(string(text[position..<end])).inserted {
        return string(text[position..<end])
      }
      position = end - 1
    default: break
    }
    position += 1
  }
  return nil
}

/// The position after the closing quote.
private func endOfString(in text: [UInt8], from start: Int) -> Int {
  var position = start + 1
  while text[position] != UInt8(ascii: "\"") { position += text[position] == UInt8(ascii: "\\") ? 2 : 1 }
  return position + 1
}

/// Whether the string that ends at `end` is followed by a colon.
private func isKey(endingAt end: Int, in text: [UInt8]) -> Bool {
  text[end...].first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) } == UInt8(ascii: ":")
}

private func string(_ quoted: ArraySlice<UInt8>) -> String {
  (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? String(decoding: quoted, as: UTF8.self)
}
