// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension InteriorPoint.Outcome {
  /// The error below which the active sets can be read off the iterate; the certificate judges what comes of it.
  private static let readable = 1e-4

  /// A sparse solution at a corner of the optimal face, as good as its certificate: by Newton's method from the corner's active sets, or the
  /// corner itself with the multipliers of the interior point, for as many neurons as that holds for.
  func crossedOver(_ tolerances: Tolerances) -> LayerSolution {
    guard error < Self.readable else { return solution }
    let vertices = (0..<program.neurons).map { vertex(of: $0) }
    let sets = vertices.enumerated().map { m, vertex in
      NeuronActiveSet(
        signs: vertex.weights.map { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 },
        isBinding: vertex.rows.enumerated().map { p, binds in binds && !program.layer.isActive(sample: p, neuron: m) })
    }
    let corner = program.solution(
      weights: Matrix(rows: program.dimension, columns: program.neurons, elements: vertices.flatMap(\.weights)),
      multipliers: Matrix(rows: program.samples, columns: program.neurons, elements: iterate.multiplier),
      iterations: solution.iterations, tolerances)
    var newton = ActiveSetNewton(program.layer, from: sets, near: corner)
    var polished = newton.solve(persistently: false, stepLimit: 20, tolerances)
    polished?.method = solution.method
    polished?.iterations += solution.iterations
    let candidates = [polished, corner].compactMap { $0 }.filter { $0.status == .optimal }
    return candidates.min { $0.nonzeros < $1.nonzeros } ?? replacing(by: corner, tolerances)
  }

  /// What is inside the face, with the corner's neurons in place of its own as far as the certificate bears it.
  private func replacing(by corner: LayerSolution, _ tolerances: Tolerances) -> LayerSolution {
    var best = solution
    for m in 0..<program.neurons where best.status == .optimal {
      var weights = best.weights
      for j in 0..<program.dimension { weights[j, m] = corner.weights[j, m] }
      let next = LayerSolution(
        program.layer, weights: weights, multipliers: best.multipliers, method: best.method,
        iterations: best.iterations, tolerances: tolerances)
      if next.status == .optimal { best = next }
    }
    return best
  }

  /// Whether the responses on Ω hold the weights; where the ball is slack only the inequalities do.
  private var isFitBinding: Bool { !program.hasBall || solution.residualNorm > 0.99 * program.layer.epsilon }

  private func vertex(of m: Int) -> FaceVertex {
    let (samples, dimension) = (program.samples, program.dimension)
    let weights = (m * dimension..<(m + 1) * dimension).map { j in
      stays(j, \.positive, \.positiveCost)
        ? iterate.positive[j] : stays(j, \.negative, \.negativeCost) ? -iterate.negative[j] : 0
    }
    var binding = [Bool](repeating: false, count: samples)
    var room = [Double](repeating: .infinity, count: samples)
    if isFitBinding {
      for p in 0..<samples where program.layer.isActive(sample: p, neuron: m) { binding[p] = true }
    }
    for i in program.bounded where i / samples == m {
      binding[i % samples] = stays(i, \.multiplier, \.slack)
      room[i % samples] = iterate.slack[i]
    }
    return FaceVertex(inputs: program.inputs, weights: weights, binding: binding, room: room)
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
