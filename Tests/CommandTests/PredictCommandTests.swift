// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import TestSupport
import Testing

@Suite struct PredictCommandTests {
  private func predict(_ arguments: [String]) async throws -> Outcome { try await trimlab(["predict"] + arguments) }

  /// Every key of the interface; the values are the published example N = 100, s = 5, μ = 2: 572, 178 and 68 samples.
  @Test func documentHasTheInterfacesKeys() async throws {
    let outcome = try await predict(
      ["--dimension", "100", "--sparsity", "5", "--samples", "572", "--probability", "0.95", "--neurons", "100"]
        + ["--json"])
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    let parsed = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let document = try #require(parsed as? [String: Double])
    let counts = [
      "dimension": 100, "sparsity": 5, "samples_50_percent": 40, "theorem3_samples": 572, "certificate_samples": 178,
      "recovery_samples": 68, "samples_for_probability": 59, "neurons": 100, "theorem3_samples_all_neurons": 857,
    ]
    for (key, count) in counts { #expect(document[key] == Double(count), "\(key)") }
    let reals = [
      "statistical_dimension_asymptotic": 20.389985633, "statistical_dimension_exact": 19.8949355492,
      "success_exact": 1, "failure_exact": 4.3107569e-103, "success_normal": 1, "certificate_success_exact": 1,
      "certificate_failure_exact": 1.378833e-10, "failure_bound_all_neurons": 1,
    ]
    for (key, value) in reals { expectClose(try #require(document[key]), value, relative: 5e-8, key) }
  }

  @Test func optionalKeysComeOnlyWithTheirOptions() async throws {
    let outcome = try await predict(["--dimension", "20", "--sparsity", "2", "--json"])
    for key in ["success_exact", "samples_for_probability", "neurons"] { #expect(!outcome.output.contains(key)) }
  }

  @Test func tableSetsTheCountsSideBySide() async throws {
    let outcome = try await predict(["--dimension", "100", "--sparsity", "5"])
    let rows = outcome.output.split(separator: "\n").map { $0.split(separator: " ") }
    for (name, count) in [("Theorem", "572"), ("certificate", "178"), ("recovery", "68"), ("asymptotic", "68")] {
      #expect(rows.contains { $0.prefix(2).contains(Substring(name)) && $0.contains(Substring(count)) }, "\(name)")
    }
  }

  @Test(arguments: [
    (["--sparsity", "11"], "--sparsity 11", "0 to 10"),
    (["--sparsity", "-1"], "--sparsity -1", "0 to 10"),
    (["--dimension", "0"], "--dimension 0", "from 1"),
    (["--mu", "1"], "--mu 1", "above 1"),
    (["--mu", "400"], "--mu 400", "at most 301"),
    (["--probability", "1"], "--probability 1", "between 0 and 1"),
    (["--samples", "-3"], "--samples -3", "from 0"),
    (["--neurons", "0"], "--neurons 0", "from 1"),
  ])
  func badValueIsNamedWithItsRemedy(option: [String], value: String, remedy: String) async throws {
    var arguments = ["--dimension": "10", "--sparsity": "2"]
    arguments[option[0]] = option[1]
    let outcome = try await predict(arguments.flatMap { [$0.key, $0.value] })
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty && outcome.errors.contains(value) && outcome.errors.contains(remedy), "\(outcome)")
  }
}
