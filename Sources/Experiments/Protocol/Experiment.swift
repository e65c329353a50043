// SPDX-License-Identifier: GPL-3.0-or-later

/// What is measured: parameters, quantities, and a trial, which is decided by its cell, the seed and its number alone.
///
/// A study is an experiment with a grid and a number of trials; a claim judges what the trials found. Nothing else knows what an
/// experiment is about.
public protocol Experiment: Sendable {
  /// The axes of its grids; the cells are the product, the last parameter varying fastest.
  var parameters: [any GridParameter] { get }
  /// What is stored of every trial, or of every item of one.
  var quantities: [Quantity] { get }
  /// What the items of a trial are, with their numbers from 1 ("layer", say); nil where only whole trials are measured.
  var itemName: String? { get }
  /// The parameters by which cells are grouped when a study's progress is shown.
  var grouping: [any GridParameter] { get }

  /// Whether a cell with these values of the parameters before has the parameter at all.
  func has(_ parameter: any GridParameter, in cell: Cell) -> Bool

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  func problem(with cell: Cell) -> CellProblem?

  /// What a trial of the cell costs, in any unit: orders the cells and weighs the progress.
  func cost(of cell: Cell) -> Double

  /// What a trial of the cell holds in memory at once, roughly, in bytes.
  func memory(of cell: Cell) -> Double

  /// Makes what trials of several cells share, a trained network say, before the trial's clock starts.
  func prepare(_ cell: Cell, seed: UInt64, trial: Int) throws

  /// The experiment with what a study takes from outside.
  func using(_ resources: StudyResources) -> any Experiment

  /// Runs one trial.
  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) throws -> TrialOutcome
}

extension Experiment {
  /// Only whole trials are measured.
  public var itemName: String? { nil }

  /// The first four parameters of the grid.
  public var grouping: [any GridParameter] { Array(parameters.filter { $0.place == .grid }.prefix(4)) }

  /// Every cell has it.
  public func has(_ parameter: any GridParameter, in cell: Cell) -> Bool { true }

  /// Every cell is possible.
  public func problem(with cell: Cell) -> CellProblem? { nil }

  /// Nothing worth counting, in bytes.
  public func memory(of cell: Cell) -> Double { 0 }

  /// Nothing is shared.
  public func prepare(_ cell: Cell, seed: UInt64, trial: Int) throws {}

  /// Nothing is taken from outside.
  public func using(_ resources: StudyResources) -> any Experiment { self }

  /// Runs one trial and times it; what it throws is a result as well.
  public func trial(
    _ cell: Cell, seed: UInt64, number: Int, in workspace: inout TrialWorkspace
  ) -> FinishedTrial {
    do {
      try prepare(cell, seed: seed, trial: number)
      let start = ContinuousClock.now
      var outcome = try measure(cell, seed: seed, trial: number, in: &workspace)
      outcome.seconds = (ContinuousClock.now - start) / .seconds(1)
      return FinishedTrial(number: number, result: .success(outcome))
    } catch {
      return FinishedTrial(number: number, result: .failure(TrialFailure(error)))
    }
  }

  /// Runs trials of one cell until `isStopped` or the workspace meets an obstacle. Where none can be made in the cell, as a search may
  /// come to one, each fails and says why.
  public func trials(
    _ cell: Cell, seed: UInt64, numbers: Range<Int>, in workspace: inout TrialWorkspace,
    until isStopped: () -> Bool = { false }
  ) -> [FinishedTrial] {
    let failure = problem(with: cell).map { TrialFailure(message: $0.description) }
    var finished: [FinishedTrial] = []
    finished.reserveCapacity(numbers.count)
    for number in numbers where !isStopped() && workspace.obstacle == nil {
      if let failure {
        finished.append(FinishedTrial(number: number, result: .failure(failure)))
      } else {
        finished.append(trial(cell, seed: seed, number: number, in: &workspace))
      }
    }
    return finished
  }

  /// A cell by its values: those given, and the standard ones of the other parameters, in the experiment's order.
  ///
  /// - Precondition: every parameter without a standard value is given, or the cell does not have it.
  public func cell(_ values: [Cell.Value]) -> Cell {
    parameters.reduce(Cell()) { cell, parameter in
      guard has(parameter, in: cell) else { return cell }
      let given = values.first { $0.name == parameter.name }?.literal ?? parameter.standardLiterals.first
      guard let given else { preconditionFailure("no \(parameter.name) among \(values)") }
      return cell.with(parameter.name, given)
    }
  }
}

extension Cell {
  /// A value of one parameter, for making cells.
  public struct Value: Sendable {
    let name: String
    let literal: ParameterLiteral

    /// A value of this parameter.
    public init<V>(_ parameter: Parameter<V>, _ value: V) { (name, literal) = (parameter.name, value.literal) }
  }
}

extension Parameter {
  /// A value of this parameter, for making cells: `experiment.cell([Self.width.is(24)])`.
  public func `is`(_ value: Value) -> Cell.Value { Cell.Value(self, value) }
}
