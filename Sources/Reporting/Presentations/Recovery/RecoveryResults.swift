// SPDX-License-Identifier: GPL-3.0-or-later
package import Claims
import Ensembles
package import Experiments
import Statistics
package import StudyModel
import StudyRunner

/// The measured cells of a recovery study, and the curves predicted for them.
package struct RecoveryResults: Sendable {
  package let study: Study
  /// One entry per N, s and condition, in the order of the grid.
  let transitions: [Transition]
  /// How the study's claim stands in the light of its cells; nil of a survey.
  package let finding: Finding?
  /// Made once: the laws that they set beside the cells take longer than many a study.
  package private(set) var tables: [ResultTable] = []

  /// The cells of one N, s and condition, by ascending P: one success curve.
  struct Transition: Sendable {
    let dimension, sparsity: Int
    let condition: RecoveryCondition
    /// What tells the condition from the study's others, in words.
    let label: String
    let cells: [CellSummary]
    let predicted: PredictedCurves
    /// The probit fit, whose shape the normal form predicts, and the logit fit.
    let fitted, fittedLogit: FittedTransition
    /// Where a search for the curve's quantiles ended; nil of cells that the study lists.
    let search: SearchDecision?

    var inputs: InputDistribution { condition.inputs }
  }

  /// - `trials`: of the study's cells in the order of its grid.
  /// - `remarks`: what a reader of the finding must know of these trials.
  package init(
    study: Study, trials: [CellTrials], _ criterion: SuccessCriterion = .certified, remarks: [String] = []
  ) {
    self.study = study
    let cells = trials.map { CellSummary($0, criterion) }
    let curves = cells.grouped { $0.curve }.map { $0.sorted { $0.cell.samples < $1.cell.samples } }.inOrder
    let conditions = Set(cells.map(\.condition)).map(\.self)
    let searches = study.searches(trials)
    var laws: [[Int]: PredictedCurves] = [:]
    let probabilities = [0.05, 0.5, 0.95] + (study.grid.policy?.probabilities ?? [])
    transitions = curves.map { cells in
      let shape = [cells[0].cell.dimension, cells[0].cell.sparsity]
      let law = laws[shape] ?? PredictedCurves(dimension: shape[0], sparsity: shape[1], probabilities: probabilities)
      laws[shape] = law
      return Transition(cells, law, conditions, searches[cells[0].curve])
    }
    finding = study.claim.map { claim in
      var finding = claim.judge(trials.map(criterion.judged), .stated, alarmRate: study.alarmRate)
      finding.remarks = remarks + finding.remarks
      return finding
    }
    tables = [cellsTable, summaryTable]
  }

  package var verdicts: [JudgedClaim] {
    guard let claim = study.claim, let finding else { return [] }
    return [JudgedClaim(claim, finding)]
  }

  /// The success rate of a cell, undecided and failed trials counted as failures, and its interval.
  func rate(_ cell: CellSummary) -> (rate: Double, interval: RateInterval)? {
    guard cell.trials > 0 else { return nil }
    let interval = study.trials.interval(
      successes: cell.recovered, undecided: cell.undecided + cell.failed, trials: cell.trials)
    return (Double(cell.recovered) / Double(cell.trials), interval)
  }
}

extension [[CellSummary]] {
  /// By N and s, as grids have them but those whose sparsities are shares of the samples.
  fileprivate var inOrder: [[CellSummary]] {
    enumerated().sorted { a, b in
      let (one, other) = (a.element[0].cell, b.element[0].cell)
      return (one.dimension, one.sparsity, a.offset) < (other.dimension, other.sparsity, b.offset)
    }.map(\.element)
  }
}

extension Study {
  /// The last decision of each search, by the curve without the parameter that is searched.
  fileprivate func searches(_ trials: [CellTrials]) -> [Cell: SearchDecision] {
    guard !grid.curves.isEmpty else { return [:] }
    let outcomes = Dictionary(uniqueKeysWithValues: trials.map { ($0.cell, CellOutcomes($0)) })
    let runner = StudyRunner(experiment, seed: seed, plan: self.trials, workers: 1)
    return Dictionary(
      grid.curves.compactMap { curve in
        runner.decisions(curves: [curve], outcomes: outcomes).last.map {
          (curve.start.without(RecoveryExperiment.samples), $0.decision)
        }
      }
    ) { _, last in last }
  }
}

extension CellOutcomes {
  fileprivate init(_ measured: CellTrials) {
    self.init()
    for trial in measured.trials { add(number: trial.number, success: trial.outcome?.success) }
  }
}

extension RecoveryResults.Transition {
  /// - Precondition: at least one cell.
  fileprivate init(
    _ cells: [CellSummary], _ law: PredictedCurves, _ conditions: [RecoveryCondition], _ search: SearchDecision?
  ) {
    (dimension, sparsity, condition) = (cells[0].cell.dimension, cells[0].cell.sparsity, cells[0].condition)
    (self.cells, predicted, self.search) = (cells, law, search)
    label = condition.words(among: conditions)
    fitted = FittedTransition(cells.map(\.measured))
    fittedLogit = FittedTransition(cells.map(\.measured), link: .logit)
  }

  /// The failures of all trials by their number of active samples, whatever P they had.
  var byActiveSamples: ActiveSampleMixture {
    let counts = cells.reduce(into: [Int: Proportion]()) { counts, cell in
      counts.merge(cell.activeFailures) {
        Proportion(successes: $0.successes + $1.successes, trials: $0.trials + $1.trials)
      }
    }
    return ActiveSampleMixture(counts)
  }

  /// The measured sample counts and, between the first and the last, enough others for a smooth curve.
  var drawnSamples: [Int] {
    let measured = cells.map(\.cell.samples)
    guard let first = measured.first, let last = measured.last else { return [] }
    return Set(measured).union(stride(from: first, through: last, by: max(1, (last - first) / 150))).sorted()
  }
}
