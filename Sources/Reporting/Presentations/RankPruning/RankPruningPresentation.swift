// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// Ranks found and losses left against the teacher's rank, with projections in training and without.
struct RankPruningPresentation: MeasuredPresentation {
  private typealias Training = LowRankExperiment

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
          (Training.prunedRank, "with projections"), (Training.truncatedRank, "truncated afterwards"),
          (Training.teacherRank, "the teacher truncated"),
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
          (Training.prunedLoss, "with projections"), (Training.truncatedLoss, "truncated afterwards"),
          (Training.plainLoss, "plain training at full rank"),
          (Training.equalRankLoss, "truncated to the rank of projections"),
        ]))
    return [ranks, losses].compactMap { $0 }
  }

  private let teacher = Axis(
    name: "rank", label: "rank $r$ of the teacher", ticks: .every(2))

  private func caption(_ results: MeasuredResults, _ text: String) -> MarkedText {
    MarkedText("\(text) \(meansText(results.rows.map(\.trials), of: ("network", "networks")))")
  }

  private func points(_ results: MeasuredResults, _ curves: [(Quantity, String)]) -> [MeanPoint] {
    curves.flatMap { quantity, curve in
      results.means(
        of: quantity, over: Training.rank, series: { _ in curve },
        panels: { MarkedText("$\\lambda = \($0[Training.penalty].brief)$") })
    }
  }
}
