// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Mustache
import StudyModel

/// `report.html`: everything of a study on one page that needs no network.
struct ReportPage {
  let html: String

  /// - Parameters:
  ///   - drawings: the folder with the figures' SVG files; a figure without one is said to be missing.
  ///   - interpretation: what is known to follow from the study; nil where nobody has written it yet.
  init(
    _ results: some StudyResults, _ manifest: Manifest, _ figures: [PanelFigure], drawings: URL,
    _ interpretation: Interpretation?
  ) throws {
    let cells = results.tables[0]
    let drawn = try figures.map { try PageFigure($0, drawings).context }
    let context: [String: Any] = [
      "style": Template.css, "script": Template.javaScript, "figureScript": Template.figureScript,
      "study": results.study.name, "title": interpretation?.title ?? results.study.name,
      "hasInterpretation": interpretation != nil, "interpretation": interpretation?.html ?? "",
      "unfinished": results.unfinishedText.map { [$0] } ?? [],
      "purpose": results.study.source.purpose,
      "claim": results.study.claimName, "trials": results.trials.grouped,
      "isJudged": !results.verdicts.isEmpty, "verdicts": results.verdicts.map(Self.verdict),
      "highlights": Self.table(results.highlights),
      "answer": Array(drawn.prefix(1)), "hasAnswer": !drawn.isEmpty,
      "figures": Array(drawn.dropFirst()), "hasFigures": drawn.count > 1,
      "cellsTitle": cells.title, "cellCount": cells.rows.count.grouped, "cellsData": try Self.json(cells),
      "columns": cells.columns.map(Self.column), "filters": cells.filters, "studyText": results.study.source.text,
      "manifest": manifest.entries,
      "commands": manifest.commands, "programVersion": manifest.versions["trimlab"] ?? "",
    ]
    html = try Template.render("report", context)
  }

  private static func verdict(_ judged: JudgedClaim) -> [String: Any] {
    let finding = judged.finding
    let remarks = [finding.power(of: judged.claim)] + finding.remarks
    return [
      "claim": judged.claim.name, "class": judged.claim.kind.rawValue, "verdict": finding.verdict.rawValue,
      "statement": judged.claim.statement, "trials": finding.hypothesesCertified.grouped,
      "violations": finding.violations.grouped, "measured": finding.measured.general(4),
      "bound": finding.bound.general(4),
      "pValue": finding.pValue.general(2), "remarks": remarks, "remarkCount": "\(remarks.count)",
      "isLong": remarks.count > 4,
    ]
  }

  static func table(_ table: DisplayTable) -> [String: Any] {
    let classes = table.headings.indices.map { table.isNumeric($0) ? "number" : "word" }
    return [
      "caption": table.caption.html, "headings": zip(table.headings, classes).map { ["text": $0.html, "class": $1] },
      "rows": table.rows.map { row in ["fields": zip(row, classes).map { ["text": $0, "class": $1] }] },
    ]
  }

  private static func column(_ column: ColumnDescription) -> [String: Any] {
    let unit = column.unit.map { $0 == "1" ? "" : " (\($0))" } ?? ""
    return ["name": column.name, "meaning": column.meaning + unit, "isNumber": column.kind != .string]
  }

  /// The rows as the page's script reads them, numbers to five digits: cells.csv has them all.
  private static func json(_ table: ResultTable) throws -> String {
    let rows = table.rows.map { row in
      "[" + row.map { $0?.brief ?? "null" }.joined(separator: ",") + "]"
    }
    return "[" + rows.joined(separator: ",\n") + "]"
  }
}

extension ResultTable {
  /// Filters that a reader can try, each with a row that passes: of the first three columns in which the rows differ.
  fileprivate var filters: [String] {
    let varied = columns.indices.filter { column in Set(rows.map { $0[column]?.field }).count > 1 }
    return varied.prefix(3).enumerated().compactMap { place, column in
      let fields = rows.compactMap { $0[column] }
      guard let field = fields.first?.field, !field.contains(" ") else { return nil }
      guard place > 0, columns[column].kind != .string else { return "\(columns[column].name)=\(field)" }
      let isLeast = fields.compactMap { Double($0.field) }.min() == Double(field)
      return "\(columns[column].name)\(isLeast ? ">" : "<")\(field)"
    }
  }
}

extension CSVValue {
  /// JSON that is safe inside a script element.
  fileprivate var brief: String {
    switch self {
    case let number as Double: String(format: "%.5g", number)
    case let count as Int: "\(count)"
    default:
      "\""
        + field.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("<", with: "\\u003c")
        .replacing("\n", with: "\\n") + "\""
    }
  }
}

/// The templates, style and script that are built into the program.
enum Template {
  static var css: String { String(decoding: PackageResources.report_css, as: UTF8.self) }
  static var figureScript: String { String(decoding: PackageResources.figure_js, as: UTF8.self) }
  static var javaScript: String { String(decoding: PackageResources.report_js, as: UTF8.self) }

  /// Fills the template `name`.mustache.
  static func render(_ name: String, _ context: [String: Any]) throws -> String {
    let sources = [
      "report": PackageResources.report_mustache, "index": PackageResources.index_mustache,
      "compare": PackageResources.compare_mustache,
    ]
    // The one part that pages share.
    let page = String(decoding: sources[name] ?? [], as: UTF8.self)
      .replacing("{{>figure}}\n", with: String(decoding: PackageResources.figure_mustache, as: UTF8.self))
    let template = try MustacheTemplate(string: page)
    return template.render(context)
  }
}
