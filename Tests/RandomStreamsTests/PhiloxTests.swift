// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import CPhilox
import RandomStreams
import Testing

/// Known answers published with Random123 (examples/kat_vectors, philox4x32 10).
@Test(arguments: [
  (
    counter: [UInt32](repeating: 0, count: 4), key: [UInt32](repeating: 0, count: 2),
    answer: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8] as [UInt32]
  ),
  (
    counter: [UInt32](repeating: .max, count: 4), key: [UInt32](repeating: .max, count: 2),
    answer: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]
  ),
  (
    counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0],
    answer: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]
  ),
])
func knownAnswers(counter: [UInt32], key: [UInt32], answer: [UInt32]) {
  var output = [UInt32](repeating: 0, count: 4)
  philox4x32_block(counter, key, &output)
  #expect(output == answer)
}

@Test func generatorWalksTheCountersOfItsStream() throws {
  let generator = try #require(gsl_rng_alloc(philox4x32_type()))
  defer { gsl_rng_free(generator) }
  philox4x32_reset(generator, [7, 8], [1, 2, 3])
  for block in UInt32(0)..<3 {
    var expected = [UInt32](repeating: 0, count: 4)
    philox4x32_block([1, 2, 3, block], [7, 8], &expected)
    // Random123 hands out a block from its last word to its first.
    #expect((0..<4).map { _ in UInt32(gsl_rng_get(generator)) } == expected.reversed())
  }
}

@Test func aStreamDependsOnItsKeyAlone() {
  let key = StreamKey(seed: 1, content: "N=5", trial: 3, purpose: "inputs")
  var first = RandomStream(key)
  let draws = (0..<100).map { _ in first.normal() }
  var second = RandomStream(StreamKey(seed: 9, content: "other", trial: 0, purpose: "weights"))
  _ = second.normal()
  second.restart(at: key)
  #expect((0..<100).map { _ in second.normal() } == draws)
}

@Test func everyPartOfTheKeyChangesTheStream() {
  let key = StreamKey(seed: 1, content: "N=5", trial: 3, purpose: "inputs")
  var variants = Array(repeating: key, count: 6)
  variants[1].seed = 1 << 32 | 1
  variants[2].content = "N=6"
  variants[3].trial = 4
  variants[4].purpose = "weights"
  variants[5].content = "N=5inputs"
  variants[5].purpose = ""
  let starts = variants.map { key in
    var stream = RandomStream(key)
    return [stream.uniform(), stream.uniform()]
  }
  #expect(Set(starts).count == variants.count)
}

/// 100 cells × 10⁴ trials × 3 purposes: the trial number is a counter word of its own, so streams differ when digests do.
@Test func noTwoKeysOfAMillionTrialStudyShareAStream() {
  var digests = Set<UInt64>()
  for dimension in [100, 200, 400, 800, 1600] {
    for samples in 1...20 {
      for purpose in ["weights", "active inputs", "inactive inputs"] {
        let content = "gaussian inputs, gaussian weights, N=\(dimension), s=10, P=\(samples)"
        digests.insert(StreamKey(seed: 20_170_612, content: content, trial: 0, purpose: purpose).digest)
      }
    }
  }
  #expect(digests.count == 300)
}
