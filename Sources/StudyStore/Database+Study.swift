// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import GRDB
import StudyModel

extension Database {
  /// Makes `study` the study of this folder, when it is the first or extends the one there.
  ///
  /// - Throws: ``StoreError/studyChanged(path:changes:)``.
  func adopt(_ study: Study, folder: URL) throws {
    if let stored = try storedStudy() {
      let conflicts = study.conflicts(with: stored)
      guard conflicts.isEmpty else { throw StoreError.studyChanged(path: folder.path, changes: conflicts) }
    }
    try execute(
      sql: """
        INSERT OR REPLACE INTO study (id, name, claim, seed, file, text, overrides) VALUES (1, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        study.name, study.claim.rawValue, "\(study.seed)", study.source.name, study.source.text,
        String(decoding: try JSONEncoder().encode(study.source.overrides), as: UTF8.self),
      ])
  }

  private func storedStudy() throws -> Study? {
    guard let row = try Row.fetchOne(self, sql: "SELECT file, text, overrides FROM study") else { return nil }
    let overrides = try JSONDecoder().decode([String].self, from: Data((row["overrides"] as String).utf8))
    return try Study(StudyFile(name: row["file"], text: row["text"], overrides: overrides))
  }

  /// Adds the cells of the study that are new, and returns the row numbers of all of them.
  func insertCells(of study: Study) throws -> [PlantedEnsemble: Int64] {
    switch study.design {
    case .recovery(let design):
      return try Dictionary(uniqueKeysWithValues: design.cells.map { ($0, try rowID(of: $0)) })
    }
  }

  private func rowID(of cell: PlantedEnsemble) throws -> Int64 {
    let key: StatementArguments = [
      cell.dimension, cell.sparsity, cell.samples, cell.inputs.name, cell.weights.rawValue,
    ]
    let columns = "dimension, sparsity, samples, inputs, weights"
    try cachedStatement(sql: "INSERT OR IGNORE INTO cell (\(columns)) VALUES (?, ?, ?, ?, ?)").execute(arguments: key)
    let select = try cachedStatement(sql: "SELECT id FROM cell WHERE (\(columns)) = (?, ?, ?, ?, ?)")
    guard let id = try Int64.fetchOne(select, arguments: key) else {
      throw DatabaseError(resultCode: .SQLITE_CONSTRAINT, message: "the database refused the cell \(cell)")
    }
    return id
  }
}
