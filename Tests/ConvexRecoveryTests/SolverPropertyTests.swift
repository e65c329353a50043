// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

/// What a program can be like: a row of the table solver × property.
private enum Property: String, CaseIterable, Sendable {
  case singular, infeasible, blank, exact, vacuous, wide, tall, badlyScaled, slackOfEitherSign, linear, unbounded, huge,
    tiny

  /// Whether the method is meant for such a program; published ADMM stops by a rule of its own and is judged elsewhere.
  func applies(to method: LayerMethod) -> Bool {
    switch (self, method) {
    case (_, .publishedADMM): false
    // A path has no ε, Newton's method no ε = 0.
    case (.exact, .newton), (.vacuous, .homotopy): false
    // ADMM needs more than 20,000 iterations where inputs differ by 10⁶.
    case (.badlyScaled, .admm): false
    default: true
    }
  }

  /// A layer with the property; ε = 0 for the homotopy, a twentieth of ‖Y‖ for the others.
  func program(_ method: LayerMethod) throws -> LayerProgram {
    var stream = RandomStream(StreamKey(seed: 21, content: rawValue, trial: 0, purpose: "layer"))
    let (samples, dimension) = self == .wide ? (12, 30) : self == .tall ? (40, 8) : (24, 12)
    var x = Matrix(rows: samples, columns: dimension) { stream.fillNormal($0) }
    if self == .singular {
      for p in 0..<samples { for j in 0..<dimension / 2 { x[p, j + dimension / 2] = x[p, j] } }
    }
    if self == .badlyScaled { x.scaleColumns(by: (0..<dimension).map { pow(10, Double($0 % 4 * 2 - 3)) }) }
    if self == .blank { x = Matrix(rows: samples, columns: dimension) }
    if self == .huge || self == .tiny { x = x.mapped { self == .huge ? $0 * 1e200 : $0 * 1e-200 } }
    var weights = Matrix(rows: dimension, columns: 2)
    for m in 0..<2 {
      for j in stream.subset(size: 4, of: dimension) {
        let size = Array(x.column(j)).norm2
        weights[j, m] = size > 0 ? stream.normal() / size : 0
      }
    }
    let activities = x * weights
    var responses = self == .linear ? activities : activities.mapped { max($0, 0) }
    if self == .blank { responses[3, 1] = 1 }
    var slack: Matrix?
    if self == .slackOfEitherSign { slack = activities.mapped { $0 + (stream.uniform() < 0.5 ? 0 : 0.1) } }
    if self == .unbounded { slack = activities.mapped { _ in stream.uniform() < 0.5 ? .infinity : 1e9 } }
    if self == .infeasible {
      for j in 0..<dimension { x[samples - 1, j] = x[0, j] }
      (responses[0, 0], responses[samples - 1, 0]) = (1, 9)
    }
    let norm = responses.elements.norm2
    let epsilon = method == .homotopy || self == .exact ? 0 : self == .vacuous ? norm : 0.05 * norm
    return try LayerProgram(
      inputs: x, responses: responses, slack: slack, epsilon: epsilon, activation: self == .linear ? .linear : .relu)
  }

  var status: SolveStatus { self == .infeasible || self == .blank ? .infeasible : .optimal }
}

/// The table solver × property; each cell recomputes the evidence from the definition.
@Test(arguments: LayerMethod.allCases, Property.allCases)
private func everySolverCopesWithEveryProperty(method: LayerMethod, property: Property) throws {
  guard property.applies(to: method) else { return }
  let program = try property.program(method)
  let solution = program.solve(method: method)
  #expect(
    solution.status == property.status, "\(method) \(property): gap \(solution.relativeGap) \(solution.stop.name)")
  expectProved(program, solution, "\(method) \(property)")
  if property == .vacuous { #expect(solution.nonzeros == 0 && solution.objective == 0) }
}

private func layer(
  _ x: [[Double]], _ y: [Double], slack: [Double]? = nil, epsilon: Double = 0
) throws -> LayerProgram {
  try LayerProgram(
    inputs: Matrix(rows: y.count, columns: x.count, elements: x.flatMap(\.self)), responses: Matrix(column: y),
    slack: slack.map { Matrix(column: $0) }, epsilon: epsilon)
}

/// Regression: the bound of 10⁹ loosened the one of .5, and u = 1 was called optimal.
@Test(arguments: [1e9, .infinity])
func oneLargeSlackLoosensNoOther(bound: Double) throws {
  let program = try layer([[1, 1, 1]], [1, 0, 0], slack: [0, 0.5, bound])
  #expect(program.solve().status == .infeasible)
  let candidate = Candidate(
    weights: Matrix(column: [1]), multipliers: LayerMultipliers(signed: Matrix(column: [1, 0, 0])), stop: .converged,
    method: "given", iterations: 0)
  let solution = LayerSolution(program, candidate)
  #expect(solution.status == .notConverged && !solution.isFeasible && solution.relativeViolation == 0.5)
}

/// Regression: X = diag(10⁵, 10⁻⁵) was called infeasible where u = (10⁻⁵, 10⁵) fits. The optimum of u₁ + u₂ subject to
/// (10⁵u₁ − 1)² + (10⁻⁵u₂ − 1)² ≤ ε² is nearly 10⁵(1 − ε), the second residual taking all of ε.
@Test(arguments: [LayerMethod.automatic, .newton, .interiorPoint])
func largeWeightsAreNoProof(method: LayerMethod) throws {
  let solution = try layer([[1e5, 0], [0, 1e-5]], [1, 1], epsilon: 0.1).solve(method: method)
  #expect(solution.status == .optimal)
  expectClose(solution.objective, 0.9e5, relative: 1e-7)
}

