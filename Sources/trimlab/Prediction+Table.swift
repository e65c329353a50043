// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Foundation

extension Prediction {
  /// The answer to "how many samples do I need?", each bound and law in a row.
  func table() -> String {
    ([heading, ""] + countRows + [""] + remarks).joined(separator: "\n")
  }

  private var heading: String {
    """
    Samples that recover a ReLU neuron with N = \(cone.dimension) inputs and s = \(cone.sparsity) non-zero weights,
    failing with probability at most N^(1−μ) = \(number(counts.failureTarget)) (μ = \(number(counts.mu)))
    """
  }

  private var countRows: [String] {
    var rows = [
      ("Theorem 3", counts.theorem3Samples, layer?.theorem3SamplesAllNeurons, "(11s + 7) μ ln N, proved"),
      (
        "exact certificate", counts.certificateSamples, layer?.certificateSamplesAllNeurons, "what its proof could give"
      ),
      ("exact recovery", counts.recoverySamples, layer?.recoverySamplesAllNeurons, "what is in fact needed"),
      ("asymptotic", counts.normalSamples, layer?.normalSamplesAllNeurons, "normal form, for large N"),
    ].map { name, one, all, note in
      name.padding(toLength: 20, withPad: " ", startingAt: 0) + right("\(one)") + (all.map { right("\($0)") } ?? "")
        + "   \(note)"
    }
    if let layer {
      rows.insert(String(repeating: " ", count: 20) + right("1 neuron") + right("all \(layer.neurons)"), at: 0)
    }
    return rows
  }

  private var remarks: [String] {
    var lines = [
      "Half of all trials succeed from P = \(cone.samples50Percent) (asymptotic: 2δ = "
        + "\(number(2 * cone.statisticalDimensionAsymptotic))).",
      "Statistical dimension δ: \(number(cone.statisticalDimensionExact)) exact, "
        + "\(number(cone.statisticalDimensionAsymptotic)) asymptotic.",
    ]
    if let layer {
      lines.append(
        "All \(layer.neurons) neurons with the counts for one: failure ≤ M N^(1−μ) = "
          + number(layer.failureBoundAllNeurons) + (layer.failureBoundAllNeurons < 1 ? "." : ", which says nothing."))
    }
    if let forProbability {
      lines.append(
        "Success with probability \(number(forProbability.probability)) from P = "
          + "\(forProbability.samplesForProbability).")
    }
    if let odds {
      lines += [
        "",
        "With P = \(odds.samples)".padding(toLength: 20, withPad: " ", startingAt: 0) + right("success")
          + right("failure"),
        "exact recovery      " + right(number(odds.successExact)) + right(number(odds.failureExact)),
        "normal form         " + right(number(odds.successNormal)),
        "exact certificate   " + right(number(odds.certificateSuccessExact))
          + right(number(odds.certificateFailureExact)),
      ]
    }
    return lines
  }

  private func right(_ text: String) -> String { String(repeating: " ", count: max(2, 14 - text.count)) + text }

  private func number(_ value: Double) -> String { String(format: "%.5g", value) }
}
