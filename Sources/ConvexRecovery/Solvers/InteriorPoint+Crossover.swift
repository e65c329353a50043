// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension InteriorPoint.Outcome {
  /// A sparse solution at a corner of the optimal face, as good as its certificate: by Newton's method from the corner's active sets, or the
  /// corner itself with the multipliers of the interior point, for as many neurons as that holds for.
  func crossedOver(_ settings: SolverSettings) -> LayerSolution {
    guard error < settings.interiorPoint.readable else { return solution }
    let vertices = (0..<program.neurons).map { vertex(of: $0) }
    let sets = vertices.enumerated().map { m, vertex in
      NeuronActiveSet(
        signs: vertex.weights.map { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 },
        isBinding: vertex.rows.enumerated().map { p, binds in binds && program.isBounded[m * program.samples + p] })
    }
    let estimate = LayerEstimate(
      weights: Matrix(rows: program.dimension, columns: program.neurons, elements: vertices.flatMap(\.weights)),
      signed: Matrix(rows: program.samples, columns: program.neurons, elements: -1 * iterate.multiplier), multiplier: 0)
    let corner = LayerSolution(
      program.original,
      program.candidate(
        weights: estimate.weights, signed: estimate.signed, .converged, method: .interiorPoint,
        iterations: solution.iterations), settings)
    let candidates = [polished(sets, estimate, settings), corner].compactMap { $0 }.filter { $0.status == .optimal }
    return candidates.min { $0.nonzeros < $1.nonzeros } ?? replacing(by: corner, settings)
  }

  /// Newton's method from the corner's active sets; it has none at ε = 0.
  private func polished(
    _ sets: [NeuronActiveSet], _ estimate: LayerEstimate, _ settings: SolverSettings
  ) -> LayerSolution? {
    guard program.radius > 0 else { return nil }
    var newton = ActiveSetNewton(program, from: sets, near: estimate, settings)
    guard var candidate = newton.solve(stepLimit: 20)?.candidate() else { return nil }
    candidate.method = solution.method
    candidate.iterations += solution.iterations
    return LayerSolution(program.original, candidate, settings)
  }

  /// What is inside the face, with the corner's neurons in place of its own as far as the certificate bears it.
  private func replacing(by corner: LayerSolution, _ settings: SolverSettings) -> LayerSolution {
    var best = solution
    for m in 0..<program.neurons where best.status == .optimal {
      var candidate = best.candidate()
      for j in 0..<corner.weights.rows { candidate.weights[j, m] = corner.weights[j, m] }
      let next = LayerSolution(program.original, candidate, settings)
      if next.status == .optimal { best = next }
    }
    return best
  }

  /// Whether the responses on Ω hold the weights; where the ball is slack only the inequalities do.
  private var isFitBinding: Bool {
    !(program.radius > 0 && program.radius.isFinite) || solution.residualNorm > 0.99 * program.original.epsilon
  }

  private func vertex(of m: Int) -> FaceVertex {
    let (samples, dimension) = (program.samples, program.dimension)
    let weights = (m * dimension..<(m + 1) * dimension).map { j in
      stays(j, \.positive, \.positiveCost)
        ? iterate.positive[j] : stays(j, \.negative, \.negativeCost) ? -iterate.negative[j] : 0
    }
    var binding = [Bool](repeating: false, count: samples)
    var room = [Double](repeating: .infinity, count: samples)
    if isFitBinding {
      for p in 0..<samples where program.isActive[m * samples + p] { binding[p] = true }
    }
    for i in program.bounded where i / samples == m {
      binding[i % samples] = stays(i, \.multiplier, \.slack)
      room[i % samples] = iterate.slack[i]
    }
    return FaceVertex(
      inputs: program.inputs, costs: program.costs, weights: weights, binding: binding, room: room,
      images: program.radius == 0 ? Array(program.targets[m * samples..<(m + 1) * samples]) : nil)
  }

  /// Whether of a complementary pair the first is what stays positive: from one iterate to the next it has shrunk less than
  /// the second. Unlike a comparison of the two, this does not depend on their units.
  ///
  /// Source: El-Bakry, Tapia, Zhang, "A study of indicators for identifying zero variables in interior-point methods" (1994).
  private func stays(
    _ i: Int, _ first: KeyPath<InteriorPointIterate, [Double]>, _ second: KeyPath<InteriorPointIterate, [Double]>
  ) -> Bool {
    iterate[keyPath: first][i] * previous[keyPath: second][i] > iterate[keyPath: second][i]
      * previous[keyPath: first][i]
  }
}
