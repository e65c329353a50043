// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
public import Foundation
import GRDB
public import StudyModel

/// A run folder opened for reading: what is stored of a study, without running it.
///
/// It takes no lock and changes nothing, so that a report can be made of a folder in which a run is going on.
public struct StoredStudy: Sendable {
  /// The study as the last run of the folder had it.
  public let study: Study
  private let file: URL
  private let database: DatabaseQueue

  /// - Throws: ``StoreError``; ``StudyError`` when the stored text is no study of this version.
  public init(folder: URL) throws {
    let file = folder.appending(path: "trials.sqlite")
    guard FileManager.default.fileExists(atPath: file.path) else { throw StoreError.noTrials(path: folder.path) }
    let database = try translating(file) {
      var configuration = Configuration()
      configuration.readonly = true
      return try DatabaseQueue(path: file.path, configuration: configuration)
    }
    let row = try translating(file) {
      try database.read { try Row.fetchOne($0, sql: "SELECT file, text, overrides FROM study") }
    }
    guard let row else { throw StoreError.unreadable(path: file.path, reason: "no study is stored in it") }
    let overrides = try JSONDecoder().decode([String].self, from: Data((row["overrides"] as String).utf8))
    study = try Study(StudyFile(name: row["file"], text: row["text"], overrides: overrides))
    (self.file, self.database) = (file, database)
  }

  /// One summary a cell of the study, in the order of its grid.
  ///
  /// - Parameter success: what counts as recovered.
  public func summaries(_ success: SuccessCriterion = .certified) throws -> [CellSummary] {
    try translating(file) {
      let rows = try database.read { try Row.fetchAll($0, sql: Self.query(success)) }
      let byCell = Dictionary(uniqueKeysWithValues: rows.map { (Self.key($0), $0) })
      switch study.design {
      case .recovery(let design):
        return design.cells.map { cell in CellSummary(cell, byCell[Self.key(cell)]) }
      }
    }
  }

  /// The runs that filled the folder.
  public func sessions() throws -> SessionSummary {
    try translating(file) {
      let rows = try database.read {
        try Row.fetchAll($0, sql: "SELECT started, ended, seconds FROM session ORDER BY id")
      }
      func date(_ text: String?) -> Date? { text.flatMap { try? Date($0, strategy: .iso8601) } }
      return SessionSummary(
        sessions: rows.count, started: date(rows.first?["started"]) ?? .distantPast,
        ended: date(rows.last { $0["ended"] != nil }?["ended"]),
        seconds: rows.reduce(0) { $0 + ($1["seconds"] as Double) })
    }
  }

  private static func key(_ row: Row) -> [String] {
    ["dimension", "sparsity", "samples"].map { "\(row[$0] as Int)" } + ["inputs", "weights"].map { row[$0] as String }
  }

  private static func key(_ cell: PlantedEnsemble) -> [String] {
    ["\(cell.dimension)", "\(cell.sparsity)", "\(cell.samples)", cell.inputs.name, cell.weights.rawValue]
  }

  private static func query(_ success: SuccessCriterion) -> String {
    """
    WITH judged AS (SELECT *, \(success.verdict) AS judgement FROM trial)
    SELECT dimension, sparsity, samples, inputs, weights, COUNT(*) AS trials,
      SUM(judgement = 'recovered') AS recovered, SUM(judgement = 'not-recovered') AS not_recovered,
      SUM(judgement = 'undecided') AS undecided, SUM(judgement = 'failed') AS failed,
      CAST(SUM(active_samples) AS REAL) / COUNT(active_samples) AS active_samples_mean,
      CAST(SUM(iterations) AS REAL) / COUNT(iterations) AS iterations_mean,
      MIN(ABS(margin)) AS margin_least, MAX(gap) AS gap_largest,
      MAX(CASE judgement WHEN 'recovered' THEN error END) AS error_largest, AVG(seconds) AS seconds_mean
    FROM judged JOIN cell ON cell.id = cell_id GROUP BY cell_id
    """
  }
}

/// What counts as recovery when stored trials are summed up.
public enum SuccessCriterion: Hashable, Sendable {
  /// As the trial's own evidence had it.
  case certified
  /// A relative error ‖U − w*‖₂/‖w*‖₂ of at most this.
  ///
  /// A trial that a certificate decided has no solution U. Where it proves recovery, U = w* is the only solution and the error 0;
  /// where it disproves recovery, the error of the solution is not known, and the trial counts as undecided. So do the trials whose
  /// program was not solved to tolerance.
  case relativeError(Double)

  fileprivate var verdict: String {
    switch self {
    case .certified: "verdict"
    case .relativeError(let threshold):
      """
      CASE WHEN verdict IN ('failed', 'undecided') THEN verdict
        WHEN error IS NOT NULL THEN iif(error <= \(threshold), 'recovered', 'not-recovered')
        WHEN verdict = 'recovered' THEN 'recovered' ELSE 'undecided' END
      """
    }
  }
}

/// How the trials of a folder fare when success is a relative error below a threshold.
public struct Rejudgement: Codable, Hashable, Sendable {
  public let threshold: Double
  /// Trials with a stored error, judged by it, and how many of them changed sides.
  public let byError, changed: Int
  /// Trials recovered by certificate: their error is 0.
  public let certified: Int
  /// Trials not recovered by certificate, whose error is unknown, and trials undecided or failed before.
  public let unknown, undecided: Int
}

extension StoredStudy {
  public func rejudgement(threshold: Double) throws -> Rejudgement {
    let verdict = SuccessCriterion.relativeError(threshold).verdict
    let sql = """
      SELECT IFNULL(SUM(error IS NOT NULL AND decided), 0), IFNULL(SUM(error IS NOT NULL AND decided AND judgement <> verdict), 0),
        IFNULL(SUM(error IS NULL AND verdict = 'recovered'), 0), IFNULL(SUM(error IS NULL AND verdict = 'not-recovered'), 0),
        IFNULL(SUM(NOT decided), 0)
      FROM (SELECT *, \(verdict) AS judgement, verdict IN ('recovered', 'not-recovered') AS decided FROM trial)
      """
    return try translating(file) {
      // An aggregate without groups has one row.
      let counts = try database.read { try Row.fetchOne($0, sql: sql) } ?? [:]
      return Rejudgement(
        threshold: threshold, byError: counts[0], changed: counts[1], certified: counts[2], unknown: counts[3],
        undecided: counts[4])
    }
  }
}

extension CellSummary {
  fileprivate init(_ cell: PlantedEnsemble, _ row: Row?) {
    self.init(
      cell: cell, trials: row?["trials"] ?? 0, recovered: row?["recovered"] ?? 0,
      notRecovered: row?["not_recovered"] ?? 0, undecided: row?["undecided"] ?? 0, failed: row?["failed"] ?? 0,
      activeSamplesMean: row?["active_samples_mean"], iterationsMean: row?["iterations_mean"],
      marginLeast: row?["margin_least"], gapLargest: row?["gap_largest"], errorLargest: row?["error_largest"],
      secondsMean: row?["seconds_mean"])
  }
}