/// A ray with costs that do not vanish excludes small weights and proves no more: ν = (1, 1) has gain 2 and costs (10⁵, 10⁻⁵).
@Test func anInexactRayExcludesSmallNorms() throws {
  let program = try layer([[1e5, 0], [0, 1e-5]], [1, 1])
  let ray = LayerMultipliers(signed: Matrix(column: [1e-10, 1]))
  let candidate = Candidate(
    weights: Matrix(rows: 2, columns: 1), multipliers: ray, stop: .ray(ray), method: "given", iterations: 0)
  let solution = LayerSolution(program, candidate)
  #expect(solution.status == .notConverged)
  expectClose(try #require(solution.excludedNorm), 1e5, relative: 1e-9)
}

/// Regression: ∞·0. A sample of zeros cannot reach 1.
@Test func zerosReachNothing() throws {
  for method in LayerMethod.allCases where method != .publishedADMM {
    let epsilon = method == .newton ? 0.5 : 0
    let solution = try layer([[0, 0], [0, 0]], [1, 0], epsilon: epsilon).solve(method: method)
    #expect(solution.status == .infeasible && solution.excludedNorm == .infinity, "\(method)")
  }
  #expect(try layer([[0]], [1]).solve().status == .infeasible)
  #expect(try layer([[0]], [1], epsilon: 1).solve().status == .optimal)
}

/// Regression: squares overflowed from 10¹⁵⁵ on, and a precondition failed.
@Test(
  arguments: [LayerMethod.automatic, .newton, .interiorPoint, .admm, .publishedADMM], [1e155, 1e200, 1e-200, 1.7e308])
func unitsDoNotMatter(method: LayerMethod, unit: Double) throws {
  let rows = [[1.0, -0.5, 0.25, 1], [0.5, 1, -1, 0.125], [-0.25, 0.5, 1, 1]]
  let y = [0.5, 0, 0.75, 0.25]
  let program = try layer(rows.map { $0.map { unit * $0 } }, y, epsilon: 0.1)
  let (solution, expected) = (program.solve(method: method), try layer(rows, y, epsilon: 0.1).solve())
  guard method != .publishedADMM else { return }
  #expect(expected.status == .optimal && solution.status == .optimal, "\(solution.status) \(solution.relativeGap)")
  expectClose(solution.objective * unit, expected.objective, relative: 2e-8)
}

/// Entries at the end of doubles, of either sign: an answer, whatever it is.
@Test(arguments: LayerMethod.allCases)
func theLargestNumbersCrashNothing(method: LayerMethod) throws {
  let most = 1.7e308
  for y in [[most, 0, most], [1, 0, 1e-300], [.leastNonzeroMagnitude, 0, most]] {
    for epsilon in [0, 1, 1e300] where method.applies(to: .within(epsilon: epsilon)) {
      let program = try layer([[most, -most, most], [-most, 1e-300, 1]], y, slack: [0, -most, 0], epsilon: epsilon)
      let solution = program.solve(method: method)
      if solution.status == .optimal { #expect(solution.isFeasible && solution.objective.isFinite) }
    }
  }
}

/// Two equal samples with responses 1 and 1 + δ: infeasible however small δ, until the tolerance of 10⁻⁹ cannot see it.
@Test(arguments: [1e-4, 1e-6, 1e-7, 1e-8])
func whatIsJustInfeasibleIsProvedSo(delta: Double) throws {
  var stream = RandomStream(StreamKey(seed: 22, content: "just", trial: 0, purpose: "layer"))
  var x = Matrix(rows: 15, columns: 8) { stream.fillNormal($0) }
  for j in 0..<8 { x[14, j] = x[0, j] }
  var y = (x * (0..<8).map { $0 < 3 ? 1.0 : 0 }).map { max($0, 0) }
  (y[0], y[14]) = (1, 1 + delta)
  let solution = try LayerProgram(inputs: x, responses: Matrix(column: y)).solve()
  #expect(solution.status == .infeasible, "\(solution.stop.name)")
}

/// Inputs that are never on have weights of exactly 0, and the program is the one without them.
@Test(arguments: [LayerMethod.automatic, .interiorPoint, .admm])
func deadInputsAreLeftOut(method: LayerMethod) throws {
  let random = RandomLayer(
    kind: .parallel, entries: .normal, samples: 30, dimension: 12, neurons: 3, tolerance: 0.1, seed: 23)
  let program = try random.program
  var x = program.inputs
  for p in 0..<30 { for j in [0, 5, 11] { x[p, j] = 0 } }
  let alive = [1, 2, 3, 4, 6, 7, 8, 9, 10]
  let dead = try LayerProgram(inputs: x, responses: program.responses, epsilon: 2 * program.epsilon)
  let alone = try LayerProgram(
    inputs: x.selectingColumns(alive), responses: program.responses, epsilon: 2 * program.epsilon)
  let (first, second) = (dead.solve(method: method), alone.solve(method: method))
  #expect(first.status == second.status)
  for m in 0..<3 {
    for j in [0, 5, 11] { #expect(first.weights[j, m] == 0) }
    for (k, j) in alive.enumerated() { #expect(first.weights[j, m] == second.weights[k, m]) }
  }
}

/// The homotopy goes by the caller's tolerances.
@Test func homotopyHonoursItsSettings() throws {
  let program = try RandomProgram(
    samples: 12, dimension: 9, entries: .normal, slack: .none, responses: .sparse, seed: 3
  ).layer
  #expect(Homotopy().solve(program).status == .optimal)
  var settings = SolverSettings()
  settings.homotopy.breakpointLimit = 0
  let stopped = Homotopy(settings).solve(program)
  #expect(stopped.status == .notConverged && stopped.stop.name == "iteration-limit")
}
