// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import OwnMethods
import Statistics
package import StudyModel

/// What a simulation study is to do, for a preregistration, and afterwards what it did: aims, data-generating mechanism, estimands, methods
/// and performance measures (ADEMP).
///
/// Source: Morris, White, Crowther, *Statistics in Medicine* 38 (2019); Siepe et al., *Psychological Methods* (2024).
package struct StudyProtocol: Sendable {
  package struct Section: Sendable {
    let title: String
    /// Text, each below its label.
    let items: [(label: String, text: String)]
  }

  let title: String
  let sections: [Section]

  /// Of the study alone, before anything is run.
  package init(_ study: Study) {
    title = "Protocol of the study \(study.name)"
    sections = [
      study.aims, study.mechanism, study.estimands, study.methods, study.performance, study.trialNumbers,
      study.identity,
    ]
  }

  /// The same, and what was done.
  package init(_ results: some StudyResults, _ manifest: Manifest) {
    let planned = StudyProtocol(results.study)
    title = "What the study \(results.study.name) was to do, and what it did"
    sections = planned.sections + [results.done(manifest)]
  }
}

extension Study {
  fileprivate typealias Section = StudyProtocol.Section

  fileprivate var aims: Section {
    guard let claim else {
      return Section(
        title: "Aims",
        items: [
          ("Question", "A survey: everything below is measured beside what the laws predict; no statement is judged.")
        ])
    }
    return Section(
      title: "Aims",
      items: [
        ("Claim", "\(claim.name), \(claim.kind.rawValue): \(claim.statement)"),
        ("Hypotheses", claim.registered.hypotheses), ("What would be false", claim.falseVariant),
      ])
  }

  fileprivate var mechanism: Section {
    let axes = grid.axes.map { axis in
      (axis.parameter.name, "\(axis.parameter.meaning)\(axis.parameter.unitInWords): \(values(of: axis.parameter))")
    }
    let seeds =
      "Every random number is keyed by the seed \(seed), by what the trial is and by its number, so that results depend neither on "
      + "workers nor on the order of trials."
    return Section(title: "Data-generating mechanism", items: axes + [("Random numbers", seeds)])
  }

  /// As the grid has them; what a search is to find is said.
  private func values(of parameter: any GridParameter) -> String {
    if let policy = grid.policy, grid.searched?.name == parameter.name {
      let shares = policy.probabilities.map { "\((100 * $0).general(3)) %" }.joined(separator: ", ")
      return "searched for, until the quantiles \(shares) are known to ±\((100 * policy.halfWidth).general(3)) %"
    }
    let cells = grid.cells.isEmpty ? grid.curves.map(\.start) : grid.cells
    let values = cells.compactMap { $0[name: parameter.name] }.grouped { $0 }.map { "\($0[0])" }
    return values.count <= 12
      ? values.joined(separator: ", ") : "\(values.count) values from \(values[0]) to \(values[values.count - 1])"
  }

  fileprivate var estimands: Section {
    let success = ("success", "The probability that a trial succeeds, in every cell of the grid")
    return Section(
      title: "Estimands",
      items: [success] + experiment.quantities.map { ($0.name, $0.meaning + ($0.unit == "1" ? "" : ", in \($0.unit)")) }
    )
  }

  fileprivate var methods: Section {
    let test =
      claim.map { claim in
        [
          ("Test", claim.registered.test),
          ("Level", "\(alarmRate.general(2)): the probability of refuting the claim if it is true, at most"),
          (
            "Margin",
            "\(claim.registered.margin.value.general(3)) \(claim.registered.margin.unit): \(claim.registered.margin.reason)"
          ),
        ]
          + claim.registered.amendments.map {
            ("Amended \($0.date)", "\($0.what), because \($0.why); before: \($0.firstVerdict)")
          }
      } ?? []
    let programs = self.programs.sorted { $0.key < $1.key }.map {
      ("Own method \($0.key)", $0.value.command.joined(separator: " "))
    }
    return Section(
      title: "Methods",
      items: programs + [
        (
          "Evidence",
          "Each trial is decided by a certificate that is recomputed from its answer, where its experiment has one."
        )
      ]
        + test)
  }

