// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import StudyRunner
import Synchronization

/// Shows how far a run is: one line that changes on a terminal, a line every ten seconds elsewhere.
final class ProgressLine: Sendable {
  private let lastShown = Mutex<Duration?>(nil)
  private let interval: Duration = Terminal.isInteractive ? .milliseconds(200) : .seconds(10)

  func show(_ progress: RunProgress) {
    let isDue = lastShown.withLock { last in
      guard progress.elapsed - (last ?? .zero) >= interval else { return false }
      last = progress.elapsed
      return true
    }
    guard isDue else { return }
    if Terminal.isInteractive { Terminal.show(progress.line) } else { Terminal.complain(progress.line) }
  }

  /// Makes room for other output.
  func clear() {
    if Terminal.isInteractive { Terminal.show("") }
  }
}

extension RunProgress {
  var line: String {
    let done = before + finished
    let percent = total == 0 ? 100 : done * 100 / total
    let left = estimated.map { "about \($0.clock) left" } ?? "estimating"
    let failures = failed == 0 ? "" : ", \(failed) failed"
    return
      "\(done)/\(total) trials (\(percent)%), \(Int(rate.rounded()))/s, \(elapsed.clock) so far, \(left)\(failures)"
  }
}

extension Duration {
  /// e.g. 2:05 or 1:02:05.
  var clock: String {
    formatted(.time(pattern: self >= .seconds(3600) ? .hourMinuteSecond : .minuteSecond))
  }
}
