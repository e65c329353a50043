// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RandomStreams

/// The floor under every simulation, drawing its normal variates: the unit that benchmarks state times in.
public struct DrawFloor: ~Copyable {
  private var stream = RandomStream(StreamKey(seed: 2, content: "floor", trial: 0, purpose: "draws"))

  /// A floor whose draws begin at trial 0.
  public init() {}

  /// Moves to the draws that stand for trial `number`.
  public mutating func restart(at number: Int) {
    stream.restart(at: StreamKey(seed: 2, content: "floor", trial: UInt32(number), purpose: "draws"))
  }

  /// One draw of Bin(trials, ½).
  public mutating func half(of trials: Int) -> Int { stream.binomial(trials: trials, probability: 0.5) }

  /// Draws `count` normal variates and nothing else; what does not fit in 128 MiB goes where the numbers before it were.
  ///
  /// - Complexity: about 3 ns a draw.
  public mutating func draw(_ count: Int) { draw(count) { $0.fillNormal($1) } }

  /// The same draws by a call of GSL each: the floor before they came in blocks.
  ///
  /// - Complexity: 5–10 ns a draw.
  public mutating func drawByCalls(_ count: Int) {
    draw(count) { stream, buffer in for i in buffer.indices { buffer[i] = stream.normal() } }
  }

  private mutating func draw(_ count: Int, _ fill: (inout RandomStream, UnsafeMutableBufferPointer<Double>) -> Void) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: min(count, 1 << 24)) { buffer in
      for start in stride(from: 0, to: count, by: 1 << 24) {
        fill(&stream, UnsafeMutableBufferPointer(rebasing: buffer[..<min(buffer.count, count - start)]))
      }
    }
  }
}

/// Seconds of processor time that `body` takes on this thread.
public func processorTime(_ body: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
  let start = now()
  try body()
  return now() - start
}
