// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

private let layers = RandomLayer.all(
  sizes: [(5, 5, 1), (8, 20, 3), (20, 8, 3), (40, 40, 2), (30, 60, 3)], tolerances: [1e-4, 0.05, 0.4], seed: 2)

@Test(arguments: layers)
func everyLayerIsSolvedOrProvedInfeasible(random: RandomLayer) throws {
  let program = try random.program
  let solution = program.solve()
  expectProved(program, solution, "\(random)")
  if random.isFeasible { #expect(solution.status == .optimal, "\(random)") }
}

/// Where both prove a gap of 10⁻⁸ their objectives agree; ADMM may need more patience, but not contradict.
@Test(arguments: layers.filter { $0.tolerance > 0.01 })
func admmAgreesWithNewton(random: RandomLayer) throws {
  let program = try random.program
  guard program.epsilon > 0 else { return }
  let (first, second) = (program.solve(method: .admm), program.solve(method: .newton))
  guard first.status != .notConverged else { return }
  #expect(first.status == second.status, "\(random)")
  expectProved(program, first, "\(random)")
  guard first.status == .optimal else { return }
  expectClose(first.objective, second.objective, relative: 2e-8, "\(random)")
}

@Test(arguments: layers)
func interiorPointAgreesWithNewton(random: RandomLayer) throws {
  let program = try random.program
  guard program.epsilon > 0 else { return }
  let (first, second) = (program.solve(method: .interiorPoint), program.solve(method: .automatic))
  guard second.status == .optimal else { return }
  expectProved(program, first, "\(random)")
  expectClose(first.objective, second.objective, relative: 2e-8, "\(random)")
}

@Test func admmConvergesOnMostLayers() throws {
  let programs = try layers.filter { $0.tolerance > 0.01 }.map { try $0.program }
  let solved = programs.count { $0.solve(method: .admm).status != .notConverged }
  #expect(solved >= 100)
  #expect(Double(solved) > 0.9 * Double(programs.count), "\(solved) of \(programs.count)")
}

/// Chooses weights U and multipliers first, then the data that make them optimal.
///
/// Inputs are corrected so that Xᵀ·N has the signs of U on its support and smaller entries off it; Y and ε follow from
/// r = λν, V from complementary slackness, of either sign.
@Test(arguments: [LayerMethod.automatic, .interiorPoint], 0..<24)
func knownOptimumIsFound(method: LayerMethod, trial: Int) throws {
  var stream = RandomStream(StreamKey(seed: 3, content: "known optimum", trial: UInt32(trial), purpose: "layer"))
  let (samples, dimension, neurons) = (12 + 3 * trial, 10 + 20 * (trial % 3), 1 + trial % 4)
  let isActive = (0..<samples * neurons).map { _ in stream.uniform() < 0.5 }
  var multipliers = Matrix(rows: samples, columns: neurons)
  for i in isActive.indices {
    multipliers.elements[i] =
      isActive[i] ? 0.1 + abs(stream.normal()) : stream.uniform() < 0.3 ? -abs(stream.normal()) : 0
  }
  var weights = Matrix(rows: dimension, columns: neurons)
  var costs = Matrix(rows: dimension, columns: neurons) { stream.fillUniform($0) }.mapped { 0.5 * $0 }
  for m in 0..<neurons {
    for j in stream.subset(size: 4, of: dimension) {
      weights[j, m] = stream.sign() * (0.1 + stream.uniform())
      costs[j, m] = weights[j, m] < 0 ? -1 : 1
    }
  }
  var inputs = Matrix(rows: samples, columns: dimension) { stream.fillNormal($0) }
  let wrong = costs.combined(with: Matrix.product(transposed: inputs, multipliers), -)
  let factor = try #require(Cholesky(upper: multipliers.gram()))
  inputs.elements.add((multipliers * factor.solve(wrong.transposed)).elements)

  let activities = inputs * weights
  let lambda = zip(activities.elements, multipliers.elements).reduce(1) { $1.1 > 0 ? max($0, 1 - $1.0 / $1.1) : $0 }
  var (responses, slack) = (Matrix(rows: samples, columns: neurons), Matrix(rows: samples, columns: neurons))
  for i in isActive.indices {
    let (activity, multiplier) = (activities.elements[i], multipliers.elements[i])
    if isActive[i] {
      responses.elements[i] = activity + lambda * multiplier
    } else {
      slack.elements[i] = activity + (multiplier < 0 ? 0 : stream.uniform())
    }
  }
  let epsilon = lambda * zip(multipliers.elements, isActive).map { $1 ? $0 : 0 }.norm2
  let program = try LayerProgram(inputs: inputs, responses: responses, slack: slack, epsilon: epsilon)
  let solution = program.solve(method: method)
  #expect(solution.status == .optimal, "trial \(trial): gap \(solution.relativeGap)")
  expectClose(solution.objective, weights.entrywiseNorm1, relative: 2e-8, "trial \(trial)")
  guard method == .interiorPoint else { return }
  #expect(solution.nonzeros == weights.elements.count { $0 != 0 }, "trial \(trial): \(method)")
}

/// opt(0) − ε‖ν‖_F ≤ opt(ε) ≤ opt(0), ν the multipliers at ε = 0.
@Test(
  arguments: RandomLayer.all(kinds: [.parallel], sizes: [(20, 8, 2), (30, 40, 3)], tolerances: [1e-9, 1e-5], seed: 4))
func smallToleranceApproachesTheExactProgram(random: RandomLayer) throws {
  let program = try random.program
  let exactProgram = try LayerProgram(inputs: program.inputs, responses: program.responses)
  let (loose, exact) = (program.solve(), exactProgram.solve())
  #expect(loose.status == .optimal && exact.status == .optimal, "\(random) \(loose.status) \(exact.status)")
  var slope = 0.0
  for m in 0..<program.neurons {
    let signed = Array(exact.multipliers.signed.column(m))
    let cost = max(1, program.inputs.transposeTimes(signed).normInfinity)
    for p in 0..<program.samples where program.responses[p, m] > 0 { slope += signed[p] * signed[p] / (cost * cost) }
  }
  #expect(loose.objective <= exact.objective * (1 + 2e-8), "\(random)")
  #expect(
    loose.objective >= exact.objective - program.epsilon * slope.squareRoot() - 2e-8 * exact.objective, "\(random)")
}

