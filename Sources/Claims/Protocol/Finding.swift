// SPDX-License-Identifier: GPL-3.0-or-later

/// What is said of a claim.
public enum ClaimVerdict: String, Sendable {
  case consistent
  case refuted
  /// A trend or an assumption of the literature that our data do not show: no alarm.
  case notBorneOut = "not-borne-out"
  /// The measurement cannot tell: no hypothesis could be certified, or a deviation that matters might have been missed.
  case inconclusive

  /// Whether a false variant that has this verdict was found out.
  public var isFall: Bool { self == .refuted || self == .notBorneOut }
}

/// What an examination found.
public struct Finding: Sendable {
  /// Trials that were made.
  public var trials: Int
  /// Trials whose hypotheses were certified for the numbers at hand; only these count.
  public var hypothesesCertified: Int
  /// Tests, or trials of a deterministic inequality, that break the claim.
  public var violations: Int
  /// The quantity the claim bounds or predicts, as measured, and the bound or prediction.
  public var measured: Double
  /// As stated.
  public var bound: Double
  /// How far the measurement stays on the right side, in the claim's own terms (mostly measured/bound).
  public var slack: Double
  /// Already corrected for the comparisons made; nil where nothing counts.
  public var pValue: Double?
  /// What is said of the claim.
  public var verdict: ClaimVerdict
  /// The smallest deviation that every test finds with power 0.9, in the unit of the claim's margin; nil where nothing counts.
  public var detectable: Double?
  /// Places at which the statement says nothing; they do not count.
  public var vacuousCells: Int
  /// The claim's own statement, bent until the same tests must refute it.
  public var nearMisses: [NearMiss]
  /// What a reader should know beyond the numbers: the worst case, where a law stops to hold.
  public var remarks: [String]

  /// What was resolved, and that the claim's own tests can fail, in words.
  public func power(of claim: any Claim) -> String {
    let margin = claim.registered.margin
    guard let detectable else { return "margin \(rounded(margin.value)) \(margin.unit)" }
    let worst = nearMisses.map(\.pValue).max().map { ", p at most \(rounded($0))" } ?? ""
    return
      "finds \(rounded(detectable)) \(margin.unit) with probability 0.9, margin \(rounded(margin.value)); bent by twice what each "
      + "finds, \(nearMisses.count(where: \.isRefuted)) of \(nearMisses.count) tests are refuted\(worst)"
      + (vacuousCells == 0 ? "" : "; \(vacuousCells) vacuous cells not counted")
  }

  /// A finding by all its numbers.
  public init(
    trials: Int, hypothesesCertified: Int? = nil, violations: Int = 0, measured: Double, bound: Double,
    slack: Double? = nil, pValue: Double? = nil, verdict: ClaimVerdict, detectable: Double? = nil,
    vacuousCells: Int = 0,
    nearMisses: [NearMiss] = [], remarks: [String] = []
  ) {
    (self.trials, self.hypothesesCertified) = (trials, hypothesesCertified ?? trials)
    self.violations = violations
    (self.measured, self.bound, self.slack) = (measured, bound, slack ?? measured / bound)
    (self.pValue, self.verdict, self.detectable) = (pValue, verdict, detectable)
    (self.vacuousCells, self.nearMisses, self.remarks) = (vacuousCells, nearMisses, remarks)
  }
}
