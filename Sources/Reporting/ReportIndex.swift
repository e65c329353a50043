// SPDX-License-Identifier: GPL-3.0-or-later
public import Foundation

/// `index.html`: the studies in a folder of reports.
public struct ReportIndex: Sendable {
  /// The folders with a report, by name.
  public let studies: [String]
  private let html: String

  /// Looks for reports in the folders right inside `folder`.
  ///
  /// - Throws: ``ReportError/noReports(path:)``.
  public init(of folder: URL) throws {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.sorted() ?? []
    let entries = names.compactMap { Self.entry($0, folder.appending(path: $0)) }
    guard !entries.isEmpty else { throw ReportError.noReports(path: folder.path) }
    studies = entries.map(\.folder)
    html = try Template.render("index", ["style": Template.css, "studies": entries.map(\.context)])
  }

  /// - Throws: ``ReportError``.
  public func write(into folder: URL) throws {
    try Reporting.write(html, to: folder.appending(path: "index.html"))
  }

  private static func entry(_ name: String, _ folder: URL) -> (folder: String, context: [String: Any])? {
    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: folder.appending(path: path).path) }
    guard exists("report.html"), let data = try? Data(contentsOf: folder.appending(path: "datapackage.json")),
      let package = try? JSONDecoder().decode(DataPackage.self, from: data)
    else { return nil }
    let link = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? name
    let interpretation = Interpretation(in: folder)
    let summary = interpretation?.summary ?? ""
    return (
      name,
      [
        "name": name, "link": link, "purpose": package.description, "trials": package.trials.grouped,
        "title": interpretation?.title ?? name, "summary": summary, "hasSummary": !summary.isEmpty,
        "isJudged": !package.verdicts.isEmpty,
        "verdicts": package.verdicts.map { ["claim": $0.claim, "verdict": $0.verdict] },
      ]
    )
  }
}
