// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Statistics

/// Draws relative to edges, which of the counts say anything, and how much exact sampling errs.
struct SamplingCountPresentation: MeasuredPresentation {
  private typealias Neuron = NeuronSamplingExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let epsilons = results.values(of: Neuron.epsilon)
    let (least, most) = (epsilons.min() ?? 0, epsilons.max() ?? 1)
    return [
      figure(
        results, "vacuity", Neuron.drawsRatio, title: "Draws that the theorems ask for", label: "draws per edge, $m/n$",
        text: "Above 1 a count is vacuous: it draws more often than the neuron has edges. ReLU inputs.",
        reference: .reference("one draw per edge, $m/n = 1$", from: (least, 1), to: (most, 1))),
      figure(
        results, "sampling_error", Neuron.error, title: "What the draws reach",
        label: "largest relative error", text: "Relative error of the sampled sum on the samples. ReLU inputs.",
        reference: .reference("error = $\\epsilon$", from: (least, least), to: (most, most))),
      cutFigure(results, of: Neuron.self) { $0[Neuron.activations].title.plain },
    ].compactMap { $0 }
  }

  private func figure(
    _ results: MeasuredResults, _ name: String, _ quantity: Quantity, title: MarkedText, label: MarkedText,
    text: String,
    reference: PanelFigure.Series
  ) -> PanelFigure? {
    let (delta, samples) = (results.values(of: Neuron.delta).first, results.values(of: Neuron.samples).first)
    let points = results.means(
      of: quantity, over: Neuron.epsilon, series: { $0[Neuron.bound].title },
      panels: { "\($0[Neuron.inputs]) inputs" },
      where: {
        $0[Neuron.activations] == .relu && $0[Neuron.delta] == delta && $0[Neuron.samples] == samples
          && $0[Neuron.cut] == 1
      })
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(points.countsText)",
      x: Axis(name: "epsilon", label: "relative error $\\epsilon$ that is guaranteed", isLogarithmic: true),
      y: Axis(name: quantity.name, label: label, isLogarithmic: true), points: points, references: [reference])
  }

  /// A row for each place of the grid, with the draws per edge of every bound.
  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let bounds = results.values(of: Neuron.bound)
    let varied = results.varied.filter { $0.name != Neuron.bound.name }
    let places = results.rows.grouped { $0.cell.without(Neuron.bound) }
    return DisplayTable(
      caption: "Draws per edge, $m/n$, that each theorem asks for; above 1 it is vacuous, marked by a star.",
      headings: (varied.map(\.name) + bounds.map(\.rawValue)).map { MarkedText($0) },
      rows: places.map { rows in
        rows[0].cell.texts(varied)
          + bounds.map { bound in
            rows.first { $0.cell[Neuron.bound] == bound }?.mean(Neuron.drawsRatio).map(vacuity) ?? "–"
          }
      })
  }

  func macros(_ results: MeasuredResults) -> [Macro] {
    results.values(of: Neuron.bound).map { bound in
      let ratios = results.rows.filter { $0.cell[Neuron.bound] == bound }.compactMap { $0.mean(Neuron.drawsRatio) }
      return Macro(
        ["Useful", bound.rawValue], count: ratios.count { $0 < 1 },
        meaning: "cells of \(ratios.count) in which \(bound.rawValue) is not vacuous")
    }
  }
}

extension NeuronSamplingExperiment.Bound {
  /// What figures call it.
  fileprivate var title: String {
    switch self {
    case .bernstein: "Bernstein"
    case .pfp: "PFP"
    case .coreNet: "CoreNet"
    case .hybrid: "SiPP, hybrid"
    }
  }
}

