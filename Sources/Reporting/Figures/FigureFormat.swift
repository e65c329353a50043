// SPDX-License-Identifier: GPL-3.0-or-later
package import StudyModel

/// What a figure is drawn for: how wide the text is that it stands in, and how large its letters are.
///
/// Everything in a figure is laid out in units of its letters, so that no format changes what is drawn.
package struct FigureFormat: Sendable, Hashable {
  /// Of the text, in points of 1/72 inch.
  let width: Double
  /// Panels side by side, at most.
  let columns: Int
  /// In points, of all letters but raised and lowered ones.
  package let fontSize: Double
  private let panels, series: [FigureSelection]

  package init(_ settings: FigureSettings = FigureSettings()) {
    let standard = Self.presets[settings.preset] ?? (396, 3, 8)
    width = settings.width ?? standard.width
    columns = settings.columns ?? standard.columns
    fontSize = settings.fontSize ?? standard.fontSize
    (panels, series) = (settings.panels, settings.series)
  }

  /// NeurIPS: 5.5 in of text; SIAM (siamart): 5.125 in; IEEEtran: a column of 252 TeX points; slides: beamer at 16:9.
  private static let presets: [FigureSettings.Preset: (width: Double, columns: Int, fontSize: Double)] = [
    .neurips: (396, 3, 8), .siam: (369, 3, 8), .ieee: (251, 2, 8), .slides: (396, 3, 10),
  ]

  /// Pixels of the SVG: there, all letters are as large.
  static let em = 15.0

  /// Points a pixel of the SVG.
  var scale: Double { fontSize / Self.em }

  func isShown(panel title: MarkedText) -> Bool { panels.allSatisfy { $0.matches(title.plain) } }

  func isShown(series label: MarkedText) -> Bool {
    label.source.isEmpty || series.allSatisfy { $0.matches(label.plain) }
  }
}

extension PanelFigure {
  /// The figure as `settings` ask for it; nil where they select nothing of it.
  package func drawn(for settings: FigureSettings) -> PanelFigure? {
    let format = FigureFormat(settings)
    let shown = panels.filter { format.isShown(panel: $0.title) }.map { panel in
      Panel(panel.title, x: panel.x, y: panel.y, panel.series.filter { format.isShown(series: $0.label) })
    }
    return PanelFigure(
      name, title: title, caption: caption, panels: shown, color: color, columns: wantedColumns, aspect: aspect,
      format: format)
  }

  /// The figure in the format of a study, with all of its panels where the study's selection is of other figures.
  package func drawnForStudy(_ settings: FigureSettings) -> PanelFigure {
    var whole = settings
    (whole.panels, whole.series) = ([], [])
    return drawn(for: settings) ?? drawn(for: whole) ?? self
  }
}
