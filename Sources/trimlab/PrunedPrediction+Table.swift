// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Foundation

extension PrunedPrediction {
  /// What becomes of the layer, and of each neuron while they fit a screen.
  func table() -> String {
    let response = linear ? "linear" : "ReLU"
    var lines = [
      "Net-Trim at ε = \(number(relativeEpsilon))·‖Y‖ on \(samples) standard Gaussian samples leaves of this \(response) layer,",
      "\(dimension) inputs, \(neurons) \(neurons == 1 ? "neuron" : "neurons"):", "",
      "kept                " + number(kept) + " weights of \(dimension * neurons), " + number(100 * keptFraction)
        + " %",
      "‖Û‖₁/‖W‖₁           " + number(norm1Ratio),
      "error on new inputs " + number(freshError) + ", relative to the responses",
      "",
      "With samples without number: " + number(unlimited.kept) + " kept, ‖Û‖₁/‖W‖₁ " + number(unlimited.norm1Ratio)
        + ", error " + number(relativeEpsilon) + ".",
    ]
    if neurons > 1 {
      lines += ["", row(["neuron", "ε/‖y‖", "kept", "‖û‖₁/‖w‖₁", "error"])]
      for (index, neuron) in perNeuron.prefix(40).enumerated() {
        lines.append(
          row(
            ["\(index)"]
              + [neuron.relativeEpsilon, neuron.kept, neuron.norm1Ratio, neuron.freshError].map(number)))
      }
      if neurons > 40 { lines.append("… \(neurons - 40) more; --json has them all") }
    }
    return lines.joined(separator: "\n")
  }
}

private func number(_ value: Double) -> String { String(format: "%.5g", value) }

/// Fields to the right of columns of twelve.
private func row(_ fields: [String]) -> String {
  fields.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
}
