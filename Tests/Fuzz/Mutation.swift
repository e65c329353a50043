// SPDX-License-Identifier: GPL-3.0-or-later

/// Ways to spoil a file that is right: bytes, pieces, numbers in text, numbers in binary.
enum Mutation: CaseIterable {
  case flip, byte, insert, delete, duplicate, word, number, integer, truncate, splice, nest

  /// No input grows beyond this.
  static let sizeLimit = 1 << 18

  /// A seed of `reader` with one mutation, or with some probability more: case `number`.
  static func input(for reader: Reader, seed: UInt64, number: Int) -> [UInt8] {
    var random = SplitMix(seed: seed, number: number)
    var bytes = random.pick(reader.seeds)
    repeat { random.pick(allCases).apply(to: &bytes, reader, &random) } while random.below(3) == 0
    return Array(bytes.prefix(sizeLimit))
  }

  private func apply(to bytes: inout [UInt8], _ reader: Reader, _ random: inout SplitMix) {
    let place = random.below(bytes.count)
    let end = min(bytes.count, place + 1 + random.below(random.below(4) == 0 ? bytes.count : 16))
    switch self {
    case .flip: if !bytes.isEmpty { bytes[place] ^= 1 << random.below(8) }
    case .byte: if !bytes.isEmpty { bytes[place] = UInt8(random.below(256)) }
    case .insert: bytes.insert(contentsOf: (0...random.below(8)).map { _ in UInt8(random.below(256)) }, at: place)
    case .delete: bytes.removeSubrange(place..<end)
    case .duplicate: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case .word: if !reader.words.isEmpty { bytes.insert(contentsOf: random.pick(reader.words).utf8, at: place) }
    case .number: Self.replaceNumber(in: &bytes, near: place, by: random.pick(Self.numbers))
    case .integer: Self.overwrite(&bytes, at: place, random.pick(Self.integers), width: 1 << random.below(4), &random)
    case .truncate: if random.below(4) == 0 { bytes.removeSubrange(place...) }
    case .splice: bytes = Array(bytes[..<place] + random.pick(reader.seeds).dropFirst(place))
    case .nest: Self.repeatPiece(of: &bytes, place..<end, 1 << random.below(10))
    }
  }

  private static let numbers = [
    "0", "-1", "1", "2", "255", "65536", "2147483647", "4294967295", "4294967296", "5000000000", "3037000500",
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e300", "1e-300", "1e999", "nan", "inf",
    "-0",
    "0.5", "1.5", "007", "1_000", "0x10", "",
  ]

  private static let integers: [UInt64] = [
    0, 1, 2, 8, 255, 256, 32_767, 65_535, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 1 << 32, 1 << 61, 1 << 62,
    0x7FFF_FFFF_FFFF_FFFF, 1 << 63, .max,
  ]

  /// Puts `text` in place of the first run of digits from `place` on.
  private static func replaceNumber(in bytes: inout [UInt8], near place: Int, by text: String) {
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard let start = bytes[place...].firstIndex(where: digits.contains) else { return }
    let end = bytes[start...].firstIndex { !digits.contains($0) && $0 != UInt8(ascii: ".") } ?? bytes.endIndex
    bytes.replaceSubrange(start..<end, with: text.utf8)
  }

  private static func overwrite(
    _ bytes: inout [UInt8], at place: Int, _ value: UInt64, width: Int, _ random: inout SplitMix
  ) {
    var pattern = (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    if random.below(2) == 0 { pattern.reverse() }
    bytes.replaceSubrange(place..<min(bytes.count, place + width), with: pattern)
  }

  private static func repeatPiece(of bytes: inout [UInt8], _ piece: Range<Int>, _ count: Int) {
    let copies = min(count, (sizeLimit - bytes.count) / max(1, piece.count))
    guard copies > 0 else { return }
    bytes.insert(contentsOf: repeatElement(bytes[piece], count: copies).joined(), at: piece.lowerBound)
  }
}