/// The share of trials that fail over how far the draws are cut; none where a study cuts nothing.
func cutFigure<Sampled: SamplingExperiment>(
  _ results: MeasuredResults, of _: Sampled.Type, series: (Cell) -> String
) -> PanelFigure? {
  let cuts = results.values(of: Sampled.cut)
  guard cuts.count > 1, let least = cuts.min(), let most = cuts.max() else { return nil }
  let points = results.means(
    of: Sampled.failed, over: Sampled.cut, series: series, panels: { "$\\delta = \($0[Sampled.delta].brief)$" })
  return PanelFigure.means(
    "cut_failures", title: "How far the draws can be cut",
    caption: "Share of trials that fail, by how many times fewer draws than the theorem's. \(points.countsText)",
    x: Axis(name: "cut", label: "times fewer draws", isLogarithmic: true),
    y: .share("failed", "share of trials that fail"), points: points,
    references: Set(results.values(of: Sampled.delta)).sorted().map {
      .reference("$\\delta = \($0.brief)$", from: (least, $0), to: (most, $0))
    })
}

/// What PFP's count asks for, and how far it can be cut.
struct FilterCountPresentation: MeasuredPresentation {
  private typealias Filters = FilterSamplingExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    PlainPresentation().figures(results)
      + [
        cutFigure(results, of: Filters.self) {
          "\($0[Filters.layer].rawValue), \($0[name: Filters.count.name].map(String.init(describing:)) ?? "")"
        }
      ]
      .compactMap { $0 }
  }
}

/// A star where draws are more than there is to draw from.
private func vacuity(_ ratio: Double) -> String { ratio.significant(3) + (ratio > 1 ? " *" : "") }

/// What whole networks would need.
struct NetworkCountPresentation: MeasuredPresentation {
  private typealias Sampling = NetworkSamplingExperiment

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      figure(
        results, "network_vacuity", Sampling.logDrawsRatio, title: "Draws that whole networks ask for",
        text: "Draws per edge of the bound on the samples; above 1 the bound is vacuous."),
      figure(
        results, "published_vacuity", Sampling.logPublishedRatio,
        title: "Draws that whole networks ask for, as published",
        text: "Draws per edge of CoreNet's own count for fresh samples; above 1 it is vacuous."),
      cutFigure(results, of: Sampling.self) { "\($0[Sampling.activations].rawValue), \($0[Sampling.depth]) layers" },
    ].compactMap { $0 }
  }

  private func figure(
    _ results: MeasuredResults, _ name: String, _ quantity: Quantity, title: MarkedText, text: String
  ) -> PanelFigure? {
    let samples = results.values(of: Sampling.samples).first
    let points = results.means(
      of: quantity, over: Sampling.width, series: { "\($0[Sampling.weights].rawValue) weights" },
      panels: { "\($0[Sampling.depth]) layers" }, ofPowers: true,
      where: { $0[Sampling.samples] == samples && $0[Sampling.cut] == 1 })
    let (least, most) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 1)
    return PanelFigure.means(
      name, title: title, caption: "\(text) Geometric means. \(points.countsText)",
      x: Axis(name: "width", label: "neurons of a layer", isLogarithmic: true),
      y: Axis(name: "draws_per_edge", label: "draws per edge, $m/n$", isLogarithmic: true), points: points,
      references: [.reference("one draw per edge, $m/n = 1$", from: (least, 1), to: (most, 1))])
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let varied = results.varied
    let quantities = [Sampling.cancellation, Sampling.drawsRatio, Sampling.publishedRatio, Sampling.error]
    return DisplayTable(
      caption: "Medians: cancellation, draws per edge (derived and published), error of an output on the samples.",
      headings: (varied.map(\.name) + ["cancellation", "derived m/n", "published m/n", "error"]).map { MarkedText($0) },
      rows: results.rows.map { row in
        row.cell.texts(varied) + quantities.map { row.median($0).map(scientific) ?? "–" }
      })
  }
}

/// Three digits, with a power of ten where a number is large.
private func scientific(_ value: Double) -> String {
  value < 1e5 && value > 1e-3
    ? value.significant(3)
    : value.formatted(
      .number.notation(.scientific).precision(.significantDigits(2)).locale(.init(identifier: "en_US_POSIX")))
}
