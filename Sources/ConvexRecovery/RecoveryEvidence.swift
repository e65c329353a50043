// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Whether planted weights w* are the only minimiser of their program.
public enum RecoveryVerdict: String, Sendable, CaseIterable {
  case recovered
  case notRecovered = "not-recovered"
  /// Neither could be proved.
  case undecided
}

/// A verdict on planted recovery, with the number that proves it.
///
/// With A the active samples, Γ the support of w* and g its signs, the two certificates exclude each other: for ν with
/// A_Γᵀν = g and h ≠ 0 with A·h = 0,
///
///     (1 − max_{j∉Γ}|a_jᵀν|)·‖h_{Γᶜ}‖₁ ≤ ‖h_{Γᶜ}‖₁ + gᵀh_Γ.
public struct RecoveryEvidence: Sendable {
  /// What is proved.
  public var verdict: RecoveryVerdict
  /// Recovered: 1 − max_{j∉Γ}|a_jᵀν| > 0 of a dual certificate ν. Not recovered: (‖h_{Γᶜ}‖₁ + gᵀh_Γ)/‖h_{Γᶜ}‖₁ of a
  /// null vector h along which ‖w* + t·h‖₁ does not grow, at most `RecoveryEvidence.resolution`; gᵀh_Γ/‖h_Γ‖₁ if h is on
  /// Γ alone. Undecided: 0.
  public var margin: Double
  /// Newton steps that it took.
  public var iterations: Int

  /// Margins below this are not told from a tie, in which case w* is not the only minimiser (relative).
  public static let resolution = 1e-9

  /// Evidence for a verdict; `margin` is how far it is from deciding otherwise.
  public init(verdict: RecoveryVerdict, margin: Double, iterations: Int) {
    self.verdict = verdict
    self.margin = margin
    self.iterations = iterations
  }
}
