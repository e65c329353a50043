// SPDX-License-Identifier: GPL-3.0-or-later

/// What a trial found.
public struct TrialOutcome: Hashable, Sendable {
  /// Whether the trial succeeded; nil where it could not be decided.
  public let success: Bool?
  /// In the order in which they were made.
  public let measurements: [Measurement]
  /// Wall-clock time of the trial.
  public var seconds: Double

  /// - Precondition: no two measurements are of the same quantity and item.
  public init(success: Bool? = true, _ measurements: [Measurement], seconds: Double = 0) {
    (self.success, self.measurements, self.seconds) = (success, measurements, seconds)
  }

  /// The value measured of a quantity and item; nil where there is none.
  public subscript(quantity: Quantity, item item: Int = 0) -> Double? {
    measurements.first { $0.item == item && $0.isOf(quantity) }.flatMap { $0.value.isNaN ? nil : $0.value }
  }

  /// The values measured of a quantity, by their items.
  public func byItem(_ quantity: Quantity) -> [Int: Double] {
    let measured = measurements.filter { $0.isOf(quantity) && !$0.value.isNaN }
    return Dictionary(measured.map { ($0.item, $0.value) }) { first, _ in first }
  }
}

/// Why a trial has no outcome.
public struct TrialFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// Why, in words.
  public let message: String

  /// A failure with this message.
  public init(message: String) { self.message = message }

  /// The failure that an error stands for.
  public init(_ error: any Error) { message = (error as? TrialFailure)?.message ?? "\(error)" }

  /// In words, for messages.
  public var description: String { message }
}

/// A trial that ended, one way or the other.
public struct FinishedTrial: Sendable {
  /// From 1.
  public let number: Int
  /// What came of it.
  public let result: Result<TrialOutcome, TrialFailure>

  /// A trial by its number and result.
  public init(number: Int, result: Result<TrialOutcome, TrialFailure>) { (self.number, self.result) = (number, result) }

  /// nil of a trial that failed.
  public var outcome: TrialOutcome? { try? result.get() }
}

/// The finished trials of one cell.
public struct CellTrials: Sendable {
  /// The cell that they are of.
  public let cell: Cell
  /// By their numbers, ascending.
  public let trials: [FinishedTrial]

  /// Of the trials that did not fail, in the same order.
  public let outcomes: [TrialOutcome]

  /// The trials of a cell, ascending by their numbers.
  public init(cell: Cell, trials: [FinishedTrial]) {
    (self.cell, self.trials) = (cell, trials)
    outcomes = trials.compactMap(\.outcome)
  }

  /// Trials that ended with an error.
  public var failed: Int { trials.count - outcomes.count }

  /// What the trials measured of a quantity and item, in the order of their numbers.
  ///
  /// - Complexity: O(measurements).
  public func values(_ quantity: Quantity, item: Int = 0) -> [Double] {
    outcomes.compactMap { $0[quantity, item: item] }
  }
}

extension [CellTrials] {
  /// The number of trials in all cells.
  public var trials: Int { reduce(0) { $0 + $1.trials.count } }
}
