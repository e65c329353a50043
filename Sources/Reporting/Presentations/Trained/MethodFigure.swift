// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

extension PanelFigure {
  /// Accuracy on fresh points against the share of weights left: means over the networks of a cell, a curve a method.
  static func methodAccuracy(_ results: MeasuredResults) -> PanelFigure? {
    let points = MethodPoint.shown(results).filter { $0.level == 0 }
    return methods(
      "method_accuracy", title: "Accuracy at equal density",
      text: "Share of 2,000 fresh points classified rightly, against the share of weights and biases to leave.",
      points, x: MethodPoint.density, y: MethodPoint.accuracyAxis, value: \.accuracy,
      references: [.chance(points.map(\.asked))]
    ) { $0.asked }
  }

  /// Discrepancy from the original network against the share of weights left, with the theorems' bounds.
  static func methodDiscrepancy(_ results: MeasuredResults) -> PanelFigure? {
    methods(
      "method_discrepancy", title: "Discrepancy at equal density, and what the theorems say",
      text: """
        Relative discrepancy of the outputs before soft-max, against the share of weights and biases to leave; lines without points: the \
        theorems' bounds on the cascade and the parallel scheme. Retrained networks aim at the classes, not at the original's outputs.
        """,
      MethodPoint.shown(results).filter { $0.level == 0 }, x: MethodPoint.density,
      y: Axis(name: "discrepancy", label: "relative discrepancy", isLogarithmic: true),
      value: \.discrepancy, hasBounds: true
    ) { $0.asked }
  }

  /// Accuracy against the noise added to the fresh points, a panel an ε.
  static func methodNoise(_ results: MeasuredResults) -> PanelFigure? {
    let points = MethodPoint.shown(results)
    return methods(
      "method_noise", title: "Accuracy on noisy points",
      text:
        "Share of 2,000 fresh points classified rightly, against the standard deviation of noise added to each coordinate.",
      points, x: Axis(name: "noise", label: "noise in each coordinate", meaning: "Standard deviation of the noise"),
      y: MethodPoint.accuracyAxis, value: \.accuracy, references: [.chance(points.compactMap(\.noise))],
      panel: { ", $\\epsilon = \($0.epsilon)$" }
    ) { $0.noise }
  }

  private static func methods(
    _ name: String, title: MarkedText, text: String, _ points: [MethodPoint], x: Axis, y: Axis,
    value: KeyPath<MethodPoint, RunningSummary>, hasBounds: Bool = false, references: [Series] = [],
    panel: (MethodPoint) -> String = { _ in "" }, place: (MethodPoint) -> Double?
  ) -> PanelFigure? {
    let panels = points.grouped { "\($0.penalty.rawValue) \($0.width)\(panel($0))" }.map { group in
      let series = group.grouped(by: \.method).flatMap { rows -> [Series] in
        let (label, style) = (MarkedText(rows[0].title), SeriesStyle.method(rows[0].method))
        let bound = Series(
          label, .init("bound", "theory: bound of the theorem", .line), style, of: rows, columns: MethodPoint.columns
        ) {
          hasBounds && $0.bound.count > 0 ? Point(place($0), $0.bound.mean) : nil
        }
        let measured = Series(
          label, .joined("95 % intervals by Student's t"), style, of: rows, columns: MethodPoint.columns
        ) {
          Point(place($0), $0[keyPath: value].mean, yInterval: $0[keyPath: value].meanInterval(confidence: 0.95))
        }
        return [bound, measured]
      }
      return Panel(MarkedText("$h = \(group[0].width)$\(panel(group[0]))"), x: x, y: y, references + series)
    }
    return PanelFigure(
      name, title: title,
      caption: """
        \(text) All but the parallel scheme are pruned to the cascade's number of non-zeros in every layer; what magnitude \
        pruning cuts off is then disconnected, which changes no answer and leaves fewer. \
        \(meansText(points.map(\.networks), of: ("network", "networks")))
        """,
      panels: panels)
  }
}

extension PanelFigure.Series {
  /// What guessing one of two classes gets right, over the width of the panels.
  fileprivate static func chance(_ places: [Double]) -> Self {
    .reference("chance", from: (places.min() ?? 0, 0.5), to: (places.max() ?? 1, 0.5))
  }
}

extension MethodPoint {
  fileprivate static let density = Axis(
    name: "asked", label: "share of weights to leave",
    meaning: "Mean share of the non-zero weights and biases that pruning was asked to leave", isLogarithmic: true)
  fileprivate static let accuracyAxis = Axis(name: "accuracy", label: "accuracy", to: 1)

  fileprivate static func shown(_ results: MeasuredResults) -> [MethodPoint] {
    all(results).filter { $0.networks > 0 }
  }

  fileprivate static let columns: [ResultColumn<MethodPoint>] = [
    .text("penalty", "What the network was trained with beside dropout") { $0.penalty.rawValue },
    .number("epsilon", "ε relative to the responses") { $0.epsilon },
    .number("share_left", "Mean share of the non-zero weights and biases that is left") { $0.kept.mean },
  ]

  fileprivate var title: String { method.rawValue.replacing("-", with: " ") }
}
