// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import GRDB
import StudyModel

extension Database {
  /// Makes `study` the study of this folder, when it is the first or extends the one there.
  ///
  /// - Throws: ``StoreError/studyChanged(path:changes:)`` or ``StoreError/otherShard(path:stored:asked:)``.
  func adopt(_ study: Study, shard: Shard?, folder: URL) throws {
    var source = study.source
    source.files = source.files ?? [:]
    if let stored = try storedStudy() {
      let storedShard = try self.storedShard()
      guard storedShard == shard else {
        throw StoreError.otherShard(path: folder.path, stored: storedShard, asked: shard)
      }
      let conflicts = study.conflicts(with: stored, sharded: shard != nil)
      guard conflicts.isEmpty else { throw StoreError.studyChanged(path: folder.path, changes: conflicts) }
      // Nothing is written without need: the file may turn out to be damaged where it has not been read yet.
      if stored.source == source { return }
    } else if let shard {
      try execute(
        sql: "INSERT INTO shard (id, number, count) VALUES (1, ?, ?)", arguments: [shard.number, shard.count])
    }
    try execute(
      sql: """
        INSERT OR REPLACE INTO study (id, name, claim, seed, file, text, overrides, files) VALUES (1, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        study.name, study.claimName, "\(study.seed)", source.name, source.text,
        try json(source.overrides), try json(source.files),
      ])
  }

  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  func storedShard() throws -> Shard? {
    try Row.fetchOne(self, sql: "SELECT number || '/' || count FROM shard").flatMap { Shard(try $0.at(0)) }
  }

  func storedStudy() throws -> Study? {
    guard let row = try Row.fetchOne(self, sql: "SELECT file, text, overrides, files FROM study") else { return nil }
    let overrides = try JSONDecoder().decode([String].self, from: Data((try row.at(2) as String).utf8))
    let files = try JSONDecoder().decode([String: String].self, from: Data((try row.at(3) as String).utf8))
    return try Study(StudyFile(name: try row.at(0), text: try row.at(1), overrides: overrides, files: files))
  }
}
