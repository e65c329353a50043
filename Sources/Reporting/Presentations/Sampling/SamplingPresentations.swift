// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// How far two estimates of the same cancellation lie apart, over the samples they are taken from.
struct StabilityPresentation: MeasuredPresentation {
  private typealias Neuron = CancellationExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      figure(
        results, "estimate_disagreement", Neuron.logDisagreement,
        title: "CoreNet's estimates of the cancellation agree slowly", label: "difference of the two $\\ln \\Delta$",
        text: "Two samples, one neuron: by how much the logarithms of its mean cancellation differ."),
      figure(
        results, "estimate_growth", Neuron.logEstimate,
        title: "CoreNet's estimate of the cancellation grows with its sample",
        label: "$\\ln \\Delta$, estimated", text: "Logarithm of a neuron's mean cancellation over a sample."),
    ].compactMap { $0 }
  }

  private func figure(
    _ results: MeasuredResults, _ name: String, _ quantity: Quantity, title: MarkedText, label: MarkedText, text: String
  ) -> PanelFigure? {
    let points = results.means(
      of: quantity, over: Neuron.samples, series: { "\($0[Neuron.weights].rawValue) weights" },
      panels: { $0[Neuron.activations].title })
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(points.countsText)",
      x: Axis(name: "samples", label: "samples that $\\Delta$ is averaged over", isLogarithmic: true),
      y: Axis(name: quantity.name, label: label, from: 0), points: points)
  }
}

/// How often an assumption on fresh samples is broken.
struct FreshSensitivityPresentation: MeasuredPresentation {
  private typealias Neuron = FreshSensitivityExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let points = results.means(
      of: Neuron.broken, over: Neuron.samples, series: { "\($0[Neuron.spread])" },
      panels: { $0[Neuron.activations].title })
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
  private typealias Pruning = EqualSizeExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      (Pruning.error, Pruning.logError, "on the samples"),
      (Pruning.freshError, Pruning.logFreshError, "on fresh samples"),
    ].compactMap { quantity, logarithm, place in
      let points = results.means(
        of: logarithm, over: Pruning.kept, series: { $0[Pruning.method].title },
        panels: { "\($0[Pruning.networks].rawValue) networks" }, ofPowers: true)
      return PanelFigure.means(
        "relative_\(quantity.name)", title: MarkedText("Error at equal size, \(place)"),
        caption: """
          Relative error of the network's outputs \(place), by method and kind of network: geometric means, an \
          error of 0 as $2^{-52}$; what is below $10^{-4}$, where nothing that matters is cut, lies below the panels. \(points.countsText)
          """,
        x: Axis(name: "kept", label: "share of weights kept"),
        y: Axis(
          name: "relative_\(quantity.name)", label: "relative error", isLogarithmic: true,
          from: (points.map(\.y).min() ?? 1) < 1e-4 ? 1e-4 : nil),
        points: points)
    }
  }

  /// A row for each method, a column for each kind of network and size: the median error on the samples.
  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let (networks, kept) = (results.values(of: Pruning.networks), results.values(of: Pruning.kept))
    // As many sizes as fit beside each other.
    let shown = kept.enumerated().filter { kept.count <= 2 || $0.offset % 2 == 1 }.map(\.element).prefix(2)
    let columns = networks.flatMap { network in shown.map { (network, $0) } }
    return DisplayTable(
      caption: "Median relative error of the outputs on the samples, by share of weights kept.",
      headings: ["method"] + columns.map { MarkedText("\($0.0.rawValue) \($0.1)") },
      rows: results.values(of: Pruning.method).map { method in
        [method.rawValue]
          + columns.map { network, kept in
            results.rows.first { row in
              row.cell[Pruning.method] == method && row.cell[Pruning.networks] == network
                && row.cell[Pruning.kept] == kept
            }.flatMap { $0.median(Pruning.error) }.significant(3)
          }
      })
  }
}

extension ActivationLaw {
  /// Of a panel.
  var title: MarkedText { self == .relu ? "ReLU activations" : "\(rawValue) activations" }
}

extension EqualSizeMethod {
  /// What figures call it.
  fileprivate var title: String {
    switch self {
    case .uniform, .magnitude: rawValue
    case .coreNet: "CoreNet"
    case .sippRandom: "SiPP, random"
    case .sippDeterministic: "SiPP, deterministic"
    case .sippHybrid: "SiPP, hybrid"
    case .commonTolerance: "common tolerance"
    case .commonToleranceHybrid: "common tolerance, hybrid"
    case .largestSensitivities: "largest sensitivities"
    case .pfpRandom: "PFP, random"
    case .pfpDeterministic: "PFP, deterministic"
    case .netTrim: "Net-Trim"
    }
  }
}
