// SPDX-License-Identifier: GPL-3.0-or-later
package import Statistics

/// Frequencies of success over cells, beside the probabilities p that a law gives them; deviations are shifts of ln p/(1 − p) in every
/// cell, about four times those of a probability near ½.
package struct LawComparison: StatementTest {
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

  package var label: String { "all \(cells.count) cells" }
  /// Of both tests together: many small deviations show in χ², a single large one in its cell.
  package var pValue: Double { min(1, 2 * min(cellPValues.min() ?? 1, chiSquare.pValue)) }

  package var trials: Int { cells.reduce(0) { $0 + $1.observed.count.trials } }
  /// The frequency of success over all trials.
  package var measured: Double { Double(cells.reduce(0) { $0 + $1.observed.count.successes }) / Double(trials) }
  /// Its expectation.
  package var bound: Double {
    cells.reduce(0) { $0 + Double($1.observed.count.trials) * $1.observed.probability } / Double(trials)
  }
  /// The cell that fits worst.
  var worst: (cell: Cell, pValue: Double)? { zip(cells, cellPValues).map { ($0, $1) }.min { $0.1 < $1.1 } }

  /// By the noncentral law of χ², which runs at half the level.
  package func detectable(level: Double) -> Double {
    guard chiSquare.degreesOfFreedom > 0 else { return .infinity }
    let wanted = ChiSquare.detectableNoncentrality(
      degreesOfFreedom: chiSquare.degreesOfFreedom, level: level / 2)
    return leastLogOddsShift { shift in
      cells.reduce(0) { sum, cell in
        let p = cell.observed.probability
        let change = p.shiftedInLogOdds(by: shift) - p
        return p > 0 && p < 1 ? sum + Double(cell.observed.count.trials) * change * change / (p * (1 - p)) : sum
      } >= wanted
    }
  }

  package func bent(by deviation: Double) -> any StatementTest {
    LawComparison(
      cells.map { cell in
        let p = cell.observed.probability.shiftedInLogOdds(by: deviation)
        return Cell(label: cell.label, successes: cell.observed.count, predicted: p)
      })
  }
}
