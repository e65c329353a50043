// SPDX-License-Identifier: GPL-3.0-or-later
import StudyModel

/// Which trials come next: the cells take turns, so that an interrupted study has them evenly filled.
struct Schedule<Cell: Hashable & Sendable> {
  /// Consecutive trials of one cell, for one worker.
  struct Batch: Sendable {
    let queue: Int
    let cell: Cell
    let numbers: Range<Int>
    /// Estimated cost of each trial.
    let cost: Double
  }

  /// A cell's turn ends after this many trials, or none left.
  private static var turn: Int { 32 }
  /// A batch should take about this long: ≫ the cost of handing it out (~µs), ≪ what a user waits for.
  private static var batchSeconds: Double { 0.02 }

  private let cells: [Cell]
  private let costs: [Double]
  private var queues: [CellQueue]
  private var current = 0
  private var leftInTurn = Self.turn

  /// The most expensive cells come first in each round, so that the cheap ones fill the gaps between workers.
  init(cells: [Cell], cost: (Cell) -> Double, history: [Cell: CellHistory], plan: TrialPlan) {
    let ranked = cells.map { (cell: $0, cost: cost($0)) }.sorted { $0.cost > $1.cost }
    self.cells = ranked.map(\.cell)
    costs = ranked.map(\.cost)
    queues = self.cells.map { CellQueue(history: history[$0] ?? CellHistory(), plan: plan) }
  }

  /// Whether nothing is waiting and nothing is in flight.
  var isFinished: Bool { queues.allSatisfy { $0.remaining == 0 } }

  /// Trials to come, up to each cell's next look.
  var remaining: Int { queues.reduce(0) { $0 + $1.remaining } }

  var finishedTrials: Int { queues.reduce(0) { $0 + $1.history.trials } }

  /// The next batch; nil when none is to be handed out now.
  ///
  /// - Complexity: O(1) amortised while all cells have trials left, O(cells) at most.
  mutating func next() -> Batch? {
    for _ in 0...queues.count {
      if leftInTurn > 0, let numbers = queues[current].take(min(leftInTurn, batchSize)) {
        leftInTurn -= numbers.count
        return Batch(queue: current, cell: cells[current], numbers: numbers, cost: costs[current])
      }
      current = (current + 1) % queues.count
      leftInTurn = Self.turn
    }
    return nil
  }

  mutating func finish(_ batch: Batch, _ results: [(number: Int, success: Bool?)], seconds: Double) {
    queues[batch.queue].finish(results, seconds: seconds)
  }

  /// Estimated cost of the trials still to come, in the experiment's unit.
  var remainingCost: Double {
    zip(queues, costs).reduce(0) { $0 + Double($1.0.remaining) * $1.1 }
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
