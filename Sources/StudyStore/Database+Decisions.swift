// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB
import Statistics
import StudyModel
import StudyRunner

extension Database {
  /// Keeps the decisions; one that is made again, as a search with more trials allowed does with its last, replaces the
  /// one that is there.
  func insert(_ decisions: [CurveDecision]) throws {
    let insert = try cachedStatement(
      sql: """
        INSERT INTO decision (curve, stage, phase, trials, seen, estimates, requests) VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (curve, stage) DO UPDATE SET phase = excluded.phase, trials = excluded.trials,
          seen = excluded.seen, estimates = excluded.estimates, requests = excluded.requests
        """)
    for made in decisions {
      try insert.execute(arguments: [
        made.curve, made.stage, made.decision.phase.rawValue, made.seen.reduce(0) { $0 + $1.trials },
        try made.seen.json, try made.decision.estimates.json, try made.decision.requests.json,
      ])
    }
  }

  /// Keeps how an adaptive study decides.
  func insert(_ policy: TransitionPolicy) throws {
    try execute(
      sql: """
        INSERT OR REPLACE INTO policy (id, probabilities, half_width, confidence, at_most) VALUES (1, ?, ?, ?, ?)
        """,
      arguments: [try policy.probabilities.json, policy.halfWidth, policy.confidence, policy.atMost])
  }
}

extension Encodable {
  fileprivate var json: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }
}
