// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Testing

@Suite struct FeasiblePointTests {
  private typealias Points = FeasiblePointExperiment

  /// On two samples one neuron in four is silent: Y = 0, ε = 0, and the error at the end of the step is rounding alone.
  @Test func silentNeuronsBreakNoBound() throws {
    let cell = Points().cell([
      Points.width.is(5), Points.neurons.is(1), Points.density.is(1), Points.samples.is(2), Points.epsilon.is(0.1),
    ])
    var workspace = TrialWorkspace()
    let outcomes = try (1...400).map {
      try Points().trial(cell, seed: 1, number: $0, in: &workspace).result.get()
    }
    let silent = outcomes.filter { $0[Points.bound] == 0 }
    #expect(silent.count > 60 && silent.contains { ($0[Points.error] ?? 0) > 0 })
    #expect(outcomes.allSatisfy { $0.success != false })
  }
}
