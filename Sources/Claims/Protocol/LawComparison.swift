// SPDX-License-Identifier: GPL-3.0-or-later
package import Statistics

/// Frequencies of success over cells, beside the probabilities that a law gives them.
package struct LawComparison: Sendable {
  package struct Cell: Sendable {
    var label: String
    var observed: PredictedCount

    package init(label: String, successes: Proportion, predicted: Double) {
      self.label = label
      observed = PredictedCount(count: successes, probability: predicted)
    }
  }

  let cells: [Cell]
  /// Each cell's exact binomial p-value, Holm-corrected.
  package let cellPValues: [Double]
  /// All cells together; a law has no parameter to fit.
  package let chiSquare: ChiSquare

  /// Cells without a trial that counts are left out.
  package init(_ cells: [Cell]) {
    self.cells = cells.filter { $0.observed.count.trials > 0 }
    cellPValues = holmAdjusted(self.cells.map { $0.observed.exactPValue() })
    chiSquare = ChiSquare(of: self.cells.map(\.observed))
  }

  /// Of both tests together: many small deviations show in χ², a single large one in its cell.
  package var pValue: Double { min(1, 2 * min(cellPValues.min() ?? 1, chiSquare.pValue)) }

  package var trials: Int { cells.reduce(0) { $0 + $1.observed.count.trials } }
  /// The frequency of success over all trials.
  var measured: Double { Double(cells.reduce(0) { $0 + $1.observed.count.successes }) / Double(trials) }
  /// Its expectation.
  var expected: Double {
    cells.reduce(0) { $0 + Double($1.observed.count.trials) * $1.observed.probability } / Double(trials)
  }
  /// The cell that fits worst.
  var worst: (cell: Cell, pValue: Double)? { zip(cells, cellPValues).map { ($0, $1) }.min { $0.1 < $1.1 } }

  /// The finding of an exact-law claim that these cells test.
  package func finding(trials: Int, alarmRate: Double, remarks: [String] = []) -> Finding {
    Finding(
      trials: trials, hypothesesCertified: self.trials, violations: cellPValues.count { 2 * $0 <= alarmRate },
      measured: measured, bound: expected, pValue: self.trials == 0 ? nil : pValue,
      verdict: ClaimVerdict(pValue: pValue, alarmRate: alarmRate, counting: self.trials), remarks: remarks)
  }
}
