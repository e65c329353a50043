// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import StudyStore
import Testing

@Suite struct FaultTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aFileInTheWayOfTheFolder() throws {
    let file = folder.url.appending(path: "file")
    try Data().write(to: file)
    let error = #expect(throws: StoreError.self) {
      try StudyStore(folder: file.appending(path: "run"), study: try tinyStudy())
    }
    guard case .cannotWrite = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test(arguments: ["cells.csv", "manifest.json", "figures"])
  func resultsWithoutTheirTrialsAreNotOverwritten(_ name: String) throws {
    try Data("precious".utf8).write(to: folder.url.appending(path: name))
    #expect(throws: StoreError.notARunFolder(path: folder.url.path, found: name)) {
      try StudyStore(folder: folder.url, study: try tinyStudy())
    }
  }

  @Test func aDamagedDatabaseIsReported() throws {
    _ = try StudyStore(folder: folder.url, study: try tinyStudy())
    try Data("this is no database, though it is long enough to be looked at".utf8)
      .write(to: folder.url.appending(path: "trials.sqlite"))
    let error = #expect(throws: StoreError.self) { try StudyStore(folder: folder.url, study: try tinyStudy()) }
    guard case .unreadable = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test func someoneElsesDatabaseIsReported() throws {
    let foreign = try RawDatabase(folder.url.appending(path: "trials.sqlite"))
    try foreign.execute("CREATE TABLE study (title TEXT)")
    let error = #expect(throws: StoreError.self) { try StudyStore(folder: folder.url, study: try tinyStudy()) }
    guard case .unreadable = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test func aLaterVersionsDatabaseIsLeftAlone() throws {
    _ = try StudyStore(folder: folder.url, study: try tinyStudy())
    let later = try RawDatabase(folder.url.appending(path: "trials.sqlite"))
    try later.execute("INSERT INTO grdb_migrations VALUES ('something new')")
    let error = #expect(throws: StoreError.self) { try StudyStore(folder: folder.url, study: try tinyStudy()) }
    #expect(error?.description.contains("later version") == true)
  }
}