  fileprivate var performance: Section {
    let intervals =
      switch trials {
      case .each: "Wilson's 95 % interval"
      case .precision(_, let confidence, _):
        "Robbins' confidence sequence at \((100 * confidence).general(3)) %, which holds wherever a cell stops"
      }
    return Section(
      title: "Performance measures",
      items: [
        ("Rates", "successes over trials, with \(intervals); Monte Carlo standard error √(p(1 − p)/T)"),
        ("Means", "over a cell's trials, with their standard error, the standard deviation over √T"),
        (
          "Failures",
          "Trials that end with an error, and trials without proof of either outcome, are stored and counted; rates count them as failures and their "
            + "intervals allow for both outcomes."
        ),
      ])
  }

  fileprivate var trialNumbers: Section {
    let cells = grid.cells.count
    let counts =
      switch trials {
      case .each(let each):
        cells > 0
          ? "\(each.grouped) trials in each of \(cells.grouped) cells: the Monte Carlo standard error of a rate is at most \((0.5 / Double(each).squareRoot()).general(2))"
          : "at most \(each.grouped) trials in each of \(grid.curves.count) searches"
      case .precision(let halfWidth, _, let atMost):
        "in each of \(cells.grouped) cells until its interval is no wider than ±\(halfWidth.general(3)), at most \(atMost.grouped)"
      }
    return Section(title: "Number of trials", items: [("Trials", counts)] + power)
  }

  /// What so many trials can find, by the exact law.
  private var power: [(String, String)] {
    guard case .each(let each) = trials, let forecast = RecoveryForecast(self) else { return [] }
    let detectable = forecast.detectable(each: each).map {
      (
        "Power",
        "a test of the recovery law finds a δ that is off by \((100 * $0).significant(2)) % with probability 0.9"
      )
    }
    return [("Precision", "rates to ±\(forecast.rateHalfWidth(each: each).significant(2)) or better")]
      + (detectable.map { [$0] } ?? [])
  }

  fileprivate var identity: Section {
    Section(
      title: "Study file",
      items: settings.map { ($0.0, $0.1) } + source.overrides.map { ("Changed on the command line", $0) })
  }
}

extension GridParameter {
  fileprivate var unitInWords: String { unit == "1" ? "" : ", in \(unit)" }
}

extension StudyResults {
  fileprivate func done(_ manifest: Manifest) -> StudyProtocol.Section {
    let planned = study.grid.cells.isEmpty ? nil : study.grid.cells.count
    let counts =
      "\(trials.grouped)\(planned.map { " in \($0.grouped) cells" } ?? ""), \(undecided.grouped) undecided, \(failed.grouped) failed"
    let judged = verdicts.map { verdict in
      let finding = verdict.finding
      let numbers = [
        "measured \(finding.measured.general(4))", "bound or prediction \(finding.bound.general(4))",
        finding.pValue.map { "p = \($0.general(2))" },
        finding.detectable.map {
          "found with probability 0.9: \($0.general(2)) \(verdict.claim.registered.margin.unit)"
        },
      ]
      return (
        "Verdict on \(verdict.claim.name)",
        ([finding.verdict.rawValue] + numbers.compactMap(\.self) + finding.remarks).joined(separator: "; ")
      )
    }
    let versions = manifest.versions.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    let revision = manifest.revision.map { ", commit \($0.commit)\($0.dirty ? " with changes" : "")" } ?? ""
    let time = manifest.started.ISO8601Format() + (manifest.ended.map { " to " + $0.ISO8601Format() } ?? "")
    return StudyProtocol.Section(
      title: "What was done",
      items: [("Trials", counts)] + judged + [
        ("Time", "\(time), \(manifest.seconds.significant(3)) s in \(manifest.sessions) runs"),
        ("Machine", "\(manifest.machine.cpu), \(manifest.machine.cores) cores, \(manifest.machine.system)"),
        ("Software", versions + revision),
      ])
  }
}
