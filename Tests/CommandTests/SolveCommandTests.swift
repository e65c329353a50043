// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Foundation
import TestSupport
import Testing

/// Programs small enough to be solved by hand.
@Suite struct SolveCommandTests {
  private let layer: LayerFolder

  init() throws { layer = try LayerFolder() }

  private func document(_ outcome: Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any], "\(outcome.errors)")
  }

  @Test func theDocumentHasEveryMeasure() async throws {
    let outcome = try await trimlab(layer.solving("--json"))
    #expect(outcome.code == 0)
    #expect(outcome.errors == "")
    let document = try document(outcome)
    #expect(
      document.keys.sorted() == [
        "dual_bound", "epsilon", "excluded_norm", "iterations", "max_violation", "method", "nonzeros", "objective",
        "relative_gap", "relative_violation", "residual_norm", "residual_tolerance", "seconds", "status", "stop",
        "tolerance", "violation_tolerance",
      ])
    #expect(document["tolerance"] as? Double == 1e-8 && document["violation_tolerance"] as? Double == 1e-9)
    #expect(document["status"] as? String == "optimal")
    #expect(document["method"] as? String == "homotopy")
    #expect(document["nonzeros"] as? Int == 2)
    let measures = ["objective": 8.0 / 3, "dual_bound": 8.0 / 3, "relative_gap": 0, "residual_norm": 0, "epsilon": 0]
    for (key, value) in measures {
      expectClose(try #require(document[key] as? Double), value, absolute: 1e-14, key)
    }
    expectClose(try #require(document["max_violation"] as? Double), 0, absolute: 1e-14)
    #expect(try #require(document["iterations"] as? Int) > 0)
    #expect(try #require(document["seconds"] as? Double) > 0)
  }

  /// On u₁ = u₂ = t, 2t + (3t − 4)²/6 is least at t = 2/3.
  @Test func theRegularisedFormIsSolved() async throws {
    let outcome = try await trimlab(layer.solving("--lambda", "3", "--output", layer.path("U"), "--json"))
    #expect(outcome.code == 0)
    let document = try document(outcome)
    #expect(document["epsilon"] is NSNull)
    for (key, value) in ["objective": 2.0, "dual_bound": 2, "residual_norm": 2, "lambda": 3] {
      expectClose(try #require(document[key] as? Double), value, absolute: 1e-9, key)
    }
    for weight in try layer.read("U").elements { expectClose(weight, 2.0 / 3, absolute: 1e-12) }
  }

  @Test func theTableSaysTheSame() async throws {
    let outcome = try await trimlab(layer.solving())
    #expect(outcome.code == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "N = 2, M = 1, P = 2: optimal")
    #expect(lines.contains("  lower bound         2.6666667"))
    #expect(lines.contains("  non-zeros           2 of 2"))
    #expect(lines.allSatisfy { $0.count <= 80 })
  }

  /// What each option makes of 2u₁ + u₂ = y₁ and u₁ − u₂ ≤ v₂ (u₁ − u₂ = y₂ where y₂ counts).
  @Test(
    arguments: [
      ([4, 0], nil, false, [4.0 / 3, 4.0 / 3]),
      ([4, 0], [0, 1], false, [5.0 / 3, 2.0 / 3]),
      ([4, 0], [7, 3], false, [2, 0]),
      ([4, 0], [0, -1], false, [1, 2]),
      ([4, 0], [0, -10], false, [-2, 8]),
      ([4, 1], nil, false, [5.0 / 3, 2.0 / 3]),
      ([4, -1], nil, true, [1, 2]),
      ([-4, 0], [.nan, 1], true, [-4.0 / 3, -4.0 / 3]),
    ] as [([Double], [Double]?, Bool, [Double])])
  func options(_ responses: [Double], _ slack: [Double]?, _ linear: Bool, _ weights: [Double]) async throws {
    try layer.write("Y", responses)
    if let slack { try layer.write("V", [slack]) }
    let options = try (slack == nil ? [] : ["--slack", layer.path("V")]) + (linear ? ["--linear"] : [])
    let outcome = try await trimlab(layer.solving("--output", layer.path("U")) + options)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("--slack is ignored") == (linear && slack != nil))
    let written = try layer.read("U")
    #expect(written.shape == [2, 1])
    for (actual, expected) in zip(written.elements, weights) { expectClose(actual, expected, absolute: 1e-14) }
  }

  /// Three inputs, two neurons, three samples: shapes that only fit one way round.
  @Test func everyNeuronHasAColumnOfItsOwn() async throws {
    try layer.write("X", [[1, 0, 3, 0], [0, 2, 0, 0], [0, 0, 0, 4]])
    try layer.write("Y", [[5, 0, 15, 0], [0, 6, 0, 8]])
    let outcome = try await trimlab(layer.solving("--output", layer.path("U"), "--json"))
    #expect(outcome.code == 0)
    let document = try document(outcome)
    #expect(document["objective"] as? Double == 10)
    #expect(document["nonzeros"] as? Int == 3)
    #expect(try layer.read("U") == NumericArray(shape: [3, 2], elements: [5, 0, 0, 3, 0, 2]))
  }

  @Test func anInfeasibleProgramEndsWithTwoAndItsWeights() async throws {
    try layer.write("X", [[1, 1], [2, 2]])
    try layer.write("Y", [1, 2])
    let outcome = try await trimlab(layer.solving("--output", layer.path("U"), "--json"))
    #expect(outcome.code == 2)
    let document = try document(outcome)
    #expect(document["status"] as? String == "infeasible")
    #expect(document["relative_gap"] is NSNull)
    #expect(document["dual_bound"] is NSNull)
    #expect(try layer.read("U").shape == [2, 1])
    let table = try await trimlab(layer.solving())
    #expect(table.code == 2)
    #expect(table.output.hasPrefix("N = 2, M = 1, P = 2: infeasible, no U meets the constraints\n"))
  }

  /// The published stopping rule does not look at the constraints; in small units it ends outside them.
  @Test func aProgramNotSolvedToToleranceEndsWithTwoAndItsWeights() async throws {
    let inputs: [[Double]] = (0..<10).map { i in
      (0..<30).map { (p: Int) -> Double in sin(Double(1 + i * 30 + p * p)) }
    }
    try layer.write("X", inputs)
    try layer.write("Y", zip(inputs[0], inputs[1]).map { max(0, $0 - $1 / 3) * 1e-3 })
    let outcome = try await trimlab(
      layer.solving("--method", "published-admm", "--epsilon", "1e-4", "--output", layer.path("U"), "--json"))
    #expect(outcome.code == 2)
    let document = try document(outcome)
    #expect(document["status"] as? String == "not-converged" && document["stop"] as? String == "stalled")
    #expect(try layer.read("U").shape == [10, 1])
  }

  @Test func anExistingFileIsReplacedOnlyByForce() async throws {
    try layer.write("U", [7])
    let refused = try await trimlab(layer.solving("--output", layer.path("U")))
    #expect(refused.code == 73)
    #expect(refused.errors == "error: cannot write \(try layer.path("U")): the file exists; --force replaces it\n")
    #expect(refused.output == "")
    #expect(try layer.read("U").elements == [7])
    #expect(try await trimlab(layer.solving("--output", layer.path("U"), "--force")).code == 0)
    #expect(try layer.read("U").shape == [2, 1])
  }

  @Test func helpHasAnExample() async throws {
    let help = try await trimlab("solve", "--help")
    #expect(help.code == 0)
    #expect(help.output.contains("trimlab solve --inputs X.npy --responses Y.npy --output U.npy"))
    for option in ["epsilon", "slack", "linear", "method", "tolerance", "output", "json"] {
      #expect(help.output.contains("--\(option)"))
    }
  }
}
