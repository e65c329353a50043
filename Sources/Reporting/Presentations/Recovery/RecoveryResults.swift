// SPDX-License-Identifier: GPL-3.0-or-later
package import Claims
import Ensembles
package import Experiments
import Statistics
package import StudyModel

/// The measured cells of a recovery study, and the curves predicted for them.
package struct RecoveryResults: Sendable {
  package let study: Study
  /// One entry per N, s and inputs, in the order of the grid.
  let transitions: [Transition]
  /// How the study's claim stands in the light of its cells.
  package let finding: Finding
  /// Made once: the laws that they set beside the cells take longer than many a study.
  package private(set) var tables: [ResultTable] = []

  /// The cells of one N, s and inputs, by ascending P: one success curve.
  struct Transition: Sendable {
    let dimension, sparsity: Int
    let inputs: InputDistribution
    let cells: [CellSummary]
    let predicted: PredictedCurves
    /// The probit fit, whose shape the normal form predicts, and the logit fit.
    let fitted, fittedLogit: FittedTransition
  }

  /// - `trials`: of the study's cells in the order of its grid.
  /// - `remarks`: what a reader of the finding must know of these trials.
  package init(
    study: Study, trials: [CellTrials], _ criterion: SuccessCriterion = .certified, remarks: [String] = []
  ) {
    self.study = study
    let cells = trials.map { CellSummary($0, criterion) }
    transitions = cells.chunked { $0.curve == $1.curve }.map(Transition.init)
    var finding = study.claim.judge(trials.map(criterion.judged), .stated, alarmRate: study.alarmRate)
    finding.remarks = remarks + finding.remarks
    self.finding = finding
    tables = [cellsTable, summaryTable]
  }

  package var verdicts: [JudgedClaim] { [JudgedClaim(study.claim, finding)] }

  /// The success rate of a cell, undecided and failed trials counted as failures, and its interval.
  func rate(_ cell: CellSummary) -> (rate: Double, interval: RateInterval)? {
    guard cell.trials > 0 else { return nil }
    let interval = study.trials.interval(
      successes: cell.recovered, undecided: cell.undecided + cell.failed, trials: cell.trials)
    return (Double(cell.recovered) / Double(cell.trials), interval)
  }
}

extension RecoveryResults.Transition {
  /// - Precondition: at least one cell.
  fileprivate init(_ cells: [CellSummary]) {
    let first = cells[0].cell
    (dimension, sparsity, inputs) = (first.dimension, first.sparsity, first.inputs)
    self.cells = cells
    predicted = PredictedCurves(dimension: dimension, sparsity: sparsity)
    fitted = FittedTransition(cells.map(\.measured))
    fittedLogit = FittedTransition(cells.map(\.measured), link: .logit)
  }

  /// The measured sample counts and, between the first and the last, enough others for a smooth curve.
  var drawnSamples: [Int] {
    let measured = cells.map(\.cell.samples)
    guard let first = measured.first, let last = measured.last else { return [] }
    return Set(measured).union(stride(from: first, through: last, by: max(1, (last - first) / 150))).sorted()
  }
}

extension Array {
  /// Splits where `together` is false of two neighbours.
  func chunked(by together: (Element, Element) -> Bool) -> [[Element]] {
    reduce(into: []) { chunks, element in
      if let last = chunks.last?.last, together(last, element) {
        chunks[chunks.count - 1].append(element)
      } else {
        chunks.append([element])
      }
    }
  }
}
