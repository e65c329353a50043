// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

/// How the trials of a cell ended, as far as any kind of study can say.
public struct TrialCounts: Hashable, Sendable {
  public var trials = 0, undecided = 0, failed = 0

  public init() {}
}

extension TrialStore {
  /// The trials of every cell that has any.
  public func counts() throws -> [Table.Cell: TrialCounts] {
    try translated {
      let rows = try database.read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT cell_id, COUNT(*) AS trials, SUM(verdict = 'undecided') AS undecided,
              SUM(verdict = 'failed') AS failed FROM \(table.layout.trials) GROUP BY cell_id
            """)
      }
      let byID = Dictionary(uniqueKeysWithValues: rows.map { ($0["cell_id"] as Int64, TrialCounts($0)) })
      return cellIDs.compactMapValues { byID[$0] }
    }
  }
}

extension TrialCounts {
  fileprivate init(_ row: Row) {
    (trials, undecided, failed) = (row["trials"], row["undecided"], row["failed"])
  }
}
