// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Foundation
import LinearAlgebra
import RandomStreams
import RecoveryTheory
import Statistics

/// How many samples a planted neuron needs, one by one: recovery only becomes true as samples are added.
///
/// Samples arrive in sequence; every trial has one least count P at which it is recovered. The count's distribution over trials is the
/// whole success curve, and its quantiles are P₅₀, P₉₅ without a model of the curve.
package struct CriticalSamples: Sendable {
  package let dimension: Int
  package let sparsity: Int
  /// Least sample counts of the decided trials, ascending.
  package let counts: [Int]
  package let undecided: Int

  package init(dimension: Int, sparsity: Int, counts: [Int?]) {
    self.dimension = dimension
    self.sparsity = sparsity
    self.counts = counts.compactMap { $0 }.sorted()
    undecided = counts.count - self.counts.count
  }

  /// The least P that recovers in a fraction `probability` of the trials.
  package func quantile(_ probability: Double) -> Int {
    counts[min(counts.count - 1, max(0, Int((probability * Double(counts.count)).rounded(.up)) - 1))]
  }

  /// An interval for the P at which success has probability `probability`: where Clopper and Pearson's interval of the frequency
  /// of success within P first holds it, and last. Distribution-free; the upper end is nil where the trials are too few.
  package func interval(_ probability: Double, confidence: Double) -> (lower: Int, upper: Int?) {
    let intervals = counts.indices.map { index in
      Proportion(successes: index + 1, trials: counts.count).clopperPearsonInterval(confidence: confidence)
    }
    let lower = intervals.firstIndex { $0.upperBound >= probability } ?? counts.count - 1
    return (counts[lower], intervals.firstIndex { $0.lowerBound >= probability }.map { counts[$0] })
  }
}

extension VerificationPlan {
  package func criticalSamples(dimension: Int, sparsity: Int, trials: Int) async -> CriticalSamples {
    // More active samples than inputs always suffice; Theorem 3's count nearly always.
    let enough = min(
      Theorem3(dimension: dimension, sparsity: sparsity).samples(exponent: 2),
      2 * dimension + 12 * Int(Double(dimension).squareRoot()))
    let ensemble = PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: enough)
    let counts = await map(trials) { workspace, number in
      ensemble.criticalSamples(seed: seed, trial: number, in: &workspace)
    }
    return CriticalSamples(dimension: dimension, sparsity: sparsity, counts: counts)
  }
}

extension PlantedEnsemble {
  /// The least number of samples that recovers trial number `trial`; nil if it is not decided.
  ///
  /// - Complexity: O(log N) certificates.
  fileprivate func criticalSamples(seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> Int? {
    let neuron = PlantedNeuron(self, seed: seed, trial: trial, stream: &workspace.stream)
    guard let active = neuron.leastActiveSamples() else { return nil }
    let key = StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: "inactive samples in between")
    workspace.stream.restart(at: key)
    // Every sample is active with probability ½.
    var (samples, found) = (0, 0)
    while found < active {
      samples += 1
      if workspace.stream.sign() > 0 { found += 1 }
    }
    return samples
  }
}

extension PlantedNeuron {
  /// The least k such that the first k active samples recover the weights, by bisection; nil if a certificate decides neither way.
  fileprivate func leastActiveSamples() -> Int? {
    var (fails, recovers) = (0, active.rows)
    guard verdict(ofFirst: recovers) == .recovered else { return nil }
    // Doubling first: certificates are cheapest for few samples.
    var next = support.count
    while recovers - fails > 1 {
      switch verdict(ofFirst: next) {
      case .recovered: recovers = next
      case .notRecovered: fails = next
      case .undecided: return nil
      }
      next = recovers == active.rows ? min(2 * next, (fails + recovers) / 2) : (fails + recovers) / 2
    }
    return recovers
  }

  private func verdict(ofFirst count: Int) -> RecoveryVerdict {
    CertificateNewton().decide(active: active.selectingRows(0..<count), support: support, signs: signs).verdict
  }
}
