// SPDX-License-Identifier: GPL-3.0-or-later

/// SplitMix64, which a case's number alone starts, so that any case can be made again without those before it.
///
/// Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (OOPSLA 2014).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64, number: Int) {
    state = seed
    state = next() ^ UInt64(number)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }

  /// A whole number below `count`; 0 for none.
  mutating func below(_ count: Int) -> Int { count > 0 ? Int.random(in: 0..<count, using: &self) : 0 }

  /// One of `elements`.
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
