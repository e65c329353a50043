// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
public import Experiments
public import OwnMethods
public import Statistics

/// A validated study: an experiment, a grid and a number of trials, and the claim that its trials are judged by.
public struct Study: Sendable {
  /// Names the default run folder, `results/<name>`.
  public let name: String
  /// The claim, or survey, that it names.
  public let subject: StudySubject
  /// Every stream of the study is keyed by this seed and by what the trial is.
  public let seed: UInt64
  /// The values of its parameters.
  public let grid: Grid
  /// Of each cell; where an axis is searched, the most that all cells of one curve get together.
  public let trials: TrialPlan
  /// Family-wise false-alarm rate at which the claim counts as refuted.
  public let alarmRate: Double
  /// What its figures are drawn for.
  public let figures: FigureSettings
  /// What the study was decoded from.
  public var source: StudyFile
  /// Paths of the files that it names: arrays, and those that own methods run.
  public let files: [String]
  /// The own methods, by their names in the cells.
  public let programs: [String: OwnMethod]

  /// The claim that its trials are judged by; nil of a survey.
  public var claim: (any Claim)? { subject.claim }
  /// What each trial measures.
  public var experiment: any Experiment { grid.experiment }

  /// As study files have it.
  public var claimName: String { subject.name }
}

/// The values of every parameter of an experiment.
public struct Grid: Sendable {
  /// Of whose parameters it has the values.
  public let experiment: any Experiment
  /// In the experiment's order of parameters.
  public let axes: [Axis]
  /// The cells, by the axes' order, the last varying fastest; none of an adaptive study, whose cells are found.
  public let cells: [Cell]
  /// The success curves of an adaptive study; none of any other.
  public let curves: [SuccessCurve]

  /// How an axis is searched; nil where all are given.
  public var policy: TransitionPolicy? { axes.lazy.compactMap(\.policy).first }

  /// The parameter that is searched for.
  public var searched: (any GridParameter)? { axes.first { $0.policy != nil }?.parameter }

  /// The parameters with more than one value here: they tell the cells apart.
  public var varied: [any GridParameter] { axes.filter(\.isVaried).map(\.parameter) }
}

/// The cells that differ in one parameter only, of which an adaptive study finds where success sets in.
public struct SuccessCurve: Hashable, Sendable {
  /// The cell in which the search begins.
  public let start: Cell
  /// The name of the parameter.
  public let parameter: String
  /// How the search decides.
  public let policy: TransitionPolicy
  /// The first value to try, the least and the largest.
  public let guess, least, limit: Int

  /// The curve through `start`, of which `parameter` is searched from `guess` on between `least` and `limit`.
  public init(start: Cell, parameter: String, policy: TransitionPolicy, guess: Int, least: Int = 1, limit: Int) {
    (self.start, self.parameter, self.policy) = (start.with(parameter, .integer(guess)), parameter, policy)
    (self.guess, self.least, self.limit) = (guess, least, limit)
  }

  /// The curve's cell at a value of the parameter.
  public func cell(_ value: Int) -> Cell { start.with(parameter, .integer(value)) }

  /// The curve that the cell lies on, as decisions name it: all its parameters but the one that is searched.
  public var name: String { Self.name(of: start, but: parameter) }

  /// All parameters of a cell but one, as decisions name the curve.
  public static func name(of cell: Cell, but parameter: String) -> String {
    cell.entries.filter { $0.name != parameter }.map { "\($0.name)=\($0.literal)" }.joined(separator: " ")
  }
}
