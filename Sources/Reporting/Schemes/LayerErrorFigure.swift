// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import NetTrim

/// The error of single layers against the theorem's bound, both relative to the layer's responses; a panel a scheme.
struct LayerErrorFigure: Figure {
  let name = "layer_error"
  private let results: SchemeResults
  private let shown: [MeasuredLayer]

  /// More points would hide each other.
  private static let mostPoints = 1_200
  private static let mostLayers = 8

  /// nil without certified layers.
  init?(_ results: SchemeResults) {
    shown = results.schemes.flatMap { scheme in
      results.layers.filter {
        $0.isCertified && $0.relativeError > 0 && $0.ensemble.scheme.kind.rawValue == scheme
      }.evenly(Self.mostPoints)
    }
    guard !shown.isEmpty else { return nil }
    self.results = results
  }

  let title: MarkedText = "Errors of pruned layers beside the theorem's bound"

  var caption: MarkedText {
    """
    The error $e_{\\ell}$ of layer $\\ell$ against the bound for link-normalised networks, both relative to the norm of \
    the layer's responses; \(results.countsText), \(shown.count.grouped) of them drawn, evenly chosen. No intervals: the \
    bound is deterministic, and no point may lie above the line of equality.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: shown,
      columns: SchemeColumns.ensemble { $0.ensemble } + [
        .integer("layer", "ℓ, the number of the layer") { $0.layer },
        .number("relative_bound", "The bound for link-normalised networks over ‖Y_ℓ‖_F") {
          $0.bounds.linkNormalised / $0.responseNorm
        },
        .number("relative_error", "e_ℓ/‖Y_ℓ‖_F") { $0.relativeError },
      ])
  }

  var size: (width: Int, height: Int) { (results.schemes.count == 1 ? 860 : 1280, 600) }

  var commands: String {
    """
    set multiplot layout 1,\(results.schemes.count)
    set logscale xy
    set format xy (tex ? "$10^{%T}$" : "10^{%T}")
    set xrange \(shown.map { $0.bounds.linkNormalised / $0.responseNorm }.logarithmicRange)
    set yrange \(shown.map(\.relativeError).logarithmicRange)
    set xlabel "bound, relative to the responses"
    set ylabel \(MarkedText("error $e_{\\ell}$, relative to the responses").gnuplot)
    set key bottom right Left reverse samplen 1.5 spacing 1.1 opaque
    \(results.schemes.map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ scheme: String) -> String {
    let layers = Set(shown.filter { $0.ensemble.scheme.kind.rawValue == scheme }.map(\.layer)).sorted()
    let drawn = layers.evenly(Self.mostLayers)
    let points = drawn.enumerated().map { rank, layer in
      let style = CurveStyle(rank: rank, of: drawn.count)
      return "data using (\(holds(1, scheme)) && $8 == \(layer) ? $9 : NaN):10 with points pointtype \(style.point) "
        + "pointsize 0.5 linecolor '\(style.color)' title \(MarkedText("layer \(layer)").gnuplot)"
    }
    let equality = "x with lines linewidth 1.5 linecolor '#707070' dashtype 2 title 'error = bound'"
    return """
      set title "\(scheme) scheme"
      plot \(([equality] + points).joined(separator: ", \\\n  "))
      """
  }
}
