// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import StudyModel

extension SchemeResults: StudyResults {
  package var trials: Int { cells.reduce(0) { $0 + $1.networks.count + $1.failed } }

  package var undecided: Int { networks.count { $0.success == nil } }

  package var failed: Int { cells.reduce(0) { $0 + $1.failed } }

  package static var overviewName: String { "schemes" }

  package var overviewNote: String? {
    "Error over bound: of the theorem (median, largest), and of what is known after."
  }

  package var tables: [ResultTable] { [cellsTable, summaryTable] }

  package var figures: [PanelFigure] {
    let candidates: [PanelFigure?] = [
      PanelFigure.layerError(self), PanelFigure.slack(self), PanelFigure.keptFraction(self),
      PanelFigure.schemeDifference(self),
    ]
    return candidates.compactMap { $0 }
  }

  package var highlights: DisplayTable {
    DisplayTable(
      caption: """
        Layers of \(networks.count.grouped) pruned networks: errors over the theorem's bound, and over the bound known after \
        pruning, of the layers whose hypotheses are certified; and the mean share of weights that is left.
        """,
      headings: ["scheme", "networks", "pruned", "certified", "violated", "median", "largest", "after", "kept"],
      rows: overview.map { row in
        let ratios = [row.ratioMedian, row.ratioMax, row.ratioSharpMedian, row.keptMean]
        return [
          row.scheme, row.networks, row.pruned.grouped, row.certified.grouped, row.violations.grouped,
        ] + ratios.map { $0?.fixed(3) ?? "–" }
      })
  }

  package var table: String { highlights.text }

  package var macros: [Macro] {
    let finding = verdicts[0].finding
    let general: [Macro?] = [
      Macro(["Trials"], count: trials, meaning: "networks pruned in all"),
      Macro(["Layers"], count: finding.trials, meaning: "layers that the claim speaks of"),
      Macro(["Certified"], count: finding.hypothesesCertified, meaning: "those whose hypotheses are certified"),
      Macro(["Violations"], count: finding.violations, meaning: "certified layers beyond the bound"),
      Macro(["Undecided"], count: undecided, meaning: "networks with a layer that is not certified"),
      Macro(["Failed"], count: failed, meaning: "trials that ended with an error"),
      Macro("Verdict", value: finding.verdict.rawValue, meaning: "of the claim \(study.claimName)"),
      Macro(["LargestRatio"], number: finding.measured, meaning: "largest error over bound"),
    ]
    return general.compactMap { $0 } + overview.flatMap(\.macros)
      + SchemeComparison.pooled(comparisons).flatMap(\.macros)
  }
}

extension SchemeSummary {
  fileprivate var macros: [Macro] {
    let (place, of) = ([scheme, networks], "of \(networks) networks, \(scheme) scheme")
    return [
      Macro(place + ["RatioMedian"], number: ratioMedian, meaning: "median error over bound \(of)"),
      Macro(place + ["RatioLargest"], number: ratioMax, meaning: "largest error over bound \(of)"),
      Macro(
        place + ["RatioAfter"], number: ratioSharpMedian, meaning: "median error over the bound after pruning \(of)"),
      Macro(place + ["Kept"], number: keptMean, meaning: "mean share of weights left \(of)"),
    ].compactMap { $0 }
  }
}

extension SchemeComparison {
  fileprivate var macros: [Macro] {
    let place =
      [
        "difference", "depth", "\(ensemble.depth)", "gamma", "\(ensemble.scheme.gamma ?? 1)",
      ] + (layer == 0 ? [] : ["layer", "\(layer)"])
    let part = layer == 0 ? "the network" : "layer \(layer)"
    return [
      Macro(place, number: difference, meaning: "share of \(part) kept by the cascade less by the parallel scheme"),
      Macro(place + ["low"], number: interval?.lowerBound, meaning: "lower end of its 95 % interval"),
      Macro(place + ["high"], number: interval?.upperBound, meaning: "upper end of its 95 % interval"),
    ].compactMap { $0 }
  }
}
