// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that can be tried again and again in a cell of a grid.
///
/// A trial is decided by its cell and its number alone: any worker, in any order, gets the same outcome.
public protocol Experiment: Sendable {
  associatedtype Cell: Hashable & Sendable
  associatedtype Outcome: TrialOutcome

  /// A function that runs the trial with that number (from 1) of a cell, with scratch memory of its own.
  ///
  /// Every worker asks for one, and calls it from one place at a time.
  func makeWorker() -> (Cell, Int) throws -> Outcome

  /// What a trial of the cell costs, in any unit: orders the cells and weighs the progress.
  func cost(of cell: Cell) -> Double
}

/// What a trial found.
public protocol TrialOutcome: Sendable {
  /// Whether the trial succeeded; nil where it could not be decided.
  var success: Bool? { get }
}

/// One finished trial. A trial that threw is a result as well, and is stored as such.
public struct TrialRecord<Cell: Hashable & Sendable, Outcome: TrialOutcome>: Sendable {
  public let cell: Cell
  public let number: Int
  public let result: Result<Outcome, TrialFailure>

  public init(cell: Cell, number: Int, result: Result<Outcome, TrialFailure>) {
    self.cell = cell
    self.number = number
    self.result = result
  }
}

/// Why a trial has no outcome.
public struct TrialFailure: Error, Hashable, Sendable {
  public let message: String

  public init(message: String) { self.message = message }
}

/// Where finished trials go; called by one worker at a time or several, in any order.
public protocol TrialSink<Cell, Outcome>: Sendable {
  associatedtype Cell: Hashable & Sendable
  associatedtype Outcome: TrialOutcome

  /// Keeps the trials for good: when this returns, a crash does not lose them.
  func record(_ trials: [TrialRecord<Cell, Outcome>]) throws

  /// Keeps what an adaptive study decided; a curve and stage that was decided before is the same decision.
  func record(_ decisions: [CurveDecision]) throws
}

extension TrialSink {
  public func record(_ decisions: [CurveDecision]) throws {}
}
