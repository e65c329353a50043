// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyModel

/// The trials of one cell that are still to be handed out.
struct CellQueue: TrialQueue {
  let cost: Double
  private(set) var meanSeconds: Double?
  /// A cell's looks are no decisions to keep: its trials tell them.
  var decisions: [CurveDecision] = []

  private let cell: Cell
  private var history: CellHistory
  private var clock = TrialClock()
  private let plan: TrialPlan
  private let looks: [Int]
  private var look: Int
  private var waiting: RangeSet<Int>
  private var inFlight = 0
  private(set) var beyond = 0

  init(_ cell: Cell, cost: Double, history: CellHistory, plan: TrialPlan) {
    self.cell = cell
    self.cost = cost
    self.history = history
    self.plan = plan
    looks = plan.looks
    // A trial beyond a look was handed out because the cell went on there: that decision stands.
    let last = history.finished.ranges.last?.last ?? 0
    look = looks.firstIndex { $0 >= last } ?? looks.count - 1
    waiting = history.missing(upTo: looks[look])
    advance()
  }

  var remaining: Int { waiting.ranges.reduce(inFlight) { $0 + $1.count } }

  var remainingCost: Double { Double(remaining) * cost }

  var finished: Int { history.trials }

  mutating func take(_ count: Int) -> (cell: Cell, numbers: Range<Int>)? {
    guard let first = waiting.ranges.first else { return nil }
    let taken = first.prefix(count)
    waiting.remove(contentsOf: taken)
    inFlight += taken.count
    return (cell, taken)
  }

  mutating func finish(_ cell: Cell, _ results: [(number: Int, success: Bool?)], seconds: Double) {
    history.add(results)
    inFlight -= results.count
    clock.add(trials: results.count, seconds: seconds)
    meanSeconds = clock.mean
    advance()
  }

  /// Goes on to the next look for as long as this one is complete and does not end the cell.
  private mutating func advance() {
    while remaining == 0, look < looks.count - 1, let interval = history.interval(plan),
      !plan.isSatisfied(by: interval)
    {
      look += 1
      waiting = history.missing(upTo: looks[look])
      beyond = plan.end(rate: Double(history.successes) / Double(history.trials), from: looks[look]) - looks[look]
    }
    if remaining == 0 { beyond = 0 }
  }
}
