// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import Synchronization

/// Shows how far the solving of a layer is once that takes over two seconds: one line that changes on a terminal, a line every ten
/// seconds elsewhere.
final class SolveLine: Sendable {
  private struct State {
    var round = 0
    var began = ContinuousClock.now
    var shown: ContinuousClock.Instant
  }

  private let start = ContinuousClock.now
  private let state: Mutex<State>
  private let interval: Duration = Terminal.isInteractive ? .milliseconds(200) : .seconds(10)

  init() { state = Mutex(State(shown: start)) }

  /// The settings for that accuracy, with this line told of progress.
  func settings(gap: Double) -> SolverSettings {
    var settings = SolverSettings(gap: gap)
    settings.progress = { [self] in show($0) }
    return settings
  }

  private func show(_ progress: SolveProgress) {
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      // A layer begins with its first round anew.
      if progress.round != state.round { (state.round, state.began) = (progress.round, now) }
      guard now - start > .seconds(2), now - state.shown >= interval else { return nil }
      state.shown = now
      return progress.line(for: state.began.duration(to: now))
    }
    guard let line else { return }
    if Terminal.isInteractive { Terminal.show(line) } else { Terminal.complain(line) }
  }

  /// Makes room for other output.
  func clear() {
    if Terminal.isInteractive { Terminal.show("") }
  }
}

extension SolveProgress {
  /// Later rounds are shorter than the first, and few.
  fileprivate func line(for elapsed: Duration) -> String {
    let left = elapsed / Double(settled) * Double(neurons - settled)
    return "round \(round): \(settled) of \(neurons) neurons, about \(left.clock) left of it"
  }
}
