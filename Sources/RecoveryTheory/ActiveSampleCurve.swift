// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// ln f(n) for n = `first`, `first` + 1, …, f a probability given n active samples that is analytic in n: kept once computed, because
/// every P mixes the same n.
///
/// Octave by octave of n − `first`, each an ``analyticSequence(_:scale:of:)``.
final class ActiveSampleCurve: Sendable {
  private let first: Int
  private let logValue, scale: @Sendable (Double) -> Double
  private let octaves = Mutex<[Int: [Double]]>([:])

  /// - Parameters:
  ///   - logValue: ln f, of n − `first`.
  ///   - scale: the size of the terms that ln f is the difference of, likewise.
  init(
    from first: Int, logValue: @escaping @Sendable (Double) -> Double, scale: @escaping @Sendable (Double) -> Double
  ) {
    self.first = first
    (self.logValue, self.scale) = (logValue, scale)
  }

  /// - Precondition: `n` is at least `first`.
  subscript(n: Int) -> Double {
    let octave = self.octave(n - first)
    return octaves.withLock { known in
      if known[octave.lowerBound] == nil {
        known[octave.lowerBound] = analyticSequence(octave, scale: scale(Double(octave.upperBound)), of: logValue)
      }
      return known[octave.lowerBound]![n - first - octave.lowerBound]
    }
  }

  /// 0 … 31, 32 … 63, 64 … 127, 128 … 255, ….
  private func octave(_ offset: Int) -> ClosedRange<Int> {
    guard offset >= 32 else { return 0...31 }
    let lowest = 1 << (Int.bitWidth - 1 - offset.leadingZeroBitCount)
    return lowest...(2 * lowest - 1)
  }
}
