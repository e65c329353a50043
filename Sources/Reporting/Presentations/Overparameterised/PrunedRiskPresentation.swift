// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import OverparameterisedPruning
import Statistics

/// Risks of pruned regression over the size of the model and over what is kept, on their limits, and how the errors shrink.
struct PrunedRiskPresentation: MeasuredPresentation {
  private typealias Regression = OverparameterisedRiskExperiment

  /// The quantities that are drawn, with what they are called there.
  private static let curves = [
    (Regression.fullRisk, "before pruning"), (Regression.risk(keptBy: .magnitude), "largest weights kept"),
    (Regression.risk(keptBy: .hessian), "largest Hessian scores kept"),
    (Regression.risk(keptBy: .oracle), "kept by an oracle"),
    (Regression.retrainedRisk(keptBy: .oracle), "oracle retrained"),
    (Regression.retrainedRisk(keptBy: .hessian), "Hessian retrained (no law)"),
  ]
  /// The share kept where the size of the model varies.
  private static let kept = 0.1

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [bySize(results), byShare(results), errors(results)].compactMap { $0 }
  }

  private let risk = Axis(name: "risk", label: "risk $E(y - x^{T}b)^{2}$", isLogarithmic: true)

  /// Everything trained on more and more features, one share kept.
  private func bySize(_ results: MeasuredResults) -> PanelFigure? {
    let rows = results.largest.filter { $0.row.cell[Regression.kept] == Self.kept }
    return PanelFigure.means(
      "risk_by_size", title: "The second descent of the pruned risk",
      caption: caption(
        "Risk against the features a sample, $\\kappa$, of the model that is trained, important features first; a tenth of all features is kept then. "
          + "At $\\kappa = 1$ the model interpolates: the risk peaks there before pruning and after, and falls again beyond.",
        rows),
      x: Axis(name: "ratio", label: "features a sample, $\\kappa$", isLogarithmic: true), y: risk,
      points: lines(rows, Regression.trained) { $0.ratio } + points(rows) { $0.ratio }, theory: "limit law")
  }

  /// The whole model, more and more kept.
  private func byShare(_ results: MeasuredResults) -> PanelFigure? {
    let rows = results.largest.filter { $0.design.trainedShare == 1 }
    return PanelFigure.means(
      "risk_by_share", title: "What pruning costs, and where it gains",
      caption: caption("Risk against the share of features that is kept, of the model trained on all features.", rows),
      x: .share("kept", "share of features kept"), y: risk,
      points: lines(rows, Regression.kept) { $0.keptShare } + points(rows) { $0.keptShare }, theory: "limit law")
  }

  /// Root mean square errors against p, for the whole model and the first share that is kept in the grid.
  private func errors(_ results: MeasuredResults) -> PanelFigure? {
    let cells = results.designed.filter { $0.design.trainedShare == 1 && $0.row.cell[Regression.kept] == Self.kept }
    let points = Self.curves.dropLast().flatMap { quantity, curve in
      cells.compactMap { design, row -> MeanPoint? in
        guard let limit = design.limits().first(where: { $0.quantity == quantity })?.value else { return nil }
        let squares = (row.values[quantity] ?? []).map { pow($0 / limit - 1, 2) }
        guard let mean = squares.mean else { return nil }
        return .init(series: curve, x: Double(design.features), y: mean.squareRoot(), trials: squares.count)
      }
    }
    return PanelFigure.means(
      "error_by_dimension", title: "The limits are approached",
      caption:
        "Root mean square error of a trial's risk, relative to the limit, against the number $p$ of features: the whole model, a tenth kept. The line of slope −1/2 is what the fluctuations of one sample allow.",
      x: Axis(name: "features", label: "features $p$", unit: "features", isLogarithmic: true),
      y: Axis(name: "error", label: "RMS error over the limit", isLogarithmic: true), points: points,
      bars: "without intervals", references: [slope(points)].compactMap { $0 })
  }

  /// From the largest error at the fewest features.
  private func slope(_ points: [MeanPoint]) -> PanelFigure.Series? {
    let start = points.min { ($0.x, -$0.y) < ($1.x, -$1.y) }
    guard let start, let end = points.map(\.x).max(), end > start.x else { return nil }
    return .reference(
      "slope −1/2", from: (start.x, start.y), to: (end, start.y * (start.x / end).squareRoot()))
  }

  private func caption(_ text: String, _ rows: [DesignedRow]) -> MarkedText {
    let features = rows.first?.design.features ?? 0
    return MarkedText(
      "\(text) Lines: the limit laws. Simulations have $p = \(features)$ features in all. \(meansText(rows.map(\.row.trials), of: ("simulation", "simulations"))) "
        + "After retraining on features that the data chose, no law is known here: dashes join the points.")
  }

  private func points(_ rows: [DesignedRow], x: (OverparameterisedCell) -> Double) -> [MeanPoint] {
    Self.curves.flatMap { quantity, curve in
      rows.compactMap { design, row in
        let summary = row.summary(quantity)
        guard summary.count > 0 else { return nil }
        return MeanPoint(
          series: curve, x: x(design), y: summary.mean, trials: summary.count,
          interval: summary.meanInterval(confidence: 0.95))
      }
    }
  }

  /// The limits on a fine grid of one parameter between its ends, the others as in the first row.
  private func lines(
    _ rows: [DesignedRow], _ parameter: Parameter<Double>, x: (OverparameterisedCell) -> Double
  ) -> [MeanPoint] {
    let values = rows.map { $0.row.cell[parameter] }
    guard let cell = rows.first?.row.cell, let low = values.min(), let high = values.max(), low < high else {
      return []
    }
    let names = Dictionary(uniqueKeysWithValues: Self.curves)
    return (0...240).flatMap { step -> [MeanPoint] in
      let value = low * pow(high / low, Double(step) / 240)
      let design = OverparameterisedCell(cell.with(parameter, value))
      // At κ = 1 itself the law has no value.
      guard abs(design.ratio - 1) > 0.005, abs(design.keptRatio - 1) > 0.005 else { return [] }
      let piece = (design.ratio > 1 ? 1 : 0) + (design.keptRatio > 1 ? 1 : 0)
      return design.limits().compactMap { quantity, value in
        names[quantity].map { MeanPoint(series: $0, x: x(design), y: value, trials: 0, piece: piece) }
      }
    }
  }

  /// Means and limits over the size of the trained model, a tenth kept.
  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let rows = results.largest.filter { $0.row.cell[Regression.kept] == Self.kept }
    let features = rows.first?.design.features ?? 0
    return DisplayTable(
      caption:
        "Mean risk of $p = \(features)$ features, each with its limit in brackets, where $\\kappa$ features a sample are trained on and a tenth of all is kept.",
      headings: ["$\\kappa$", "before", "magnitude", "Hessian", "oracle", "oracle retrained"],
      rows: rows.map { design, row in
        [design.ratio.significant(3)]
          + design.limits().map { "\(row.mean($0.quantity).significant(3)) (\($0.value.significant(3)))" }
      })
  }

  func tables(_ results: MeasuredResults) -> [ResultTable] {
    let rows = results.designed.flatMap { design, row in
      design.limits().map { (design: design, row: row, quantity: $0.quantity, limit: $0.value) }
    }
    return [
      ResultTable(
        "limits", title: "Every risk beside its limit", rows: rows,
        columns: [
          .integer("features", "p, all features") { $0.design.features },
          .number("ratio", "κ of the model that is trained") { $0.design.ratio },
          .number("trained", "Share of the features that is trained on") { $0.design.trainedShare },
          .number("kept", "Share of the features that is kept") { $0.design.keptShare },
          .text("quantity", "Which risk") { $0.quantity.name },
          .integer("trials", "Simulations", unit: "trials") { $0.row.summary($0.quantity).count },
          .number("mean", "Mean risk") { $0.row.mean($0.quantity) },
          .number("standard_error", "Of the mean") { $0.row.summary($0.quantity).standardError },
          .number("limit", "The limit law's risk") { $0.limit },
        ])
    ]
  }
}

/// A cell's measurements with what the cell says.
private typealias DesignedRow = (design: OverparameterisedCell, row: MeasuredResults.Row)

extension MeasuredResults {
  fileprivate var designed: [DesignedRow] { rows.map { (OverparameterisedCell($0.cell), $0) } }

  /// The cells with the most features.
  fileprivate var largest: [DesignedRow] {
    let most = designed.map(\.design.features).max() ?? 0
    return designed.filter { $0.design.features == most }
  }
}
