// SPDX-License-Identifier: GPL-3.0-or-later
import Statistics

/// What the tests of a claim say together: one rule for every claim.
///
/// - Refuted (a trend or an assumption: not borne out) by one counterexample to a deterministic statement, or where the p-value of a test on
///   probabilities, corrected by Holm, is at most the level.
/// - Inconclusive where no test counts, or where one would miss a deviation as large as the margin; a trend where it neither shows nor
///   is excluded.
/// - Consistent otherwise: no deviation that matters would have been missed, with power 0.9. A trend: every one of its orders shows.
struct Judgement {
  private let tests: [any StatementTest]
  private let kind: ClaimClass
  private let margin: Margin
  private let level: Double

  /// Tests of no trial, and of bounds that say nothing, do not count.
  init(_ tests: [any StatementTest], of claim: some Claim, alarmRate: Double) {
    self.tests = tests.filter { $0.trials > 0 && !$0.isVacuous }
    (kind, margin) = (claim.kind, claim.registered.margin)
    level = claim.kind.level(alarmRate: alarmRate)
  }

  private var statistical: [any StatementTest] { tests.filter { $0.counterexamples == nil } }
  /// For each of several tests on probabilities; Holm's correction is at least as sharp.
  private var share: Double { level / Double(max(statistical.count, 1)) }

  /// The tests that refute, those on probabilities corrected by Holm.
  private var refuting: [any StatementTest] {
    let pValues = holmAdjusted(statistical.map(\.pValue))
    return zip(statistical, pValues).filter { $0.1 <= level }.map(\.0) + tests.filter { ($0.counterexamples ?? 0) > 0 }
  }

  var pValue: Double? { holmAdjusted(statistical.map(\.pValue)).min() }
  var violations: Int { refuting.reduce(0) { $0 + ($1.counterexamples ?? 1) } }
  var worst: (any StatementTest)? { tests.max { $0.severity < $1.severity } }
  /// Of the weakest test.
  var detectable: Double? { weakest?.detectable }

  private var weakest: (test: any StatementTest, detectable: Double)? {
    tests.map { ($0, $0.detectable(level: share)) }.max { $0.1 < $1.1 }
  }

  var verdict: ClaimVerdict {
    if !refuting.isEmpty { return refuting.contains { kind.isTheory || isStrict($0) } ? .refuted : .notBorneOut }
    guard let detectable else { return .inconclusive }
    if kind == .trend { return tests.allSatisfy { ($0.oppositePValue ?? 0) <= level } ? .consistent : .inconclusive }
    return detectable <= margin.value ? .consistent : .inconclusive
  }

  /// A trend may rest on a theorem: that is refuted, not merely not borne out.
  private func isStrict(_ test: any StatementTest) -> Bool { kind == .trend && test.oppositePValue == nil }

  /// What an inconclusive verdict lacks: by the law of large numbers trials go as the square of what they resolve.
  var shortfall: String? {
    guard verdict == .inconclusive, let (test, detectable) = weakest, detectable > margin.value else { return nil }
    guard detectable.isFinite else { return "\(test.label): \(test.trials) trials can find no deviation at all" }
    let ratio = detectable / margin.value
    return
      "needs about \(rounded(Double(test.trials) * ratio * ratio)) trials in place of \(test.trials) (\(test.label)) to find "
      + "\(rounded(margin.value)) \(margin.unit); these find \(rounded(detectable))"
  }

  /// Every test bent by twice what it finds.
  var nearMisses: [NearMiss] {
    tests.compactMap { test in
      let deviation = 2 * test.detectable(level: share)
      return deviation.isFinite ? NearMiss(test.bent(by: deviation), deviation: deviation, level: share) : nil
    }
  }
}

/// A claim's own statement made false by about twice what the test finds: the same test must refute it.
public struct NearMiss: Sendable {
  /// Of the test that is bent.
  public let label: String
  public let deviation, measured, bound, pValue: Double
  /// Whether the same test refutes the bent statement at its level.
  public let isRefuted: Bool

  init(_ test: any StatementTest, deviation: Double, level: Double) {
    (label, self.deviation, measured, bound) = (test.label, deviation, test.measured, test.bound)
    pValue = test.pValue
    isRefuted = pValue <= level
  }
}

extension ClaimClass {
  /// Whether a deviation is an alarm: theorems and laws, not what the literature assumes or has seen.
  public var isTheory: Bool { self != .trend && self != .assumption }

  /// At which a trend must show, and is said to be absent; other classes keep the alarm rate.
  static let trendLevel = 1e-3

  func level(alarmRate: Double) -> Double { self == .trend ? max(alarmRate, Self.trendLevel) : alarmRate }
}

extension Claim {
  /// The finding of the claim's tests.
  ///
  /// - Parameter counted: trials whose hypotheses are certified; those of the tests where it is not given.
  package func finding(
    _ tests: [any StatementTest], trials: Int? = nil, counted: Int? = nil, alarmRate: Double, remarks: [String] = []
  ) -> Finding {
    let judgement = Judgement(tests, of: self, alarmRate: alarmRate)
    let counting = tests.reduce(0) { $0 + $1.trials }
    let worst = judgement.worst
    return Finding(
      trials: trials ?? counting, hypothesesCertified: counted ?? counting, violations: judgement.violations,
      measured: worst?.measured ?? .nan, bound: worst?.bound ?? .nan, pValue: judgement.pValue,
      verdict: judgement.verdict, detectable: judgement.detectable, vacuousCells: tests.count { $0.isVacuous },
      nearMisses: judgement.nearMisses, remarks: (judgement.shortfall.map { [$0] } ?? []) + remarks)
  }
}
