// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
import GRDB

/// The runs that filled a folder, taken together.
public struct SessionSummary: Hashable, Sendable {
  public let sessions: Int
  public let started: Date
  /// The end of the last run that was not killed; nil when every one was.
  public let ended: Date?
  /// Wall-clock time of all runs but the killed ones.
  public let seconds: Double

  package init(sessions: Int, started: Date, ended: Date?, seconds: Double) {
    self.sessions = sessions
    self.started = started
    self.ended = ended
    self.seconds = seconds
  }
}

extension TrialStore {
  /// Notes that a run begins; returns its number.
  public func beginSession(workers: Int) throws -> Int64 {
    try translated {
      try database.write { database in
        try database.execute(
          sql: "INSERT INTO session (started, workers) VALUES (?, ?)", arguments: [Date.now.stored, workers])
        return database.lastInsertedRowID
      }
    }
  }

  public func endSession(_ session: Int64, trials: Int, seconds: Double) throws {
    try translated {
      try database.write { database in
        try database.execute(
          sql: "UPDATE session SET ended = ?, trials = ?, seconds = ? WHERE id = ?",
          arguments: [Date.now.stored, trials, seconds, session])
      }
    }
  }

  /// - Precondition: a session has begun.
  public func sessions() throws -> SessionSummary {
    try translated {
      let rows = try database.read { try Row.fetchAll($0, sql: "SELECT * FROM session ORDER BY id") }
      return SessionSummary(
        sessions: rows.count, started: rows.first.flatMap { Date(stored: $0["started"]) } ?? .now,
        ended: rows.last { $0["ended"] != nil }.flatMap { Date(stored: $0["ended"]) },
        seconds: rows.reduce(0) { $0 + ($1["seconds"] as Double) })
    }
  }
}

extension Date {
  fileprivate var stored: String { formatted(.iso8601) }

  fileprivate init?(stored: String) {
    guard let date = try? Date(stored, strategy: .iso8601) else { return nil }
    self = date
  }
}
