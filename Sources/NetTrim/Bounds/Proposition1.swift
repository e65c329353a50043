// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
import LinearAlgebra

/// **Proposition 1.** Any U ∈ C_ε(X, Y, 0) has ‖ReLU(UᵀX) − Y‖_F ≤ ε.
///
/// With slack, U ∈ C_ε(X, Y, V) has ‖ReLU(UᵀX) − Y‖_F ≤ (ε² + Σ_{p∉Ω_m} max(v_{m,p}, 0)²)^{1/2}; for a linear layer,
/// which has no inequalities, ‖UᵀX − Y‖_F ≤ ε.
///
/// *Proof.* On Ω, y = max(y, 0) and ReLU is 1-Lipschitz, so |ReLU(uᵀx) − y| ≤ |uᵀx − y|, and the squares of these sum to
/// at most ε². Off Ω, y = 0 and 0 ≤ ReLU(uᵀx) ≤ max(v, 0). ∎
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), proposition 1, supplement 4.1; the slack is the first step of 4.3.
public enum Proposition1 {
  /// The bound for any point that `program` allows.
  public static func bound(_ program: LayerProgram) -> Double {
    guard let slack = program.slack, program.activation == .relu else { return program.epsilon }
    let passed = zip(program.responses.elements, slack.elements).map { $0 > 0 ? 0 : max($1, 0) }
    return [program.epsilon, passed.norm2].norm2
  }
}
