// SPDX-License-Identifier: GPL-3.0-or-later
import CYaml

extension StudyFile {
  /// The longest text of a study, in bytes: 1 MiB.
  public static let byteLimit = 1 << 20
}

/// What a YAML text grows to once each alias stands for what it refers to, known from the parser's events alone.
///
/// Nine lines of nine aliases each, one line referring to the next, stand for 9⁹ values; they are counted here before any
/// value is made.
/// - Complexity: O(bytes) time; the memory of the nesting and of the anchors' names.
struct YAMLSize {
  /// Values that a study may consist of, and how deep they may nest.
  private static let nodeLimit = 100_000
  private static let depthLimit = 32

  /// What a value and all in it come to.
  private struct Extent {
    var nodes = 1
    var depth = 1
    var anchor: String?
  }

  /// The collections that have begun and not ended, the innermost last.
  private var begun: [Extent] = []
  private var anchored: [String: Extent] = [:]

  /// Refuses a text that is too long, grows too large or nests too deep; one that is no YAML is left to its parser.
  ///
  /// - Throws: ``StudyError`` naming the line.
  static func requireSmall(_ yaml: String, locate: (Int) -> SettingOrigin) throws(StudyError) {
    guard yaml.utf8.count <= StudyFile.byteLimit else {
      throw StudyError(
        origin: locate(1), keyPath: "",
        problem: "is \(yaml.utf8.count) bytes long; a study has at most \(StudyFile.byteLimit)")
    }
    var size = YAMLSize()
    var parser = YAMLEvents(yaml)
    while let event = parser.next() {
      guard let problem = size.problem(after: event) else { continue }
      throw StudyError(origin: locate(event.line), keyPath: "", problem: problem)
    }
  }

  /// Takes in the next event; what is wrong with the text once it has come.
  private mutating func problem(after event: YAMLEvents.Event) -> String? {
    switch event.kind {
    case .begin: begun.append(Extent(anchor: event.anchor))
    case .end: if let ended = begun.popLast() { close(ended) }
    case .scalar: close(Extent(anchor: event.anchor))
    case .alias:
      if let name = event.anchor, let known = anchored[name] { add(known) }
    }
    let (nodes, depth) = (begun.reduce(0) { $0 + $1.nodes }, begun.count + (begun.last?.depth ?? 1) - 1)
    if nodes > Self.nodeLimit {
      return "comes to more than \(Self.nodeLimit) values once its aliases are filled in; write fewer, or fewer aliases"
    }
    return depth > Self.depthLimit ? "nests more than \(Self.depthLimit) levels deep; a study needs four" : nil
  }

  private mutating func close(_ extent: Extent) {
    if let anchor = extent.anchor { anchored[anchor] = extent }
    add(extent)
  }

  /// Adds a value to the collection that it stands in.
  private mutating func add(_ extent: Extent) {
    guard !begun.isEmpty else { return }
    let last = begun.count - 1
    begun[last].nodes += extent.nodes
    begun[last].depth = max(begun[last].depth, extent.depth + 1)
  }
}

/// The events of libyaml's parser over one document, until its end or the first error.
struct YAMLEvents: ~Copyable {
  struct Event {
    enum Kind { case scalar, alias, begin, end }

    let kind: Kind
    /// Of an alias, what it refers to; else the name that the value gets.
    let anchor: String?
    let line: Int
  }

  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let text: UnsafeMutableBufferPointer<UInt8>

  init(_ yaml: String) {
    text = .allocate(capacity: max(1, yaml.utf8.count))
    let end = text.update(fromContentsOf: yaml.utf8)
    yaml_parser_initialize(parser)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, end)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    text.deallocate()
  }

  /// The next event of a value; nil after the document.
  mutating func next() -> Event? {
    var event = yaml_event_t()
    while yaml_parser_parse(parser, &event) == 1 {
      defer { yaml_event_delete(&event) }
      if let found = Event(event) { return found }
      if event.type == YAML_DOCUMENT_END_EVENT || event.type == YAML_STREAM_END_EVENT { return nil }
    }
    return nil
  }
}

extension YAMLEvents.Event {
  /// nil for the events of the stream and the document.
  fileprivate init?(_ event: yaml_event_t) {
    let found: (Kind, UnsafeMutablePointer<yaml_char_t>?)? =
      switch event.type {
      case YAML_SCALAR_EVENT: (.scalar, event.data.scalar.anchor)
      case YAML_ALIAS_EVENT: (.alias, event.data.alias.anchor)
      case YAML_SEQUENCE_START_EVENT: (.begin, event.data.sequence_start.anchor)
      case YAML_MAPPING_START_EVENT: (.begin, event.data.mapping_start.anchor)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: (.end, nil)
      default: nil
      }
    guard let (kind, name) = found else { return nil }
    self.kind = kind
    anchor = name.map { String(cString: $0) }
    line = Int(event.start_mark.line) + 1
  }
}
