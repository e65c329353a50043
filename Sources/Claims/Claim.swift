// SPDX-License-Identifier: GPL-3.0-or-later

/// How a claim can be false, and so how it is tested.
public enum ClaimClass: String, Sendable, CaseIterable {
  /// A deterministic inequality: a single violation refutes it.
  case proved
  /// A bound on a probability: refuted by a Clopper–Pearson bound beyond it.
  case probabilistic
  /// A computed probability law: refuted by goodness of fit.
  case exactLaw = "exact-law"
  /// An error that shrinks with the dimension.
  case asymptotic
  /// An assumption others rest on: it may fail, and the report says where.
  case assumption
  /// An ordering, with an interval on the difference.
  case trend
}

public enum ClaimVerdict: String, Sendable {
  case consistent
  case refuted
  /// The measurement cannot tell, e.g. because no hypothesis could be certified.
  case inconclusive
}

/// A statement of the theory, with the measurement that can refute it.
///
/// Every claim also has a false variant: the same measurement must refute it, or the check could not fail at all.
public protocol Claim: Sendable {
  /// Name on the command line and in studies, e.g. `"theorem-3"`.
  var name: String { get }
  var kind: ClaimClass { get }
  /// The statement in one sentence, formula included.
  var statement: String { get }
  /// What the false variant changes, e.g. `"s·log N samples instead of (11s+7)μ·log N"`.
  var falseVariant: String { get }
  /// Measures the statement, or its false variant, and judges it at `plan.alarmRate`.
  func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async throws -> Finding
}

public enum ClaimVariant: Sendable {
  case stated
  case falsified
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

/// A claim's finding beside that of its false variant.
public struct ClaimReport: Sendable {
  public let claim: any Claim
  public let finding: Finding
  public let control: Finding

  /// Whether the check could have failed: the false variant was refuted.
  public var controlHolds: Bool { control.verdict == .refuted }
  /// Whether this report speaks against the theory or against the check itself.
  public var isAlarming: Bool { finding.verdict == .refuted || !controlHolds }
}

extension Claim {
  /// Examines the claim and its false variant.
  public func verify(_ plan: VerificationPlan) async throws -> ClaimReport {
    ClaimReport(claim: self, finding: try await examine(.stated, plan), control: try await examine(.falsified, plan))
  }
}
