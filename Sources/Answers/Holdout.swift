// SPDX-License-Identifier: GPL-3.0-or-later
package import LinearAlgebra
package import NetTrim
import Networks
import RandomStreams
package import RecoveryTheory

/// Samples kept from pruning, on which it is measured afterwards what the law of the pruned layer predicts from the others.
package struct Holdout {
  /// The samples to prune on and those kept from it, one in each row.
  package let pruning, heldOut: Matrix

  /// Keeps a share of the samples, chosen at random but always the same.
  ///
  /// - Precondition: at least one sample stays on either side.
  package init(_ samples: Matrix, share: Double) {
    var stream = RandomStream(StreamKey(seed: 1, content: "held-out samples", trial: 0, purpose: "choice"))
    let count = Self.count(samples.rows, share)
    let chosen = Set(stream.subset(size: count, of: samples.rows))
    pruning = samples.selectingRows((0..<samples.rows).filter { !chosen.contains($0) })
    heldOut = samples.selectingRows(chosen.sorted())
  }

  package static func count(_ samples: Int, _ share: Double) -> Int { Int((share * Double(samples)).rounded()) }

  /// Every layer for itself, with the inputs it had in the network before: what the parallel scheme prunes it for.
  package func outcome(of pruning: Pruning, relativeEpsilon: Double) throws(PrunedLawError) -> Outcome {
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
  package struct Outcome: Encodable {
    package let samples: Int
    /// ‖Ŷ − Y‖/‖Y‖ of the whole pruned network.
    @FiniteOrNull package var outputError: Double
    package let layers: [Layer]

    package struct Layer: Encodable {
      package let layer: Int
      package let kept: Int
      package let predictedKept: Double
      @FiniteOrNull package var norm1Ratio: Double
      package let predictedNorm1Ratio: Double
      @FiniteOrNull package var freshError: Double
      package let predictedFreshError: Double
    }
  }
}
