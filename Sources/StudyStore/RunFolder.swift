// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import GRDB

/// The files of a run folder, before anything is known of its study.
enum RunFolder {
  static func database(in folder: URL) -> URL { folder.appending(path: "trials.sqlite") }

  /// Makes the folder, unless results are there that did not come from a database beside them.
  static func prepare(_ folder: URL) throws(StoreError) {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
    }
    guard !FileManager.default.fileExists(atPath: database(in: folder).path) else { return }
    let results = ["cells.csv", "manifest.json", "figures"]
    let found = results.first { FileManager.default.fileExists(atPath: folder.appending(path: $0).path) }
    if let found { throw .notARunFolder(path: folder.path, found: found) }
  }

  /// Opens the database, and makes its tables where it has none.
  static func open(_ folder: URL, _ table: TrialTable) throws -> DatabaseQueue {
    let file = database(in: folder)
    return try translating(file) {
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      try queue.inTransaction { database in
        if let version = try Schema.version(of: database) {
          try requireKnown(version, file)
        } else {
          try Schema.create(database, table)
        }
        return .commit
      }
      return queue
    }
  }

  /// Opens the database of a folder that another process may be filling.
  static func openForReading(_ folder: URL) throws -> DatabaseQueue {
    let file = database(in: folder)
    guard FileManager.default.fileExists(atPath: file.path) else { throw StoreError.noRun(path: folder.path) }
    return try translating(file) {
      var configuration = Self.configuration
      configuration.readonly = true
      let queue = try DatabaseQueue(path: readingURI(of: folder), configuration: configuration)
      guard let version = try queue.read(Schema.version) else { throw StoreError.noRun(path: folder.path) }
      try requireKnown(version, file)
      return queue
    }
  }

  /// - Throws: ``StoreError/otherVersion(path:isLater:)``.
  private static func requireKnown(_ version: Int, _ file: URL) throws {
    guard version == Schema.version else {
      throw StoreError.otherVersion(path: file.path, isLater: version > Schema.version)
    }
  }

  /// The database for whoever only reads it, as SQLite's URI.
  ///
  /// A reader shares the write-ahead log with a run that goes on, for which it writes the file `-shm`. Where it cannot, and
  /// no log is left, the file is all there is, and nobody changes it.
  static func readingURI(of folder: URL) -> String {
    let file = database(in: folder)
    let log = try? FileManager.default.attributesOfItem(atPath: file.path + "-wal")[.size] as? Int
    let isAlone = !FileManager.default.isWritableFile(atPath: folder.path) && (log ?? 0) == 0
    return file.absoluteURL.absoluteString + (isAlone ? "?immutable=1" : "?mode=ro")
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    // Whoever looks into the database of a run that goes on, to copy it say, may hold it up for a moment.
    configuration.busyMode = .timeout(3)
    configuration.prepareDatabase { database in
      // In WAL mode a commit survives a crash of the process with NORMAL already; FULL also survives a power cut.
      if !database.configuration.readonly { try database.execute(sql: "PRAGMA synchronous = NORMAL") }
    }
    return configuration
  }
}
