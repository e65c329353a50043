// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation

/// What a threshold keeps against the threshold, on erfc(q/√2), and how far it is from it.
struct KeptFractionPresentation: MeasuredPresentation {
  private typealias Layer = KeptFractionExperiment

  private let quality = Axis(name: "quality", label: "threshold $q$, in standard deviations", from: 0)

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let points = results.means(of: Layer.keptFraction, over: Layer.quality, series: { "\($0[Layer.width])" })
    let residuals = points.map { point -> MeanPoint in
      var residual = MeanPoint(series: point.series, x: point.x, y: point.y - law(point.x), trials: point.trials)
      residual.interval = point.interval.map { ($0.lowerBound - law(point.x))...($0.upperBound - law(point.x)) }
      return residual
    }
    let kept = panel(points, lines(points) { law($0) }, .share("kept_fraction", "share of weights"), "what is kept")
    let rest = panel(
      residuals, lines(points) { _ in 0 }, Axis(name: "residual", label: "difference"), "less the law")
    return [
      PanelFigure(
        "kept_fraction", title: "What a threshold keeps",
        caption: """
          Share of Gaussian weights beyond $q$ standard deviations, by width of the layer, and the same less the law, which is \
          the same for all widths. \(points.countsText)
          """, panels: (kept?.panels ?? []) + (rest?.panels ?? []), columns: 2)
    ].compactMap { $0 }
  }

  private func law(_ quality: Double) -> Double { erfc(quality / 2.0.squareRoot()) }

  private func lines(_ points: [MeanPoint], _ value: (Double) -> Double) -> [MeanPoint] {
    let last = points.map(\.x).max() ?? 0
    return points.grouped(by: \.series).flatMap { width in
      (0...100).map { step in
        let quality = last * Double(step) / 100
        return MeanPoint(series: width[0].series, x: quality, y: value(quality), trials: 0)
      }
    }
  }

  private func panel(_ measured: [MeanPoint], _ lines: [MeanPoint], _ y: Axis, _ title: MarkedText) -> PanelFigure? {
    func titled(_ points: [MeanPoint]) -> [MeanPoint] {
      points.map { point in
        var point = point
        point.panel = title
        return point
      }
    }
    return PanelFigure.means(
      y.name, title: "", caption: "", x: quality, y: y, points: titled(lines + measured), theory: "erfc(q/√2)",
      label: { "width \($0)" })
  }
}
