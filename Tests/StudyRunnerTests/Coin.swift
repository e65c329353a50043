// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import StudyRunner
import Synchronization

/// An experiment that tosses a coin: the cell is its chance of success in thousandths, the toss a hash of seed, cell and number.
struct Coin: Experiment {
  struct Toss: Hashable {
    let success: Bool?
  }

  struct Stumble: Error, CustomStringConvertible {
    let description = "the coin rolled away"
  }

  static let chance = Parameter<Int>("chance", "Thousandths of success", .integers(0...1000))

  let parameters: [any GridParameter] = [chance]
  let quantities: [Quantity] = []
  /// Trials with these numbers throw.
  var stumblesAt: Set<Int> = []
  /// Trials with these numbers cannot be decided.
  var undecidedAt: Set<Int> = []
  /// Called before every toss.
  var beforeToss: @Sendable () -> Void = {}

  static func cell(_ chance: Int) -> Cell { Coin().cell([Self.chance.is(chance)]) }

  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) throws -> TrialOutcome {
    beforeToss()
    if stumblesAt.contains(trial) { throw Stumble() }
    if undecidedAt.contains(trial) { return TrialOutcome(success: nil, []) }
    return TrialOutcome(success: Self.lands(cell[Self.chance], seed, trial), [])
  }

  func cost(of cell: Cell) -> Double { Double(cell[Self.chance] + 1) }

  static func lands(_ chance: Int, _ seed: UInt64, _ number: Int) -> Bool {
    var generator = SplitMix(state: seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(chance) << 40 ^ UInt64(number))
    return Int(generator.next() % 1000) < chance
  }
}

/// What a coin does before each toss to stop its run at a certain one.
func requesting(_ stop: StopSignal, atToss toss: Int) -> @Sendable () -> Void {
  final class Counter: Sendable { let tosses = Atomic(0) }
  let counter = Counter()
  return { if counter.tosses.add(1, ordering: .relaxed).newValue == toss { stop.request() } }
}

/// Steele, Lea and Flood's SplitMix64.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Keeps trials in memory, and can fail as a full disk does.
final class MemorySink: TrialSink {
  struct Full: Error {}

  private let records = Mutex<[TrialRecord]>([])
  private let made = Mutex<[CurveDecision]>([])
  private let capacity: Int

  init(capacity: Int = .max) { self.capacity = capacity }

  func record(_ trials: [TrialRecord]) throws {
    try records.withLock { records in
      guard records.count + trials.count <= capacity else { throw Full() }
      records += trials
    }
  }

  func record(_ decisions: [CurveDecision]) throws { made.withLock { $0 += decisions } }

  /// The decisions, by curve and stage.
  var decisions: [CurveDecision] { made.withLock { $0.sorted { ($0.curve, $0.stage) < ($1.curve, $1.stage) } } }

  var all: [TrialRecord] { records.withLock { $0 } }

  /// Outcomes by cell and number; a trial that came twice would be missed in the count.
  var outcomes: [Cell: [Int: Coin.Toss]] {
    all.reduce(into: [:]) { outcomes, record in
      outcomes[record.cell, default: [:]][record.trial.number] = record.trial.outcome.map { .init(success: $0.success) }
    }
  }

  var histories: [Cell: CellHistory] {
    all.reduce(into: [:]) { histories, record in
      histories[record.cell, default: CellHistory()]
        .add(number: record.trial.number, success: record.trial.outcome?.success)
    }
  }

  var cellOutcomes: [Cell: CellOutcomes] {
    all.reduce(into: [:]) { outcomes, record in
      outcomes[record.cell, default: CellOutcomes()]
        .add(number: record.trial.number, success: record.trial.outcome?.success)
    }
  }
}
