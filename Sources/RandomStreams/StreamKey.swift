// SPDX-License-Identifier: GPL-3.0-or-later

/// What a stream of random numbers is for: the name of one set of draws.
///
/// Two streams never overlap, because the key is what the draws *are* (study seed, instance, trial, purpose) and not
/// their place in a grid, on a worker or in a shard: a trial can be replayed alone, anywhere.
public struct StreamKey: Hashable, Sendable {
  /// The study's seed: the Philox key.
  public var seed: UInt64
  /// Canonical text of the instance, e.g. `"gaussian inputs, N=200, s=10, P=82"`.
  public var content: String
  /// Number of the trial within its cell.
  public var trial: UInt32
  /// Which of the trial's draws, e.g. `"weights"`.
  public var purpose: String

  /// The key of the draws for `purpose` of a trial of `content`.
  public init(seed: UInt64, content: String, trial: UInt32, purpose: String) {
    self.seed = seed
    self.content = content
    self.trial = trial
    self.purpose = purpose
  }

  /// 64-bit FNV-1a digest of content and purpose, separated by a byte that UTF-8 never contains.
  ///
  /// Within one seed, streams are (digest, trial): the trial number is exact, and among c different
  /// (content, purpose) pairs two digests coincide with probability about c²/2⁶⁵ (10⁻¹³ for a thousand cells).
  ///
  /// Source: Fowler, Noll, Vo, RFC 9923.
  public var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func absorb(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    content.utf8.forEach(absorb)
    absorb(0xff)
    purpose.utf8.forEach(absorb)
    return hash
  }
}