@Test(arguments: [1.0, 2.0])
func toleranceOfTheWholeNormAllowsZero(multiple: Double) throws {
  let random = RandomLayer(
    kind: .parallel, entries: .normal, samples: 20, dimension: 10, neurons: 3, tolerance: multiple, seed: 5)
  let solution = try random.program.solve()
  #expect(solution.status == .optimal && solution.objective == 0 && solution.nonzeros == 0)
}

@Test func silentNeuronsNeedNoWeights() throws {
  let inputs = try RandomProgram(
    samples: 10, dimension: 5, entries: .normal, slack: .none, responses: .sparse, seed: 6
  ).layer.inputs
  let silent = Matrix(rows: 10, columns: 2)
  #expect(try LayerProgram(inputs: inputs, responses: silent, epsilon: 0.1).solve().objective == 0)
  // With negative bounds the same neurons are linear programs, and the ball is no constraint at all.
  let slack = inputs * Matrix(rows: 5, columns: 2, elements: Array(repeating: 1, count: 10))
  let bounded = try LayerProgram(inputs: inputs, responses: silent, slack: slack, epsilon: 0.1)
  let exact = try LayerProgram(inputs: inputs, responses: silent, slack: slack).solve()
  #expect(bounded.solve().status == .optimal && exact.status == .optimal && exact.objective > 0)
  expectClose(bounded.solve().objective, exact.objective, relative: 2e-8)
}

