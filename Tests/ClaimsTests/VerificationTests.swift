// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Testing

/// Every claim at the quick budget. A true claim is refuted with probability 10⁻⁵ at most, over all of them 10⁻⁴; the seed is fixed.
@Suite struct VerificationTests {
  private static let plan = VerificationPlan(budget: .quick, workers: 2)

  /// No theorem and no law is refuted; every false variant is, and so is every test whose own statement is bent by twice what it finds.
  @Test(arguments: ClaimRegistry.all.indices)
  func theClaimStandsAndItsFalseVariantFalls(index: Int) async {
    let report = await ClaimRegistry.all[index].verify(Self.plan)
    let label = "\(report.claim.name): \(report.finding), control \(report.control)"
    #expect(!report.isAlarming, "\(label)")
    #expect(report.finding.detectable == nil || !report.finding.nearMisses.isEmpty, "\(label)")
    #expect(report.finding.nearMisses.allSatisfy { $0.isRefuted }, "\(label)")
    #expect(report.finding.trials > 0, "\(label)")
    #expect(
      report.finding.hypothesesCertified >= report.finding.trials * Self.leastCertified(report.claim) / 100, "\(label)")
  }

  /// Per cent of a claim's trials whose hypotheses must hold: all but a few where solvers certify them; δ_{3S} < 1/√3 holds on a part of the
  /// draws alone, whatever the solver.
  private static func leastCertified(_ claim: any Claim) -> Int { claim.name == "iht-contraction" ? 40 : 99 }

  @Test func namesAreUnique() {
    #expect(Set(ClaimRegistry.all.map(\.name)).count == ClaimRegistry.all.count)
  }

  /// Findings depend on the seed.
  @Test(arguments: [SignFlipClaim() as any Claim, RecoveryLawClaim()])
  func anotherSeedIsAnotherFinding(claim: any Claim) async {
    var measured: [Double] = []
    for seed: UInt64 in [3, 3, 4] {
      let plan = VerificationPlan(budget: .quick, seed: seed, workers: 2)
      let trials = await claim.verification(plan).run(plan)
      measured.append(claim.judge(trials, .falsified, alarmRate: plan.alarmRate).measured)
    }
    #expect(measured[0] == measured[1] && measured[0] != measured[2], "\(measured)")
  }

  /// A refuted claim and a control that cannot fail both speak against the suite.
  @Test(arguments: [
    (ClaimVerdict.consistent, ClaimVerdict.refuted, false), (.refuted, .refuted, true),
    (.consistent, .consistent, true), (.consistent, .inconclusive, true), (.inconclusive, .refuted, false),
  ])
  func whatIsAlarming(stated: ClaimVerdict, falsified: ClaimVerdict, isAlarming: Bool) async {
    let report = await FixedClaim(stated: stated, falsified: falsified).verify(Self.plan)
    #expect(report.isAlarming == isAlarming)
  }

  /// No reader should miss them, whether the claim's own trials fail or those of its false variant.
  @Test func trialsThatFailAreRemarkedOn() async {
    let report = await FixedClaim(stated: .consistent, falsified: .refuted).verify(Self.plan)
    #expect(
      report.finding.remarks == [
        "4 trials failed; trial 1 at level=2: no such level",
        "false variant: 2 trials failed; trial 1 at level=3: no such level",
      ])
  }
}

/// A claim whose verdicts are given, of trials of which those beyond level 1 fail.
private struct FixedClaim: Claim {
  let stated: ClaimVerdict
  let falsified: ClaimVerdict
  let name = "fixed"
  let kind = ClaimClass.proved
  let statement = "The verdict is the given one."
  let falseVariant = "the other given one"
  let registered = ClaimProtocol(
    hypotheses: "none", grid: "three levels", test: "none", margin: Margin(1, "of nothing", because: "it is given"))
  let experiment: any Experiment = Levels()

  func verification(_ plan: VerificationPlan) -> Verification {
    Verification(experiment, (1...3).map { Levels().cell([Levels.level.is($0)]) }, trials: 2)
  }

  func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Verification(experiment, [Levels().cell([Levels.level.is(3)])], trials: 2)
  }

  func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    Finding(trials: 1, measured: 0, bound: 1, verdict: variant == .stated ? stated : falsified)
  }
}

private struct Levels: Experiment {
  static let level = Parameter<Int>("level", "Above 1 trials fail", .integers(1...3))

  let parameters: [any GridParameter] = [level]
  let quantities: [Quantity] = []

  func cost(of cell: Cell) -> Double { 1 }

  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) throws -> TrialOutcome {
    guard cell[Self.level] == 1 else { throw TrialFailure(message: "no such level") }
    return TrialOutcome([])
  }
}
