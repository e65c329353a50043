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

  /// Opens the database and brings its tables up to date.
  static func open(_ folder: URL) throws -> DatabaseQueue {
    let file = database(in: folder)
    return try translating(file) {
      let queue = try DatabaseQueue(path: file.path, configuration: configuration)
      guard try !queue.read(Schema.migrator.hasBeenSuperseded) else {
        throw StoreError.unreadable(path: file.path, reason: "it was written by a later version of trimlab")
      }
      try Schema.migrator.migrate(queue)
      return queue
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.prepareDatabase { database in
      // In WAL mode a commit survives a crash of the process with NORMAL already; FULL also survives a power cut.
      try database.execute(sql: "PRAGMA synchronous = NORMAL")
    }
    return configuration
  }
}
