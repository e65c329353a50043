// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Claims
import Foundation
import GRDB
import StudyStore
import Testing

/// The database opened as any other tool would.
struct RawDatabase {
  private let queue: DatabaseQueue

  init(_ file: URL) throws { queue = try DatabaseQueue(path: file.path) }

  func execute(_ sql: String) throws { try queue.write { try $0.execute(sql: sql) } }

  func strings(_ sql: String) throws -> [String] { try queue.read { try String.fetchAll($0, sql: sql) } }
}

@Suite struct SchemaTests {
  private let folder: TemporaryFolder
  private let database: RawDatabase

  init() throws {
    folder = try TemporaryFolder()
    let study = try tinyStudy()
    try StudyStore(folder: folder.url, study: study).record([trial(study.cells[0], 1, .recovered, margin: 0.5)])
    database = try RawDatabase(folder.url.appending(path: "trials.sqlite"))
  }

  private static let row = "INSERT INTO trial (cell_id, number, verdict, method, failure, gap) VALUES"

  @Test func acceptsAGoodRow() throws {
    try database.execute("\(Self.row) (1, 2, 'not-recovered', 'program', NULL, 1e-9)")
    try database.execute("\(Self.row) (1, 3, 'failed', NULL, 'no memory', NULL)")
  }

  @Test(arguments: [
    ("the same trial twice", "\(row) (1, 1, 'recovered', 'program', NULL, 0)"),
    ("a trial of no cell", "\(row) (99, 1, 'recovered', 'program', NULL, 0)"),
    ("a trial without a number", "\(row) (1, NULL, 'recovered', 'program', NULL, 0)"),
    ("a trial numbered 0", "\(row) (1, 0, 'recovered', 'program', NULL, 0)"),
    ("an unknown verdict", "\(row) (1, 2, 'maybe', 'program', NULL, 0)"),
    ("a failure without a reason", "\(row) (1, 2, 'failed', NULL, NULL, 0)"),
    ("a reason without a failure", "\(row) (1, 2, 'recovered', 'program', 'no memory', 0)"),
    ("a verdict that nothing decided", "\(row) (1, 2, 'recovered', NULL, NULL, 0)"),
    ("a gap that is no number", "\(row) (1, 2, 'recovered', 'program', NULL, 'small')"),
    ("a cell with s > N", "INSERT INTO cell VALUES (NULL, 5, 6, 7, 'gaussian', 'gaussian')"),
    ("the same cell twice", "INSERT INTO cell VALUES (NULL, 20, 2, 10, 'gaussian', 'gaussian')"),
    ("a second study", "INSERT INTO study SELECT 2, name, claim, seed, file, text, overrides FROM study"),
    ("a cell with trials deleted", "DELETE FROM cell WHERE id = 1"),
  ])
  func refuses(_ what: String, _ sql: String) {
    #expect(throws: DatabaseError.self, "\(what)") { try database.execute(sql) }
  }

  @Test func theLogNamesTheStreamOfATrial() throws {
    let keys = try database.strings("SELECT stream_key FROM trial_log")
    #expect(keys == ["seed=18446744073709551 N=20 s=2 P=10 inputs=gaussian weights=gaussian trial=1"])
  }
}
