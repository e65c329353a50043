// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The alternating direction method of multipliers on a `LayerProgram`, split as W₁ = XᵀW₃ (activities) and W₂ = W₃
/// (weights): W₁ bears the constraints, W₂ the ℓ₁ norm, and W₃ ties them by least squares.
///
/// - Complexity: 4·P·N·M + 2·N²·M flops an iteration, after N²·P + N³/3 for the factor.
///
/// Source: Aghasi, Abdi, Romberg (2020), §3 and algorithm 1.
public struct ADMM: Sendable {
  /// How X is scaled before the iteration.
  enum Scaling {
    /// .3·√max(XXᵀ), as in the published code.
    case largestEntry
    /// (‖XXᵀ‖₂/2)^½, which puts the two halves of XXᵀ + I on one footing.
    case spectral
  }

  let scaling: Scaling
  /// ρ at the start.
  let penalty: Double
  /// Whether ρ is adapted to the residuals and Y scaled by its own size, or both stay as X sets them.
  let balancesPenalty: Bool
  /// α of over-relaxation; 1 for none.
  let relaxation: Double
  /// The published code stops when the weights move by less than 5·10⁻⁹·M·N, whatever the constraints say.
  let stopsOnStagnation: Bool
  /// As in the published code: X, Y and V scaled by .3√max(XXᵀ), ρ = 100, no relaxation, and a stopping rule that does
  /// not look at the constraints, so that the residual exceeds ε.
  ///
  /// Source: github.com/DNNToolBox/Net-Trim, NetTrimSolver_np.py.
  public static let published = ADMM(
    scaling: .largestEntry, penalty: 100, balancesPenalty: false, relaxation: 1, stopsOnStagnation: true)

  /// Scaled, over-relaxed, with ρ balanced; stops on the certificate.
  public static let accelerated = ADMM(
    scaling: .spectral, penalty: 1, balancesPenalty: true, relaxation: 1.7, stopsOnStagnation: false)

  /// Iterates until the certificate holds (or, as published, until the weights stand still).
  public func solve(_ program: LayerProgram, _ settings: SolverSettings = SolverSettings()) -> LayerSolution {
    var iteration = ADMMIteration(ScaledProgram(program, settings), self, settings)
    let limit = settings.admm.iterationLimit
    while iteration.count < limit {
      if iteration.advance(to: min(2 * max(iteration.count, 10), limit)) { return iteration.solution(.stalled) }
      if stopsOnStagnation { continue }
      let solution = iteration.solution(.converged)
      if solution.status == .optimal { return solution }
      if let proof = iteration.infeasibilityProof() { return proof }
    }
    return iteration.solution(.iterationLimit)
  }
}
