// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics
import StudyModel

extension RecoveryResults: StudyResults {
  package var trials: Int { transitions.reduce(0) { $0 + $1.trials } }

  package var undecided: Int { transitions.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.undecided } } }

  package var failed: Int { transitions.reduce(0) { $0 + $1.cells.reduce(0) { $0 + $1.failed } } }

  package static let overviewName = "transitions"

  package var overview: [TransitionSummary] { summaries }

  package var figures: [PanelFigure] {
    let candidates: [PanelFigure?] = [
      // The theorem asks for many times the samples of the transition, which such a diagram is of.
      study.claim is Theorem3Claim ? PanelFigure.failureCurve(self) : PanelFigure.phaseDiagram(self),
      PanelFigure.successCurve(self), PanelFigure.sampleScaling(self), PanelFigure.transitionWidth(self),
      PanelFigure.conditionForest(self),
    ]
    let figures = candidates.compactMap { $0 }
    return figures.filter { $0.name == answer } + figures.filter { $0.name != answer }
  }

  /// The figure that answers the study's question stands first.
  private var answer: String {
    switch study.claim {
    case is Theorem3Claim: "failure_curve"
    case is SampleComplexityClaim: "samples50_scaling"
    case nil where PhaseArea.isSquare(transitions): "phase_diagram"
    case _ where Set(transitions.map(\.label)).count > 1: "conditions"
    case nil: "phase_diagram"
    default: "success_curve"
    }
  }

  package var highlights: DisplayTable {
    let labels = Set(transitions.map(\.label))
    let confidence = (100 * (study.grid.policy?.confidence ?? Transition.confidence)).general(4)
    let quantiles = probabilities.flatMap { probability -> [MarkedText] in
      let percent = (100 * probability).general(4)
      return [MarkedText("$P_{\(percent)}$")]
        + (hasInterval(probability) ? [MarkedText("\(confidence) % interval")] : [])
    }
    let law =
      study.grid.policy == nil
      ? "by a probit fit with \(confidence) % profile-likelihood intervals" : "by the search's own intervals"
    return DisplayTable(
      caption: MarkedText(
        """
        Samples $P_{p}$ at which recovery succeeds with probability $p$ %, \(law), beside the exact law's and the \
        prediction $2\\delta$ of $P_{50}$; \(trials.grouped) trials\
        \(labels.count == 1 && labels.first != "" ? " with \(labels.first ?? "")" : "").
        """),
      headings: (labels.count == 1 ? [] : ["condition"]) + ["$N$", "$s$", "trials"] + quantiles + [
        "exact $P_{50}$", "$P_{50}$/exact", "$2\\delta$",
      ],
      rows: transitions.map { (labels.count == 1 ? [] : [$0.label]) + highlights($0) })
  }

  /// A table of a paper has the interval of the 50 % point alone, but where a study asks for others.
  private func hasInterval(_ probability: Double) -> Bool { study.grid.policy != nil || probability == 0.5 }

  private func highlights(_ transition: Transition) -> [String] {
    let half = transition.quantile(0.5)
    let quantiles = probabilities.map(transition.quantile).flatMap { quantile in
      [quantile.samples.fixed(1)] + (hasInterval(quantile.probability) ? [quantile.interval] : [])
    }
    return ["\(transition.dimension)", "\(transition.sparsity)", transition.trials.grouped] + quantiles + [
      half.samplesExact.fixed(1), half.ratio.fixed(3), transition.predicted.normal.median.fixed(1),
    ]
  }

  package var macros: [Macro] {
    let general: [Macro?] = [
      Macro(["Trials"], count: trials, meaning: "trials in all"),
      Macro(["Cells"], count: transitions.reduce(0) { $0 + $1.cells.count }, meaning: "cells of the grid"),
      Macro(["Undecided"], count: undecided, meaning: "trials without evidence"),
      Macro(["Failed"], count: failed, meaning: "trials that ended with an error"),
    ]
    let judged: [Macro?] =
      finding.map { finding in
        [
          Macro("Verdict", value: finding.verdict.rawValue, meaning: "of the claim \(study.claimName)"),
          Macro(["Measured"], number: finding.measured, meaning: "what the claim bounds or predicts, as measured"),
          Macro(["Bound"], number: finding.bound, meaning: "the claim's bound or prediction of it"),
          Macro(["PValue"], number: finding.pValue, digits: 2, meaning: "p-value of the verdict"),
          Macro(
            ["AlarmRate"], number: study.alarmRate, digits: 2, meaning: "probability of refuting a true claim, at most"),
        ]
      } ?? []
    let isOne = Set(transitions.map(\.label)).count == 1
    return (general + judged).compactMap { $0 }
      + transitions.flatMap { $0.macros(probabilities, naming: isOne ? nil : $0.label) }
  }
}

extension RecoveryResults.Transition {
  fileprivate func macros(_ probabilities: [Double], naming condition: String?) -> [Macro] {
    let place = [condition].compactMap(\.self) + ["N", "\(dimension)", "s", "\(sparsity)"]
    let at = "at N = \(dimension), s = \(sparsity)" + (condition.map { ", \($0)" } ?? "")
    let quantiles = probabilities.map(quantile).flatMap { found -> [Macro?] in
      let confidence = "\((100 * found.confidence).general(4)) %"
      let name = Self.names[found.probability] ?? found.percent
      return [
        Macro(place + [name], number: found.samples, meaning: "samples for \(found.percent) % success \(at)"),
        Macro(place + [name, "Low"], number: found.low, meaning: "lower end of its \(confidence) interval"),
        Macro(place + [name, "High"], number: found.high, meaning: "upper end of its \(confidence) interval"),
        Macro(place + [name, "Exact"], number: found.samplesExact, meaning: "the same by the exact law"),
      ]
    }
    let half = quantile(0.5)
    let others = [
      Macro(place + ["Width"], number: fitted.fit.curve?.width, meaning: "95 % point less 5 % point \(at)"),
      Macro(place + ["TwoDelta"], number: predicted.normal.median, meaning: "50 % point by the normal form \(at)"),
      Macro(place + ["Ratio"], number: half.ratio, meaning: "measured over exact 50 % point \(at)"),
    ]
    return (quantiles + others).compactMap { $0 }
  }

  private static let names = [0.05: "Five", 0.5: "Fifty", 0.95: "NinetyFive"]
}
