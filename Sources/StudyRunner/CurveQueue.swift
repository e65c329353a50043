// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics
import StudyModel

/// The trials of one success curve: those that its search asks for, stage by stage.
///
/// A stage begins when the one before is complete. As it asks for the trials 1 … n of a cell, the search is retraced from
/// stored trials to where it was interrupted.
struct CurveQueue: TrialQueue {
  private(set) var meanSeconds: Double?
  private(set) var finished: Int
  var decisions: [CurveDecision] = []

  private let curve: SuccessCurve
  private let trialCost: @Sendable (Cell) -> Double
  private var search: TransitionSearch
  private var stage = 0
  private var outcomes: [Cell: CellOutcomes]
  private var waiting: [(cell: Cell, numbers: RangeSet<Int>)] = []
  private var inFlight = 0
  private var clock = TrialClock()

  init(_ curve: SuccessCurve, outcomes: [Cell: CellOutcomes], cost: @escaping @Sendable (Cell) -> Double) {
    self.curve = curve
    self.outcomes = outcomes
    trialCost = cost
    search = TransitionSearch(curve.policy, guess: curve.guess, least: curve.least, limit: curve.limit)
    finished = 0
    begin()
    let asked = search.decision.requests.map { $0.trials - known(at: $0.samples) }.reduce(0, +)
    finished = search.trials + asked - remaining
  }

  var cost: Double { trialCost(curve.start) }

  var remaining: Int { waiting.map(\.numbers.size).reduce(inFlight, +) }

  var remainingCost: Double {
    waiting.map { Double($0.numbers.size) * trialCost($0.cell) }.reduce(Double(inFlight) * cost, +)
  }

  mutating func take(_ count: Int) -> (cell: Cell, numbers: Range<Int>)? {
    guard let cell = waiting.first?.cell, let first = waiting.first?.numbers.ranges.first else { return nil }
    let taken = first.prefix(count)
    waiting[0].numbers.remove(contentsOf: taken)
    if waiting[0].numbers.isEmpty { waiting.removeFirst() }
    inFlight += taken.count
    return (cell, taken)
  }

  mutating func finish(_ cell: Cell, _ results: [(number: Int, success: Bool?)], seconds: Double) {
    for result in results {
      outcomes[cell, default: CellOutcomes()].add(number: result.number, success: result.success)
    }
    inFlight -= results.count
    finished += results.count
    clock.add(trials: results.count, seconds: seconds)
    meanSeconds = clock.mean
    if remaining == 0 { proceed() }
  }

  /// Takes up the search's decision, and goes on at once where all it asks for is there already.
  private mutating func begin() {
    decisions.append(
      CurveDecision(curve: curve.name, stage: stage, seen: search.counts, decision: search.decision))
    waiting = search.decision.requests.compactMap { request in
      let cell = curve.cell(request.samples)
      let missing = (outcomes[cell] ?? CellOutcomes()).missing(upTo: request.trials)
      return missing.isEmpty ? nil : (cell, missing)
    }
    if waiting.isEmpty && !search.decision.isLast { proceed() }
  }

  private mutating func proceed() {
    let results = search.decision.requests.map { request in
      (outcomes[curve.cell(request.samples)] ?? CellOutcomes()).count(samples: request.samples, upTo: request.trials)
    }
    search.proceed(with: results)
    stage += 1
    begin()
  }

  private func known(at samples: Int) -> Int { search.counts.first { $0.samples == samples }?.trials ?? 0 }
}

extension RangeSet<Int> {
  /// The number of elements.
  fileprivate var size: Int { ranges.reduce(0) { $0 + $1.count } }
}
