// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import RecoveryTheory
import StudyModel

/// The phase diagram: the measured success rate over P/N and s/P as colour, with the exact law's 5, 50 and 95 % lines; one panel per
/// dimension and inputs.
struct PhaseDiagramFigure: Figure {
  let name = "phase_diagram"
  private let results: RecoveryResults
  private let panels: [[RecoveryResults.Transition]]

  /// More would not fit.
  private static let mostPanels = 12
  private static let band = log(1.2)
  private static let levels = [0.05, 0.5, 0.95]

  /// nil where the grid is no area: it takes three sparsities of one dimension, and three sample counts of each.
  init?(_ results: RecoveryResults) {
    let areas = results.transitions.grouped { [$0.inputs.name, "\($0.dimension)"] }.filter { panel in
      panel.count >= 3 && panel.allSatisfy { $0.cells.count >= 3 }
    }
    guard !areas.isEmpty else { return nil }
    self.results = results
    panels = areas.evenly(Self.mostPanels)
  }

  let title: MarkedText = "Phase diagram: measured success rate and the exact law's contours"

  var caption: MarkedText {
    """
    Colour: measured success rate over the undersampling $P/N$ and the relative sparsity $s/P$, \(results.trialsText) (the \
    cells' \(results.intervalsText) are in cells.csv). Lines: where the exact law for Gaussian inputs reaches 5 % (dotted), \
    50 % (solid) and 95 % (dashed), computed and not fitted.
    """
  }

  private var columns: Int { panels.count <= 3 ? panels.count : panels.count == 4 ? 2 : panels.count <= 9 ? 3 : 4 }
  private var rows: Int { (panels.count + columns - 1) / columns }

  var size: (width: Int, height: Int) { (columns == 1 ? 760 : columns * 520, rows == 1 ? 560 : rows * 440) }

  /// A cell of the heat map, or a point of a contour.
  private struct Row {
    let transition: RecoveryResults.Transition
    let samples: Double
    var trials: Int?
    var rate: Double?
    var box: Box?
    var level: Double?

    var dimension: Double { Double(transition.dimension) }
  }

  /// Half-way to the neighbours in P. In s (on a logarithmic scale) too, but no farther than ``band``: nothing was measured in
  /// between, and the colours of a tall box would seem to miss the contours that cross it.
  private struct Box {
    let samples, sparsity: ClosedRange<Double>
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: panels.flatMap { cells(of: $0) + contours(of: $0) },
      columns: Self.place + Self.boxes + Self.measured)
  }

  private static let place: [ResultColumn<Row>] = [
    .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.transition.dimension },
    .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.transition.sparsity },
    .text("inputs", "Law of the inputs") { $0.transition.inputs.name },
    .number("undersampling", "P/N") { $0.samples / $0.dimension },
    .number("relative_sparsity", "s/P") { Double($0.transition.sparsity) / $0.samples },
  ]

  private static let boxes: [ResultColumn<Row>] = [
    .number("undersampling_from", "Left edge of the cell's box in P/N") { row in
      row.box.map { $0.samples.lowerBound / row.dimension }
    },
    .number("undersampling_to", "Right edge of the cell's box in P/N") { row in
      row.box.map { $0.samples.upperBound / row.dimension }
    },
    .number("relative_sparsity_from", "Lower edge of the cell's box in s/P") { row in
      row.box.map { $0.sparsity.lowerBound / row.samples }
    },
    .number("relative_sparsity_to", "Upper edge of the cell's box in s/P") { row in
      row.box.map { $0.sparsity.upperBound / row.samples }
    },
  ]

  private static let measured: [ResultColumn<Row>] = [
    .integer("trials", "Trials of the cell; empty on a contour", unit: "trials") { $0.trials },
    .number("rate", "Success rate; empty on a contour") { $0.rate },
    .number("level", "The exact law's success probability on this contour; empty for a cell") { $0.level },
  ]

  private func cells(of panel: [RecoveryResults.Transition]) -> [Row] {
    zip(panel, edges(panel.map { log(Double($0.sparsity)) }, farthest: Self.band)).flatMap { transition, logs in
      let samples = edges(transition.cells.map { Double($0.cell.samples) })
      return zip(transition.cells, samples).compactMap { cell, samples in
        results.rate(cell).map { measured in
          Row(
            transition: transition, samples: Double(cell.cell.samples), trials: cell.trials, rate: measured.rate,
            box: Box(samples: samples, sparsity: exp(logs.lowerBound)...exp(logs.upperBound)))
        }
      }
    }
  }

  /// From half-way to the one neighbour to half-way to the other; at the ends as far outwards as inwards.
  private func edges(_ centres: [Double], farthest: Double = .infinity) -> [ClosedRange<Double>] {
    centres.indices.map { index in
      let before = index > 0 ? centres[index] - centres[index - 1] : centres[1] - centres[0]
      let after = index + 1 < centres.count ? centres[index + 1] - centres[index] : before
      return (centres[index] - min(before / 2, farthest))...(centres[index] + min(after / 2, farthest))
    }
  }

  private func contours(of panel: [RecoveryResults.Transition]) -> [Row] {
    Self.levels.flatMap { level in
      panel.map { Row(transition: $0, samples: $0.predicted.exact.quantile(level), level: level) }
    }
  }

  var commands: String {
    """
    set multiplot layout \(rows),\(columns)
    set xlabel \(MarkedText("undersampling $P/N$").gnuplot)
    set ylabel \(MarkedText("relative sparsity $s/P$").gnuplot)
    set cblabel "success rate"
    # cividis, from failure to success
    set palette defined (0 "#00204d", 0.17 "#233e6c", 0.33 "#575c6d", 0.5 "#7c7b78", 0.67 "#a69c75", 0.83 "#d3c065", 1 "#ffea46")
    set cbrange [0:1]
    set style fill solid 1 noborder
    set grid front
    unset grid
    set key bottom right Left reverse samplen 2.5 spacing 1.1 opaque box linecolor "#e4e4e4"
    \(panels.map(plot).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func plot(_ panel: [RecoveryResults.Transition]) -> String {
    let (dimension, inputs) = (panel[0].dimension, panel[0].inputs.name)
    let here = "$1 == \(dimension) && strcol(3) eq '\(inputs)'"
    let contours = zip(Self.levels, [3, 1, 2]).map { level, dash in
      // White below black: seen on the dark end of the colours as on the light one.
      let curve = "data using (\(here) && $12 == \(level) ? $4 : NaN):5"
      return """
        \(curve) with lines linewidth 4.5 linecolor '#ffffff' notitle, \\
          \(curve) with lines dashtype \(dash) linewidth 2 linecolor '#000000' title \(MarkedText("\(Int(level * 100)) %").gnuplot)
        """
    }
    let note = inputs == InputDistribution.gaussian.name ? "" : ", \(inputs) inputs"
    return """
      set title \(MarkedText("$N = \(dimension)$\(note)").gnuplot)
      plot data using (\(here) ? $4 : NaN):5:6:7:8:9:11 with boxxyerror linecolor palette notitle, \\
        \(contours.joined(separator: ", \\\n  "))
      """
  }
}

extension RecoveryLaw {
  /// Where the curve crosses `probability`, between two whole numbers of samples.
  func quantile(_ probability: Double) -> Double {
    let above = samples(successAtLeast: probability)
    guard above > 0 else { return 0 }
    let (low, high) = (success(samples: above - 1), success(samples: above))
    return Double(above - 1) + (probability - low) / (high - low)
  }
}
