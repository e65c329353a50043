// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Claims
import Experiments
import Foundation
import TestSupport
import Testing
import trimlab

@Suite struct VerifyCommandTests {
  private let keys: Set<String> = [
    "claim", "class", "statement", "trials", "hypotheses_certified", "violations", "measured", "bound", "slack",
    "p_value",
    "verdict", "negative_control", "margin", "detectable", "unit", "amendments", "vacuous_cells",
  ]

  @Test func theDocumentHasTheInterfacesKeys() async throws {
    let outcome = try await trimlab(
      "verify", "statistical-dimension-bracket", "recovery-law", "--budget", "quick", "--json")
    #expect(outcome.code == 0)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let records = try #require(parsed as? [[String: Any]])
    #expect(records.map { $0["claim"] as? String } == ["statistical-dimension-bracket", "recovery-law"])
    for record in records {
      #expect(Set(record.keys) == keys)
      #expect(record["verdict"] as? String == "consistent" && record["violations"] as? Int == 0)
      let control = try #require(record["negative_control"] as? [String: Any])
      #expect(Set(control.keys) == ["variant", "verdict", "measured", "bound", "p_value", "near_misses"])
      #expect(control["verdict"] as? String == "refuted")
      let misses = try #require(control["near_misses"] as? [[String: Any]])
      #expect(!misses.isEmpty && misses.allSatisfy { $0["refuted"] as? Bool == true })
    }
    #expect(records[1]["class"] as? String == "exact-law" && records[1]["p_value"] is Double)
    #expect(records[0]["class"] as? String == "proved" && records[0]["p_value"] is NSNull)
  }

  @Test func theTableFitsATerminalAndProgressGoesToStandardError() async throws {
    let outcome = try await trimlab("verify", "active-set-reduction", "--budget", "quick", "--seed", "5")
    #expect(outcome.code == 0)
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(outcome.output)")
    #expect(outcome.output.contains("active-set-reduction              proved           consistent      refuted"))
    #expect(outcome.errors.hasPrefix("claim 1/1: active-set-reduction, 0:00 so far\n"))
  }

  @Test(arguments: [
    (["recovry-law"], "'recovry-law' is no claim: did you mean 'recovery-law'? The claims are theorem-3, "),
    (["something-else"], "'something-else' is no claim: the claims are theorem-3, "),
    (["--budget", "lavish"], "'lavish' is invalid"), (["--workers", "0"], "--workers 0: expected at least 1"),
    (["--seed", "x"], "'x' is invalid"),
  ])
  func mistakesAreNamed(_ arguments: [String], _ message: String) async throws {
    let outcome = try await trimlab(["verify"] + arguments)
    #expect(outcome.code == 64 && outcome.output == "")
    #expect(outcome.errors.contains(message), "\(outcome.errors)")
  }

  /// The command itself on claims that are false on purpose.
  @Test(
    arguments: [
      (ClaimVerdict.consistent, ClaimVerdict.refuted, nil), (.refuted, .refuted, 1), (.consistent, .consistent, 1),
      (.inconclusive, .refuted, nil),
    ] as [(ClaimVerdict, ClaimVerdict, Int32?)])
  func aFalseClaimEndsWithCode1(stated: ClaimVerdict, falsified: ClaimVerdict, code: Int32?) async throws {
    let command = try VerifyCommand.parse(["--budget", "quick", "--json"])
    var thrown: ExitCode?
    do {
      try await command.verify([FalseClaim(stated: stated, falsified: falsified)])
    } catch let exit as ExitCode {
      thrown = exit
    }
    #expect(thrown?.rawValue == code)
  }
}

extension VerifyCommandTests {
  /// A trial that fails is evidence of nothing, and the table says why it did.
  @Test func theTableSaysWhyTrialsFailed() async {
    let plan = VerificationPlan(budget: .quick, workers: 1)
    let report = await FalseClaim(stated: .inconclusive, falsified: .refuted, isFailing: true).verify(plan)
    let table = verificationTable([report])
    #expect(table.contains("· 3 trials failed; trial 1 at : the matrix is singular"), "\(table)")
    let other = await FalseClaim(stated: .inconclusive, falsified: .refuted).verify(plan)
    #expect(!verificationTable([other]).contains("failed"))
  }
}

private struct FalseClaim: Claim {
  let stated: ClaimVerdict
  let falsified: ClaimVerdict
  let name = "false"
  let kind = ClaimClass.proved
  let statement = "0 > 1."
  let falseVariant = "0 < 1"
  let registered = ClaimProtocol(
    hypotheses: "none", grid: "one cell", test: "none", margin: Margin(1, "of nothing", because: "it is false"))
  var isFailing = false

  var experiment: any Experiment { Failing(isFailing: isFailing) }

  func verification(_ plan: VerificationPlan) -> Verification { Verification(experiment, [Cell()], trials: 3) }

  func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    Finding(trials: 1, measured: .infinity, bound: .nan, verdict: variant == .stated ? stated : falsified)
  }
}

private struct Failing: Experiment {
  let isFailing: Bool
  let parameters: [any GridParameter] = []
  let quantities: [Quantity] = []

  func cost(of cell: Cell) -> Double { 1 }

  func measure(_ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) throws -> TrialOutcome {
    if isFailing { throw TrialFailure(message: "the matrix is singular") }
    return TrialOutcome([])
  }
}
