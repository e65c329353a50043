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
        $\\epsilon = \(cell[SpiralExperiment.epsilon])$. Darker: more certain, beyond 0.5 and 0.9 either way. Symbols: the \(samples.count) points of the two arms that it was trained on.
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
        stops: [(-1, "#D55E00"), (-0.02, "#f6e0d0"), (0.02, "#d5e5f0"), (1, "#0072B2")]),
      aspect: 1)
  }

  private static func arm(_ samples: [(Double, Double)], _ kind: Kind) -> Series {
    Series("", kind, SeriesStyle(color: "#202020"), of: samples) { Point($0.0, $0.1) }
  }
}

/// A stretch of one fine row over which the answer is in one class of certainty.
private struct PlaneBox {
  let low: Double
  var high: Double
  let y, value: Double

  /// Fine pixels of each side: the stored ones, interpolated.
  private static let side = 2 * SpiralPicture.side
  private static let (width, half) = (2 * SpiralPicture.reach / Double(side), SpiralPicture.reach / Double(side))
  /// Where classes of certainty end, so that the boundary itself is an edge.
  private static let edges = [-1, -0.9, -0.5, 0, 0.5, 0.9, 1]

  /// The map of margins by fine pixels; none where a pixel is missing.
  static func all(_ margins: [Int: Double]) -> [PlaneBox] {
    let map = (1...SpiralPicture.side * SpiralPicture.side).compactMap { margins[$0] }
    guard map.count == SpiralPicture.side * SpiralPicture.side else { return [] }
    return (0..<side).flatMap { (row: Int) -> [PlaneBox] in
      (0..<side).reduce(into: [PlaneBox]()) { boxes, column in
        let (x, y) = (place(column), place(row))
        let value = certainty(interpolated(map, column, row))
        if let last = boxes.last, last.value == value {
          boxes[boxes.count - 1].high = x + half
        } else {
          boxes.append(PlaneBox(low: x - half, high: x + half, y: y, value: value))
        }
      }
    }
  }

  /// The middle of the class that the difference of the two classes' probabilities is in: tanh of half the margin.
  private static func certainty(_ margin: Double) -> Double {
    let answer = tanh(margin / 2)
    let edge = edges.dropLast().lastIndex { $0 <= answer } ?? 0
    return (edges[edge] + edges[edge + 1]) / 2
  }

  private static func place(_ index: Int) -> Double { (Double(index) + 0.5) * width - SpiralPicture.reach }

  /// Linearly in both directions; beyond the outermost stored pixels theirs.
  private static func interpolated(_ map: [Double], _ column: Int, _ row: Int) -> Double {
    func position(_ index: Int) -> (below: Int, share: Double) {
      let place = min(max((Double(index) + 0.5) / 2 - 0.5, 0), Double(SpiralPicture.side - 1))
      let below = min(Int(place), SpiralPicture.side - 2)
      return (below, place - Double(below))
    }
    let (x, y) = (position(column), position(row))
    func along(_ row: Int) -> Double {
      let first = row * SpiralPicture.side + x.below
      return between(map[first], map[first + 1], x.share)
    }
    return between(along(y.below), along(y.below + 1), y.share)
  }

  private static func between(_ low: Double, _ high: Double, _ share: Double) -> Double { low + share * (high - low) }

  /// A little over the row's height, so that no seams show.
  var point: PanelFigure.Point? {
    let tall = 1.1 * Self.half
    return .init((low + high) / 2, y, xInterval: low...high, yInterval: (y - tall)...(y + tall), value: value)
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
