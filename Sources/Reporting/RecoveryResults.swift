// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
import Ensembles
import Statistics
public import StudyModel
public import StudyStore

/// The measured cells of a recovery study, and the curves predicted for them.
public struct RecoveryResults: Sendable {
  public let study: Study
  /// One entry per N, s and inputs, in the order of the grid.
  let transitions: [Transition]
  private let claim: any GridClaim
  /// How the study's claim stands in the light of its cells.
  public let finding: Finding
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

  /// - `cells`: the study's cells in the order of its grid.
  /// - `remarks`: what a reader of the finding must know of these cells.
  public init(study: Study, cells: [CellSummary], remarks: [String] = []) {
    self.study = study
    transitions = cells.chunked { $0.curve == $1.curve }.map(Transition.init)
    guard case .cells(let claim) = study.claim.judge else { preconditionFailure("a study of planted recovery") }
    self.claim = claim
    var finding = claim.judge(cells.map(\.measured), alarmRate: study.alarmRate)
    finding.remarks = remarks + finding.remarks
    self.finding = finding
    tables = [cellsTable, summaryTable]
  }

  package var verdicts: [JudgedClaim] { [JudgedClaim(claim, finding)] }

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

extension CellSummary {
  /// The ensemble but for its number of samples.
  fileprivate var curve: PlantedEnsemble {
    var curve = cell
    curve.samples = 0
    return curve
  }

  /// What a claim judges; a trial that failed is evidence of nothing.
  fileprivate var measured: MeasuredCell {
    MeasuredCell(cell, recovered: recovered, notRecovered: notRecovered, undecided: undecided + failed)
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
