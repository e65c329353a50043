// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import TestSupport
import Testing

/// A layer program and its optimum by CVXPY with Clarabel; Fixtures/layer_optima.py made them.
private struct ReferenceOptimum: Decodable {
  let kind: String
  /// One row per sample.
  let inputs: [[Double]]
  let responses: [[Double]]
  let slack: [[Double]]?
  /// One of the two forms.
  let epsilon: Double?
  let lambda: Double?
  /// nil if Clarabel proved the program infeasible.
  let optimum: Double?

  static func all() throws -> [ReferenceOptimum] {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures")
    return try JSONDecoder().decode(
      [ReferenceOptimum].self, from: Data(contentsOf: fixtures.appending(path: "layer_optima.json")))
  }

  var program: LayerProgram {
    get throws {
      try LayerProgram(
        inputs: Self.matrix(inputs), responses: Self.matrix(responses), slack: slack.map(Self.matrix),
        fit: lambda.map { .regularised(lambda: $0) } ?? .within(epsilon: #require(epsilon)),
        activation: kind == "linear" ? .linear : .relu)
    }
  }

  private static func matrix(_ rows: [[Double]]) -> Matrix {
    Matrix(rows: rows[0].count, columns: rows.count, elements: rows.flatMap(\.self)).transposed
  }
}

@Test(arguments: [LayerMethod.automatic, .interiorPoint])
func optimaAreThoseOfClarabel(method: LayerMethod) throws {
  for (number, reference) in try ReferenceOptimum.all().enumerated() {
    let program = try reference.program
    guard method.applies(to: program.fit) else { continue }
    let solution = program.solve(method: method)
    if let optimum = reference.optimum {
      #expect(solution.status == .optimal, "case \(number): gap \(solution.relativeGap)")
      expectClose(solution.objective, optimum, relative: 5e-8, "case \(number)")
    } else {
      #expect(solution.status == .infeasible, "case \(number): \(solution.status)")
    }
  }
}
