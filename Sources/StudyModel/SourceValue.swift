// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// A YAML value that remembers where it was written, so that every complaint about it can say so.
struct SourceValue {
  enum Content {
    case scalar(String)
    case sequence([SourceValue])
    case mapping([Entry])
  }

  struct Entry {
    var key: String
    var value: SourceValue
  }

  var content: Content
  var origin: SettingOrigin

  /// Parses one YAML document; `locate` turns a line number into the origin of what stands there.
  init(yaml: String, locate: (Int) -> SettingOrigin) throws {
    try YAMLSize.requireSmall(yaml, locate: locate)
    do {
      guard let node = try Yams.compose(yaml: yaml) else {
        throw StudyError(origin: locate(1), keyPath: "", problem: "is empty; expected a study")
      }
      try self.init(node, locate: locate)
    } catch let error as YamlError {
      if let line = Self.lineIndentedByTab(yaml) {
        throw StudyError(origin: locate(line), keyPath: "", problem: "is indented by a tab; YAML wants spaces")
      }
      throw StudyError(origin: locate(error.line), keyPath: "", problem: "is not valid YAML: \(error.problem)")
    }
  }

  private static func lineIndentedByTab(_ yaml: String) -> Int? {
    let lines = yaml.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.firstIndex { $0.prefix { " \t".contains($0) }.contains("\t") && !$0.allSatisfy(\.isWhitespace) }.map {
      $0 + 1
    }
  }

  private init(_ node: Node, locate: (Int) -> SettingOrigin) throws {
    origin = locate(node.mark?.line ?? 1)
    switch node {
    case .scalar(let scalar): content = .scalar(scalar.string)
    case .sequence(let items): content = .sequence(try items.map { try SourceValue($0, locate: locate) })
    case .mapping(let pairs):
      content = .mapping(
        try pairs.map { key, value in
          guard let name = key.string, name.utf8.count <= 100 else {
            throw StudyError(
              origin: locate(key.mark?.line ?? 1), keyPath: "", problem: "keys must be plain, short words")
          }
          var value = try SourceValue(value, locate: locate)
          value.origin = locate(key.mark?.line ?? 1)
          return Entry(key: name, value: value)
        })
    case .alias(let alias):
      throw StudyError(origin: origin, keyPath: "", problem: "alias *\(alias.anchor) has no anchor")
    }
  }
}

extension SourceValue {
  /// Puts `value` at the dotted path `keys`, creating the mappings on the way and replacing what is not a mapping.
  mutating func set(_ keys: ArraySlice<String>, to value: SourceValue) {
    guard let key = keys.first else {
      self = value
      return
    }
    var entries: [Entry] = if case .mapping(let present) = content { present } else { [] }
    let index = entries.firstIndex { $0.key == key } ?? entries.endIndex
    if index == entries.endIndex {
      entries.append(Entry(key: key, value: SourceValue(content: .mapping([]), origin: value.origin)))
    }
    entries[index].value.set(keys.dropFirst(), to: value)
    content = .mapping(entries)
  }

  private init(content: Content, origin: SettingOrigin) {
    self.content = content
    self.origin = origin
  }
}

/// The value as it would be written on one line, cut off where it is long: what an error message quotes.
extension SourceValue: CustomStringConvertible {
  var description: String {
    let text = text(limit: 81)
    return text.count > 80 ? text.prefix(79) + "…" : text
  }

  /// At least the first `limit` characters, if there are as many.
  private func text(limit: Int) -> String {
    switch content {
    case .scalar(let text): String(text.prefix(limit))
    case .sequence(let items): "[\(Self.joined(items, limit) { $0.text(limit: $1) })]"
    case .mapping(let entries):
      "{\(Self.joined(entries, limit) { "\($0.key.prefix($1)): \($0.value.text(limit: $1))" })}"
    }
  }

  private static func joined<Item>(_ items: [Item], _ limit: Int, _ text: (Item, Int) -> String) -> String {
    items.reduce(into: "") { line, item in
      if line.count < limit { line += (line.isEmpty ? "" : ", ") + text(item, limit - line.count) }
    }
  }
}

extension YamlError {
  fileprivate var line: Int {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: 1
    }
  }

  fileprivate var problem: String {
    switch self {
    case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _): problem
    case .reader(let problem, _, _, _): problem
    case .duplicatedKeysInMapping(let keys, _): "\(keys.joined(separator: ", ")) is written twice; keep one"
    default: "\(self)"
    }
  }
}
