// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Reporting
import StudyModel
import StudyStore
import TestSupport
import Testing

@Suite struct StudyProtocolTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Aims, data-generating mechanism, estimands, methods, performance measures, in this order; and the numbers of this study.
  @Test func aStudyAloneHasItsProtocol() throws {
    let text = StudyProtocol(try study(dimension: [20, 40], sparsity: [2], samples: [10])).markdown
    let titles = [
      "Aims", "Data-generating mechanism", "Estimands", "Methods", "Performance measures", "Number of trials",
      "Study file",
    ]
    let places = try titles.map { try #require(text.range(of: "## \($0)\n"), "\($0)").lowerBound }
    #expect(places == places.sorted())
    #expect(text.contains("**dimension**: N, the number of inputs, in inputs: 20, 40"))
    #expect(!text.contains("What was done"))
  }

  /// Every claim, parameter and quantity of the suite can be typeset by an 8-bit engine.
  @Test func allProtocolsAreASCII() throws {
    for claim in ClaimRegistry.all {
      let words = [claim.statement, claim.falseVariant, claim.registered.hypotheses, claim.registered.test]
      let meanings = claim.experiment.parameters.map(\.meaning) + claim.experiment.quantities.map(\.meaning)
      for text in words + meanings {
        #expect(!text.asciiLatex.contains("?") || text.contains("?"), "\(claim.name): \(text)")
      }
    }
  }

  @Test func afterwardsItSaysWhatWasDone() async throws {
    let study = try study(dimension: [20], sparsity: [2], samples: [10])
    let results = try results(study, in: folder.url) { _ in (3, 1, 8) }
    let session = SessionSummary(sessions: 1, started: Date(timeIntervalSince1970: 0), ended: nil, seconds: 1.5)
    let manifest = await Manifest(study: study, versions: [:], workers: 1, trials: 8, sessions: session)
    let text = StudyProtocol(results, manifest).markdown
    #expect(text.contains("**Trials**: 8 in 1 cells, 1 undecided, 0 failed"))
    #expect(text.contains("**Verdict on recovery-law**"))
  }
}
