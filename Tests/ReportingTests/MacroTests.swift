// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import Reporting
import TestSupport
import Testing

@Suite struct MacroTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func aNameHasLettersOnly() {
    let macro = Macro(["N", "100", "correlated(rho=0.5)", "Fifty"], count: 36_800, meaning: "trials")
    #expect(
      macro.definition(study: "theorem-3")
        == "\\newcommand{\\TheoremThreeNOneZeroZeroCorrelatedRhoZeroPointFiveFifty}{36\\,800} % trials")
  }

  @Test(arguments: [
    (65.69101, 4, "65.69"), (0.0486, 2, "0.049"), (1234.56, 4, "1235"), (8.07e-7, 2, "\\ensuremath{8.1\\times10^{-7}}"),
    (1e-4, 2, "\\ensuremath{1.0\\times10^{-4}}"), (9.9996, 4, "10.00"), (0, 3, "0"), (-2.5, 2, "\\ensuremath{-2.5}"),
    (2_500_000, 3, "\\ensuremath{2.50\\times10^{6}}"), (99.996, 4, "100.0"),
  ])
  func numbersHaveSignificantDigits(_ value: Double, _ digits: Int, _ text: String) {
    #expect(value.latex(digits: digits) == text)
  }

  @Test func aNumberThatDoesNotExistHasNoMacro() {
    #expect(Macro(["X"], number: .infinity, meaning: "") == nil && Macro(["X"], number: nil, meaning: "") == nil)
  }

  @Test func noTwoMacrosOfAStudyShareAName() throws {
    let study = try study(dimension: [11, 20, 111], sparsity: [1, 11], samples: [5, 10, 20, 30])
    let macros = try results(study, in: folder.url) { cell in (min(40, cell.samples), 0, 40) }.macros
    let names = macros.map { $0.name(study: "tiny") }
    #expect(Set(names).count == names.count && names.count > 20)
    #expect(names.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isLetter } })
  }
}
