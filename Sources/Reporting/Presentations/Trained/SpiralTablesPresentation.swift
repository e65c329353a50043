// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// The published tables of the spiral experiment beside ours.
struct SpiralTablesPresentation: MeasuredPresentation {
  func tables(_ results: MeasuredResults) -> [ResultTable] {
    [
      ResultTable(
        "summary", title: "Non-zero weights of each layer, published and measured", rows: SpiralLayer.all(results),
        columns: [
          .integer("width", "h, the neurons of each hidden layer", unit: "neurons") { $0.width },
          .text("penalty", "What the network was trained with beside dropout") { $0.penalty.rawValue },
          .integer("layer", "ℓ, from 1") { $0.layer },
          .integer("published_before", "Tables S.1 and S.2: before pruning", unit: "weights") { $0.published?.before },
          .integer("published_after", "Tables S.1 and S.2: after pruning", unit: "weights") { $0.published?.after },
          .number("published_kept", "Their ratio") { $0.publishedKept },
          .integer("networks", "Networks whose programs were all solved to certified optima") { $0.networks },
          .number("before_mean", "Mean before pruning", unit: "weights") { $0.before.mean },
          .number("after_mean", "Mean after pruning", unit: "weights") { $0.after.mean },
          .number("after_sd", "Standard deviation after pruning", unit: "weights") { $0.after.standardDeviation },
          .number("kept_mean", "Mean ratio of after to before") { $0.kept.mean },
          .number("kept_low", "Lower end of its 95 % interval by Student's t") { $0.keptInterval?.lowerBound },
          .number("kept_high", "Upper end of its 95 % interval") { $0.keptInterval?.upperBound },
          .number("discrepancy_mean", "Mean relative discrepancy of the network's outputs") { $0.discrepancy.mean },
          .integer("accurate", "Networks with a discrepancy below .02, as published") { $0.accurate },
        ])
    ]
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    DisplayTable(
      caption: """
        Non-zero weights before and after the cascade, the share that is left, published (Tables S.1 and S.2) and measured \
        (means over the networks); rd is the mean relative discrepancy of the outputs.
        """,
      headings: ["h", "penalty", "layer", "published", "left", "measured", "left", "rd"],
      rows: SpiralLayer.all(results).map { layer in
        [
          "\(layer.width)", layer.penalty.rawValue, "\(layer.layer)",
          layer.published.map { "\($0.before) → \($0.after)" } ?? "–", layer.publishedKept?.fixed(3) ?? "–",
          "\(layer.before.mean.fixed(1)) → \(layer.after.mean.fixed(1))", layer.kept.mean.fixed(3),
          layer.discrepancy.mean.fixed(4),
        ]
      })
  }

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let pictures: [PanelFigure?] = [
      PanelFigure.layerKept(results), PanelFigure.decisionBoundary(results), PanelFigure.weightSizes(results),
    ]
    return pictures.compactMap { $0 }
  }
}

extension SpiralLayer {
  var keptInterval: ClosedRange<Double>? { kept.meanInterval(confidence: 0.95) }
}
