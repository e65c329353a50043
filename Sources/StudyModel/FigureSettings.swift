// SPDX-License-Identifier: GPL-3.0-or-later

/// What figures are drawn for: `figures:` of a study file, and the options of `trimlab report --figure`.
public struct FigureSettings: Sendable, Hashable {
  /// A paper's, or a talk's, width of text, columns and size of letters.
  public enum Preset: String, CaseIterable, Sendable {
    case neurips, siam, ieee, slides
  }

  /// What the figures are drawn for.
  public var preset = Preset.neurips
  /// In points of 1/72 inch; the preset's where it is nil, as with the next two.
  public var width: Double?
  /// Panels side by side, at most.
  public var columns: Int?
  /// Size of the letters in points.
  public var fontSize: Double?
  /// Which panels and series are drawn: all that every selection matches.
  public var panels, series: [FigureSelection]

  /// Settings that leave out what the preset decides.
  public init(
    preset: Preset = .neurips, width: Double? = nil, columns: Int? = nil, fontSize: Double? = nil,
    panels: [FigureSelection] = [], series: [FigureSelection] = []
  ) {
    (self.preset, self.width, self.columns, self.fontSize) = (preset, width, columns, fontSize)
    (self.panels, self.series) = (panels, series)
  }

  /// Panels that may stand side by side.
  public static let columnRange = 1...3
  /// Smaller letters are not read on paper.
  public static let fontSizes = 7.0...24.0
  /// Widths that a figure may have, in points.
  public static let widths = 108.0...1440.0

  /// A length in points, as `8.25cm`, `3.5in`, `82.5mm`, `252pt`; nil where it is none.
  public static func length(_ text: String) -> Double? {
    let units = ["cm": 72 / 2.54, "mm": 7.2 / 2.54, "in": 72, "pt": 72 / 72.27, "bp": 1]
    guard let unit = units[String(text.suffix(2))], let value = Double(text.dropLast(2)), value > 0, value.isFinite
    else { return nil }
    return value * unit
  }

  /// What is wrong with them; nil where nothing is.
  public var problem: String? {
    if let width, !Self.widths.contains(width) {
      return "a width of \((width / 72 * 2.54 * 100).rounded() / 100) cm: expected 3.81 to 50.8 cm"
    }
    if let columns, !Self.columnRange.contains(columns) { return "\(columns) columns: expected 1 to 3" }
    if let fontSize, !Self.fontSizes.contains(fontSize) {
      return "letters of \(fontSize) points: expected 7 to 24"
    }
    return nil
  }
}

/// Panels or series of a figure by what they are called: `N=200,400` those with one of the values, `cascade` those with the word.
public struct FigureSelection: Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with the length, and what would be right.
  public let description: String
  private let name: String?
  private let values: [String]

  /// The error with this text.
  public init(_ text: String) {
    description = text
    let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
    name = parts.count == 2 ? parts[0].bare : nil
    values = (parts.last ?? "").split(separator: ",").map { String($0).bare }
  }

  /// Whether a title as "N = 200, uniform inputs" is among them.
  public func matches(_ title: String) -> Bool {
    let parts = title.replacing(" · ", with: ", ").replacing(": ", with: ", ").split(separator: ",").map {
      String($0).bare
    }
    guard let name else { return values.contains { value in parts.contains { $0.contains(value) } } }
    return values.contains { parts.contains("\(name)=\($0)") }
  }
}

extension String {
  /// Without spaces, in small letters.
  fileprivate var bare: String { filter { !$0.isWhitespace }.lowercased() }
}

extension Setting {
  /// `neurips`, or a mapping of the preset and what differs from it.
  func figures() throws -> FigureSettings {
    if case .scalar = value.content { return FigureSettings(preset: try choice()) }
    let section = try Section(self, known: ["preset", "width", "columns", "font", "panels", "series"])
    let settings = FigureSettings(
      preset: try section.optional("preset")?.choice() ?? .neurips, width: try section.optional("width")?.length(),
      columns: try section.optional("columns")?.integer(FigureSettings.columnRange),
      fontSize: try section.optional("font")?.number(), panels: try section.optional("panels")?.selections() ?? [],
      series: try section.optional("series")?.selections() ?? [])
    if let problem = settings.problem { throw error(problem) }
    return settings
  }

  private func length() throws -> Double {
    guard let length = FigureSettings.length(try text()) else {
      throw error("'\(value)' is no length; expected one like 8.25cm, 3.5in or 252pt")
    }
    return length
  }

  private func selections() throws -> [FigureSelection] {
    if case .scalar = value.content { return [FigureSelection(try text())] }
    return try list().map { FigureSelection(try $0.text()) }
  }
}

extension StudySchema {
  /// Of the key `figures`.
  static var figures: Object {
    let presets: Object = ["enum": FigureSettings.Preset.allCases.map(\.rawValue)]
    let selection: Object = [
      "oneOf": [["type": "string"], ["type": "array", "items": ["type": "string"]]] as [Object]
    ]
    let properties: Object = [
      "preset": presets, "width": ["type": "string", "pattern": "^[0-9.]+(cm|mm|in|pt|bp)$"] as Object,
      "columns": ["type": "integer", "minimum": 1, "maximum": 3] as Object,
      "font": ["type": "number", "minimum": 7, "maximum": 24] as Object, "panels": selection, "series": selection,
    ]
    return [
      "description": "What figures are drawn for: a paper's width, columns and letters, and which panels and series.",
      "oneOf": [presets, ["type": "object", "additionalProperties": false, "properties": properties]] as [Object],
    ]
  }
}
