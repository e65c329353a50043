// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import CPhilox
import RandomStreams
import Testing

/// Blocks beside GSL's own calls, on two generators that stand at the same place.
private struct Pair: ~Copyable {
  let blocked: UnsafeMutablePointer<gsl_rng>
  let called: UnsafeMutablePointer<gsl_rng>

  /// GSL ends the program where there is no memory.
  init(trial: UInt32) {
    blocked = gsl_rng_alloc(philox4x32_type())
    called = gsl_rng_alloc(philox4x32_type())
    for generator in [blocked, called] { philox4x32_reset(generator, [20_170_612, 7], [trial, 5, 6]) }
  }

  deinit {
    gsl_rng_free(blocked)
    gsl_rng_free(called)
  }

  /// Both ways' next `count` variates, bit for bit.
  func next(_ count: Int) -> (blocked: [UInt64], called: [UInt64]) {
    var values = [Double](repeating: .nan, count: count)
    philox4x32_normals(blocked, &values, count)
    return (values.map(\.bitPattern), (0..<count).map { _ in gsl_ran_gaussian_ziggurat(called, 1).bitPattern })
  }

  /// Whether the next four words of both are the same; neither is moved.
  var standTogether: Bool {
    guard let one = gsl_rng_clone(blocked), let other = gsl_rng_clone(called) else { return true }
    defer {
      gsl_rng_free(one)
      gsl_rng_free(other)
    }
    return (0..<4).allSatisfy { _ in gsl_rng_get(one) == gsl_rng_get(other) }
  }

  /// Both ways' next word: equal if both generators stand at the same place.
  func word() -> (blocked: UInt, called: UInt) { (gsl_rng_get(blocked), gsl_rng_get(called)) }
}

/// Whatever the lengths of blocks, and whatever else is drawn in between.
@Test func blocksAreTheCallsBitForBit() {
  let pair = Pair(trial: 1)
  for count in Array(0...300) + [1_000, 4_095, 4_096, 4_097] {
    let (blocked, called) = pair.next(count)
    #expect(blocked == called, "\(count) variates")
    for _ in 0..<(count % 4) {
      let (blocked, called) = pair.word()
      #expect(blocked == called, "the word after \(count) variates")
    }
  }
}

/// Five million variates, in which every way through the algorithm is taken: of n variates, about 2.8 % take a second word or more, and
/// .06 % lie in the tail beyond R = 3.4443, on both sides.
@Test func blocksAreTheCallsInEveryBranch() {
  let count = 5_000_000
  let pair = Pair(trial: 2)
  let (blocked, called) = pair.next(count)
  #expect(blocked == called)
  let (after, expected) = pair.word()
  #expect(after == expected)
  let tail = called.map(Double.init(bitPattern:)).filter { abs($0) > 3.44428647676 }
  #expect(tail.contains { $0 > 0 } && tail.contains { $0 < 0 } && tail.count > count / 5_000)
  let words = wordsTaken(by: 200_000)
  #expect(words[1, default: 0] > 190_000 && words[2, default: 0] > 2_000)
  #expect(words.filter { $0.key > 2 }.values.reduce(0, +) > 200)
}

/// How many of the first variates take how many words: where the generator stands is told by a copy that walks after it.
private func wordsTaken(by count: Int) -> [Int: Int] {
  let pair = Pair(trial: 2)
  var counts: [Int: Int] = [:]
  for _ in 0..<count {
    _ = gsl_ran_gaussian_ziggurat(pair.called, 1)
    var taken = 0
    repeat {
      _ = gsl_rng_get(pair.blocked)
      taken += 1
    } while !pair.standTogether
    counts[taken, default: 0] += 1
  }
  return counts
}

/// A stream's blocks are its single draws, and leave it where those do.
@Test func aStreamDrawsTheSameInBlocksAndOneByOne() {
  let key = StreamKey(seed: 1, content: "blocks", trial: 3, purpose: "inputs")
  var blocks = RandomStream(key)
  var single = RandomStream(key)
  for count in [1, 31, 32, 33, 1_000, 5] {
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { blocks.fillNormal($0) }
    #expect(values == (0..<count).map { _ in single.normal() })
    let (next, expected) = (blocks.uniform(), single.uniform())
    #expect(next == expected)
  }
}
