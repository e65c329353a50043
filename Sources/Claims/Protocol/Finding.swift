// SPDX-License-Identifier: GPL-3.0-or-later

public enum ClaimVerdict: String, Sendable {
  case consistent
  case refuted
  /// The measurement cannot tell, e.g. because no hypothesis could be certified.
  case inconclusive
}

extension ClaimVerdict {
  /// The verdict of a test that refutes at p ≤ `alarmRate`; without a trial that counts it says nothing.
  init(pValue: Double, alarmRate: Double, counting trials: Int) {
    self = trials == 0 ? .inconclusive : pValue <= alarmRate ? .refuted : .consistent
  }

  /// The verdict on an inequality that a single violation refutes.
  init(violations: Int, counting trials: Int) {
    self = violations > 0 ? .refuted : trials == 0 ? .inconclusive : .consistent
  }
}

/// What an examination found.
public struct Finding: Sendable {
  public var trials: Int
  /// Trials whose hypotheses were certified for the numbers at hand; only these count.
  public var hypothesesCertified: Int
  public var violations: Int
  /// The quantity the claim bounds or predicts, as measured, and the bound or prediction.
  public var measured: Double
  public var bound: Double
  /// How far the measurement stays on the right side, in the claim's own terms (mostly measured/bound).
  public var slack: Double
  /// Where the verdict is a test: its p-value, already corrected for the comparisons made.
  public var pValue: Double?
  public var verdict: ClaimVerdict
  /// What a reader should know beyond the numbers: the worst case, where a law stops to hold.
  public var remarks: [String]

  public init(
    trials: Int, hypothesesCertified: Int? = nil, violations: Int = 0, measured: Double, bound: Double,
    slack: Double? = nil, pValue: Double? = nil, verdict: ClaimVerdict, remarks: [String] = []
  ) {
    self.trials = trials
    self.hypothesesCertified = hypothesesCertified ?? trials
    self.violations = violations
    self.measured = measured
    self.bound = bound
    self.slack = slack ?? measured / bound
    self.pValue = pValue
    self.verdict = verdict
    self.remarks = remarks
  }
}
