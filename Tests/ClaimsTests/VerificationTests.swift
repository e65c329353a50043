// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Testing

/// Every claim at the quick budget. A true claim is refuted with probability 10⁻⁵ at most, over all of them 10⁻⁴; the seed is fixed.
@Suite struct VerificationTests {
  private static let plan = VerificationPlan(budget: .quick, claims: ClaimRegistry.all.count, workers: 2)

  @Test(arguments: ClaimRegistry.all.indices)
  func theClaimStandsAndItsFalseVariantFalls(index: Int) async throws {
    let report = try await ClaimRegistry.all[index].verify(Self.plan)
    let label = "\(report.claim.name): \(report.finding), control \(report.control)"
    #expect(report.finding.verdict == .consistent, "\(label)")
    #expect(report.control.verdict == .refuted, "\(label)")
    #expect(!report.isAlarming)
    #expect(report.finding.violations == 0 && report.finding.trials > 0, "\(label)")
    #expect(report.finding.hypothesesCertified >= report.finding.trials * 99 / 100, "\(label)")
  }

  @Test func namesAreUnique() {
    #expect(Set(ClaimRegistry.all.map(\.name)).count == ClaimRegistry.all.count)
  }

  /// Findings depend on the seed, not on who computes them.
  @Test(arguments: [SignFlipClaim() as any Claim, RecoveryLawClaim()])
  func theNumberOfWorkersChangesNothing(claim: any Claim) async throws {
    var plans = [1, 3].map { VerificationPlan(budget: .quick, seed: 3, workers: $0) }
    let alone = try await claim.examine(.falsified, plans[0])
    let shared = try await claim.examine(.falsified, plans[1])
    #expect(alone.measured == shared.measured && alone.pValue == shared.pValue)
    plans[0].seed = 4
    let other = try await claim.examine(.falsified, plans[0])
    #expect(other.measured != alone.measured)
  }

  /// A refuted claim and a control that cannot fail both speak against the suite.
  @Test(arguments: [
    (ClaimVerdict.consistent, ClaimVerdict.refuted, false), (.refuted, .refuted, true),
    (.consistent, .consistent, true), (.consistent, .inconclusive, true), (.inconclusive, .refuted, false),
  ])
  func whatIsAlarming(stated: ClaimVerdict, falsified: ClaimVerdict, isAlarming: Bool) async throws {
    let report = try await FixedClaim(stated: stated, falsified: falsified).verify(Self.plan)
    #expect(report.isAlarming == isAlarming)
  }
}

/// A claim whose verdicts are given.
private struct FixedClaim: Claim {
  let stated: ClaimVerdict
  let falsified: ClaimVerdict
  let name = "fixed"
  let kind = ClaimClass.proved
  let statement = "The verdict is the given one."
  let falseVariant = "the other given one"

  func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    Finding(trials: 1, measured: 0, bound: 1, verdict: variant == .stated ? stated : falsified)
  }
}
