// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Statistics

/// Draws relative to edges, which of the counts say anything, and how much exact sampling errs.
struct SamplingCountPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let epsilons = results.values(of: "epsilon").compactMap { Double($0) }
    let (least, most) = (epsilons.min() ?? 0, epsilons.max() ?? 1)
    return [
      figure(
        results, "vacuity", "draws_ratio", title: "Draws that the theorems ask for", label: "draws per edge, $m/n$",
        text: "Above 1 a count is vacuous: it draws more often than the neuron has edges. ReLU inputs.",
        reference: .reference("one draw per edge, $m/n = 1$", from: (least, 1), to: (most, 1))),
      figure(
        results, "sampling_error", "error", title: "What the draws reach",
        label: "largest relative error", text: "Relative error of the sampled sum on the samples. ReLU inputs.",
        reference: .reference("error = $\\epsilon$", from: (least, least), to: (most, most))),
    ].compactMap { $0 }
  }

  private func figure(
    _ results: MeasuredResults, _ name: String, _ quantity: String, title: MarkedText, label: MarkedText, text: String,
    reference: PanelFigure.Series
  ) -> PanelFigure? {
    let points = results.means(
      of: quantity, over: "epsilon", series: "bound", panels: "inputs", title: { "\($0) inputs" },
      where: { $0["activations"] == "relu" && $0["delta"] == results.values(of: "delta").first })
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(points.countsText)",
      x: Axis(name: "epsilon", label: "relative error $\\epsilon$ that is guaranteed", isLogarithmic: true),
      y: Axis(name: quantity, label: label, isLogarithmic: true), points: points,
      label: { MarkedText(inWords($0)) }, references: [reference])
  }

  /// A row for each place of the grid, with the draws per edge of every bound.
  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let bounds = results.values(of: "bound")
    let varied = results.varied.map(\.name).filter { $0 != "bound" }
    let places = results.rows.grouped { row in varied.map { row.cell[$0] ?? "" } }
    return DisplayTable(
      caption: "Draws per edge, $m/n$, that each theorem asks for; above 1 it is vacuous, marked by a star.",
      headings: (varied + bounds).map { MarkedText($0) },
      rows: places.map { rows in
        varied.map { rows[0].cell[$0] ?? "" }
          + bounds.map { bound in
            rows.first { $0.cell["bound"] == bound }.map { vacuity($0.summary("draws_ratio").mean) } ?? "–"
          }
      })
  }

  func macros(_ results: MeasuredResults) -> [Macro] {
    results.values(of: "bound").map { bound in
      let ratios = results.rows.filter { $0.cell["bound"] == bound }.map { $0.summary("draws_ratio").mean }
      return Macro(
        ["Useful", bound], count: ratios.count { $0 < 1 },
        meaning: "cells of \(ratios.count) in which \(bound) is not vacuous")
    }
  }
}

/// A star where draws are more than there is to draw from.
private func vacuity(_ ratio: Double) -> String { ratio.significant(3) + (ratio > 1 ? " *" : "") }

/// What whole networks would need.
struct NetworkCountPresentation: MeasuredPresentation {
  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    [
      figure(
        results, "network_vacuity", "log_draws_ratio", title: "Draws that whole networks ask for",
        text: "Draws per edge of the bound on the samples; above 1 the bound is vacuous."),
      figure(
        results, "published_vacuity", "log_published_ratio", title: "Draws that whole networks ask for, as published",
        text: "Draws per edge of CoreNet's own count for fresh samples; above 1 it is vacuous."),
    ].compactMap { $0 }
  }

  private func figure(_ results: MeasuredResults, _ name: String, _ quantity: String, title: MarkedText, text: String)
    -> PanelFigure?
  {
    let points = results.means(
      of: quantity, over: "width", series: "weights", panels: "depth", ofPowers: true, title: { "\($0) layers" })
    let (least, most) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 1)
    return PanelFigure.means(
      name, title: title, caption: "\(text) Geometric means. \(points.countsText)",
      x: Axis(name: "width", label: "neurons of a layer", isLogarithmic: true),
      y: Axis(name: "draws_per_edge", label: "draws per edge, $m/n$", isLogarithmic: true), points: points,
      label: { "\($0) weights" },
      references: [.reference("one draw per edge, $m/n = 1$", from: (least, 1), to: (most, 1))])
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    let varied = results.varied.map(\.name)
    let quantities = ["cancellation", "draws_ratio", "published_ratio", "error"]
    return DisplayTable(
      caption: "Medians: cancellation, draws per edge (derived and published), error of an output on the samples.",
      headings: (varied + ["cancellation", "derived m/n", "published m/n", "error"]).map { MarkedText($0) },
      rows: results.rows.map { row in
        varied.map { row.cell[$0] ?? "" } + quantities.map { row.values[$0]?.median.map(scientific) ?? "–" }
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
