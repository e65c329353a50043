// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Mustache
import StudyModel

/// `report.html`: everything of a study on one page that needs no network.
struct ReportPage {
  let html: String

  /// - Parameter drawings: the folder with the figures' SVG files; a figure without one is said to be missing.
  init(
    _ results: some StudyResults, _ manifest: Manifest, _ figures: [PanelFigure], drawings: URL
  ) throws {
    let cells = results.tables[0]
    let context: [String: Any] = [
      "style": Template.css, "script": Template.javaScript, "study": results.study.name,
      "purpose": results.study.source.purpose,
      "claim": results.study.claimName, "trials": results.trials.grouped,
      "isJudged": !results.verdicts.isEmpty, "verdicts": results.verdicts.map(Self.verdict),
      "highlights": Self.table(results.highlights),
      "figures": figures.map { Self.figure($0, drawings) }, "hasFigures": !figures.isEmpty,
      "cellsTitle": cells.title, "cellCount": cells.rows.count.grouped, "cellsData": try Self.json(cells),
      "columns": cells.columns.map(Self.column), "filters": cells.filters, "studyText": results.study.source.text,
      "manifest": manifest.entries,
      "commands": manifest.commands, "programVersion": manifest.versions["trimlab"] ?? "",
    ]
    html = try Template.render("report", context)
  }

  private static func verdict(_ judged: JudgedClaim) -> [String: Any] {
    let finding = judged.finding
    return [
      "claim": judged.claim.name, "class": judged.claim.kind.rawValue, "verdict": finding.verdict.rawValue,
      "statement": judged.claim.statement, "trials": finding.hypothesesCertified.grouped,
      "violations": finding.violations.grouped, "measured": finding.measured.general(4),
      "bound": finding.bound.general(4),
      "pValue": finding.pValue.general(2), "remarks": [finding.power(of: judged.claim)] + finding.remarks,
      "hasRemarks": true,
    ]
  }

  static func table(_ table: DisplayTable) -> [String: Any] {
    let classes = table.headings.indices.map { table.isNumeric($0) ? "number" : "word" }
    return [
      "caption": table.caption.html, "headings": zip(table.headings, classes).map { ["text": $0.html, "class": $1] },
      "rows": table.rows.map { row in ["fields": zip(row, classes).map { ["text": $0, "class": $1] }] },
    ]
  }

  static func figure(_ figure: PanelFigure, _ drawings: URL) -> [String: Any] {
    let drawing = try? String(contentsOf: drawings.appending(path: "\(figure.name).svg"), encoding: .utf8)
    return [
      "name": figure.name, "title": figure.title.html, "caption": figure.caption.html,
      "alternative": figure.title.plain + ". " + figure.caption.plain, "width": figure.size.width,
      "height": figure.size.height, "drawing": drawing?.inAddress ?? "", "isDrawn": drawing != nil,
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

extension String {
  /// A drawing of gnuplot's in a data address, less what changes nothing: spaces, last zeros, SVG's initial values, empty groups.
  fileprivate var inAddress: String {
    let compact = replacing(/\s+/, with: " ").replacing(/(rgb\(|,) +/) { $0.1 }.replacing("> <", with: "><")
      .replacing(" stroke-linecap=\"butt\" stroke-linejoin=\"miter\"", with: "")
      .replacing(/(\.[0-9])0\b/) { $0.1 }.replacing(/<g [^>]*><\/g>/, with: "")
    return Data(compact.utf8).base64EncodedString()
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
  static var javaScript: String { String(decoding: PackageResources.report_js, as: UTF8.self) }

  /// Fills the template `name`.mustache.
  static func render(_ name: String, _ context: [String: Any]) throws -> String {
    let sources = [
      "report": PackageResources.report_mustache, "index": PackageResources.index_mustache,
      "compare": PackageResources.compare_mustache,
    ]
    let template = try MustacheTemplate(string: String(decoding: sources[name] ?? [], as: UTF8.self))
    return template.render(context)
  }
}
