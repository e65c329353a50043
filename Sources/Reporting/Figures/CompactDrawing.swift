// SPDX-License-Identifier: GPL-3.0-or-later

extension String {
  /// A drawing of gnuplot's less what changes nothing: spaces, SVG's initial values, empty groups, and in places, but not in
  /// labels, last zeros.
  ///
  /// - Complexity: O(length), byte by byte: regular expressions took longer than gnuplot.
  package var compactDrawing: String {
    let drawing = withSingleSpaces(self).replacing(color).replacing(initialValues).replacing(places).replacing(
      emptyGroup)
    return String(decoding: drawing, as: UTF8.self)
  }
}

/// How many bytes a pattern takes from the start of a text, and what takes their place; nil where it does not match.
private typealias Replacement = @Sendable (_ text: ArraySlice<UInt8>) -> (count: Int, by: [UInt8])?

extension [UInt8] {
  /// With every match replaced, from left to right.
  fileprivate func replacing(_ replacement: Replacement) -> [UInt8] {
    var (output, rest) = ([UInt8](), self[...])
    output.reserveCapacity(count)
    while let byte = rest.first {
      let match = replacement(rest)
      if let match { output += match.by } else { output.append(byte) }
      rest = rest.dropFirst(match?.count ?? 1)
    }
    return output
  }
}

/// UTF-8 with one space for whatever spaces there are, and none between tags.
private func withSingleSpaces(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  for scalar in text.unicodeScalars {
    let isGraphic = scalar.isASCII && scalar.value > 0x20
    if !isGraphic && scalar.properties.isWhitespace {
      if bytes.last != UInt8(ascii: " ") { bytes.append(UInt8(ascii: " ")) }
      continue
    }
    if scalar == "<", bytes.suffix(2).elementsEqual("> ".utf8) { bytes.removeLast() }
    if isGraphic { bytes.append(UInt8(scalar.value)) } else { bytes += Array(String(scalar).utf8) }
  }
  return bytes
}

/// `rgb( 1, 2, 3)`, less its spaces.
private let color: Replacement = { text in
  guard text.first == UInt8(ascii: "r"), text.starts(with: "rgb(".utf8),
    let end = text.firstIndex(of: UInt8(ascii: ")"))
  else { return nil }
  let numbers = text[(text.startIndex + 4)..<end].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    .map { $0.drop { $0 == UInt8(ascii: " ") } }
  guard numbers.count == 3, numbers.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }) else { return nil }
  return (end + 1 - text.startIndex, Array("rgb(".utf8) + numbers.joined(separator: ",".utf8) + [UInt8(ascii: ")")])
}

private let initialValues: Replacement = { text in
  let attributes = " stroke-linecap=\"butt\" stroke-linejoin=\"miter\"".utf8
  return text.first == UInt8(ascii: " ") && text.starts(with: attributes) ? (attributes.count, []) : nil
}

/// An attribute whose numbers are places, less their last zeros.
private let places: Replacement = { text in
  func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
  guard text.first == UInt8(ascii: " "), let name = placeNames.first(where: text.starts),
    case let value = text.dropFirst(name.count), value.first.map(isQuote) == true,
    let end = value.dropFirst().firstIndex(where: isQuote)
  else { return nil }
  return (end + 1 - text.startIndex, name + Array(value[...end]).replacing(lastZeros))
}

private let placeNames = ["d", "points", "x", "y", "transform", "width", "height"].map { Array(" \($0)=".utf8) }

/// The zeros that end a fraction, and its point where they are all of it.
private let lastZeros: Replacement = { text in
  guard text.first == UInt8(ascii: ".") else { return nil }
  let fraction = text.dropFirst().prefix(while: isDigit)
  let lasting = fraction.reversed().drop { $0 == UInt8(ascii: "0") }
  return lasting.count == fraction.count
    ? nil : (1 + fraction.count, lasting.isEmpty ? [] : [UInt8(ascii: ".")] + lasting.reversed())
}

private let emptyGroup: Replacement = { text in
  guard text.first == UInt8(ascii: "<"), text.starts(with: "<g ".utf8),
    let end = text.firstIndex(of: UInt8(ascii: ">")),
    text[(end + 1)...].starts(with: "</g>".utf8)
  else { return nil }
  return (end + 5 - text.startIndex, [])
}

private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
