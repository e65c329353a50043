// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import Reporting
import StudyModel
import TestSupport
import Testing

@Suite struct StudyProtocolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let sections = [
    "Aims", "Data-generating mechanism", "Estimands", "Methods", "Performance measures", "Number of trials",
  ]

  /// 0.5/√40 = 0.079.
  @Test func aPlanHasTheFiveOfADEMPAndTheTrials() throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10, 20])
    let plan = StudyProtocol(planned: study)
    let headings = plan.markdown.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { String($0.dropFirst(3)) }
    #expect(headings == sections)
    #expect(
      plan.markdown.contains("grid.samples") == false && plan.markdown.contains("samples (")
        && plan.markdown.contains("[10, 20]"))
    #expect(plan.markdown.contains("\(study.seed)") && plan.markdown.contains("standard error"))
    #expect(plan.latex.components(separatedBy: "\\subsection*").count == 7 && !plan.latex.contains("√"))
  }

  @Test func afterTheRunItSaysWhatWasDone() async throws {
    let report = try await report(try study(dimension: [20], sparsity: [2], samples: [10, 20]), in: folder.url)
    let done = StudyProtocol(done: report.results, report.manifest)
    #expect(
      done.markdown.contains("## What was done") && done.markdown.contains("ended without evidence for either outcome"))
    #expect(done.markdown.contains(report.results.verdicts[0].finding.verdict.rawValue))
    try report.writePaper(into: folder.url)
    let entries = try folder.read("references.bib")
    #expect(entries.contains("@software{trimlab,") && entries.contains("aghasi2017nettrim"))
    #expect(entries.filter { $0 == "{" }.count == entries.filter { $0 == "}" }.count)
  }
}
