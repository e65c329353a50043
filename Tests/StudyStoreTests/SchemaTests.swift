// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import ConvexRecovery
import Experiments
import Foundation
import GRDB
import StudyModel
import StudyStore
import TestSupport
import Testing

/// The tables of a study: their columns are what its experiment asks for and measures, and SQLite itself refuses a row that cannot be true.
@Suite struct SchemaTests {
  private let folder: TemporaryFolder
  private let database: RawDatabase

  init() throws {
    folder = try TemporaryFolder()
    let study = try tinyStudy()
    try TrialStore(folder: folder.url, study: study).record([trial(study.cells[0], 1, .recovered, margin: 0.5)])
    database = try RawDatabase(folder.url.appending(path: "trials.sqlite"))
  }

  private static let row = "INSERT INTO trial (cell_id, number, verdict, decided_by, failure, gap) VALUES"
  private static let count = "INSERT INTO trial (cell_id, number, verdict, active_samples) VALUES"
  private static let cell =
    "INSERT INTO cell (name, dimension, sparsity, inputs, samples, weights, neurons, method) VALUES"

  @Test func acceptsAGoodRow() throws {
    try database.execute("\(Self.row) (1, 2, 'failure', 'program', NULL, 1e-9)")
    try database.execute("\(Self.row) (1, 3, 'failed', NULL, 'no memory', NULL)")
    try database.execute("\(Self.count) (1, 4, 'undecided', 0)")
    try database.execute("\(Self.cell) ('another', 20, 4, 'gaussian', 10, 'gaussian', 1, 'auto')")
  }

  @Test(arguments: [
    ("the same trial twice", "\(row) (1, 1, 'success', 'program', NULL, 0)"),
    ("a trial of no cell", "\(row) (99, 1, 'success', 'program', NULL, 0)"),
    ("a trial without a number", "\(row) (1, NULL, 'success', 'program', NULL, 0)"),
    ("a trial numbered 0", "\(row) (1, 0, 'success', 'program', NULL, 0)"),
    ("a trial numbered beyond all limits", "\(row) (1, 9223372036854775807, 'success', 'program', NULL, 0)"),
    ("an unknown verdict", "\(row) (1, 2, 'maybe', 'program', NULL, 0)"),
    ("a failure without a reason", "\(row) (1, 2, 'failed', NULL, NULL, 0)"),
    ("a reason without a failure", "\(row) (1, 2, 'success', 'program', 'no memory', 0)"),
    ("a word that is none of the quantity's", "\(row) (1, 2, 'success', 'oracle', NULL, 0)"),
    ("a gap that is no number", "\(row) (1, 2, 'success', 'program', NULL, 'small')"),
    ("a count below 0", "\(count) (1, 2, 'success', -1)"),
    ("a count that is not whole", "\(count) (1, 2, 'success', 2.5)"),
    ("a count that is no number", "\(count) (1, 2, 'success', 'few')"),
    ("a trial of negative duration", "UPDATE trial SET seconds = -1"),
    ("a dimension that is no number", "\(cell) ('x', 'wide', 2, 'gaussian', 10, 'gaussian', 1, 'auto')"),
    ("a cell without a name", "\(cell) (NULL, 20, 2, 'gaussian', 10, 'gaussian', 1, 'auto')"),
    ("the same cell twice", "INSERT INTO cell (name) SELECT name FROM cell WHERE id = 1"),
    ("a second study", "INSERT INTO study SELECT 2, name, claim, seed, file, text, overrides FROM study"),
    ("a cell with trials deleted", "DELETE FROM cell WHERE id = 1"),
  ])
  func refuses(_ what: String, _ sql: String) {
    #expect(throws: DatabaseError.self, "\(what)") { try database.execute(sql) }
  }

  /// Of items: numbers from 1, one row each, of a trial that there is, and flags that are 1 or 0.
  @Test(arguments: [
    ("the same item twice", "(1, 1, 1)"), ("an item of no trial", "(99, 1, 1)"), ("an item numbered 0", "(1, 0, 1)"),
    ("a flag of 2", "(1, 2, 2)"), ("a flag of a half", "(1, 2, 0.5)"),
  ])
  func refusesItems(_ what: String, _ values: String) throws {
    let database = try layers()
    let insert = "INSERT INTO item (trial_id, item, certified) VALUES"
    #expect(throws: DatabaseError.self, "\(what)") { try database.execute("\(insert) \(values)") }
    try database.execute("\(insert) (1, 2, 0)")
  }

  private func layers() throws -> RawDatabase {
    let (study, folder) = (try layerStudy(), folder.url.appending(path: "layers"))
    _ = try TrialStore(folder: folder, study: study)
    let database = try RawDatabase(folder.appending(path: "trials.sqlite"))
    try database.execute("INSERT INTO trial (cell_id, number, verdict) VALUES (1, 1, 'success')")
    try database.execute("INSERT INTO item (trial_id, item, certified) VALUES (1, 1, 1)")
    return database
  }

  @Test func theColumnsAreTheExperimentsQuantities() throws {
    let experiment = RecoveryExperiment()
    func columns(_ table: String) throws -> [String] {
      try database.strings("SELECT name FROM pragma_table_info('\(table)') ORDER BY cid")
    }
    #expect(try columns("cell") == ["id", "name"] + experiment.parameters.map(\.name))
    #expect(
      try columns("trial")
        == ["id", "cell_id", "number", "verdict", "failure"] + experiment.quantities.map(\.name) + ["seconds"])
    let tables =
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'"
    #expect(try database.strings("\(tables) AND NOT strict") == [])
    #expect(try database.strings("\(tables) ORDER BY name").contains("item") == false, "no quantity is of items")
    let items = try layers()
    let quantities = LayerExperiment(.general).quantities.map(\.name)
    #expect(
      try items.strings("SELECT name FROM pragma_table_info('item') ORDER BY cid") == ["trial_id", "item"] + quantities)
    #expect(try items.strings("\(tables) AND NOT strict") == [])
  }

  /// A name that is another column's would make the tables, or the view of trials and parameters, mean something else.
  @Test(arguments: ClaimRegistry.all.map(\.name))
  func namesAreColumnsOfTheirOwn(_ name: String) throws {
    let experiment = try #require(ClaimRegistry.all.first { $0.name == name }).experiment
    let parameters = experiment.parameters.map(\.name)
    let ofTrials = experiment.quantities.filter(\.isOfTrials).map(\.name)
    let ofItems = experiment.quantities.filter(\.isOfItems).map(\.name)
    let view = ["trial", "trial_key", "number", "verdict", "failure", "seconds"]
    for names in [
      parameters + ["id", "name"], ofTrials + view + parameters + ["id", "cell_id"], ofItems + ["trial_id", "item"],
    ] {
      #expect(Set(names.map { $0.lowercased() }).count == names.count, "\(names)")
    }
  }

  @Test func theLogNamesATrialAndItsParameters() throws {
    let keys = try database.strings("SELECT trial_key FROM trial_log")
    #expect(
      keys == [
        "seed=18446744073709551 dimension=20 sparsity=2 inputs=gaussian samples=10 weights=gaussian neurons=1 method=auto noise=0.0 success=0.0 trial=1"
      ])
    #expect(try database.strings("SELECT dimension || ' ' || samples || ' ' || margin FROM trial_log") == ["20 10 0.5"])
  }
}
