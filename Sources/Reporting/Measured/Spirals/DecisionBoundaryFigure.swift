// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import StudyModel

/// What one network answers over the plane, before and after pruning, with the points that it was trained on.
struct DecisionBoundaryFigure: Figure {
  let name = "decision_boundary"
  private let cell: Cell
  private let boxes: [Box]
  private let samples: [Box]

  /// Neighbouring pixels of one row that look alike, or a sample, which is no wider than a point.
  private struct Box {
    let panel: String
    let low: Double
    var high: Double
    let y, value: Double
  }

  /// Trial 1 of the widest network; nil where its map is not stored.
  init?(_ results: MeasuredResults) {
    guard let (cell, first) = results.picturedNetwork else { return nil }
    self.cell = cell
    boxes = ["before", "after"].flatMap { Self.boxes($0, first.byItem("margin_\($0)")) }
    guard !boxes.isEmpty else { return nil }
    samples = SpiralPicture.samples(cell, seed: results.study.seed, trial: 1).map {
      Box(panel: "samples", low: $0.x, high: $0.x, y: $0.y, value: $0.isSecond ? 1 : -1)
    }
  }

  /// The map of margins by pixels; none where a pixel is missing.
  private static func boxes(_ panel: String, _ margins: [Int: Double]) -> [Box] {
    guard margins.count == SpiralPicture.side * SpiralPicture.side else { return [] }
    return margins.keys.sorted().reduce(into: []) { boxes, pixel in
      let place = SpiralPicture.place(ofPixel: pixel)
      // tanh of half the margin is the difference of the two classes' probabilities.
      let value = tanh((margins[pixel] ?? 0) / 2)
      let continues = boxes.last.map { $0.y == place.y && abs($0.value - value) < 0.01 } ?? false
      if continues {
        boxes[boxes.count - 1].high = place.x + half
      } else {
        boxes.append(Box(panel: panel, low: place.x - half, high: place.x + half, y: place.y, value: value))
      }
    }
  }

  /// Half the width of a pixel, and a little over it, so that no seams show.
  private static let half = 1.04 * SpiralPicture.reach / Double(SpiralPicture.side)

  let title: MarkedText = "The decision boundary before and after pruning"

  var caption: MarkedText {
    """
    Probability of the second class less that of the first, by soft-max, over the plane: network 1 of \
    $2 \\cdot \(cell.integer("width")) \\cdot \(cell.integer("width")) \\cdot 2$, trained with dropout, before and after the cascade with \
    $\\epsilon = \(cell["epsilon"] ?? "")$. Circles and crosses: the \(samples.count) points of the two arms that it was trained on.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: boxes + samples,
      columns: [
        .text("panel", "before or after pruning, or samples") { $0.panel },
        .number("x_low", "First coordinate, from") { $0.low }, .number("x_high", "First coordinate, to") { $0.high },
        .number("y", "Second coordinate") { $0.y },
        .number("value", "p₂ − p₁ to within .01; of samples ±1 by class") { $0.value },
      ])
  }

  var size: (width: Int, height: Int) { (1_120, 560) }

  var commands: String {
    """
    set multiplot layout 1,2
    set size ratio -1
    set xrange [-\(SpiralPicture.reach):\(SpiralPicture.reach)]
    set yrange [-\(SpiralPicture.reach):\(SpiralPicture.reach)]
    set cbrange [-1:1]
    set palette defined (-1 "#D55E00", -0.02 "#f6e0d0", 0.02 "#d5e5f0", 1 "#0072B2")
    unset colorbox
    unset key
    set xtics 0.5
    set ytics 0.5
    unset grid
    set style fill solid noborder
    \(panel("before"))
    \(panel("after"))
    unset multiplot
    """
  }

  private func panel(_ name: String) -> String {
    let half = Self.half
    return """
      set title "\(name) pruning"
      plot data using (\(holds(1, name)) ? ($2 + $3) / 2 : NaN):4:2:3:($4 - \(half)):($4 + \(half)):5 \\
        with boxxyerror fillcolor palette, \\
        data using (\(holds(1, "samples")) && $5 < 0 ? $2 : NaN):4 with points pointtype 6 pointsize 0.5 linecolor "#202020", \\
        data using (\(holds(1, "samples")) && $5 > 0 ? $2 : NaN):4 with points pointtype 2 pointsize 0.5 linecolor "#202020"
      """
  }
}

extension MeasuredResults {
  /// Trial 1 of the widest network that the cascade prunes, whose pictures are stored.
  var picturedNetwork: (cell: Cell, outcome: MeasuredTrial)? {
    let candidates = cells.filter { $0.cell["penalty"] == "none" && $0.cell["scheme"] == "cascade" }
    let widest = candidates.max { $0.cell.integer("width") < $1.cell.integer("width") }
    return widest.flatMap { trials in
      trials.trials.first { $0.number == 1 }?.outcome.map { (trials.cell, $0) }
    }
  }
}

extension MeasuredTrial {
  /// The values of one quantity by their items.
  func byItem(_ quantity: String) -> [Int: Double] {
    Dictionary(measurements.filter { $0.quantity == quantity }.map { ($0.item, $0.value) }) { first, _ in first }
  }
}
