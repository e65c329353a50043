// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
package import Foundation
import Statistics
package import StudyModel

/// What a simulation study sets out to do, or has done, in the order of ADEMP: aims, data-generating mechanism, estimands, methods,
/// performance measures.
///
/// Source: Morris, White and Crowther, Statistics in Medicine 38 (2019); Siepe et al., Psychological Methods (2024), for the template.
package struct StudyProtocol {
  private let study: Study
  private let sections: [Section]

  struct Section {
    let title: String
    let paragraphs: [Paragraph]
  }

  enum Paragraph {
    case text(String)
    case list([String])
  }

  /// Before a run: from the study alone.
  package init(planned study: Study) {
    self.study = study
    sections = Self.plan(study)
  }

  /// After a run: the same, with what was done.
  package init(done results: some StudyResults, _ manifest: Manifest) {
    study = results.study
    sections = Self.plan(results.study) + [Section(title: "What was done", paragraphs: Self.done(results, manifest))]
  }

  package var markdown: String {
    let body = sections.map { section in
      "## \(section.title)\n\n" + section.paragraphs.map(\.markdown).joined(separator: "\n\n")
    }
    return "# Protocol of the study \(study.name)\n\n\(body.joined(separator: "\n\n"))\n"
  }

  /// A section for \input; needs no package.
  package var latex: String {
    let body = sections.map { section in
      "\\subsection*{\(section.title.latexEscaped)}\n" + section.paragraphs.map(\.latex).joined(separator: "\n\n")
    }
    return "\\section*{Protocol of the study \(study.name.latexEscaped)}\n\(body.joined(separator: "\n\n"))\n"
  }

  /// Writes `<name>.md` and `<name>.tex`.
  ///
  /// - Throws: ``ReportError``.
  package func write(into folder: URL, name: String = "protocol") throws {
    try Reporting.write(markdown, to: folder.appending(path: "\(name).md"))
    try Reporting.write(latex, to: folder.appending(path: "\(name).tex"))
  }
}

extension StudyProtocol.Paragraph {
  fileprivate var markdown: String {
    switch self {
    case .text(let text): text
    case .list(let items): items.map { "- \($0)" }.joined(separator: "\n")
    }
  }

  fileprivate var latex: String {
    switch self {
    case .text(let text): text.latexEscaped
    case .list(let items):
      "\\begin{itemize}\n\(items.map { "\\item \($0.latexEscaped)" }.joined(separator: "\n"))\n\\end{itemize}"
    }
  }
}

extension StudyProtocol {
  private static func plan(_ study: Study) -> [Section] {
    [
      Section(title: "Aims", paragraphs: aims(study)),
      Section(title: "Data-generating mechanism", paragraphs: mechanism(study)),
      Section(
        title: "Estimands", paragraphs: [.list(study.experiment.quantities.filter(\.isTabulated).map(\.described))]),
      Section(title: "Methods", paragraphs: methods(study)),
      Section(title: "Performance measures", paragraphs: measures(study)),
      Section(title: "Number of trials", paragraphs: [.text(study.trials.reason(study.grid.policy))]),
    ]
  }

  private static func aims(_ study: Study) -> [Paragraph] {
    let purpose = study.source.purpose.isEmpty ? [] : [Paragraph.text(study.source.purpose)]
    guard let claim = study.claim else { return purpose + [.text("A survey: no statement is judged.")] }
    return purpose + [
      .text("The claim \(claim.name) (\(claim.kind.rawValue)) is put to the test: \(claim.statement)"),
      .text("Its control, which the same judgement must refute: \(claim.falseVariant)"),
    ]
  }

  private static func mechanism(_ study: Study) -> [Paragraph] {
    let cells = study.grid.cells.count
    let size =
      cells > 0 ? "\(cells.grouped) cells" : "\(study.grid.curves.count.grouped) success curves, whose cells are found"
    let meanings = Dictionary(study.experiment.parameters.map { ($0.name, $0.meaning) }) { first, _ in first }
    let axes = study.settings.compactMap { key, value -> String? in
      let name = key.replacing("grid.", with: "")
      return meanings[name].map { "\(name) (\($0)): \(value)" }
    }
    return [
      .text("A full factorial of \(size) by these settings:"), .list(axes),
      .text(
        "Every random stream is keyed by the seed \(study.seed) and by what the trial is, so that trials can be made again one by one."
      ),
    ]
  }

