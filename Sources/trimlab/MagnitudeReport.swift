// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Ensembles
import Foundation
import LinearAlgebra
import Networks
import Reporting

/// What `trimlab prune --scheme magnitude`, or `filters`, says at the end: of the network as it is written, in the type of the file.
struct MagnitudeReport: PruneDocument {
  struct Layer: Encodable {
    /// From 0, as in the tensors' names.
    let layer: Int
    let inputs, neurons: Int
    let nonzerosBefore, nonzerosAfter: Int
    @FiniteOrNull var norm1Before: Double
    @FiniteOrNull var norm1After: Double
    @FiniteOrNull var responseNorm: Double
    @FiniteOrNull var measuredError: Double
  }

  let scheme: String
  let quality, density: Double?
  let like: String?
  let rounds, epochs: Int?
  let samples: Int
  let nonzerosBefore, nonzerosAfter: Int
  /// Shares of the samples classified rightly; absent without labels.
  let accuracyBefore, accuracyAfter: Double?
  let seconds: Double
  let layers: [Layer]

  init(
    _ command: PruneCommand, _ original: Network, _ pruned: Network, samples: Matrix, data: DataSet?, seconds: Double
  ) {
    let options = command.magnitude
    scheme = command.scheme.rawValue
    (quality, density, like) = (options.quality, options.density, options.like)
    rounds = options.retrain ? options.rounds ?? 1 : nil
    epochs = options.retrain ? options.training.epochs : nil
    self.samples = samples.rows
    (nonzerosBefore, nonzerosAfter) = (original.nonzeros, pruned.nonzeros)
    accuracyBefore = data.map { original.accuracy(on: $0) }
    accuracyAfter = data.map { pruned.accuracy(on: $0) }
    self.seconds = seconds
    let responses = zip(original.responses(to: samples), pruned.responses(to: samples))
    layers = zip(zip(original.layers, pruned.layers), responses).enumerated().map { index, pair in
      let ((before, after), (wanted, found)) = pair
      return Layer(
        layer: index, inputs: before.inputs, neurons: before.neurons, nonzerosBefore: before.nonzeros,
        nonzerosAfter: after.nonzeros, norm1Before: before.norm1, norm1After: after.norm1,
        responseNorm: wanted.frobeniusNorm, measuredError: (found.elements - wanted.elements).norm2)
    }
  }

  var csv: String {
    var table = CSVTable(columns: [
      "layer", "inputs", "neurons", "nonzeros_before", "nonzeros_after", "norm1_before", "norm1_after",
      "response_norm", "measured_error",
    ])
    for layer in layers {
      table.append([
        layer.layer, layer.inputs, layer.neurons, layer.nonzerosBefore, layer.nonzerosAfter, layer.norm1Before,
        layer.norm1After, layer.responseNorm, layer.measuredError,
      ])
    }
    return table.text
  }

  var text: String {
    let widths = [layers[0].inputs] + layers.map(\.neurons)
    let heading = "\(scheme), \(rule), \(samples) samples, \(widths.map(String.init).joined(separator: " → "))"
    return
      (wrapped(heading, indent: 2) + ["", row(["layer", "before", "after", "‖Y‖", "error"])]
      + layers.map { layer in
        row(
          ["\(layer.layer)", "\(layer.nonzerosBefore)", "\(layer.nonzerosAfter)"]
            + [layer.responseNorm, layer.measuredError].map { String(format: "%.2e", $0) })
      } + ["", conclusion]).joined(separator: "\n")
  }

  private var rule: String {
    let rule =
      quality.map { "quality \($0)" } ?? density.map { "density \($0)" } ?? "as many as in \(like ?? "")"
    guard let rounds, let epochs else { return rule }
    return rule + ", retrained in \(rounds) round\(rounds == 1 ? "" : "s") of \(epochs) epochs"
  }

  private var conclusion: String {
    let error = layers.last.map { $0.measuredError / max($0.responseNorm, .leastNormalMagnitude) } ?? 0
    let accuracy = accuracyBefore.flatMap { before in
      accuracyAfter.map { String(format: ", accuracy %.4g → %.4g", before, $0) }
    }
    return "\(nonzerosBefore) → \(nonzerosAfter) non-zeros"
      + String(format: ", relative error of the responses %.3g", error) + (accuracy ?? "")
      + String(format: ", %.3g s", seconds)
  }
}

private func row(_ fields: [String]) -> String {
  zip(fields, [6, 9, 9, 9, 9])
    .map { String(repeating: " ", count: max(1, $1 - $0.count)) + $0 }.joined()
}
