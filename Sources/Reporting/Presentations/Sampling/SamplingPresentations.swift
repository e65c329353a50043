// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// How far two estimates of the same cancellation lie apart, over the samples they are taken from.
struct StabilityPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      figure(
        results, "estimate_disagreement", "log_disagreement",
        title: "CoreNet's estimates of the cancellation agree slowly", label: "difference of the two $\\ln \\Delta$",
        text: "Two samples, one neuron: by how much the logarithms of its mean cancellation differ."),
      figure(
        results, "estimate_growth", "log_estimate",
        title: "CoreNet's estimate of the cancellation grows with its sample",
        label: "$\\ln \\Delta$, estimated", text: "Logarithm of a neuron's mean cancellation over a sample."),
    ].compactMap { $0 }
  }

  private func figure(
    _ results: MeasuredResults, _ name: String, _ quantity: String, title: MarkedText, label: MarkedText, text: String
  ) -> PanelFigure? {
    let points = results.means(
      of: quantity, over: "samples", series: "weights", panels: "activations", title: { "\(inWords($0)) activations" })
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(points.countsText)",
      x: Axis(name: "samples", label: "samples that $\\Delta$ is averaged over", isLogarithmic: true),
      y: Axis(name: quantity, label: label, from: 0), points: points, label: { "\($0) weights" })
  }
}

/// How often an assumption on fresh samples is broken.
struct FreshSensitivityPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let points = results.means(
      of: "broken", over: "samples", series: "spread", panels: "activations", title: { "\(inWords($0)) activations" })
    let curve = PanelFigure.means(
      "fresh_shares", title: "Shares of fresh samples beyond K times the sensitivity",
      caption: """
        Neurons of which a fresh sample has an edge with a share beyond $K$ times its \
        sensitivity. \(points.countsText)
        """,
      x: Axis(name: "samples", label: "samples that sensitivities are taken from", isLogarithmic: true),
      y: .share("broken", "share of neurons"), points: points, label: { "$K = \(Double($0)?.brief ?? $0)$" })
    return [curve].compactMap { $0 }
  }
}

/// The error of each way to prune over the size that is left.
struct EqualSizePresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [("error", "on the samples"), ("fresh_error", "on fresh samples")].compactMap { quantity, place in
      let points = results.means(
        of: "log_\(quantity)", over: "kept", series: "method", panels: "networks", ofPowers: true,
        title: { "\($0) networks" })
      return PanelFigure.means(
        "relative_\(quantity)", title: MarkedText("Error at equal size, \(place)"),
        caption: """
          Relative error of the network's outputs \(place), by method and kind of network: geometric means, of the trials with \
          an error at all. \(points.countsText)
          """,
        x: Axis(name: "kept", label: "share of weights kept"),
        y: Axis(name: "relative_\(quantity)", label: "relative error, geometric mean", isLogarithmic: true),
        points: points, label: { MarkedText(inWords($0)) })
    }
  }

  /// A row for each method, a column for each kind of network and size: the median error on the samples.
  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let (networks, kept) = (results.values(of: "networks"), results.values(of: "kept"))
    // As many sizes as fit beside each other.
    let shown = kept.enumerated().filter { kept.count <= 2 || $0.offset % 2 == 1 }.map(\.element).prefix(2)
    let columns = networks.flatMap { network in shown.map { (network, $0) } }
    return DisplayTable(
      caption: "Median relative error of the outputs on the samples, by share of weights kept.",
      headings: ["method"] + columns.map { MarkedText("\($0.0) \($0.1)") },
      rows: results.values(of: "method").map { method in
        [method]
          + columns.map { network, kept in
            let row = results.rows.first {
              $0.cell["method"] == method && $0.cell["networks"] == network && $0.cell["kept"] == kept
            }
            return row?.values["error"]?.median?.significant(3) ?? "–"
          }
      })
  }
}
