// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation
import GRDB
import Synchronization

/// The runs that filled a folder, taken together.
public struct SessionSummary: Hashable, Sendable {
  /// Runs that filled the folder.
  public let sessions: Int
  /// When the first of them began.
  public let started: Date
  /// The end of the last run that was not killed; nil when every one was.
  public let ended: Date?
  /// Time that all runs took, by a clock that only goes forward; of a killed run, until it last stored trials.
  public let seconds: Double
  /// Trials that the runs stored.
  public let trials: Int

  package init(sessions: Int, started: Date, ended: Date?, seconds: Double, trials: Int = 0) {
    self.trials = trials
    self.sessions = sessions
    self.started = started
    self.ended = ended
    self.seconds = seconds
  }
}

/// A session that goes on, and when it began.
struct OpenSession: Sendable {
  let number: Int64
  let start = ContinuousClock.now
}

extension TrialStore {
  /// Notes that a run begins; returns its number.
  public func beginSession(workers: Int) throws -> Int64 {
    try translated {
      try database.write { database in
        try database.execute(
          sql: "INSERT INTO session (started, workers, run) VALUES (?, ?, ?)",
          arguments: [Date.now.stored, workers, UUID().uuidString])
        let number = database.lastInsertedRowID
        session.withLock { $0 = OpenSession(number: number) }
        return number
      }
    }
  }

  /// Stores that a session has ended, with its trials and its time by the clock.
  public func endSession(_ session: Int64, trials: Int, seconds: Double) throws {
    try translated {
      try database.write { database in
        try database.execute(
          sql: "UPDATE session SET ended = ?, trials = ?, seconds = ? WHERE id = ?",
          arguments: [Date.now.stored, trials, seconds, session])
        self.session.withLock { $0 = nil }
      }
    }
  }

  /// Notes in the open session that `trials` more are stored: what a killed run did is known as well.
  func note(_ trials: Int, _ database: Database) throws {
    guard let open = session.withLock({ $0 }) else { return }
    let update = try database.cachedStatement(
      sql: "UPDATE session SET trials = trials + ?, seconds = ? WHERE id = ?")
    try update.execute(arguments: [trials, (ContinuousClock.now - open.start) / .seconds(1), open.number])
  }

  /// All sessions of the folder together.
  public func sessions() throws -> SessionSummary {
    try translated {
      let rows = try database.read { try Row.fetchAll($0, sql: "SELECT * FROM session ORDER BY id") }
      return SessionSummary(
        sessions: rows.count, started: rows.first.flatMap { Date(stored: $0["started"]) } ?? .now,
        ended: rows.last { $0["ended"] != nil }.flatMap { Date(stored: $0["ended"]) },
        seconds: rows.reduce(0) { $0 + ($1["seconds"] as Double) },
        trials: rows.reduce(0) { $0 + ($1["trials"] as Int) })
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
