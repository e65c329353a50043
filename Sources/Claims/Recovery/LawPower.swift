// SPDX-License-Identifier: GPL-3.0-or-later
import RandomStreams
import Statistics

/// How large an error in the recovery law the test of `RecoveryLawClaim` detects.
///
/// If δ is off by a factor 1 + e, the cells' true success probabilities are those of the law at P/(1 + e). Their counts are
/// then drawn and tested, again and again: no approximation to the test's distribution enters.
package struct LawPower: Sendable {
  let cells: [RecoveryLawCell]
  let alarmRate: Double
  let seed: UInt64
  /// Repetitions; 400 give a power of 0.9 to ±0.03.
  var repetitions = 400

  package init(cells: [RecoveryLawCell], alarmRate: Double, seed: UInt64) {
    self.cells = cells
    self.alarmRate = alarmRate
    self.seed = seed
  }

  /// The probability that the test refutes the law where δ is off by `error` (relative).
  ///
  /// - Complexity: `repetitions` tests, about 5 µs a cell each.
  package func power(error: Double) -> Double {
    let truths = cells.map { $0.predicted(error: error) }
    // The same draws for every error, so that the power rises with it.
    var stream = RandomStream(StreamKey(seed: seed, content: "power", trial: 0, purpose: "counts"))
    let refutations = (0..<repetitions).count { _ in isRefuted(truths, &stream) }
    return Double(refutations) / Double(repetitions)
  }

  private func isRefuted(_ truths: [Double], _ stream: inout RandomStream) -> Bool {
    let drawn = zip(cells, truths).map { cell, truth in
      let successes = stream.binomial(trials: cell.trials, probability: truth)
      return LawComparison.Cell(
        label: "", successes: Proportion(successes: successes, trials: cell.trials), predicted: cell.predicted)
    }
    return LawComparison(drawn).pValue <= alarmRate
  }

  /// The smallest error that is detected with probability `wanted`, to a relative 2 %, between 10⁻⁵ and 1; nil beyond.
  package func detectableError(power wanted: Double) -> Double? {
    var (misses, detects) = (1e-5, 1.0)
    guard power(error: detects) >= wanted else { return nil }
    while detects > 1.02 * misses {
      let middle = (misses * detects).squareRoot()
      if power(error: middle) >= wanted { detects = middle } else { misses = middle }
    }
    return detects
  }

  var remark: String {
    detectableError(power: 0.9).map { error in
      "an error of \(rounded(100 * error)) % in δ would be detected with probability 0.9"
    } ?? "no error in δ below 100 % would be detected with probability 0.9"
  }
}
