// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments

/// Which trials come next: the queues take turns, so that an interrupted study has its cells evenly filled.
struct Schedule<Queue: TrialQueue> {
  /// Consecutive trials of one cell, for one worker.
  struct Batch: Sendable {
    let queue: Int
    let cell: Cell
    let numbers: Range<Int>
    /// Estimated cost of each trial.
    let cost: Double
  }

  /// A queue's turn ends after this many trials, or none left.
  private static var turn: Int { 128 }
  /// A batch should take about this long: ≫ the cost of handing it out (~µs), ≪ what a user waits for.
  private static var batchSeconds: Double { 0.02 }

  private var queues: [Queue]
  private var current = 0
  private var leftInTurn = Self.turn

  /// The most expensive queues come first in each round, so that the cheap ones fill the gaps between workers.
  init(_ queues: [Queue]) {
    self.queues = queues.sorted { $0.cost > $1.cost }
  }

  /// Whether nothing is waiting and nothing is in flight.
  var isFinished: Bool { queues.allSatisfy { $0.remaining == 0 } }

  /// Trials to come, up to each queue's next decision.
  var remaining: Int { queues.reduce(0) { $0 + $1.remaining } }

  /// Trials that are likely to follow those decisions, if cells go on as they did.
  var beyond: Int { queues.reduce(0) { $0 + $1.beyond } }

  var finishedTrials: Int { queues.reduce(0) { $0 + $1.finished } }

  /// The next batch; nil when none is to be handed out now.
  ///
  /// - Complexity: O(1) amortised while all queues have trials left, O(queues) at most.
  mutating func next() -> Batch? {
    guard !queues.isEmpty else { return nil }
    for _ in 0...queues.count {
      if leftInTurn > 0, let (cell, numbers) = queues[current].take(min(leftInTurn, batchSize)) {
        leftInTurn -= numbers.count
        return Batch(queue: current, cell: cell, numbers: numbers, cost: queues[current].cost)
      }
      current = (current + 1) % queues.count
      leftInTurn = Self.turn
    }
    return nil
  }

  mutating func finish(_ batch: Batch, _ results: [(number: Int, success: Bool?)], seconds: Double) {
    queues[batch.queue].finish(batch.cell, results, seconds: seconds)
  }

  /// The decisions since the last call.
  mutating func takeDecisions(of queue: Int) -> [CurveDecision] {
    guard !queues[queue].decisions.isEmpty else { return [] }
    defer { queues[queue].decisions = [] }
    return queues[queue].decisions
  }

  mutating func takeAllDecisions() -> [CurveDecision] {
    queues.indices.flatMap { takeDecisions(of: $0) }
  }

  /// Estimated cost of the trials still to come, in the experiment's unit.
  var remainingCost: Double { queues.reduce(0) { $0 + $1.remainingCost } }

  /// Seconds of work that the trials to come take, those beyond the next decisions included: by the times of each queue's own trials, and where it has none by its cost.
  ///
  /// - Parameter pace: seconds a unit of cost, over all queues.
  func remainingSeconds(pace: Double) -> Double {
    queues.reduce(0) { sum, queue in
      let own = queue.meanSeconds.flatMap { queue.cost > 0 ? $0 / queue.cost : nil }
      return sum + (queue.remainingCost + Double(queue.beyond) * queue.cost) * (own ?? pace)
    }
  }

  private var batchSize: Int {
    guard let seconds = queues[current].meanSeconds, seconds > 0 else { return 1 }
    return Int((Self.batchSeconds / seconds).rounded().clamped(to: 1...Double(Self.turn)))
  }
}

extension Double {
  fileprivate func clamped(to range: ClosedRange<Double>) -> Double {
    min(max(self, range.lowerBound), range.upperBound)
  }
}
