// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics

private typealias Q = ClassifierExperiment

/// What is left of the accuracy on held-out images at a share of zeros, method by method.
struct ClassifierPresentation: MeasuredPresentation {
  func tables(_ results: MeasuredResults) -> [ResultTable] {
    let points = ClassifierPoint.all(results)
    return [Self.summary(points), Self.published(points), Self.layers(results)]
  }

  private static func summary(_ points: [ClassifierPoint]) -> ResultTable {
    ResultTable(
      "summary", title: "What each method leaves of the accuracy on held-out images", rows: points,
      columns: [
        .text("regularisation", "How the networks were trained") { $0.cell[Q.regularisation].rawValue },
        .text("scheme", "Net-Trim's scheme, by whose counts all methods go") { $0.cell[Q.scheme].rawValue },
        .integer("samples", "P, the images pruned for", unit: "samples") { $0.cell[Q.samples] },
        .number("epsilon", "ε relative to the responses") { $0.cell[Q.epsilon] },
        .text("method", "How the networks are pruned") { $0.method.rawValue },
        .integer("networks", "Networks") { $0.networks.count },
        .number("zeros_mean", "Mean share of all weights that is zero, biases aside") { $0.summary(\.zeros).mean },
        .number("pruned_mean", "Mean share of the non-zero weights that is pruned, biases aside") {
          $0.summary(\.pruned).mean
        },
        .number("before_mean", "Mean accuracy before pruning") { $0.summary(\.before).mean },
        .number("after_mean", "Mean accuracy after it") { $0.summary(\.after).mean },
        .number("loss_mean", "Mean difference of the two") { $0.summary(\.loss).mean },
        .number("loss_low", "Lower end of its 95 % interval by Student's t over the networks") {
          $0.summary(\.loss).meanInterval(confidence: 0.95)?.lowerBound
        },
        .number("loss_high", "Upper end of its 95 % interval") {
          $0.summary(\.loss).meanInterval(confidence: 0.95)?.upperBound
        },
      ])
  }

  private static func published(_ points: [ClassifierPoint]) -> ResultTable {
    ResultTable(
      "published", title: "The accuracy lost where 93 and 95 % of the weights are zero",
      rows: LossAtShare.all(points),
      columns: [
        .text("networks_of", "Training, scheme, P") { $0.kind },
        .text("method", "How the networks are pruned") { $0.method.rawValue },
        .number("zeros", "Share of all weights that is zero") { $0.share },
        .integer("networks", "Networks to which the grid's ε leave both fewer and more zeros") { $0.losses.count },
        .number("loss_mean", "Mean loss of accuracy there, straight between the grid's ε") {
          $0.losses.count > 0 ? $0.losses.mean : nil
        },
        .number("loss_low", "Lower end of its 95 % interval by Student's t over the networks") {
          $0.losses.meanInterval(confidence: 0.95)?.lowerBound
        },
        .number("loss_high", "Upper end of its 95 % interval") {
          $0.losses.meanInterval(confidence: 0.95)?.upperBound
        },
      ])
  }

  private static func layers(_ results: MeasuredResults) -> ResultTable {
    ResultTable(
      "layers", title: "What is left of each layer", rows: results.rows.filter { $0.item > 0 },
      columns: [
        .text("regularisation", "How the networks were trained") { $0.cell[Q.regularisation].rawValue },
        .text("scheme", "Net-Trim's scheme") { $0.cell[Q.scheme].rawValue },
        .integer("samples", "P, the images pruned for", unit: "samples") { $0.cell[Q.samples] },
        .number("epsilon", "ε relative to the responses") { $0.cell[Q.epsilon] },
        .integer("layer", "ℓ, from 1") { $0.item },
        .number("before_mean", "Mean number of non-zero weights before", unit: "weights") { $0.mean(Q.weightsBefore) },
        .number("after_mean", "Mean number after", unit: "weights") { $0.mean(Q.weightsAfter) },
        .number("fresh_error_mean", "Mean error of the layer for itself on held-out images, beside ε; parallel only") {
          $0.mean(Q.freshError)
        },
      ])
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let points = ClassifierPoint.all(results)
    return DisplayTable(
      caption: """
        Means over the networks: share of all weights that is zero after Net-Trim, and accuracy on held-out images before, after, and after retraining (+); magnitude \
        pruning to as many weights of every layer beside it.
        """,
      headings: ["training", "scheme", "$P$", "$\\epsilon$", "zero", "before", "after", "+", "magnitude", "+"],
      rows: points.filter { $0.method == .netTrim }.map { point in
        let after = ClassifierPoint.Method.allCases.map { method in
          points.first { $0.cell == point.cell && $0.method == method }?.summary(\.after).mean.fixed(4) ?? "–"
        }
        return [
          point.cell[Q.regularisation].rawValue, point.cell[Q.scheme].rawValue, "\(point.cell[Q.samples])",
          "\(point.cell[Q.epsilon])", point.summary(\.zeros).mean.fixed(3), point.summary(\.before).mean.fixed(4),
        ] + after
      })
  }

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [PanelFigure.classifierErrors(ClassifierPoint.all(results))].compactMap { $0 }
  }
}

extension PanelFigure {
  /// A panel for each training, scheme and P, a curve over ε a method, the accuracy before as a line.
  fileprivate static func classifierErrors(_ points: [ClassifierPoint]) -> PanelFigure? {
    let x = Axis(
      name: "zeros", label: "share of weights that is zero",
      meaning: "Mean share of all weights that is zero, biases aside", to: 1)
    // A logarithmic axis ends above 0, which intervals may hold.
    let floor = (points.map { $0.summary { 1 - $0.after }.mean }.filter { $0 > 0 }.min() ?? 0.01) / 3
    let y = Axis(
      name: "error", label: "error, held out", meaning: "Mean share of held-out images classified wrongly",
      isLogarithmic: true, from: floor, to: 1)
    return PanelFigure(
      "error_by_share", title: "What pruning costs",
      caption: """
        Share of the held-out images classified wrongly against the share of all weights that is zero, a point for each $\\epsilon$; all methods keep as \
        many weights of every layer as Net-Trim. Dashed: the networks before pruning. Bars that end at the axis go on below. \
        \(meansText(points.map(\.networks.count), of: ("network", "networks")))
        """,
      panels: points.grouped(by: \.kind).map { panel in
        let before = 1 - panel[0].summary(\.before).mean
        let least = panel.map { $0.summary(\.zeros).mean }.min() ?? 0
        return Panel(
          MarkedText(panel[0].kind), x: x, y: y,
          [.reference("before pruning", from: (least, before), to: (1, before))]
            + panel.grouped(by: \.method).map { series($0, from: floor) })
      }, columns: 2)
  }

  private static func series(_ points: [ClassifierPoint], from floor: Double) -> Series {
    Series(
      MarkedText(points[0].method.rawValue), .joined("95 % intervals by Student's t"), points[0].method.style,
      of: points, columns: [.number("epsilon", "ε relative to the responses") { $0.cell[Q.epsilon] }]
    ) { point in
      let error = point.summary { 1 - $0.after }
      let interval = error.meanInterval(confidence: 0.95).map {
        max($0.lowerBound, floor)...max($0.upperBound, floor)
      }
      return Point(point.summary(\.zeros).mean, max(error.mean, floor), yInterval: interval)
    }
  }
}
