// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import TestSupport
import Testing

private let layers = RandomLayer.all(
  sizes: [(5, 5, 1), (8, 20, 3), (20, 8, 3), (40, 40, 2)], tolerances: [0.05], seed: 12)

extension LayerProgram {
  /// The regularised form, λ given as a fraction of the one at which U = 0 where V ≥ 0.
  fileprivate func regularised(_ fraction: Double) throws -> LayerProgram {
    let largest = Matrix.product(transposed: inputs, responses).elements.normInfinity
    return try LayerProgram(
      inputs: inputs, responses: responses, slack: slack, fit: .regularised(lambda: fraction * max(largest, 1e-3)),
      activation: activation)
  }
}

/// The conditions of optimality from their definition: with ν = (y − Xᵀu)/λ on Ω and the multipliers η ≥ 0 off it, the costs
/// Xν − Xη are the signs of u where it is not 0, and at most 1 elsewhere; η is 0 where an inequality has room.
private func expectStationary(_ program: LayerProgram, _ solution: LayerSolution, _ label: String) throws {
  let lambda = try #require(program.lambda)
  let activities = program.inputs * solution.weights
  var signed = solution.multipliers.signed
  let claimed = Matrix.product(transposed: program.inputs, signed).elements.normInfinity
  let scale = max(program.responses.elements.normInfinity, program.slack?.elements.normInfinity ?? 0)
  for m in 0..<program.neurons {
    for p in 0..<program.samples {
      let excess = activities[p, m] - (program.isActive(sample: p, neuron: m) ? 0 : program.slack?[p, m] ?? 0)
      if program.isActive(sample: p, neuron: m) {
        signed[p, m] = (program.responses[p, m] - activities[p, m]) / lambda
      } else {
        // The certificate's multipliers have any scale; theirs at the optimum has largest cost 1, unless U = 0.
        signed[p, m] /= max(claimed, solution.nonzeros > 0 ? 0 : 1)
        #expect(signed[p, m] <= 0 && excess <= 1e-9 * scale, "\(label)")
        if signed[p, m] < -1e-9 { expectClose(excess, 0, absolute: 1e-7 * scale, "\(label)") }
      }
    }
  }
  let costs = Matrix.product(transposed: program.inputs, signed)
  for (weight, cost) in zip(solution.weights.elements, costs.elements) {
    if weight == 0 {
      #expect(abs(cost) <= 1 + 1e-6, "\(label)")
    } else {
      expectClose(cost, weight < 0 ? -1 : 1, absolute: 1e-6, "\(label)")
    }
  }
}

@Test(arguments: layers, [0.9, 0.3, 0.01])
func regularisedLayersAreSolvedOrProvedInfeasible(random: RandomLayer, fraction: Double) throws {
  let program = try random.program.regularised(fraction)
  // A gap g leaves ‖ν − ν*‖² ≤ 2g/λ: the conditions hold to about its root only.
  let solution = program.solve(settings: SolverSettings(gap: 1e-13))
  guard !random.isFeasible && solution.status == .infeasible else {
    #expect(solution.status == .optimal, "\(random): \(solution.status), gap \(solution.relativeGap)")
    return try expectStationary(program, solution, "\(random) \(fraction)")
  }
  // Only inequalities can be infeasible, and then they are for the homotopy as well.
  for m in 0..<program.neurons {
    let rows = (0..<program.samples).filter { !program.isActive(sample: $0, neuron: m) }
    let alone = try LayerProgram(
      inputs: program.inputs.selectingRows(rows), responses: Matrix(rows: rows.count, columns: 1),
      slack: program.slack.map { $0.selectingRows(rows).selectingColumns([m]) })
    if Homotopy().solve(alone).status == .infeasible { return }
  }
  Issue.record("\(random): every neuron's inequalities can be met")
}

/// The regularised solution solves the constrained program whose ε is its own residual.
@Test(arguments: layers.filter { $0.isFeasible }, [0.3, 0.03])
func bothFormsMeet(random: RandomLayer, fraction: Double) throws {
  let regularised = try random.program.regularised(fraction)
  let solution = regularised.solve()
  guard solution.residualNorm > 1e-6 * regularised.responses.frobeniusNorm else { return }
  let constrained = try LayerProgram(
    inputs: regularised.inputs, responses: regularised.responses, slack: regularised.slack,
    epsilon: solution.residualNorm, activation: regularised.activation
  ).solve()
  #expect(constrained.status == .optimal, "\(random)")
  expectClose(constrained.objective, solution.weights.entrywiseNorm1, relative: 1e-7, "\(random)")
}

@Test(arguments: layers.filter { $0.isFeasible })
func admmAgreesOnTheRegularisedForm(random: RandomLayer) throws {
  let program = try random.program.regularised(0.1)
  let (first, second) = (program.solve(method: .admm), program.solve())
  #expect(second.status == .optimal, "\(random)")
  if first.status != .notConverged { expectClose(first.objective, second.objective, relative: 2e-8, "\(random)") }
}

/// Without inequalities, which can hold U at 0 below it, λ = ‖XYᵀ‖_∞ is where the first weight appears.
@Test func strongRegularisationLeavesNothing() throws {
  let random = RandomLayer(
    kind: .linear, entries: .normal, samples: 20, dimension: 10, neurons: 3, tolerance: 0.1, seed: 5)
  let silent = try random.program.regularised(1).solve()
  #expect(silent.status == .optimal && silent.nonzeros == 0)
  #expect(try random.program.regularised(0.999).solve().nonzeros == 1)
}

/// The neurons are separate programs: solved one by one they give the layer's solution.
@Test func regularisedNeuronsAreSeparate() throws {
  let random = RandomLayer(
    kind: .parallel, entries: .normal, samples: 40, dimension: 12, neurons: 4, tolerance: 0.1, seed: 6)
  let program = try random.program.regularised(0.2)
  let apart = (0..<program.neurons).map { program.neuron($0).solve() }
  #expect(apart.allSatisfy { $0.status == .optimal })
  expectClose(apart.reduce(0) { $0 + $1.objective }, program.solve().objective, relative: 2e-8)
}
