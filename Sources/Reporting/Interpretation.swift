// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// What people wrote about a study: the `README.md` of its report, of which headings, paragraphs, lists, tables, code, links and
/// strong words are read.
///
/// Source: CommonMark, and tables as GitHub has them.
struct Interpretation {
  /// Of the first heading; nil where there is none.
  let title: String?
  /// The first paragraph in plain text.
  let summary: String
  /// All but the first heading; pictures are left out, as the page has them drawn.
  let html: String

  /// nil where the folder has none.
  init?(in folder: URL) {
    guard let text = try? String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8) else { return nil }
    self.init(text)
  }

  init(_ text: String) {
    let blocks = Self.blocks(text).filter { !$0[0].hasPrefix("![") }
    let heading = blocks.first.flatMap { $0[0].hasPrefix("# ") ? String($0[0].dropFirst(2)) : nil }
    title = heading
    let body = heading == nil ? blocks : Array(blocks.dropFirst())
    summary = body.first { Self.kind($0) == .paragraph }.map { $0.joined(separator: " ").withoutMarks } ?? ""
    html = body.map(Self.html).joined(separator: "\n")
  }

  private enum Kind { case heading, list, table, code, paragraph }

  /// Lines that belong together.
  private static func blocks(_ text: String) -> [[String]] {
    var blocks: [[String]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
      if line.allSatisfy(\.isWhitespace) {
        blocks.append([])
      } else if line.hasPrefix("#") {
        blocks += [[line], []]
      } else {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.filter { !$0.isEmpty }
  }

  private static func kind(_ block: [String]) -> Kind {
    switch block[0] {
    case let line where line.hasPrefix("#"): .heading
    case let line where line.hasPrefix("- "): .list
    case let line where line.hasPrefix("|"): .table
    case let line where line.hasPrefix("    "): .code
    default: .paragraph
    }
  }

  private static func html(_ block: [String]) -> String {
    switch kind(block) {
    case .heading: "<h3>\(String(block[0].drop { "# ".contains($0) }).inline)</h3>"
    case .list: "<ul>\n\(items(block).map { "<li>\($0.inline)</li>" }.joined(separator: "\n"))\n</ul>"
    case .table: table(block)
    case .code: "<pre tabindex=\"0\">\(block.map { String($0.dropFirst(4)) }.joined(separator: "\n").htmlEscaped)</pre>"
    case .paragraph: "<p>\(block.joined(separator: " ").inline)</p>"
    }
  }

  private static func items(_ block: [String]) -> [String] {
    block.reduce(into: [String]()) { items, line in
      if line.hasPrefix("- ") {
        items.append(String(line.dropFirst(2)))
      } else {
        items[items.count - 1] += " " + line.trimmingCharacters(in: .whitespaces)
      }
    }
  }

  private static func table(_ block: [String]) -> String {
    let rows = block.filter { !$0.allSatisfy { "|-: ".contains($0) } }.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast().map { String($0).inline }
    }
    let head = rows.first.map { "<tr>\($0.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr>" } ?? ""
    let body = rows.dropFirst().map { "<tr>\($0.map { "<td>\($0)</td>" }.joined())</tr>" }.joined(separator: "\n")
    return """
      <div class="scroll" role="region" aria-label="Table" tabindex="0"><table><thead>\(head)</thead><tbody>
      \(body)
      </tbody></table></div>
      """
  }
}

extension String {
  /// Marks within a line as elements.
  fileprivate var inline: String {
    trimmingCharacters(in: .whitespaces).htmlEscaped.replacing(/`([^`]+)`/) { "<code>\($0.1)</code>" }
      .replacing(/\*\*([^*]+)\*\*/) { "<b>\($0.1)</b>" }
      .replacing(/!\[[^\]]*\]\([^)]*\)/, with: "")
      .replacing(/\[([^\]]*)\]\(([^)\s]*)\)/) { "<a href=\"\($0.2)\">\($0.1)</a>" }
  }

  fileprivate var withoutMarks: String {
    replacing(/!?\[([^\]]*)\]\([^)]*\)/) { $0.1 }.replacing(/`|\*\*/, with: "")
  }
}
