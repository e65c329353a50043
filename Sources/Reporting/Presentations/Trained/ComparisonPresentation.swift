// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// Net-Trim beside pruning by magnitude, at equal non-zeros.
struct ComparisonPresentation: MeasuredPresentation {
  func tables(_ results: MeasuredResults) -> [ResultTable] {
    [
      ResultTable(
        "summary", title: "What each method makes of the same networks", rows: Self.points(results),
        columns: [
          .integer("width", "h, the neurons of each hidden layer", unit: "neurons") { $0.width },
          .text("penalty", "What the network was trained with beside dropout") { $0.penalty.rawValue },
          .number("epsilon", "ε relative to the responses") { $0.epsilon },
          .text("method", "How the networks are pruned") { $0.method.rawValue },
          .integer("networks", "Networks") { $0.networks },
          .number("asked", "Mean share of the non-zero weights and biases that pruning was asked to leave") {
            $0.asked
          },
          .number("kept_mean", "Mean share of the non-zero weights and biases that is left") { $0.kept.mean },
          .number("accuracy_mean", "Mean accuracy on 2,000 fresh points") { $0.accuracy.mean },
          .number("discrepancy_mean", "Mean relative discrepancy of the outputs") { $0.discrepancy.mean },
          .number("relative_bound_mean", "Mean of the theorem's bound on it; empty where there is none") {
            $0.bound.count > 0 ? $0.bound.mean : nil
          },
          .number("seconds_mean", "Mean wall-clock time of pruning, retraining included", unit: "s") { $0.seconds },
        ])
    ]
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    DisplayTable(
      caption: """
        Means over the networks: share of weights and biases left, accuracy on fresh points, relative discrepancy of the outputs with the theorem's \
        bound on it, and seconds of pruning and retraining.
        """,
      headings: ["h", "$\\epsilon$", "method", "left", "accuracy", "rd", "bound", "s"],
      rows: Self.points(results).map { point in
        [
          "\(point.width)", "\(point.epsilon)", point.method.rawValue, point.kept.mean.fixed(3),
          point.accuracy.mean.fixed(4),
          point.discrepancy.mean.significant(3), point.bound.count > 0 ? point.bound.mean.significant(3) : "–",
          point.seconds?.significant(2) ?? "–",
        ]
      })
  }

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      PanelFigure.methodAccuracy(results), PanelFigure.methodDiscrepancy(results), PanelFigure.methodNoise(results),
    ].compactMap { $0 }
  }

  private static func points(_ results: MeasuredResults) -> [MethodPoint] {
    MethodPoint.all(results).filter { $0.level == 0 && $0.networks > 0 }.grouped(by: \.epsilon).flatMap { $0 }
  }
}
