// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import TestSupport
import Testing

private func layer(
  _ inputs: [[Double]], _ responses: [[Double]], slack: [[Double]]? = nil
) throws -> LayerProgram {
  func matrix(_ rows: [[Double]]) -> Matrix {
    Matrix(rows: rows[0].count, columns: rows.count, elements: rows.flatMap { $0 })
  }
  return try LayerProgram(inputs: matrix(inputs), responses: matrix(responses), slack: slack.map(matrix))
}

/// X = [1 2], y = 3 with one sample: the dearer input is not used, u = (0, 1.5), and ν = ½ proves 1.5.
@Test func oneSampleUsesItsLargestInput() throws {
  let solution = try layer([[1], [2]], [[3]]).solve()
  #expect(solution.status == .optimal && solution.weights.elements == [0, 1.5])
  expectClose(solution.lowerBound, 1.5, absolute: 1e-15)
}

/// Regression: u₁ ≤ 0 binds at u₁ = 0, which came out as 4e-47 and was counted.
@Test func weightsThatVanishAtTheVertexAreZero() throws {
  let solution = try layer([[2, 1], [1, 0]], [[4, 0]]).solve()
  #expect(solution.status == .optimal && solution.nonzeros == 1)
  expectClose(solution.objective, 4, absolute: 1e-13)
}

/// Regression: nothing is within tolerance of a norm that overflows.
@Test func overflowIsNotOptimal() throws {
  let inputs = [[1e200, 2e200], [3e200, 1e200]]
  #expect(try layer(inputs, [[1e308, 1e308]]).solve().status == .optimal)
  #expect(try layer(inputs, [[1.7e308, 1.7e308]]).solve().status == .notConverged)
}

/// Multipliers scaled, shifted or of the wrong sign never prove more than the optimum.
@Test func lowerBoundsNeverExceedTheOptimum() throws {
  for random in RandomProgram.all(sizes: [(12, 9), (9, 12)], seed: 3) {
    let program = try random.layer
    let solution = program.solve()
    guard solution.status == .optimal else { continue }
    for (scale, shift) in [(1.0, 0.0), (-1, 0), (7, 0), (1, 0.3), (0.2, -0.1)] {
      var multipliers = solution.multipliers
      for i in multipliers.signed.elements.indices {
        multipliers.signed.elements[i] = scale * multipliers.signed.elements[i] + shift * Double(i % 3 - 1)
      }
      let bound = multipliers.lowerBound(program)
      #expect(bound <= solution.objective * (1 + 1e-9) + 1e-12, "\(random) scale \(scale) shift \(shift)")
      if scale == 7 && shift == 0 {
        expectClose(bound, solution.lowerBound, absolute: 1e-12, relative: 1e-9, "\(random)")
      }
    }
  }
}

/// A layer at ε = 0 is its neurons side by side.
@Test func neuronsOfALayerAreSeparatePrograms() throws {
  let one = try RandomProgram(
    samples: 20, dimension: 15, entries: .normal, slack: .none, responses: .sparse, seed: 1
  ).layer
  let other = try RandomProgram(
    samples: 20, dimension: 15, entries: .normal, slack: .none, responses: .sparse, seed: 2
  ).layer
  let responses = Matrix.joiningColumns(one.responses, one.responses)
  let both = try LayerProgram(inputs: one.inputs, responses: responses).solve()
  let single = one.solve()
  #expect(both.weights == Matrix.joiningColumns(single.weights, single.weights))
  expectClose(both.objective, 2 * single.objective, absolute: 1e-12)
  #expect(try LayerProgram(inputs: other.inputs, responses: one.responses).solve().status != .notConverged)
}

@Test func malformedProgramsAreRefusedByName() {
  func refusal(_ body: () throws -> LayerProgram) -> String {
    do {
      _ = try body()
      return "accepted"
    } catch { return "\(error)" }
  }
  #expect(refusal { try layer([[1, .nan]], [[1, 0]]) }.contains("X[0, 1] is nan"))
  #expect(refusal { try layer([[1, 2]], [[1, -3]]) }.contains("Y[0, 1] is -3.0"))
  #expect(refusal { try layer([[1, 2]], [[1]]) }.contains("Y has 1 samples (columns) where X has 2"))
  #expect(refusal { try layer([[1, 2]], [[1, 0]], slack: [[1]]) }.contains("V is 1×1 where Y is 1×2"))
  #expect(
    refusal {
      try LayerProgram(
        inputs: Matrix(rows: 1, columns: 1), responses: Matrix(rows: 1, columns: 1), epsilon: -1)
    }.contains("the tolerance is -1.0"))
  #expect(
    refusal {
      try LayerProgram(inputs: Matrix(rows: 0, columns: 3), responses: Matrix(rows: 0, columns: 1))
    }.contains("X is 3×0"))
}
