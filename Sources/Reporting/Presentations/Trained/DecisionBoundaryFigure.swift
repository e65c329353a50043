// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import StudyModel

extension PanelFigure {
  /// What one network answers over the plane, before and after pruning, with the points that it was trained on: trial 1 of the
  /// widest network.
  ///
  /// - Returns: nil where its map is not stored.
  static func decisionBoundary(_ results: MeasuredResults) -> PanelFigure? {
    guard let (cell, first) = results.picturedNetwork else { return nil }
    let samples = SpiralPicture.samples(cell, seed: results.study.seed, trial: 1)
    let (width, reach) = (cell[SpiralExperiment.width], SpiralPicture.reach)
    func axis(_ name: String, _ label: MarkedText) -> Axis {
      Axis(name: name, label: label, from: -reach, to: reach, ticks: .every(0.5))
    }
    return PanelFigure(
      "decision_boundary", title: "The decision boundary before and after pruning",
      caption: """
        Probability of the second class less that of the first, by soft-max, over the plane: network 1 of \
        $2 \\cdot \(width) \\cdot \(width) \\cdot 2$, trained with dropout, before and after the cascade with \
        $\\epsilon = \(cell[SpiralExperiment.epsilon])$. Symbols: the \(samples.count) points of the two arms that it was trained on.
        """,
      panels: [("before", SpiralPicture.marginBefore), ("after", SpiralPicture.marginAfter)].map { name, margin in
        Panel(
          MarkedText("\(name) pruning"), x: axis("first", "first coordinate"), y: axis("second", "second coordinate"),
          [
            Series("", .init("answer", "", .cells), .neutral, of: PlaneBox.all(first.byItem(margin))) {
              $0.point
            },
            arm(
              samples.filter { !$0.isSecond }.map { ($0.x, $0.y) },
              .init("first class", "sample of the first class", .points, shape: 6)),
            arm(
              samples.filter(\.isSecond).map { ($0.x, $0.y) },
              .init("second class", "sample of the second class", .points, shape: 2)),
          ])
      },
      color: ColorScale(
        name: "answer", label: "$p_{2} - p_{1}$", range: -1...1,
        palette: "-1 \"#D55E00\", -0.02 \"#f6e0d0\", 0.02 \"#d5e5f0\", 1 \"#0072B2\""),
      aspect: 1)
  }

  private static func arm(_ samples: [(Double, Double)], _ kind: Kind) -> Series {
    Series("", kind, SeriesStyle(color: "#202020"), of: samples) { Point($0.0, $0.1) }
  }
}

/// Neighbouring pixels of one row that look alike.
private struct PlaneBox {
  let low: Double
  var high: Double
  let y, value: Double

  /// Half the width of a pixel, and a little over it, so that no seams show.
  private static let half = 1.04 * SpiralPicture.reach / Double(SpiralPicture.side)

  /// The map of margins by pixels; none where a pixel is missing.
  static func all(_ margins: [Int: Double]) -> [PlaneBox] {
    guard margins.count == SpiralPicture.side * SpiralPicture.side else { return [] }
    return margins.keys.sorted().reduce(into: []) { boxes, pixel in
      let place = SpiralPicture.place(ofPixel: pixel)
      // tanh of half the margin is the difference of the two classes' probabilities.
      let value = tanh((margins[pixel] ?? 0) / 2)
      if let last = boxes.last, last.y == place.y, abs(last.value - value) < 0.01 {
        boxes[boxes.count - 1].high = place.x + half
      } else {
        boxes.append(PlaneBox(low: place.x - half, high: place.x + half, y: place.y, value: value))
      }
    }
  }

  var point: PanelFigure.Point? {
    .init((low + high) / 2, y, xInterval: low...high, yInterval: (y - Self.half)...(y + Self.half), value: value)
  }
}

extension MeasuredResults {
  /// Trial 1 of the widest network that the cascade prunes, whose pictures are stored.
  var picturedNetwork: (cell: Cell, outcome: TrialOutcome)? {
    let candidates = cells.filter {
      $0.cell[SpiralExperiment.penalty] == .none && $0.cell[SpiralExperiment.scheme] == .cascade
    }
    let widest = candidates.max { $0.cell[SpiralExperiment.width] < $1.cell[SpiralExperiment.width] }
    return widest.flatMap { trials in
      trials.trials.first { $0.number == 1 }?.outcome.map { (trials.cell, $0) }
    }
  }
}
