// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Experiments
import Foundation
import StudyModel
import StudyStore
import TestSupport
import Testing

@Suite struct FaultTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var file: URL { folder.url.appending(path: "trials.sqlite") }

  private func open() throws -> TrialStore { try TrialStore(folder: folder.url, study: try tinyStudy()) }

  @Test func aFileInTheWayOfTheFolder() throws {
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    let error = #expect(throws: StoreError.self) {
      try TrialStore(folder: file.appending(path: "run"), study: try tinyStudy())
    }
    guard case .cannotWrite = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test(arguments: ["cells.csv", "manifest.json", "figures"])
  func resultsWithoutTheirTrialsAreNotOverwritten(_ name: String) throws {
    try Data("precious".utf8).write(to: folder.url.appending(path: name))
    #expect(throws: StoreError.notARunFolder(path: folder.url.path, found: name)) { try open() }
  }

  @Test func aDamagedDatabaseIsReported() throws {
    _ = try open()
    try Data("this is no database, though it is long enough to be looked at".utf8).write(to: file)
    expectUnreadable { try open() }
  }

  /// Its layout is none that a version of ours would have.
  @Test func someoneElsesDatabaseIsReported() throws {
    try RawDatabase(file).execute("CREATE TABLE study (title TEXT)")
    #expect(throws: StoreError.otherVersion(path: file.path, isLater: false)) { try open() }
    #expect(throws: StoreError.otherVersion(path: file.path, isLater: false)) { try StoredRun(folder.url) }
  }

  @Test func aLaterVersionsDatabaseIsLeftAlone() throws {
    _ = try open()
    try RawDatabase(file).execute("PRAGMA user_version = 5")
    let error = #expect(throws: StoreError.otherVersion(path: file.path, isLater: true)) { try open() }
    #expect(error?.description.contains("later version") == true)
  }

  /// As the layout before had them: tables of its own for trials of recovery and of measurements, told by migrations, user_version 0.
  @Test func anEarlierVersionsDatabaseIsRefusedAndLeftAsItIs() throws {
    try RawDatabase(file).execute(
      """
      CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
      INSERT INTO grdb_migrations VALUES ('recovery studies');
      CREATE TABLE study (
        id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, claim TEXT NOT NULL, seed TEXT NOT NULL, file TEXT NOT NULL,
        text TEXT NOT NULL, overrides TEXT NOT NULL
      );
      CREATE TABLE cell (
        id INTEGER PRIMARY KEY, dimension INTEGER NOT NULL, sparsity INTEGER NOT NULL, samples INTEGER NOT NULL,
        inputs TEXT NOT NULL, weights TEXT NOT NULL
      );
      CREATE TABLE trial (
        id INTEGER PRIMARY KEY, cell_id INTEGER NOT NULL REFERENCES cell (id), number INTEGER NOT NULL, verdict TEXT NOT NULL,
        error REAL, method TEXT
      );
      CREATE TABLE measurement (trial_id INTEGER NOT NULL, item INTEGER NOT NULL, quantity TEXT NOT NULL, value REAL);
      INSERT INTO study VALUES (1, 'tiny', 'recovery-law', '1', 'tiny.yaml', 'study: tiny', '[]');
      INSERT INTO cell VALUES (1, 20, 2, 10, 'gaussian', 'gaussian');
      INSERT INTO trial VALUES (1, 1, 1, 'recovered', NULL, 'certificate');
      """)
    let attempts: [() throws -> Void] = [{ _ = try open() }, { _ = try StoredRun(folder.url) }]
    for attempt in attempts {
      let error = #expect(throws: StoreError.otherVersion(path: file.path, isLater: false)) { try attempt() }
      let message = try #require(error?.description)
      #expect(message.contains(file.path) && message.contains("earlier version"))
      #expect(message.contains("open it with that version, or run the study again into another folder with --output"))
    }
    #expect(try RawDatabase(file).strings("SELECT verdict FROM trial") == ["recovered"], "nothing of it is lost")
  }

  /// Whoever edits the file by hand, or damages it, gets no cell that no trial could be made in.
  @Test(arguments: [
    (
      "without a parameter", "dimension=20 sparsity=2 inputs=gaussian weights=gaussian neurons=1 method=auto",
      "samples = NULL"
    ),
    (
      "with a word of its own",
      "dimension=20 sparsity=2 inputs=martian samples=10 weights=gaussian neurons=1 method=auto",
      "inputs = 'martian'"
    ),
    (
      "with a number out of its range",
      "dimension=20 sparsity=2 inputs=correlated(rho=5.0) samples=10 weights=gaussian neurons=1 method=auto",
      "inputs = 'correlated(rho=5.0)'"
    ),
    (
      "beyond all limits",
      "dimension=20 sparsity=2 inputs=gaussian samples=5000000000 weights=gaussian neurons=1 method=auto",
      "samples = 5000000000"
    ),
    ("of another name", "dimension=20", "samples = 10"),
  ])
  func aCellThatIsNone(_ what: String, _ name: String, _ setting: String) throws {
    try { try open().record([trial(try tinyStudy().cells[0], 1, .recovered)]) }()
    try RawDatabase(file).execute("UPDATE cell SET name = '\(name)', \(setting) WHERE id = 1")
    expectUnreadable { try TrialStore(reading: StoredRun(folder.url)) }
    expectUnreadable { try open() }
  }

  /// A search tries no value beyond its axis, and changes no other parameter.
  @Test(arguments: ["width = 1", "width = 10001", "width = NULL", "quality = 2.0"])
  func aCellThatNoSearchComesTo(_ setting: String) throws {
    let text = """
      study: search
      claim: magnitude-kept-fraction
      seed: 1
      grid: {quality: [1], width: {adaptive: {half-width: 0.1, at-most: 100}}}
      """
    let study = try Study(StudyFile(name: "search.yaml", text: text))
    try { try TrialStore(folder: folder.url, study: study).record([failed(study.grid.curves[0].cell(2), 1)]) }()
    #expect(try TrialStore(reading: StoredRun(folder.url)).count() == 1)
    let name = "'width=' || width || ' quality=' || quality"
    let database = try RawDatabase(file)
    try database.execute("UPDATE cell SET \(setting)")
    try database.execute("UPDATE cell SET name = ifnull(\(name), 'quality=' || quality)")
    expectUnreadable { try TrialStore(reading: StoredRun(folder.url)) }
  }

  private func expectUnreadable(_ body: () throws -> TrialStore) {
    let error = #expect(throws: StoreError.self) { _ = try body() }
    guard case .unreadable(file.path, _) = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }
}
