// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import GRDB

/// How the trials of a cell ended.
public struct TrialCounts: Hashable, Sendable {
  public var trials = 0, undecided = 0, failed = 0

  /// A cell without trials.
  public init() {}
}

extension TrialStore {
  /// The number of trials that are stored.
  public func count() throws -> Int {
    try translated { try database.read { try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM trial") ?? 0 } }
  }

  /// The trials of every cell that has any.
  public func counts() throws -> [Cell: TrialCounts] {
    try translated {
      let rows = try database.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT cell_id, COUNT(*) AS trials, SUM(verdict = 'undecided') AS undecided,
              SUM(verdict = 'failed') AS failed FROM trial GROUP BY cell_id
            """)
      }
      let byID = Dictionary(try rows.map { (try $0.at(0) as Int64, try TrialCounts($0)) }) { first, _ in first }
      return cellIDs.compactMapValues { byID[$0] }
    }
  }
}

extension TrialCounts {
  fileprivate init(_ row: Row) throws {
    (trials, undecided, failed) = (try row.at(1), try row.at(2), try row.at(3))
  }
}
