// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import OwnMethods
import RandomStreams

/// Trials that are judged by the error of a solution: of an own method, or of the program where success is a relative error.
struct AnsweredRecovery {
  let instance: RecoveryInstance
  /// The largest relative error that counts as recovery.
  let threshold: Double

  /// What the method answers, judged by us alone.
  func outcome(
    of method: OwnMethod, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    workspace.stream.restart(
      at: StreamKey(seed: seed, content: instance.name, trial: UInt32(trial), purpose: "own method"))
    let ownSeed = UInt64(workspace.stream.uniform() * 0x1p32)
    let answer = try workspace.session(method).answer(instance.request(trial: trial, seed: ownSeed))
    let weights = Matrix(
      rows: instance.weights.rows, columns: instance.weights.columns, elements: answer.weights)
    return try outcome(weights, iterations: answer.iterations, .own)
  }

  /// What the solution of the program is, or, if `isShortened`, what the certificate proves it to be.
  func outcomeOfProgram(isShortened: Bool) throws -> TrialOutcome {
    if isShortened, instance.epsilon == 0, instance.certificate.verdict == .recovered {
      return try outcome(instance.weights, iterations: instance.certificate.iterations, instance.certificate.method)
    }
    let solution = try instance.program().solve()
    guard solution.status == .optimal else {
      return TrialOutcome(success: nil, measurements(iterations: solution.iterations, .program))
    }
    return try outcome(
      solution.weights, iterations: solution.iterations, .program, gap: solution.relativeGap)
  }

  private func outcome(
    _ weights: Matrix, iterations: Int?, _ decidedBy: Deciding, gap: Double = .nan
  ) throws -> TrialOutcome {
    typealias Q = RecoveryExperiment
    let program = try instance.program()
    let candidate = Candidate(
      weights: weights,
      multipliers: LayerMultipliers(signed: Matrix(rows: program.samples, columns: program.neurons)),
      stop: .converged, method: decidedBy.rawValue, iterations: iterations ?? 0)
    let judged = LayerSolution(program, candidate)
    let error = instance.error(of: weights)
    let norm = program.responses.frobeniusNorm
    return TrialOutcome(
      success: error <= threshold,
      measurements(iterations: iterations, decidedBy) + [
        Measurement(Q.error, error), Measurement(Q.recoveredNorm, weights.entrywiseNorm1), Measurement(Q.gap, gap),
        Measurement(Q.residual, norm > 0 ? judged.residualNorm / norm : judged.residualNorm),
        Measurement(Q.violation, judged.relativeViolation),
      ])
  }

  private func measurements(iterations: Int?, _ decidedBy: Deciding) -> [Measurement] {
    typealias Q = RecoveryExperiment
    let certificate = instance.certificate
    let certified = certificate.verdict.isRecovered.map { $0 ? 1.0 : 0 }
    return [
      Measurement(Q.activeSamples, instance.weights.columns == 1 ? Double(certificate.activeSamples) : .nan),
      Measurement(Q.plantedNorm, certificate.plantedNorm),
      Measurement(Q.margin, certificate.margin ?? .nan),
      Measurement(Q.iterations, iterations.map { Double($0) } ?? .nan),
      Measurement(Q.decidedBy, Deciding.allCases.firstIndex(of: decidedBy) ?? 0),
      Measurement(Q.certified, instance.epsilon == 0 ? certified ?? .nan : .nan),
    ]
  }
}
