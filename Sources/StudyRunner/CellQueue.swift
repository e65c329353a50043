// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel

/// The trials of one cell that are still to be handed out.
struct CellQueue {
  private(set) var history: CellHistory
  /// Mean seconds of a trial, once one was timed.
  private(set) var meanSeconds: Double?
  /// Trials that this run finished, and the seconds they took.
  private var timed = (trials: 0, seconds: 0.0)

  private let plan: TrialPlan
  private let looks: [Int]
  private var look: Int
  private var waiting: RangeSet<Int>
  private var inFlight = 0

  init(history: CellHistory, plan: TrialPlan) {
    self.history = history
    self.plan = plan
    looks = plan.looks
    // A trial beyond a look was handed out because the cell went on there: that decision stands.
    let last = history.finished.ranges.last?.last ?? 0
    look = looks.firstIndex { $0 >= last } ?? looks.count - 1
    waiting = history.missing(upTo: looks[look])
    advance()
  }

  /// Trials to come: exact for a fixed number of trials, up to the next look otherwise.
  var remaining: Int { waiting.ranges.reduce(inFlight) { $0 + $1.count } }

  /// Takes up to `count` consecutive trial numbers; nil when none waits.
  mutating func take(_ count: Int) -> Range<Int>? {
    guard let first = waiting.ranges.first else { return nil }
    let taken = first.prefix(count)
    waiting.remove(contentsOf: taken)
    inFlight += taken.count
    return taken
  }

  /// Takes note of finished trials that were handed out together.
  mutating func finish(_ results: [(number: Int, success: Bool?)], seconds: Double) {
    for result in results { history.add(number: result.number, success: result.success) }
    inFlight -= results.count
    timed.trials += results.count
    timed.seconds += seconds
    meanSeconds = timed.seconds / Double(timed.trials)
    advance()
  }

  /// Goes on to the next look for as long as this one is complete and does not end the cell.
  private mutating func advance() {
    while remaining == 0, look < looks.count - 1, let interval = history.interval(plan),
      !plan.isSatisfied(by: interval)
    {
      look += 1
      waiting = history.missing(upTo: looks[look])
    }
  }
}
