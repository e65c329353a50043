// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

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

  /// The verdict of a trial, in SQL.
  var verdict: String {
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

extension TrialStore where Table == RecoveryTable {
  public func rejudgement(threshold: Double) throws -> Rejudgement {
    let verdict = SuccessCriterion.relativeError(threshold).verdict
    let sql = """
      SELECT IFNULL(SUM(error IS NOT NULL AND decided), 0), IFNULL(SUM(error IS NOT NULL AND decided AND judgement <> verdict), 0),
        IFNULL(SUM(error IS NULL AND verdict = 'recovered'), 0), IFNULL(SUM(error IS NULL AND verdict = 'not-recovered'), 0),
        IFNULL(SUM(NOT decided), 0)
      FROM (SELECT *, \(verdict) AS judgement, verdict IN ('recovered', 'not-recovered') AS decided FROM trial)
      """
    return try translated {
      // An aggregate without groups has one row.
      let counts = try database.read { try Row.fetchOne($0, sql: sql) } ?? [:]
      return Rejudgement(
        threshold: threshold, byError: counts[0], changed: counts[1], certified: counts[2], unknown: counts[3],
        undecided: counts[4])
    }
  }
}
