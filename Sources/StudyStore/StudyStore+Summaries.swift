// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import GRDB
public import StudyModel

/// What the trials of one cell found, taken together.
public struct CellSummary: Hashable, Sendable {
  public let cell: PlantedEnsemble
  public let trials, recovered, notRecovered, undecided, failed: Int
  /// Mean number of samples on which the neuron is active; nil without trials.
  public let activeSamplesMean: Double?
  public let iterationsMean: Double?
  /// The least evidence among the decided trials: min |margin|.
  public let marginLeast: Double?
  /// The largest relative duality gap and the largest relative error of a recovered weight vector; nil where no
  /// solution was computed.
  public let gapLargest, errorLargest: Double?
  public let secondsMean: Double?
}

extension TrialStore where Table == RecoveryTable {
  /// One summary a cell of the study: those of its grid, or those that an adaptive study has tried, in the same order.
  public func summaries(
    of design: RecoveryDesign, _ success: SuccessCriterion = .certified
  ) throws -> [CellSummary] {
    guard design.policy != nil else { return try summaries(of: design.cells, success) }
    let tried = Dictionary(grouping: cellIDs.keys) { cell in
      var curve = cell
      curve.samples = 0
      return curve
    }
    return try summaries(
      of: design.curves.flatMap { curve in
        var curve = curve
        curve.samples = 0
        return (tried[curve] ?? []).sorted { $0.samples < $1.samples }
      }, success)
  }

  /// One summary a cell, in the order of `cells`; `success` says what counts as recovered.
  ///
  /// Sums are of whole numbers and extremes are of doubles, so that a summary does not depend on the order in which
  /// the trials came in; only the mean of the seconds does.
  public func summaries(
    of cells: [PlantedEnsemble], _ success: SuccessCriterion = .certified
  ) throws -> [CellSummary] {
    try translated {
      let rows = try database.read { try Row.fetchAll($0, sql: aggregate(success)) }
      let ids = cellIDs
      let byCell = Dictionary(uniqueKeysWithValues: rows.map { ($0["cell_id"] as Int64, $0) })
      return cells.map { cell in CellSummary(cell, ids[cell].flatMap { byCell[$0] } ?? [:]) }
    }
  }
}

private func aggregate(_ success: SuccessCriterion) -> String {
  """
  SELECT cell_id, COUNT(*) AS trials,
    SUM(judgement = 'recovered') AS recovered, SUM(judgement = 'not-recovered') AS not_recovered,
    SUM(judgement = 'undecided') AS undecided, SUM(judgement = 'failed') AS failed,
    CAST(SUM(active_samples) AS REAL) / COUNT(active_samples) AS active_samples_mean,
    CAST(SUM(iterations) AS REAL) / COUNT(iterations) AS iterations_mean,
    MIN(ABS(margin)) AS margin_least, MAX(gap) AS gap_largest,
    MAX(CASE judgement WHEN 'recovered' THEN error END) AS error_largest, AVG(seconds) AS seconds_mean
  FROM (SELECT *, \(success.verdict) AS judgement FROM trial) GROUP BY cell_id
  """
}

extension CellSummary {
  fileprivate init(_ cell: PlantedEnsemble, _ row: Row) {
    self.cell = cell
    trials = row["trials"] ?? 0
    recovered = row["recovered"] ?? 0
    notRecovered = row["not_recovered"] ?? 0
    undecided = row["undecided"] ?? 0
    failed = row["failed"] ?? 0
    activeSamplesMean = row["active_samples_mean"]
    iterationsMean = row["iterations_mean"]
    marginLeast = row["margin_least"]
    gapLargest = row["gap_largest"]
    errorLargest = row["error_largest"]
    secondsMean = row["seconds_mean"]
  }
}
