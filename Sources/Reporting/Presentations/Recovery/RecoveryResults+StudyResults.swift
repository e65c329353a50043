// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Ensembles
import Foundation
import RecoveryTheory
import Statistics
import StudyModel

extension RecoveryResults: StudyResults {
  package var trials: Int { transitions.reduce(0) { $0 + $1.trials } }

  package var undecided: Int { summaries.reduce(0) { $0 + $1.undecided } }

  package var failed: Int { summaries.reduce(0) { $0 + $1.failed } }

  package static let overviewName = "transitions"

  package var overview: [TransitionSummary] { summaries }

  package var overviewNote: String? { "P50 is where the fitted success curve crosses one half; 2δ is its prediction." }

  package var figures: [PanelFigure] {
    let candidates: [PanelFigure?] = [
      PanelFigure.successCurve(self), PanelFigure.phaseDiagram(self), PanelFigure.sampleScaling(self),
      PanelFigure.transitionWidth(self),
      study.claim is Theorem3Claim ? PanelFigure.failureCurve(self) : nil,
    ]
    return candidates.compactMap { $0 }
  }

  package var highlights: DisplayTable {
    let inputs = Set(transitions.map(\.inputs.name))
    return DisplayTable(
      caption: """
        Samples $P_{p}$ at which recovery succeeds with probability $p$ %, by a probit fit with 95 % profile-likelihood \
        intervals, beside the prediction $2\\delta$ of $P_{50}$; \(trials.grouped) trials\
        \(inputs.count == 1 ? " with \(inputs.first ?? "") inputs" : "").
        """,
      headings: (inputs.count == 1 ? [] : ["inputs"]) + [
        "$N$", "$s$", "trials", "$P_{5}$", "$P_{50}$", "95 % interval", "$P_{95}$", "$2\\delta$", "$P_{50}/2\\delta$",
      ],
      rows: transitions.map { (inputs.count == 1 ? [] : [$0.inputs.name]) + $0.highlights })
  }

  package var macros: [Macro] {
    let measured = finding
    let general: [Macro?] = [
      Macro(["Trials"], count: trials, meaning: "trials in all"),
      Macro(["Cells"], count: transitions.reduce(0) { $0 + $1.cells.count }, meaning: "cells of the grid"),
      Macro(["Undecided"], count: undecided, meaning: "trials without evidence"),
      Macro(["Failed"], count: failed, meaning: "trials that ended with an error"),
      Macro("Verdict", value: measured.verdict.rawValue, meaning: "of the claim \(study.claim.name)"),
      Macro(["Measured"], number: measured.measured, meaning: "what the claim bounds or predicts, as measured"),
      Macro(["Bound"], number: measured.bound, meaning: "the claim's bound or prediction of it"),
      Macro(["PValue"], number: measured.pValue, digits: 2, meaning: "p-value of the verdict"),
      Macro(
        ["AlarmRate"], number: study.alarmRate, digits: 2, meaning: "probability of refuting a true claim, at most"),
    ]
    let sameInputs = Set(transitions.map(\.inputs.name)).count == 1
    return general.compactMap { $0 } + transitions.flatMap { $0.macros(namingInputs: !sameInputs) }
  }
}

extension RecoveryResults.Transition {
  fileprivate var highlights: [String] {
    let median = predicted.normal.median
    return [
      "\(dimension)", "\(sparsity)", trials.grouped, samples(0.05), samples(0.5), interval(0.5).map(\.text) ?? "–",
      samples(0.95), median.fixed(1), fitted.samples(0.5).map { ($0 / median).fixed(3) } ?? "–",
    ]
  }

  private func samples(_ probability: Double) -> String { fitted.samples(probability)?.fixed(1) ?? "–" }

  fileprivate func macros(namingInputs: Bool) -> [Macro] {
    let place = (namingInputs ? [inputs.name] : []) + ["N", "\(dimension)", "s", "\(sparsity)"]
    let at = "at N = \(dimension), s = \(sparsity)" + (namingInputs ? ", \(inputs.name) inputs" : "")
    let quantiles = [("Five", 0.05), ("Fifty", 0.5), ("NinetyFive", 0.95)].flatMap { name, probability -> [Macro?] in
      let (percent, ends) = ("\(Int(probability * 100)) %", interval(probability))
      return [
        Macro(place + [name], number: fitted.samples(probability), meaning: "samples for \(percent) success \(at)"),
        Macro(place + [name, "Low"], number: ends?.lowerBound, meaning: "lower end of its 95 % interval"),
        Macro(place + [name, "High"], number: ends?.upperBound, meaning: "upper end of its 95 % interval"),
      ]
    }
    let others = [
      Macro(place + ["Width"], number: fitted.fit.curve?.width, meaning: "95 % point less 5 % point \(at)"),
      Macro(place + ["TwoDelta"], number: predicted.normal.median, meaning: "predicted 50 % point \(at)"),
      Macro(
        place + ["Ratio"], number: fitted.samples(0.5).map { $0 / predicted.normal.median },
        meaning: "measured over predicted 50 % point \(at)"),
    ]
    return (quantiles + others).compactMap { $0 }
  }
}

extension ClosedRange<Double> {
  /// "65.0–66.3".
  fileprivate var text: String {
    (lowerBound.isFinite ? lowerBound.fixed(1) : "–∞") + "–" + (upperBound.isFinite ? upperBound.fixed(1) : "∞")
  }
}
