// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
public import Ensembles
import LinearAlgebra
import RandomStreams

/// How a trial of planted recovery is decided.
public enum DecisionMethod: String, Sendable, CaseIterable, ParameterValue {
  /// By certificates; by the whole program where they leave a trial undecided.
  case auto
  /// Draw all P samples, solve the whole program, judge its solution against w*.
  case program
  /// Active samples only, decided by a dual certificate or a null vector.
  case certificate
  /// As `certificate`, on samples of its own of which no more is drawn than the certificate asks for; Gaussian inputs only.
  case lazy

  /// Whether the method can draw these inputs.
  public func applies(to inputs: InputDistribution) -> Bool { self != .lazy || inputs == .gaussian }
}

/// What decided a trial.
public enum Deciding: String, Sendable, CaseIterable {
  case certificate, lazy, program
  /// A program of the user's.
  case own
}

/// One trial of planted recovery, with its evidence.
public struct RecoveryTrial: Sendable {
  /// Whether the weights were recovered, and whether that is proved.
  public var verdict: RecoveryVerdict
  /// n, the number of samples with a positive response.
  public var activeSamples: Int
  /// ‖U − w*‖₂/‖w*‖₂ of the program's solution; nil where no program was solved.
  public var error: Double?
  /// ‖w*‖₁.
  public var plantedNorm: Double
  /// ‖U‖₁ of the program's solution.
  public var recoveredNorm: Double?
  /// Relative duality gap of the program's solution.
  public var gap: Double?
  /// The certificate's evidence, see `RecoveryEvidence.margin`.
  public var margin: Double?
  /// Steps of the method that decided.
  public var iterations: Int
  /// What decided.
  public var method: Deciding

  /// A trial with this evidence; what was not computed is nil.
  public init(
    verdict: RecoveryVerdict, activeSamples: Int, error: Double? = nil, plantedNorm: Double,
    recoveredNorm: Double? = nil, gap: Double? = nil, margin: Double? = nil, iterations: Int, method: Deciding
  ) {
    self.verdict = verdict
    self.activeSamples = activeSamples
    self.error = error
    self.plantedNorm = plantedNorm
    self.recoveredNorm = recoveredNorm
    self.gap = gap
    self.margin = margin
    self.iterations = iterations
    self.method = method
  }
}

/// Draws and decides trials of planted recovery.
public struct PlantedRecovery: Sendable {
  /// The study's seed.
  public let seed: UInt64
  /// How trials are decided.
  public let method: DecisionMethod
  /// Has read the files of the laws, where they are files.
  private let arrays: StudyArrays?

  /// The trials of this seed, decided by this method; `arrays` has read the files that ensembles name.
  public init(seed: UInt64, method: DecisionMethod, arrays: StudyArrays? = nil) {
    (self.seed, self.method, self.arrays) = (seed, method, arrays)
  }

  /// Runs trial `number` of `ensemble`; the outcome depends on (seed, ensemble, number, method) alone.
  ///
  /// - Precondition: `method.applies(to: ensemble.inputs)`.
  public func trial(
    _ ensemble: PlantedEnsemble, number: Int, in workspace: inout TrialWorkspace
  ) -> RecoveryTrial {
    method == .lazy
      ? decideLazily(ensemble, number: number, &workspace)
      : decide(
        PlantedNeuron(ensemble, seed: seed, trial: number, arrays: arrays, stream: &workspace.stream), in: &workspace)
  }

  /// Decides an instance whose active samples are there.
  package func decide(_ neuron: PlantedNeuron, in workspace: inout TrialWorkspace) -> RecoveryTrial {
    if method == .program { return decideByProgram(neuron, &workspace) }
    let trial = decideByCertificate(neuron)
    return method == .auto && trial.verdict == .undecided ? decideByProgram(neuron, &workspace) : trial
  }

  private func decideLazily(
    _ ensemble: PlantedEnsemble, number: Int, _ workspace: inout TrialWorkspace
  ) -> RecoveryTrial {
    var instance = LazyInstance(ensemble, seed: seed, trial: number, arrays: arrays, stream: &workspace.stream)
    let evidence = instance.decide()
    return RecoveryTrial(
      verdict: evidence.verdict, activeSamples: instance.planted.columns.rows,
      plantedNorm: instance.planted.values.norm1, margin: evidence.margin, iterations: evidence.iterations,
      method: .lazy)
  }

  /// The active samples decide alone when no inactive sample is tied at w* (Lemma A); with ties a certificate still
  /// proves recovery, but a null vector proves nothing.
  private func decideByCertificate(_ neuron: PlantedNeuron) -> RecoveryTrial {
    var evidence = CertificateNewton().decide(
      active: neuron.active, support: neuron.support, signs: neuron.signs)
    if neuron.ties > 0 && evidence.verdict == .notRecovered {
      evidence = RecoveryEvidence(verdict: .undecided, margin: 0, iterations: evidence.iterations)
    }
    return RecoveryTrial(
      verdict: evidence.verdict, activeSamples: neuron.active.rows, plantedNorm: neuron.values.norm1,
      margin: evidence.margin, iterations: evidence.iterations, method: .certificate)
  }

  private func decideByProgram(_ neuron: PlantedNeuron, _ workspace: inout TrialWorkspace) -> RecoveryTrial {
    let program = neuron.program(inactive: neuron.inactive(stream: &workspace.stream))
    let solution = Homotopy().solve(program)
    let planted = PlantedWeights(neuron)
    var verdict = planted.verdict(on: solution)
    if verdict == .recovered && !neuron.ensemble.inputs.hasDensity {
      verdict = planted.verdictOnUniqueness(in: program)
    }
    return RecoveryTrial(
      verdict: verdict, activeSamples: neuron.active.rows, error: planted.error(of: solution.weights.elements),
      plantedNorm: neuron.values.norm1, recoveredNorm: solution.objective, gap: solution.relativeGap,
      iterations: solution.iterations, method: .program)
  }
}
