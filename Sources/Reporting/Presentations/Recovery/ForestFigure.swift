// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import StudyModel

extension PanelFigure {
  /// A forest plot: P₅₀ over the exact law's with its interval, a line of the plot for every condition, a panel for every N.
  ///
  /// - Returns: nil of one condition, or where no P₅₀ was measured.
  static func conditionForest(_ results: RecoveryResults) -> PanelFigure? {
    let names = results.transitions.grouped(by: \.label).map { $0[0].label }
    guard names.count > 1 else { return nil }
    let sparsities = SparsityNames(results.transitions)
    let measured = results.transitions.map { ($0, $0.quantile(0.5)) }.filter { $0.1.ratio != nil }
    let missing = results.transitions.filter { $0.quantile(0.5).ratio == nil }.map { transition in
      "\(transition.label.isEmpty ? "one" : transition.label) at $N = \(transition.dimension)$, $s = \(transition.sparsity)$"
    }
    let without = missing.isEmpty ? "" : " Without a measured 50 % point: \(missing.joined(separator: "; "))."
    return PanelFigure(
      "conditions", title: "The 50 % point under each condition, over the exact law's",
      caption: MarkedText(
        """
        Samples at 50 % success over those of the exact law for Gaussian inputs, \(results.trialsText); bars: \
        \(results.study.grid.policy == nil ? "95 % profile-likelihood intervals" : "intervals of the search"). To the right of 1 a condition \
        needs more samples than the law.\(sparsities.note)\(without)
        """),
      panels: measured.grouped { "\($0.0.dimension)" }.map { forestPanel($0, names, sparsities) })
  }

  private static func forestPanel(
    _ measured: [(transition: RecoveryResults.Transition, half: TransitionQuantile)], _ names: [String],
    _ sparsities: SparsityNames
  ) -> Panel {
    // From above as tables have them; those of one condition one under the other.
    func row(_ name: String) -> Double { Double(names.count - 1 - (names.firstIndex(of: name) ?? 0)) }
    let series = sparsities.all.enumerated().map { rank, named in
      let place = 0.6 * ((Double(rank) + 0.5) / Double(sparsities.all.count) - 0.5)
      return Series(
        named.label, Kind("measured", "measured, 95 % intervals", .forest), named.style,
        of: measured.filter { sparsities[$0.transition]?.label == named.label },
        columns: [
          .text("condition", "What tells the trials from the study's others") { $0.transition.label },
          .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.transition.dimension },
          .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") {
            $0.transition.sparsity
          },
        ]
      ) { transition, half in
        let ends = half.low.flatMap { low in half.high.map { low / half.samplesExact...$0 / half.samplesExact } }
        return Point(half.ratio, row(transition.label) - place, xInterval: ends)
      }
    }
    return Panel(
      MarkedText("$N = \(measured[0].transition.dimension)$"),
      x: Axis(name: "ratio", label: "$P_{50}$ over the exact law", isLogarithmic: true),
      y: Axis(
        name: "row", label: "", meaning: "Line of the plot", from: -0.6, to: Double(names.count) - 0.4,
        ticks: .named(names.map { .init(place: row($0), label: MarkedText($0.isEmpty ? "the law's" : $0)) })),
      [.init("", .theory("exact law"), .reference, of: [-0.6, Double(names.count) - 0.4]) { Point(1, $0) }] + series)
  }
}
