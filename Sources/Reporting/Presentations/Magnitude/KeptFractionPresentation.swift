// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation

/// What a threshold keeps against the threshold, on erfc(q/√2).
struct KeptFractionPresentation: MeasuredPresentation {
  private typealias Layer = KeptFractionExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let points = results.means(of: Layer.keptFraction, over: Layer.quality, series: { "\($0[Layer.width])" })
    let last = points.map(\.x).max() ?? 0
    let law = results.values(of: Layer.width).flatMap { width in
      (0...100).map { step -> MeanPoint in
        let quality = last * Double(step) / 100
        return MeanPoint(series: "\(width)", x: quality, y: erfc(quality / 2.0.squareRoot()), trials: 0)
      }
    }
    let curve = PanelFigure.means(
      "kept_fraction", title: "What a threshold keeps",
      caption: """
        Share of Gaussian weights beyond $q$ standard deviations, by width of the layer; line: the law, which is the same \
        for all widths. \(points.countsText)
        """,
      x: Axis(name: "quality", label: "threshold $q$, in standard deviations", from: 0),
      y: .share("kept_fraction", "share of weights kept"), points: law + points, theory: "theory: erfc(q/√2)",
      label: { "width \($0)" })
    return [curve].compactMap { $0 }
  }
}
