// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
package import Foundation
import Statistics
import StudyModel

extension RecoveryComparison {
  /// `pairs.csv`: one row for each curve that is compared with the first of its N and s.
  package var pairsTable: ResultTable {
    ResultTable(
      "pairs", title: "One row for each curve that is compared with the first of its N and s", rows: pairs,
      columns: [
        .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.first.transition.dimension },
        .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") {
          $0.first.transition.sparsity
        },
        .text("first", "The curve that is compared with") { $0.first.label },
        .text("second", "The curve that is compared") { $0.second.label },
        .number("first_samples50", "P at 50 % success of the first", unit: "samples") { $0.first.half.samples },
        .number("first_samples50_low", "Lower end of its interval", unit: "samples") { $0.first.half.low },
        .number("first_samples50_high", "Upper end of its interval", unit: "samples") { $0.first.half.high },
        .number("second_samples50", "P at 50 % success of the second", unit: "samples") { $0.second.half.samples },
        .number("second_samples50_low", "Lower end of its interval", unit: "samples") { $0.second.half.low },
        .number("second_samples50_high", "Upper end of its interval", unit: "samples") { $0.second.half.high },
        .number("ratio", "second_samples50/first_samples50") { $0.ratio?.value },
        .number("ratio_low", "Lower end of the ratio's interval, of the confidence of both") { $0.ratio?.low },
        .number("ratio_high", "Upper end of the ratio's interval") { $0.ratio?.high },
        .text("test", "McNemar on shared draws, Mantel-Haenszel over common P otherwise; empty without common P") {
          $0.test?.rawValue
        },
        .integer("compared", "Pairs of trials, or trials, that the test compares", unit: "trials") { $0.compared },
        .integer("only_first", "Shared draws on which only the first succeeded", unit: "trials") {
          $0.test == .paired ? $0.discordant.onlyFirst : nil
        },
        .integer("only_second", "Shared draws on which only the second succeeded", unit: "trials") {
          $0.test == .paired ? $0.discordant.onlySecond : nil
        },
        .number("p_value", "Of equal success, two-sided") { $0.pValue },
        .number("adjusted_p_value", "The same by Holm over all pairs of the comparison") { $0.adjustedPValue },
      ])
  }

  /// For the terminal and the page.
  package var table: DisplayTable {
    DisplayTable(
      caption: """
        $P_{50}$ of the second over that of the first, with intervals of the confidence of both (too wide where draws are shared); \
        $p$ of equal success at the same $P$, adjusted for all pairs: exact McNemar on shared draws, Mantel and Haenszel's otherwise.
        """,
      headings: ["second", "first", "$N$", "$s$", "ratio", "interval", "only 2nd/1st", "$p$"],
      rows: pairs.map { pair in
        let split = "\(pair.discordant.onlySecond)/\(pair.discordant.onlyFirst)"
        return [
          pair.second.label, pair.first.label, "\(pair.first.transition.dimension)",
          "\(pair.first.transition.sparsity)", pair.ratio.map(\.value).fixed(3),
          pair.ratio.map { "\($0.low.fixed(3))–\($0.high.fixed(3))" } ?? "–", pair.test == .paired ? split : "–",
          pair.adjustedPValue.general(2),
        ]
      })
  }

  package var figure: PanelFigure? { PanelFigure.comparedCurves(shapes) }

  /// Writes `pairs.csv`, `figures/` and `comparison.html`.
  ///
  /// - Returns: why there is no figure, where gnuplot is missing.
  /// - Throws: ``ReportError``.
  package func write(into folder: URL) async throws -> ReportError? {
    let drawings = folder.appending(path: "figures")
    do {
      try FileManager.default.createDirectory(at: drawings, withIntermediateDirectories: true)
    } catch {
      throw ReportError.cannotWrite(path: drawings.path, reason: error.localizedDescription)
    }
    try Reporting.write(pairsTable.csv, to: folder.appending(path: "pairs.csv"))
    var missing: ReportError?
    if let figure {
      try figure.write(into: drawings)
      do {
        try await figure.draw(in: drawings)
      } catch let error as ReportError where error.isMissingProgram {
        missing = error
      }
    }
    try Reporting.write(page(drawings: drawings), to: folder.appending(path: "comparison.html"))
    return missing
  }

  private func page(drawings: URL) throws -> String {
    try Template.render(
      "compare",
      [
        "style": Template.css, "figureScript": Template.figureScript, "title": runs.map(\.name).joined(separator: ", "),
        "runs": runs.map { run in
          [
            "name": run.name, "study": run.study.name, "claim": run.study.claimName, "seed": "\(run.study.seed)",
            "trials": run.trials.trials.grouped, "text": run.study.source.text,
          ]
        },
        "table": ReportPage.table(table),
        "figures": try [figure].compactMap(\.self).map { try PageFigure($0, drawings).context },
      ])
  }
}
