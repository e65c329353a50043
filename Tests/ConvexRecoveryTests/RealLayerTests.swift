// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import TestSupport
import Testing

/// A layer as trained networks have them: inputs that are outputs of a ReLU layer of images with dark borders, hence partly never on, partly
/// nearly never, some twice, one always 1, and of rank below N; and responses of neurons of all kinds, one of them never active.
private struct RealLayer: CustomTestStringConvertible, Sendable {
  let samples: Int
  let hidden: Int
  let fraction: Double
  /// Whether the inputs have changed since the responses were made, as in the cascade.
  let isCascade: Bool

  var testDescription: String { "P=\(samples) N=\(hidden + 1) ε=\(fraction)‖Y‖\(isCascade ? " cascade" : "")" }

  static let all = [(60, 40), (150, 40), (40, 80)].flatMap { size in
    [0.02, 0.1, 0.3].flatMap { fraction in
      [false, true].map { RealLayer(samples: size.0, hidden: size.1, fraction: fraction, isCascade: $0) }
    }
  }

  func program() throws -> LayerProgram {
    let generator = Generator(seed: UInt(samples + hidden))
    var inputs = Matrix(rows: samples, columns: hidden + 1)
    let pixels = (0..<samples).map { _ in (0..<12).map { _ in max(generator.normal(), 0) } }
    for j in 0..<hidden {
      let weights = (0..<12).map { _ in generator.normal() }
      // Every eighth input is never on, every fifth is small, and every seventh repeats its neighbour.
      let size = j % 8 == 0 ? 0 : j % 5 == 0 ? 1e-3 : 1
      for p in 0..<samples {
        inputs[p, j] =
          j % 7 == 3 ? inputs[p, j - 1] : max(size * weights.dot(pixels[p]), 0)
      }
    }
    for p in 0..<samples { inputs[p, hidden] = 1 }
    var weights = Matrix(rows: hidden + 1, columns: 6)
    for i in weights.elements.indices { weights.elements[i] = generator.normal() }
    for j in 0...hidden { weights[j, 5] = -abs(weights[j, 5]) }
    let responses = (inputs * weights).elements.map { max($0, 0) }
    var seen = inputs
    if isCascade { for i in seen.elements.indices { seen.elements[i] *= 1 + 0.05 * generator.normal() } }
    let activities = seen * weights
    let misfit = zip(responses, activities.elements).map { $0 > 0 ? $1 - $0 : 0 }
    return try LayerProgram(
      inputs: seen, responses: Matrix(rows: samples, columns: 6, elements: responses),
      slack: isCascade ? activities : nil, epsilon: max(fraction * responses.norm2, isCascade ? 1.05 * misfit.norm2 : 0)
    )
  }
}

@Test(arguments: RealLayer.all)
private func newtonAndInteriorPointAgreeOnRealLayers(layer: RealLayer) throws {
  let program = try layer.program()
  let (newton, interior) = (program.solve(method: .newton), program.solve(method: .interiorPoint))
  #expect(newton.status == .optimal, "\(layer): \(newton.stop.name), gap \(newton.relativeGap)")
  #expect(
    newton.method == "newton" || newton.method == "origin" || newton.method == "homotopy", "\(layer): \(newton.method)")
  expectClose(newton.objective, interior.objective, relative: 2e-8, "\(layer)")
  for j in 0...layer.hidden where program.inputs.column(j).allSatisfy({ $0 == 0 }) {
    #expect(newton.weights.row(j).allSatisfy { $0 == 0 }, "\(layer): input \(j) is never on and has weights")
  }
}

/// Whatever the accuracy asked for, what comes back is feasible and its gap is what was asked, measured anew here.
@Test(arguments: RealLayer.all, [1e-1, 1e-3, 1e-5])
private func toleranceIsTheGapOfAFeasiblePoint(layer: RealLayer, gap: Double) throws {
  let program = try layer.program()
  let (solution, exact) = (program.solve(settings: SolverSettings(gap: gap)), program.solve())
  #expect(solution.status == .optimal, "\(layer) \(gap): \(solution.relativeGap)")
  // Not by what `auto` falls back on, and in no more steps than a round may take: either would hide that Newton's method is wrong.
  let limit = SolverSettings().proximal.stepLimit
  #expect(solution.method != "interior-point" && solution.iterations < limit, "\(layer): \(solution.iterations) steps")
  expectClose(solution.objective, exact.objective, relative: 1.01 * gap, "\(layer)")
  let activities = program.inputs * solution.weights
  var residual = 0.0
  let scale = program.responses.elements.normInfinity
  for i in activities.elements.indices {
    if program.responses.elements[i] > 0 {
      residual +=
        (activities.elements[i] - program.responses.elements[i])
        * (activities.elements[i] - program.responses.elements[i])
    } else {
      let slack = program.slack?.elements[i] ?? 0
      #expect(activities.elements[i] - slack <= 1e-6 * max(scale, abs(slack)), "\(layer)")
    }
  }
  #expect(residual.squareRoot() <= program.epsilon * (1 + 1e-6), "\(layer)")
}

/// What could be 0 without loss is 0, so that counting what is not 0 counts what is kept, whatever the method.
@Test(arguments: RealLayer.all, [LayerMethod.newton, .interiorPoint, .admm])
private func weightsThatAreOnlyRoundingAreExactZeros(layer: RealLayer, method: LayerMethod) throws {
  let program = try layer.program()
  for gap in [1e-1, 1e-3, 1e-8] {
    try expectExactZeros(program, method, SolverSettings(gap: gap), "\(layer) \(method) \(gap)")
  }
}

private func expectExactZeros(
  _ program: LayerProgram, _ method: LayerMethod, _ settings: SolverSettings, _ label: String
) throws {
  let solution = program.solve(method: method, settings: settings)
  try #require(solution.status == .optimal || method == .admm, "\(label)")
  let least = 1e-6 * solution.weights.elements.normInfinity
  var without = solution.weights
  for i in without.elements.indices where abs(without.elements[i]) < least { without.elements[i] = 0 }
  guard solution.status == .optimal && without != solution.weights else { return }
  let judged = LayerSolution(
    program,
    Candidate(weights: without, multipliers: solution.multipliers, stop: .converged, method: "", iterations: 0),
    settings)
  #expect(judged.status != .optimal, "\(label): \(solution.nonzeros) kept, \(judged.nonzeros) would do")
}
