// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// Ranks found and losses left against the teacher's rank, with projections in training and without.
struct RankPruningPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let ranks = PanelFigure.means(
      "rank_found", title: "The rank that training finds",
      caption: caption(
        results,
        "Rank of the first layer against the rank of the teacher's, a panel for each $\\lambda$; the teacher's own at the same share of energy beside it."
      ),
      x: teacher, y: Axis(name: "found_rank", label: "rank of the first layer", from: 0),
      points: points(
        results,
        [
          ("pruned_rank", "with projections"), ("truncated_rank", "truncated afterwards"),
          ("teacher_rank", "the teacher truncated"),
        ]))
    let losses = PanelFigure.means(
      "loss_left", title: "What low rank costs",
      caption: caption(
        results,
        "Squared error on fresh samples over the variance of the responses, a panel for each $\\lambda$; plain training is the same in all."
      ),
      x: teacher, y: Axis(name: "loss", label: "loss over variance", isLogarithmic: true),
      points: points(
        results,
        [
          ("pruned_loss", "with projections"), ("truncated_loss", "truncated afterwards"),
          ("plain_loss", "plain training at full rank"),
          ("equal_rank_loss", "truncated to the rank of projections"),
        ]))
    return [ranks, losses].compactMap { $0 }
  }

  private let teacher = Axis(
    name: "rank", label: "rank $r$ of the teacher's first layer", ticks: .every(2))

  private func caption(_ results: MeasuredResults, _ text: String) -> MarkedText {
    MarkedText(
      "\(text) Means of \(results.rows.map(\.trials).max() ?? 0) networks a point; bars: 95 % intervals by Student's t."
    )
  }

  private func points(_ results: MeasuredResults, _ curves: [(String, String)]) -> [MeanPoint] {
    curves.flatMap { quantity, curve in
      results.rows.map { row in
        let summary = row.summary(quantity)
        return MeanPoint(
          panel: MarkedText("$\\lambda = \(row.cell.number("penalty").brief)$"), series: curve,
          x: row.cell.number("rank"),
          y: summary.mean, trials: summary.count, interval: summary.meanInterval(confidence: 0.95))
      }
    }
  }
}
