// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
package import Experiments
import Statistics
package import StudyModel

/// The success curves of several runs laid over each other: at each (N, s), how many samples the others need relative to the first, and
/// whether they succeed as often.
package struct RecoveryComparison: Sendable {
  /// A run and what it is called here.
  package struct Run: Sendable {
    package let name: String
    package let study: Study
    package let trials: [CellTrials]

    package init(name: String, study: Study, trials: [CellTrials]) {
      (self.name, self.study, self.trials) = (name, study, trials)
    }
  }

  /// One curve of a run.
  struct Curve: Sendable {
    let run: Run
    /// The run's name and what tells the condition from the run's others.
    let label: String
    let results: RecoveryResults
    let transition: RecoveryResults.Transition
    /// By P.
    let cells: [Int: CellTrials]

    var half: TransitionQuantile { transition.quantile(0.5) }
  }

  package let runs: [Run]
  /// The curves of each N and s that more than one curve has, the first to which the others are compared.
  let shapes: [[Curve]]
  let pairs: [ComparedPair]

  /// - Throws: ``ComparisonError`` saying why the runs cannot be compared.
  package init(_ runs: [Run]) throws(ComparisonError) {
    for run in runs where !(run.study.experiment is RecoveryExperiment) {
      throw ComparisonError(
        "\(run.name) is of \(run.study.claimName), which has no success curves of recovery; compare studies of planted recovery"
      )
    }
    let curves = runs.flatMap { Self.curves($0, isAlone: runs.count == 1) }
    let shapes = curves.grouped { [$0.transition.dimension, $0.transition.sparsity] }.filter { $0.count > 1 }
    guard !shapes.isEmpty else {
      let words = runs.map { run in
        "\(run.name) has "
          + Self.curves(run, isAlone: false).map { "(\($0.transition.dimension), \($0.transition.sparsity))" }.unique
          .prefix(6)
          .joined(separator: ", ")
      }
      throw ComparisonError("no (N, s) has two curves: \(words.joined(separator: "; ")); run the same N and s in both")
    }
    (self.runs, self.shapes) = (runs, shapes)
    let found = shapes.flatMap { curves in curves.dropFirst().map { ComparedPair(curves[0], $0) } }
    let tested = found.indices.filter { found[$0].pValue != nil }
    let adjusted = Dictionary(
      uniqueKeysWithValues: zip(tested, holmAdjusted(tested.compactMap { found[$0].pValue })))
    pairs = found.enumerated().map { index, pair in pair.adjusted(adjusted[index]) }
  }

  private static func curves(_ run: Run, isAlone: Bool) -> [Curve] {
    let results = RecoveryResults(study: run.study, trials: run.trials)
    let byCurve = Dictionary(grouping: run.trials) { $0.cell.without(RecoveryExperiment.samples) }
    return results.transitions.map { transition in
      let cells = transition.cells.first.flatMap { byCurve[$0.curve] } ?? []
      return Curve(
        run: run,
        label: transition.label.isEmpty ? run.name : isAlone ? transition.label : "\(run.name): \(transition.label)",
        results: results,
        transition: transition,
        cells: Dictionary(cells.map { ($0.cell[RecoveryExperiment.samples], $0) }) { first, _ in first })
    }
  }
}

/// Why runs cannot be compared.
package struct ComparisonError: Error, CustomStringConvertible {
  package let description: String

  init(_ description: String) { self.description = description }
}

/// Two curves of the same N and s.
struct ComparedPair: Sendable {
  /// How it was tested whether they differ.
  enum Test: String, Sendable {
    case paired = "McNemar"
    case stratified = "Mantel-Haenszel"
  }

  let first, second: RecoveryComparison.Curve
  /// P₅₀ of the second over that of the first; nil where one has none.
  let ratio: IntervalEstimate?
  /// nil where the two have no P in common.
  let test: Test?
  let discordant: DiscordantPairs
  /// Trials that the test compares.
  let compared: Int
  let pValue: Double?
  /// Holm's, over all pairs of the comparison.
  private(set) var adjustedPValue: Double?

  init(_ first: RecoveryComparison.Curve, _ second: RecoveryComparison.Curve) {
    (self.first, self.second) = (first, second)
    let halves = [first, second].map { curve -> IntervalEstimate? in
      guard let value = curve.half.samples, let low = curve.half.low, let high = curve.half.high else { return nil }
      return IntervalEstimate(value, low: low, high: high)
    }
    ratio = halves[0].flatMap { one in halves[1].map { $0 / one } }
    let common = Set(first.cells.keys).intersection(second.cells.keys).sorted()
    if common.isEmpty {
      (test, discordant, compared, pValue) = (nil, DiscordantPairs(), 0, nil)
    } else if first.sharesDraws(with: second) {
      let pairs = Self.pairs(first, second, common)
      (test, discordant, compared, pValue) = (.paired, pairs, pairs.pairs, pairs.pValue)
    } else {
      let rates = Self.rates(first, second, common)
      (test, discordant, compared, pValue) = (.stratified, DiscordantPairs(), rates.trials, rates.pValue)
    }
  }

  func adjusted(_ pValue: Double?) -> ComparedPair {
    var pair = self
    pair.adjustedPValue = pValue
    return pair
  }

  /// A trial without an answer is none that succeeded; one that is undecided tells nothing.
  private static func pairs(
    _ first: RecoveryComparison.Curve, _ second: RecoveryComparison.Curve, _ common: [Int]
  ) -> DiscordantPairs {
    var pairs = DiscordantPairs()
    for samples in common {
      let others = Dictionary(
        uniqueKeysWithValues: (second.cells[samples]?.trials ?? []).map { ($0.number, $0) })
      for trial in first.cells[samples]?.trials ?? [] {
        if let one = trial.verdict, let other = others[trial.number]?.verdict { pairs.add(one, other) }
      }
    }
    return pairs
  }

  private static func rates(
    _ first: RecoveryComparison.Curve, _ second: RecoveryComparison.Curve, _ common: [Int]
  ) -> StratifiedRates {
    var rates = StratifiedRates()
    for samples in common {
      if let one = first.cells[samples], let other = second.cells[samples] { rates.add(one.successes, other.successes) }
    }
    return rates
  }
}

extension RecoveryComparison.Curve {
  /// Whether trial t of a cell has the same samples and weights in both.
  func sharesDraws(with other: Self) -> Bool {
    let (one, two) = (transition.condition, other.transition.condition)
    let own = [one, two].contains { $0.method == .builtIn(.lazy) }
    return run.study.seed == other.run.study.seed && one.inputs == two.inputs && one.weights == two.weights
      && one.neurons == two.neurons && !own && run.study.source.files(of: one) == other.run.study.source.files(of: two)
  }
}

extension StudyFile {
  /// The hashes of the files that are drawn from.
  fileprivate func files(of condition: RecoveryCondition) -> [String?] {
    var paths: [String] = []
    if case .file(let samples) = condition.inputs { paths.append(samples.path) }
    if case .file(let path) = condition.weights { paths.append(path) }
    return paths.map { files?[$0] }
  }
}

extension FinishedTrial {
  /// Whether it succeeded, without an answer not; nil where it is undecided.
  fileprivate var verdict: Bool? { outcome.map(\.success) ?? false }
}

extension CellTrials {
  fileprivate var successes: Proportion {
    let verdicts = trials.compactMap(\.verdict)
    return Proportion(successes: verdicts.count { $0 }, trials: verdicts.count)
  }
}

extension [String] {
  fileprivate var unique: [String] { grouped { $0 }.map { $0[0] } }
}
