// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import RecoveryTheory
import Statistics
import StudyModel
import StudyStore

extension RecoveryResults {
  /// `summary.csv`: one row per N, s and inputs, with the fitted success curve beside what is predicted of it.
  public var summaryCSV: String {
    var table = CSVTable(columns: Self.summaryColumns)
    for transition in transitions { table.append(summaryRow(transition)) }
    return table.text
  }

  private static let summaryColumns =
    ["dimension", "sparsity", "inputs", "cells", "trials"]
    + ["samples5", "samples50", "samples95"].flatMap { [$0, $0 + "_low", $0 + "_high"] }
    + ["width", "deviance_p_value", "pearson_p_value", "samples50_predicted", "samples50_exact", "samples50_ratio"]

  private func summaryRow(_ transition: Transition) -> [(any CSVValue)?] {
    let (fitted, predicted) = (transition.fitted, transition.predicted)
    let quantiles = [0.05, 0.5, 0.95].flatMap { probability -> [Double?] in
      guard let samples = fitted.samples(probability) else { return [Double?](repeating: nil, count: 3) }
      let interval = fitted.samplesInterval(probability, confidence: 0.95)
      return [samples, interval.lowerBound.ifFinite, interval.upperBound.ifFinite]
    }
    let trials = transition.cells.reduce(0) { $0 + $1.trials }
    let head: [(any CSVValue)?] = [
      transition.dimension, transition.sparsity, transition.inputs.name, transition.cells.count, trials,
    ]
    return head + quantiles.map { $0 } + [
      fitted.fit.curve?.width, fitted.fit.deviance?.pValue, fitted.fit.pearson?.pValue, predicted.normal.median,
      predicted.exact.median, fitted.samples(0.5).map { $0 / predicted.normal.median },
    ]
  }

  /// `verdicts.csv`: how the study's claim stands.
  public var verdictsCSV: String {
    var table = CSVTable(columns: [
      "claim", "class", "verdict", "trials", "hypotheses_certified", "violations", "measured", "bound", "slack",
      "p_value", "alarm_rate", "statement", "remarks",
    ])
    let claim = study.claim.judge
    table.append([
      claim.name, claim.kind.rawValue, finding.verdict.rawValue, finding.trials, finding.hypothesesCertified,
      finding.violations, finding.measured.ifFinite, finding.bound.ifFinite, finding.slack.ifFinite, finding.pValue,
      study.alarmRate, claim.statement, finding.remarks.joined(separator: "; "),
    ])
    return table.text
  }
}

extension Double {
  /// nil, an empty field, where a number is unbounded or undefined.
  fileprivate var ifFinite: Double? { isFinite ? self : nil }
}
