// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

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

/// A statement of the theory, the experiment that can refute it, and how the trials are judged.
///
/// One judgement serves both `verify`, which has cells of the claim's own, and studies, whose files name theirs. Every claim also has a
/// false variant: the same judgement must refute it, or the check could not fail at all.
public protocol Claim: Sendable {
  /// Name on the command line and in studies, e.g. `"theorem-3"`.
  var name: String { get }
  var kind: ClaimClass { get }
  /// The statement in one sentence, formula included.
  var statement: String { get }
  /// What the false variant changes, e.g. `"s·log N samples instead of (11s+7)μ·log N"`.
  var falseVariant: String { get }
  /// What was promised before any trial was run.
  var registered: ClaimProtocol { get }
  /// What a study of the claim measures.
  var experiment: any Experiment { get }

  /// What `verify` measures.
  func verification(_ plan: VerificationPlan) -> Verification
  /// What `verify` measures of the false variant; nil where that judges the same trials otherwise.
  func falseVerification(_ plan: VerificationPlan) -> Verification?
  /// Adds to the finding what trials cannot tell, an optimisation say.
  func supplement(_ finding: inout Finding, _ plan: VerificationPlan) async

  /// Why a study of these cells could say nothing of the claim, and what would; nil where it can.
  func problem(with cells: [Cell]) -> CellProblem?

  /// What the trials say of the claim, or of its false variant; cells outside its hypotheses do not count.
  func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding
}

extension Claim {
  /// The probability of a false alarm, at most: an equal part of the registry's, or of a trend the level at which it must show.
  public var level: Double {
    kind.level(alarmRate: VerificationPlan.standardAlarmRate / Double(ClaimRegistry.all.count))
  }

  /// Every study of the experiment can be judged.
  public func problem(with cells: [Cell]) -> CellProblem? { nil }

  /// The false variant judges the same trials.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? { nil }

  /// There is nothing to add.
  public func supplement(_ finding: inout Finding, _ plan: VerificationPlan) async {}

  /// Examines the claim and its false variant.
  public func verify(_ plan: VerificationPlan) async -> ClaimReport {
    let trials = await verification(plan).run(plan)
    var finding = judge(trials, .stated, alarmRate: plan.alarmRate)
    finding.remarks += trials.failureRemarks
    await supplement(&finding, plan)
    let falseTrials = await falseVerification(plan)?.run(plan)
    finding.remarks += (falseTrials ?? []).failureRemarks.map { "false variant: " + $0 }
    let control = judge(falseTrials ?? trials, .falsified, alarmRate: plan.alarmRate)
    return ClaimReport(claim: self, finding: finding, control: control)
  }
}

/// The claim, or what must be refuted.
public enum ClaimVariant: Sendable {
  case stated
  case falsified
}

/// A claim's finding beside that of its false variant.
public struct ClaimReport: Sendable {
  /// Which claim was examined.
  public let claim: any Claim
  /// What the trials say of the claim.
  public let finding: Finding
  /// What they say of its false variant.
  public let control: Finding

  /// Whether the check could have failed: the false variant fell, and so did every test's own near miss.
  ///
  /// The reverse of a trend that does not show itself need not fall.
  public var controlHolds: Bool {
    let isApart =
      claim.kind == .trend ? finding.verdict != .consistent || control.verdict != .consistent : control.verdict.isFall
    return isApart && finding.nearMisses.allSatisfy(\.isRefuted)
  }
  /// Whether this report speaks against the theory or against the check itself.
  public var isAlarming: Bool { finding.verdict == .refuted || !controlHolds }
}
