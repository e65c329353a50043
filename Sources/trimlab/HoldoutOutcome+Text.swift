// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Foundation

extension Holdout.Outcome {
  var text: String {
    func number(_ value: Double) -> String { String(format: "%.4g", value) }
    func row(_ fields: [String]) -> String {
      fields.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
    }
    let heading = [
      "On \(samples) samples held out the outputs are off by \(number(outputError)). Each layer for itself, and the law of the pruned",
      "layer from mean and covariance of its inputs:", "",
      row(["layer", "kept", "law", "‖Û‖₁/‖W‖₁", "law", "error", "law"]),
    ]
    let rows = layers.map { layer in
      row(
        ["\(layer.layer)", "\(layer.kept)"]
          + [
            layer.predictedKept, layer.norm1Ratio, layer.predictedNorm1Ratio, layer.freshError,
            layer.predictedFreshError,
          ].map(number))
    }
    return (heading + rows).joined(separator: "\n")
  }
}
