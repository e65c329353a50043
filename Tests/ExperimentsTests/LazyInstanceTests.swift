// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Experiments
import Foundation
import LinearAlgebra
import RandomStreams
import RecoveryTheory
import Statistics
import TestSupport
import Testing

/// N, s, and P₅₀.
private let transitions: [(dimension: Int, sparsity: Int, fifty: Int)] = [
  (20, 2, 13), (50, 1, 10), (50, 20, 68), (100, 5, 41), (200, 10, 82), (6, 6, 12),
  (12, 0, 5),
]

/// 7 × 5 × 40 = 1,400 instances decided lazily, and again after the rest of their samples has been drawn, by the whole program and by
/// certificates on the drawn matrix: the verdicts are the same, and none is undecided.
@Test(arguments: transitions.indices)
func lazyVerdictsAreThoseOfTheCompletedInstance(index: Int) {
  let transition = transitions[index]
  let program = PlantedRecovery(seed: 7, method: .program)
  let certificate = PlantedRecovery(seed: 7, method: .certificate)
  var workspace = TrialWorkspace()
  var counts: [RecoveryVerdict: Int] = [:]
  for ratio in [0.6, 0.9, 1, 1.1, 1.5] {
    let ensemble = PlantedEnsemble(
      dimension: transition.dimension, sparsity: transition.sparsity,
      samples: Int((ratio * Double(transition.fifty)).rounded()))
    for number in 0..<40 {
      var instance = LazyInstance(ensemble, seed: 7, trial: number, stream: &workspace.stream)
      let evidence = instance.decide()
      let neuron = instance.completed(stream: &workspace.stream)
      let label = "\(ensemble.name) trial \(number) seed 7: \(evidence)"
      #expect(neuron.active.selectingColumns(neuron.support) == instance.planted.columns, "\(label)")
      #expect(neuron.responses.allSatisfy { $0 > 0 }, "\(label)")
      #expect(program.decide(neuron, in: &workspace).verdict == evidence.verdict, "\(label)")
      let again = certificate.decide(neuron, in: &workspace)
      #expect(again.verdict == evidence.verdict && again.activeSamples == instance.planted.columns.rows, "\(label)")
      #expect(again.iterations == evidence.iterations, "\(label)")
      if let margin = again.margin { expectClose(margin, evidence.margin, absolute: 1e-9, label) }
      counts[evidence.verdict, default: 0] += 1
    }
  }
  #expect(counts[.undecided] == nil)
  let least = transition.sparsity > 0 ? 40 : 0
  #expect(counts[.recovered, default: 0] > 40 && counts[.notRecovered, default: 0] >= least, "\(counts)")
}

/// The completed active samples are standard normal off Γ, all n·(N−s) of them: entries by a Kolmogorov–Smirnov test, the
/// moments along ν₀, within A_Γ and across it by the length of each part. False alarm 4·10⁻⁸.
@Test func completedSamplesHaveTheirLaw() {
  let ensemble = PlantedEnsemble(dimension: 30, sparsity: 3, samples: 24)
  var workspace = TrialWorkspace()
  var entries: [Double] = []
  var lengths: [Double] = []
  for number in 0..<400 {
    var instance = LazyInstance(ensemble, seed: 12, trial: number, stream: &workspace.stream)
    _ = instance.decide()
    let neuron = instance.completed(stream: &workspace.stream)
    for j in 0..<30 where !neuron.support.contains(j) { entries += neuron.active.column(j) }
    // n − s coordinates on the complement of A_Γ, and s within its span.
    guard neuron.active.rows > 3 else { continue }
    let complement = OrthogonalComplement(of: instance.planted.columns)
    let others = neuron.active.selectingColumns((0..<30).filter { !neuron.support.contains($0) })
    let across = complement.coordinates(of: others).elements
    let total = others.elements.dot(others.elements)
    lengths.append((total - across.dot(across) - 81) / 162.0.squareRoot())
  }
  func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
  #expect(KolmogorovSmirnov(entries, against: normal).pValue > 1e-8)
  // Σ of 27·3 squares is χ²₈₁, of mean 81 and variance 162: the mean of 400 of them at 5.5 standard errors.
  expectClose(lengths.reduce(0, +) / Double(lengths.count), 0, absolute: 5.5 / Double(lengths.count).squareRoot())
}

/// 16,000 lazy trials across the transition against the exact law: χ² over all cells and each cell's exact p-value, false
/// alarm 1e-6. The law two samples to the side is refuted by the same trials.
@Test func lazyTrialsFollowTheExactLaw() {
  let recovery = PlantedRecovery(seed: 5, method: .lazy)
  let law = RecoveryLaw(dimension: 60, sparsity: 4)
  var workspace = TrialWorkspace()
  func pValue(shift: Int, _ counts: [(samples: Int, count: Proportion)]) -> Double {
    let cells = counts.map {
      PredictedCount(count: $0.count, probability: law.success(samples: $0.samples + shift))
    }
    let least = holmAdjusted(cells.map { $0.exactPValue() }).min() ?? 1
    return 2 * min(least, ChiSquare(of: cells).pValue)
  }
  let counts = [20, 24, 28, 30, 32, 36, 40, 46].map { samples in
    let ensemble = PlantedEnsemble(dimension: 60, sparsity: 4, samples: samples)
    let verdicts = (0..<2000).map { recovery.trial(ensemble, number: $0, in: &workspace).verdict }
    #expect(!verdicts.contains(.undecided))
    return (samples, Proportion(successes: verdicts.count { $0 == .recovered }, trials: verdicts.count))
  }
  #expect(pValue(shift: 0, counts) > 1e-6)
  #expect(pValue(shift: 2, counts) < 1e-6)
}

/// Far from the transition a trial asks for a small part of its n·(N−s) entries.
@Test func lazyTrialsDrawLess() {
  var workspace = TrialWorkspace()
  for (samples, share) in [(130, 0.6), (300, 0.35), (408, 0.1)] {
    let ensemble = PlantedEnsemble(dimension: 500, sparsity: 25, samples: samples)
    for number in 0..<5 {
      var instance = LazyInstance(ensemble, seed: 5, trial: number, stream: &workspace.stream)
      #expect(instance.decide().verdict == (samples < 200 ? .notRecovered : .recovered))
      let all = Double(instance.planted.columns.rows * 475)
      #expect(Double(instance.draws) < share * all, "P=\(samples) \(Double(instance.draws) / all)")
    }
  }
}
