// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Claims
import Experiments
import StudyModel
import StudyStore

/// `datapackage.json`: what the CSV files and the database hold, column by column, as a Frictionless Data Package.
///
/// Source: specs.frictionlessdata.io, Data Package, Tabular Data Resource and Table Schema, version 1.
struct DataPackage: Codable {
  struct Field: Codable {
    let name, type, description: String
    /// Not of the standard, which allows for more properties; absent for words.
    let unit: String?
  }

  struct Schema: Codable {
    let fields: [Field]
    let missingValues: [String]
  }

  struct Resource: Codable {
    let name, path, title: String
    let profile, format, mediatype: String
    /// Of a CSV file.
    var encoding: String?
    var schema: Schema?
    /// Not of the standard: what a database holds, described as CSV files are.
    var tables: [Table]?
  }

  struct Table: Codable {
    let name, title: String
    let schema: Schema
  }

  /// Not of the standard either: what a list of studies shows.
  struct Verdict: Codable {
    let claim, verdict: String
  }

  let name, title, description, profile: String
  let trials: Int
  let verdicts: [Verdict]
  let resources: [Resource]
}

extension DataPackage {
  static let database = "trials.sqlite"

  /// - Parameters:
  ///   - figures: those whose tables are in `figures/`.
  ///   - hasDatabase: whether `trials.sqlite` lies beside the tables.
  init(_ results: some StudyResults, figures: [PanelFigure], hasDatabase: Bool) {
    name = results.study.name.lowercased()
    title = "Results of the study \(results.study.name)"
    description = results.study.source.purpose
    profile = "data-package"
    trials = results.trials
    verdicts = results.verdicts.map { Verdict(claim: $0.claim.name, verdict: $0.finding.verdict.rawValue) }
    resources =
      results.allTables.map { Resource($0, folder: "") } + figures.map { Resource($0.table, folder: "figures/") }
      + (hasDatabase ? [Resource(databaseOf: results.study.experiment)] : [])
  }

  var json: String { get throws { try jsonDocument() } }
}

extension DataPackage.Resource {
  fileprivate init(_ table: ResultTable, folder: String) {
    (name, path, title) = (table.name, "\(folder)\(table.name).csv", table.title)
    (profile, format, mediatype, encoding) = ("tabular-data-resource", "csv", "text/csv", "utf-8")
    schema = .init(
      table.columns.map { .init(name: $0.name, type: $0.kind.rawValue, description: $0.meaning, unit: $0.unit) })
  }

  fileprivate init(databaseOf experiment: any Experiment) {
    (name, path, title) = ("trials", DataPackage.database, "Every trial of the study, in tables of SQLite")
    (profile, format, mediatype) = ("data-resource", "sqlite", "application/vnd.sqlite3")
    tables = StoredTable.all(of: experiment).map { table in
      .init(
        name: table.name, title: table.title,
        schema: .init(
          table.columns.map { .init(name: $0.name, type: $0.kind.rawValue, description: $0.meaning, unit: $0.unit) }))
    }
  }
}

extension DataPackage.Schema {
  fileprivate init(_ fields: [DataPackage.Field]) { (self.fields, missingValues) = (fields, [""]) }
}