/// The published stopping rule is absolute and does not look at the constraints: in units in which weights are small, as
/// in a link-normalised network, what it returns breaks its tolerance. The certificate does not depend on units.
@Test(arguments: [1, 1e-3, 1e3])
func publishedADMMBreaksItsToleranceInSmallUnits(unit: Double) throws {
  let random = RandomLayer(
    kind: .parallel, entries: .normal, samples: 60, dimension: 25, neurons: 5, tolerance: 0.05, seed: 7)
  let program = try random.program
  let scaled = try LayerProgram(
    inputs: program.inputs, responses: program.responses.mapped { unit * $0 }, epsilon: unit * program.epsilon)
  let (published, accurate) = (scaled.solve(method: .publishedADMM), scaled.solve())
  #expect(published.status == .notConverged)
  if unit < 1 { #expect(published.residualNorm > 1.01 * scaled.epsilon) }
  expectClose(accurate.residualNorm, scaled.epsilon, relative: 1e-9)
  expectClose(accurate.objective, unit * program.solve().objective, relative: 2e-8)
}

/// Three ways to be infeasible, each with the smallest layer that shows it, beside the repaired layer.
@Test(arguments: [LayerMethod.automatic, .newton, .interiorPoint, .admm])
func infeasibleLayersAreProvedSo(method: LayerMethod) throws {
  func status(_ x: [Double], _ y: [Double], _ v: [Double]? = nil, _ epsilon: Double, linear: Bool = false) throws
    -> SolveStatus
  {
    let program = try LayerProgram(
      inputs: Matrix(rows: y.count, columns: x.count / y.count, elements: x),
      responses: Matrix(rows: y.count, columns: 1, elements: y),
      slack: v.map { Matrix(rows: y.count, columns: 1, elements: $0) }, epsilon: epsilon,
      activation: linear ? .linear : .relu)
    let solution = program.solve(method: method)
    expectProved(program, solution, "\(method) \(x) \(y)")
    return solution.status
  }
  // One input, responses 1 and 2 to equal samples: the best fit misses by √½.
  #expect(try status([1, 1], [1, 2], nil, 0.7) == .infeasible)
  #expect(try status([1, 1], [1, 2], nil, 0.71) == .optimal)
  // The same with signs, in a linear layer.
  #expect(try status([1, 1], [-1, 1], nil, 1.4, linear: true) == .infeasible)
  #expect(try status([1, 1], [-1, 1], nil, 1.42, linear: true) == .optimal)
  // Equal samples, one to reach 1 ± .5, the other to stay below .25.
  #expect(try status([1, 1], [1, 0], [0, 0.25], 0.5) == .infeasible)
  #expect(try status([1, 1], [1, 0], [0, 0.25], 0.8) == .optimal)
  // A sample of zeros cannot go below −1.
  #expect(try status([1, 0], [1, 0], [0, -1], 0.5) == .infeasible)
  #expect(try status([1, 0], [1, 0], [0, 1], 0.5) == .optimal)
}

/// min |u| subject to u ≥ 1, beside a bound of 10⁶ that makes a violation of 5·10⁻⁴ relatively small.
@Test func anObjectiveBelowTheBoundIsNotOptimal() throws {
  let program = try LayerProgram(
    inputs: Matrix(rows: 3, columns: 1, elements: [1, -1, 1]),
    responses: Matrix(rows: 3, columns: 1, elements: [1, 0, 0]),
    slack: Matrix(rows: 3, columns: 1, elements: [0, -1, 1e6]), epsilon: 1)
  func judged(_ u: Double) -> LayerSolution {
    LayerSolution(
      program,
      Candidate(
        weights: Matrix(rows: 1, columns: 1, elements: [u]),
        multipliers: LayerMultipliers(signed: Matrix(rows: 3, columns: 1, elements: [0, -1, 0])), stop: .converged,
        method: "given", iterations: 0))
  }
  #expect(judged(1).status == .optimal && judged(1).lowerBound == 1)
  #expect(judged(0.9995).status == .notConverged && judged(1.0001).status == .notConverged)
}

/// Threads share the neurons and nothing else: the solutions agree to the last bit.
@Test(
  arguments: [LayerMethod.automatic, .newton, .homotopy],
  RandomLayer.all(kinds: [.parallel], sizes: [(30, 60, 3), (12, 20, 7)], tolerances: [0, 0.05], seed: 9))
func workersDoNotChangeSolutions(method: LayerMethod, random: RandomLayer) throws {
  let program = try random.program
  guard method.applies(to: program.fit) else { return }
  let alone = program.solve(method: method)
  for workers in [2, 5] {
    let shared = program.solve(method: method, workers: workers)
    #expect(shared.weights == alone.weights && shared.multipliers.signed == alone.multipliers.signed, "\(random)")
    #expect(shared.status == alone.status && shared.iterations == alone.iterations, "\(random)")
  }
}
