// SPDX-License-Identifier: GPL-3.0-or-later
import Claims

/// How large the non-zero weights of one network are, layer by layer, before and after pruning.
struct WeightHistogramFigure: Figure {
  let name = "weight_sizes"
  private let cell: Cell
  private let bins: [Bin]

  private struct Bin {
    let layer: Int
    /// The centre, relative to the layer's largest weight.
    let size: Double
    let before, after: Double
  }

  /// Trial 1 of the widest network; nil where its histograms are not stored.
  init?(_ results: MeasuredResults) {
    guard let (cell, first) = results.picturedNetwork else { return nil }
    self.cell = cell
    bins = (1...3).flatMap { layer in
      let (before, after) = (first.byItem("sizes_before_\(layer)"), first.byItem("sizes_after_\(layer)"))
      return (1...SpiralPicture.bins).compactMap { number -> Bin? in
        guard let one = before[number], let other = after[number] else { return nil }
        let size = Double(2 * number - 1) / Double(SpiralPicture.bins) - 1
        return Bin(layer: layer, size: size, before: one, after: other)
      }
    }
    guard !bins.isEmpty else { return nil }
  }

  let title: MarkedText = "Sizes of the weights before and after pruning"

  var caption: MarkedText {
    """
    Non-zero weights of each layer by size, relative to the layer's largest before and after: network 1 of \
    $2 \\cdot \(cell.integer("width")) \\cdot \(cell.integer("width")) \\cdot 2$, trained with dropout, pruned by the cascade with \
    $\\epsilon = \(cell["epsilon"] ?? "")$.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: bins,
      columns: [
        .integer("layer", "ℓ, from 1") { $0.layer },
        .number("size", "Centre of the bin, relative to the layer's largest weight") { $0.size },
        .number("before", "Non-zero weights in the bin before pruning", unit: "weights") { $0.before },
        .number("after", "The same after pruning", unit: "weights") { $0.after },
      ])
  }

  var size: (width: Int, height: Int) { (1_320, 480) }

  var commands: String {
    """
    set multiplot layout 1,3
    set xlabel "weight, relative to the largest"
    set ylabel "weights"
    set xrange [-1.05:1.05]
    set xtics 0.5
    set logscale y
    set yrange [0.7:*]
    set style fill transparent solid 0.5 noborder
    set key top right Left reverse samplen 1.5 spacing 1.1
    \((1...3).map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ layer: Int) -> String {
    let width = 2 / Double(SpiralPicture.bins)
    func bars(_ column: Int, _ color: String, _ name: String) -> String {
      "data using ($1 == \(layer) && $\(column) > 0 ? $2 : NaN):\(column):(\(width)) with boxes linecolor '\(color)' title '\(name)'"
    }
    return """
      set title "layer \(layer)"
      plot \(bars(3, "#9a9a9a", "before")), \\
        \(bars(4, "#D55E00", "after"))
      """
  }
}
