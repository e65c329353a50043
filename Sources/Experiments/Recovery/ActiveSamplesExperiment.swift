// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import RecoveryTheory

/// Planted recovery of a neuron that responds to exactly n samples.
///
/// n is independent of the active samples' null space, which alone decides. Mixed with Bin(P, ½), trials at each n give the success
/// at every P, and failures that sampling at that P would never see.
public struct ActiveSamplesExperiment: Experiment {
  /// N, the number of inputs.
  public static let dimension = RecoveryExperiment.dimension
  /// s, the number of non-zero weights.
  public static let sparsity = RecoveryExperiment.sparsity
  /// n, the samples to which the neuron responds.
  public static let active = Parameter<Int>(
    "active", "n, the samples to which the neuron responds", unit: "samples", .integers(1...10_000_000),
    axis: AxisRule(
      references: [
        .init("predicted", "δ, about which half the trials succeed") {
          NormalForm(dimension: $0[dimension], sparsity: $0[sparsity]).median / 2
        }
      ], limit: { $0[dimension] }))

  /// ‖ξ‖ of the least-squares certificate.
  public static let norm = CertificateExperiment.norm
  /// The largest correlation off the support.
  public static let correlation = CertificateExperiment.correlation
  /// How far the evidence is from deciding otherwise.
  public static let margin = RecoveryExperiment.margin

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity, active]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [norm, correlation, margin]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? { RecoveryExperiment.problem(withSparsityIn: cell) }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.dimension]) * Double(cell[Self.active]) }

  /// The samples drawn and as much again to work on.
  public func memory(of cell: Cell) -> Double { 16 * cost(of: cell) }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let neuron = PlantedNeuron(
      dimension: cell[Self.dimension], sparsity: cell[Self.sparsity], activeSamples: cell[Self.active], seed: seed,
      trial: trial, stream: &workspace.stream)
    let certificate = LeastSquaresCertificate(
      block: neuron.active.selectingColumns(neuron.support), signs: neuron.signs)
    let evidence = CertificateNewton().decide(active: neuron.active, support: neuron.support, signs: neuron.signs)
    return TrialOutcome(
      success: evidence.verdict.isRecovered,
      [
        Measurement(Self.norm, certificate?.norm ?? .nan),
        Measurement(
          Self.correlation, certificate?.largestCorrelation(with: neuron.active, off: neuron.support) ?? .nan),
        Measurement(Self.margin, evidence.margin),
      ])
  }
}
