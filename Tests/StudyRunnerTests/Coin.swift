// SPDX-License-Identifier: GPL-3.0-or-later
import StudyRunner
import Synchronization

/// An experiment that tosses a coin: the cell is its chance of success in thousandths, the toss a hash of cell and
/// number.
struct Coin: Experiment {
  struct Toss: TrialOutcome, Hashable {
    let success: Bool?
  }

  struct Stumble: Error, CustomStringConvertible {
    let description = "the coin rolled away"
  }

  /// Seeds the hash, to have independent studies.
  var seed: UInt64 = 0
  /// Trials with these numbers throw.
  var stumblesAt: Set<Int> = []
  /// Trials with these numbers cannot be decided.
  var undecidedAt: Set<Int> = []
  /// Called before every toss.
  var beforeToss: @Sendable (_ chance: Int, _ number: Int) -> Void = { _, _ in }

  func makeWorker() -> (Int, Int) throws -> Toss {
    { chance, number in
      beforeToss(chance, number)
      if stumblesAt.contains(number) { throw Stumble() }
      if undecidedAt.contains(number) { return Toss(success: nil) }
      return Toss(success: lands(chance, number))
    }
  }

  func cost(of chance: Int) -> Double { Double(chance + 1) }

  private func lands(_ chance: Int, _ number: Int) -> Bool {
    var generator = SplitMix(state: seed &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(chance) << 40 ^ UInt64(number))
    return Int(generator.next() % 1000) < chance
  }
}

/// What a coin does before each toss to stop its run at a certain one.
func requesting(_ stop: StopSignal, atToss toss: Int) -> @Sendable (Int, Int) -> Void {
  final class Counter: Sendable { let tosses = Atomic(0) }
  let counter = Counter()
  return { _, _ in
    if counter.tosses.add(1, ordering: .relaxed).newValue == toss { stop.request() }
  }
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

  typealias Record = TrialRecord<Int, Coin.Toss>
  private let records = Mutex<[Record]>([])
  private let made = Mutex<[CurveDecision]>([])
  private let capacity: Int

  init(capacity: Int = .max) { self.capacity = capacity }

  func record(_ trials: [Record]) throws {
    try records.withLock { records in
      guard records.count + trials.count <= capacity else { throw Full() }
      records += trials
    }
  }

  func record(_ decisions: [CurveDecision]) throws { made.withLock { $0 += decisions } }

  /// The decisions, by curve and stage.
  var decisions: [CurveDecision] { made.withLock { $0.sorted { ($0.curve, $0.stage) < ($1.curve, $1.stage) } } }

  var all: [Record] { records.withLock { $0 } }

  /// Outcomes by cell and number; a trial that came twice would be missed in the count.
  var outcomes: [Int: [Int: Coin.Toss]] {
    all.reduce(into: [:]) { outcomes, record in
      outcomes[record.cell, default: [:]][record.number] = try? record.result.get()
    }
  }

  var histories: [Int: CellHistory] {
    all.reduce(into: [:]) { histories, record in
      histories[record.cell, default: CellHistory()]
        .add(number: record.number, success: (try? record.result.get())?.success)
    }
  }

  var cellOutcomes: [Int: CellOutcomes] {
    all.reduce(into: [:]) { outcomes, record in
      outcomes[record.cell, default: CellOutcomes()]
        .add(number: record.number, success: (try? record.result.get())?.success)
    }
  }
}
