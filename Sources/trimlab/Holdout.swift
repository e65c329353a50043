// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import NetTrim
import Networks
import RandomStreams
import RecoveryTheory

/// Samples kept from pruning, on which it is measured afterwards what the law of the pruned layer predicts from the others.
struct Holdout {
  /// The samples to prune on and those kept from it, one in each row.
  let pruning, heldOut: Matrix

  /// Keeps a share of the samples, chosen at random but always the same.
  ///
  /// - Precondition: at least one sample stays on either side.
  init(_ samples: Matrix, share: Double) {
    var stream = RandomStream(StreamKey(seed: 1, content: "held-out samples", trial: 0, purpose: "choice"))
    let count = Self.count(samples.rows, share)
    let chosen = Set(stream.subset(size: count, of: samples.rows))
    pruning = samples.selectingRows((0..<samples.rows).filter { !chosen.contains($0) })
    heldOut = samples.selectingRows(chosen.sorted())
  }

  static func count(_ samples: Int, _ share: Double) -> Int { Int((share * Double(samples)).rounded()) }

  /// Every layer for itself, with the inputs it had in the network before: what the parallel scheme prunes it for.
  func outcome(of pruning: Pruning, relativeEpsilon: Double) throws(PrunedLawError) -> Outcome {
    let (before, after) = (pruning.original, pruning.pruned)
    var layers: [Outcome.Layer] = []
    var (seen, fresh) = (self.pruning, heldOut)
    for index in 0..<before.depth {
      let (next, pruned) = (before.response(ofLayer: index, to: fresh), after.response(ofLayer: index, to: fresh))
      let law = try LayerPrediction(before, index, samples: seen.rows, relativeEpsilon).predicted(inputs: seen)
      layers.append(
        Outcome.Layer(
          layer: index, kept: after.layers[index].nonzeros, predictedKept: law.kept,
          norm1Ratio: after.layers[index].norm1 / before.layers[index].norm1, predictedNorm1Ratio: law.norm1Ratio,
          freshError: (pruned.elements - next.elements).norm2 / next.frobeniusNorm,
          predictedFreshError: law.freshError))
      (seen, fresh) = (before.response(ofLayer: index, to: seen), next)
    }
    let (old, new) = (before.responses(to: heldOut).last, after.responses(to: heldOut).last)
    let error = zip(new?.elements ?? [], old?.elements ?? []).map { $0 - $1 }.norm2 / (old?.frobeniusNorm ?? 1)
    return Outcome(samples: heldOut.rows, outputError: error, layers: layers)
  }

  /// What the report says of the samples held out.
  struct Outcome: Encodable {
    let samples: Int
    /// ‖Ŷ − Y‖/‖Y‖ of the whole pruned network.
    @FiniteOrNull var outputError: Double
    let layers: [Layer]

    struct Layer: Encodable {
      let layer: Int
      let kept: Int
      let predictedKept: Double
      @FiniteOrNull var norm1Ratio: Double
      let predictedNorm1Ratio: Double
      @FiniteOrNull var freshError: Double
      let predictedFreshError: Double
    }

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
}
