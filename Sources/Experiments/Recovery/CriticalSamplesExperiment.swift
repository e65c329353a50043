// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import Foundation
import LinearAlgebra
import RandomStreams
import RecoveryTheory

/// The least number of samples that recovers a planted neuron, as they come in one by one: its distribution is the whole success curve.
public struct CriticalSamplesExperiment: Experiment {
  /// N, the number of inputs.
  public static let dimension = RecoveryExperiment.dimension
  /// s, the number of non-zero weights.
  public static let sparsity = RecoveryExperiment.sparsity

  /// The least P that recovers the weights; empty where a certificate decides neither way (samples).
  public static let criticalSamples = Quantity(
    "critical_samples", "The least P that recovers the weights; empty where a certificate decides neither way",
    unit: "samples", kind: .count)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [criticalSamples]

  /// The experiment, which has no settings.
  public init() {}

  /// The cell of a dimension and sparsity.
  public func cell(dimension: Int, sparsity: Int) -> Cell {
    cell([Self.dimension.is(dimension), Self.sparsity.is(sparsity)])
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? { RecoveryExperiment.problem(withSparsityIn: cell) }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    let ensemble = ensemble(cell)
    return Double(ensemble.dimension) * Double(ensemble.samples)
  }

  /// What a trial of the cell holds in memory at once, roughly, in bytes.
  public func memory(of cell: Cell) -> Double { 12 * cost(of: cell) }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let count = ensemble(cell).criticalSamples(seed: seed, trial: trial, in: &workspace)
    return TrialOutcome(
      success: count == nil ? nil : true, [Measurement(Self.criticalSamples, count.map { Double($0) } ?? .nan)])
  }

  /// With more samples than suffice: more active ones than inputs always do, Theorem 3's count nearly always.
  private func ensemble(_ cell: Cell) -> PlantedEnsemble {
    let (dimension, sparsity) = (cell[Self.dimension], cell[Self.sparsity])
    let enough = min(
      Theorem3(dimension: dimension, sparsity: sparsity).samples(exponent: 2),
      2 * dimension + 12 * Int(Double(dimension).squareRoot()))
    return PlantedEnsemble(dimension: dimension, sparsity: sparsity, samples: enough)
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
