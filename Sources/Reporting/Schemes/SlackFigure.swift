// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import NetTrim

/// How much of its bound the error of a layer takes up: a histogram for the theorem's bound and for the one known after pruning.
struct SlackFigure: Figure {
  let name = "slack"
  private let results: SchemeResults
  private let bars: [Bar]

  private struct Bar {
    let scheme, bound: String
    let from, to: Double
    let layers: Int
    let share: Double
  }

  private static let bounds: [(name: String, path: any KeyPath<ErrorBounds, Double> & Sendable)] = [
    ("theorem", \.linkNormalised), ("after pruning", \.sharp),
  ]
  private static let bins = 40

  /// nil without certified layers.
  init?(_ results: SchemeResults) {
    let certified = results.layers.filter(\.isCertified)
    guard !certified.isEmpty else { return nil }
    self.results = results
    bars = results.schemes.flatMap { scheme in
      let layers = certified.filter { $0.ensemble.scheme.kind.rawValue == scheme }
      return Self.bounds.flatMap { bound in
        Self.bars(layers.map { $0.ratio(bound.path) }) {
          Bar(scheme: scheme, bound: bound.name, from: $0, to: $1, layers: $2, share: $3)
        }
      }
    }
  }

  /// Ratios beyond 1 by more than rounding would be beyond the last bar of [0, 1], so it gets a bar of its own.
  private static func bars(
    _ ratios: [Double], _ bar: (_ from: Double, _ to: Double, _ layers: Int, _ share: Double) -> Bar
  ) -> [Bar] {
    let last = max(bins, Int(((ratios.filter(\.isFinite).max() ?? 1) * Double(bins)).rounded(.up)))
    var counts = [Int](repeating: 0, count: min(last, 10 * bins) + 1)
    for ratio in ratios where !ratio.isNaN {
      // A layer that attains its bound, but for rounding, is at 1, not beyond.
      let place = (ratio * Double(bins) * (1 - 1e-9)).rounded(.down)
      counts[Int(min(place, Double(counts.count - 1)))] += 1
    }
    return counts.indices.dropLast().map { index in
      bar(
        Double(index) / Double(bins), Double(index + 1) / Double(bins), counts[index],
        Double(counts[index]) / Double(max(1, ratios.count)))
    }
  }

  let title: MarkedText = "Slack: how much of its bound a layer's error takes up"

  var caption: MarkedText {
    """
    Histogram of $e_{\\ell}$ over its bound, \(results.countsText), in bars of 1/\(Self.bins). Filled: the theorem's bound \
    for link-normalised networks; line: the bound known after pruning (spectral norms in the parallel scheme, \
    proposition 1 with slack in the cascade). No intervals: both bounds are deterministic, nothing may lie beyond 1. In the first layer all are the same, and minimisers attain it.
    """
  }

  var table: ResultTable {
    ResultTable(
      name, title: title.plain, rows: bars,
      columns: [
        .text("scheme", "parallel or cascade") { $0.scheme },
        .text("bound", "theorem, or after pruning") { $0.bound },
        .number("ratio_from", "Least e_ℓ/bound of the bar") { $0.from },
        .number("ratio_to", "Largest e_ℓ/bound of the bar") { $0.to },
        .integer("layers", "Certified layers in the bar") { $0.layers },
        .number("share", "Their share of the scheme's certified layers") { $0.share },
      ])
  }

  var size: (width: Int, height: Int) { (results.schemes.count == 1 ? 860 : 1280, 560) }

  var commands: String {
    """
    set multiplot layout 1,\(results.schemes.count)
    set xlabel "error / bound"
    set ylabel "share of the layers"
    set xrange [0:\(max(1, bars.filter { $0.layers > 0 }.map(\.to).max() ?? 1) + 0.02)]
    set yrange [0:\((bars.map(\.share).max() ?? 1) * 1.15)]
    set style fill solid 0.75 noborder
    set key top left Left reverse samplen 2 spacing 1.2
    set arrow 1 from 1, graph 0 to 1, graph 1 nohead linecolor "#404040" dashtype 2 front
    \(results.schemes.map(panel).joined(separator: "\n"))
    unset multiplot
    """
  }

  private func panel(_ scheme: String) -> String {
    let style = SchemeStyle.of(scheme)
    func row(_ bound: String) -> String { "\(holds(1, scheme)) && \(holds(2, bound))" }
    return """
      set title "\(scheme) scheme"
      plot data using (\(row("theorem")) ? ($3+$4)/2 : NaN):6:(\(0.95 / Double(Self.bins))) with boxes \
      linecolor '\(style.color)' title "the theorem's bound", \\
        data using (\(row("after pruning")) ? ($3+$4)/2 : NaN):6 with histeps linewidth 2 linecolor '#202020' \
      title "bound known after pruning"
      """
  }
}
