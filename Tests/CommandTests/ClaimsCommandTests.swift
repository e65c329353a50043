// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Foundation
import TestSupport
import Testing

@Suite struct ClaimsCommandTests {
  private func document(_ arguments: String...) async throws -> Any {
    let outcome = try await trimlab(["claims", "--json"] + arguments)
    #expect(outcome.code == 0 && outcome.errors == "")
    return try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
  }

  /// Whoever reads a verdict finds there what it was promised to rest on.
  @Test func everyClaimsProtocolIsPrinted() async throws {
    let all = try #require(try await document() as? [[String: Any]])
    #expect(all.map { $0["claim"] as? String } == ClaimRegistry.all.map(\.name))
    for claim in all {
      for key in ["class", "statement", "hypotheses", "grid", "test", "unit", "margin_reason", "control"] {
        #expect((claim[key] as? String)?.isEmpty == false, "\(claim["claim"] ?? ""): \(key)")
      }
      let (margin, level) = (claim["margin"] as? Double ?? 0, claim["level"] as? Double ?? 0)
      #expect(margin > 0 && level > 0 && level <= 1e-3, "\(claim["claim"] ?? "")")
      #expect((claim["parameters"] as? [Any])?.isEmpty == false && claim["studiable"] as? Bool == true)
    }
  }

  @Test func parametersHaveUnitsRangesAndStandards() async throws {
    let claim = try #require(try await document("theorem-3") as? [String: Any])
    let parameters = try #require(claim["parameters"] as? [[String: Any]])
    let neurons = try #require(parameters.first { $0["name"] as? String == "neurons" })
    #expect(neurons["unit"] as? String == "neurons" && neurons["range"] as? String == "1 to 100000")
    #expect(neurons["standard"] as? [String] == ["1"])
    let amendments = try #require(claim["amendments"] as? [[String: String]])
    #expect(!amendments.isEmpty && amendments.allSatisfy { Set($0.keys) == ["date", "what", "why", "first_verdict"] })
  }

  @Test func theTextFitsATerminal() async throws {
    for arguments in [["claims"], ["claims", "universality"]] {
      let outcome = try await trimlab(arguments)
      #expect(
        outcome.code == 0 && outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(outcome.output)")
    }
  }

  @Test func aMisspeltClaimIsNamed() async throws {
    let outcome = try await trimlab("claims", "theorem3")
    #expect(outcome.code == 64 && outcome.errors.contains("'theorem3' is no claim: did you mean 'theorem-3'?"))
  }

  /// A claim's level does not depend on which others are asked for, and neither do its numbers.
  @Test func seedsAreCounted() async throws {
    let outcome = try await trimlab(
      "verify", "statistical-dimension-bracket", "recovery-law", "--budget", "quick", "--seeds", "2", "--seed", "7",
      "--json")
    #expect(outcome.code == 0, "\(outcome.errors)")
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let records = try #require(parsed as? [[String: Any]])
    #expect(records.count == 2)
    for record in records {
      #expect(
        Set(record.keys) == ["claim", "seeds", "alarms", "control_stood", "allowed", "not_borne_out", "inconclusive"])
      #expect(record["seeds"] as? Int == 2 && record["alarms"] as? Int == 0 && record["control_stood"] as? Int == 0)
    }
    let none = try await trimlab("verify", "--seeds", "0")
    #expect(none.code == 64 && none.errors.contains("--seeds 0: expected at least 1"))
  }
}
