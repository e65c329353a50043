// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
import RecoveryTheory
import StudyModel

extension PanelFigure {
  /// Success rate against P, a panel for each N and s: all curves over each other, on the exact law for Gaussian inputs.
  static func comparedCurves(_ shapes: [[RecoveryComparison.Curve]]) -> PanelFigure? {
    let styles = SeriesStyle.all(shapes.joined().map(\.label))
    let intervals = Set(shapes.joined().map(\.results.intervalsText)).sorted().joined(separator: ", ")
    return PanelFigure(
      "success_compared", title: "Success rates beside each other",
      caption: """
        Success rate against the number of samples. Points: measured, with \(intervals); lines between them lead the eye. \
        Grey: the exact law of the $\\ell_1$ program for Gaussian inputs, exact responses and one neuron, computed and not fitted. Each panel has the stretch of $P$ that its curves need.
        """,
      panels: shapes.evenly(12).map { panel($0, styles) })
  }

  private static func panel(
    _ curves: [RecoveryComparison.Curve], _ styles: [String: SeriesStyle]
  ) -> Panel {
    let first = curves[0].transition
    let samples = curves.flatMap { $0.transition.cells.map(\.cell.samples) }
    let (low, high) = (samples.min() ?? 1, samples.max() ?? 1)
    let places = Array(stride(from: low, through: high, by: max(1, (high - low) / 150)))
    let law = Series("", .theory("exact law"), SeriesStyle(color: "#909090", dash: 2), of: places) {
      Point(Double($0), first.predicted.exact.success(samples: $0))
    }
    let measured = curves.enumerated().map { rank, curve in
      // Side by side, so that no curve hides another.
      let shift = 0.006 * Double(high - low) * (Double(rank) - Double(curves.count - 1) / 2)
      return Series(
        MarkedText(curve.label), .joined(MarkedText(curve.results.intervalsText)), styles[curve.label] ?? .neutral,
        of: curve.transition.cells, columns: columns, shift: shift
      ) { cell in
        let measured = curve.results.rate(cell)
        return Point(
          Double(cell.cell.samples), measured?.rate, yInterval: measured.map { $0.interval.lower...$0.interval.upper })
      }
    }
    return Panel(
      MarkedText("$N = \(first.dimension)$, $s = \(first.sparsity)$"),
      x: Axis(
        name: "samples", label: "samples $P$", meaning: "P, the number of samples", unit: "samples", isShared: false),
      y: .share("rate", "success rate", "Success rate, or its probability in theory"), [law] + measured)
  }

  private static let columns: [ResultColumn<CellSummary>] = [
    .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.cell.dimension },
    .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.cell.sparsity },
    .integer("trials", "Trials of a measured point", unit: "trials") { $0.trials },
  ]
}