  private static func methods(_ study: Study) -> [Paragraph] {
    let programs = study.settings.filter { $0.key.hasPrefix("method.") }.map { "\($0.key): \($0.value)" }
    let own = programs.isEmpty ? [] : [Paragraph.text("Programs of the study's own:"), .list(programs)]
    guard let claim = study.claim else {
      return own + [.text("What is measured is set beside the laws; nothing is tested.")]
    }
    return own + [
      .text("Hypotheses that a trial must meet to count: \(claim.registered.hypotheses)"),
      .text("Test: \(claim.registered.test)"),
    ]
  }

  private static func measures(_ study: Study) -> [Paragraph] {
    let errors = """
      Rates have \(study.trials.intervals(study.grid.policy)); means have 95 % intervals by Student's t. Every estimate has its Monte Carlo \
      standard error: √(p(1 − p)/n) of a rate, s/√n of a mean. Trials without evidence for either outcome and trials that end with an error are \
      counted and stated, and count as failures in rates.
      """
    guard let claim = study.claim else { return [.text(errors)] }
    let margin = claim.registered.margin
    return [
      .text(
        "The claim is refuted at a family-wise false-alarm rate of \(study.alarmRate.general(2)). The smallest deviation that would matter is "
          + "\(margin.value.general(3)) \(margin.unit): \(margin.reason)."), .text(errors),
    ]
      + (claim.registered.amendments.isEmpty
        ? []
        : [
          .text("Amendments of the claim's protocol, after a look at outcomes:"),
          .list(claim.registered.amendments.map(\.described)),
        ])
  }

  private static func done(_ results: some StudyResults, _ manifest: Manifest) -> [Paragraph] {
    let source = manifest.revision.map { "commit \($0.commit)\($0.dirty ? " with uncommitted changes" : "")" }
    let facts = [
      "\(results.trials.grouped) trials were run; \(results.undecided.grouped) ended without evidence for either outcome, "
        + "\(results.failed.grouped) with an error",
      manifest.study.overrides.isEmpty
        ? "the study file was run as it stands"
        : "changed on the command line: \(manifest.study.overrides.joined(separator: ", "))",
      "TrimLab \(manifest.versions["trimlab"] ?? "")\(source.map { ", " + $0 } ?? "")",
      "\(manifest.machine.cpu), \(manifest.machine.cores) cores, \(manifest.machine.system)",
      "from \(manifest.started.formatted(.iso8601)) to \(manifest.ended?.formatted(.iso8601) ?? "–"), \(manifest.sessions) runs",
    ]
    let verdicts = results.verdicts.map { judged in
      let finding = judged.finding
      return
        "\(judged.claim.name): \(finding.verdict.rawValue); measured \(finding.measured.general(4)), bound \(finding.bound.general(4)), "
        + "p = \(finding.pValue.general(2)), \(finding.hypothesesCertified.grouped) trials that count, "
        + "\(finding.violations.grouped) violations; \(finding.power(of: judged.claim))"
    }
    return [.list(facts)] + (verdicts.isEmpty ? [] : [.text("Verdicts:"), .list(verdicts)])
  }
}

extension Quantity {
  fileprivate var described: String { "\(name): \(meaning)\(unit == "1" ? "" : " (\(unit))")" }
}

extension Amendment {
  fileprivate var described: String { "\(date): \(what), because \(why). First verdict: \(firstVerdict)" }
}

extension TrialPlan {
  fileprivate func intervals(_ policy: TransitionPolicy?) -> String {
    switch self {
    case .each where policy != nil: "the intervals of the search for the transition"
    case .each: "95 % Wilson intervals"
    case .precision(_, let confidence, _): "\((100 * confidence).general(4)) % anytime-valid intervals"
    }
  }

  /// How many trials, and what they tell.
  fileprivate func reason(_ policy: TransitionPolicy?) -> String {
    if let policy {
      let places = policy.probabilities.map { "\((100 * $0).general(4)) %" }.joined(separator: ", ")
      return """
        Of each curve as many as bring the interval of the number of samples at \(places) success to a relative half-width of \
        \(policy.halfWidth.general(3)) with \((100 * policy.confidence).general(4)) % confidence, at most \(policy.atMost.grouped).
        """
    }
    switch self {
    case .each(let count):
      return """
        \(count.grouped) in each cell: the Monte Carlo standard error of a rate is then at most \((0.5 / Double(count).squareRoot()).general(2)), \
        and that of a mean its standard deviation over \(Double(count).squareRoot().general(3)).
        """
    case .precision(let halfWidth, let confidence, let cap):
      return """
        In each cell as many as bring the rate's \((100 * confidence).general(4)) % interval to a half-width of \(halfWidth.general(3)), \
        at most \(cap.grouped).
        """
    }
  }
}
