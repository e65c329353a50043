// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

/// A layer deep in a random ReLU network: inputs that are not negative, nearly collinear, sparse, dead or equal, often more
/// of them than samples. Its solutions are a face, not a point.
struct DeepLayer: Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable, Sendable {
    /// As the layers before it leave them.
    case plain
    /// With a bias: an input of ones, beside which the others are short.
    case biased
    /// Every second input a copy of its neighbour, every fifth 0, and samples that come twice.
    case tied
    /// V such that the weights are feasible with nothing to spare, and the inputs disturbed: γ = 1 of the cascade scheme.
    case tight
  }

  let kind: Kind
  let widths: [Int]
  let samples: Int
  /// ε/‖Y‖_F; γ − 1 = 0 where the kind is `tight`.
  let tolerance: Double
  let trial: UInt32

  var description: String { "\(kind) \(widths) P=\(samples) ε=\(tolerance)‖Y‖ trial \(trial)" }

  static let all = Kind.allCases.flatMap { kind in
    [([8, 20, 20, 20, 5], 15), ([8, 12, 12, 12, 5], 60), ([16, 16, 16, 16], 10)].flatMap { widths, samples in
      [1e-6, 1e-3, 0.05, 0.3].flatMap { tolerance in
        (0..<2).map { DeepLayer(kind: kind, widths: widths, samples: samples, tolerance: tolerance, trial: $0) }
      }
    }
  }

  var program: LayerProgram {
    get throws {
      var stream = RandomStream(StreamKey(seed: 11, content: description, trial: trial, purpose: "layer"))
      var inputs = Matrix(rows: samples, columns: widths[0]) { stream.fillNormal($0) }
      for (before, after) in zip(widths, widths.dropFirst()).dropLast() {
        inputs = rectified(inputs * weights(before, after, &stream))
        if kind == .biased { inputs.appendColumn(Array(repeating: 1, count: samples)) }
        if kind == .biased { inputs.removeColumn(0) }
      }
      if kind == .tied { tie(&inputs) }
      let planted = weights(inputs.columns, widths.last ?? 1, &stream)
      let responses = rectified(inputs * planted)
      let norm = responses.frobeniusNorm
      guard kind == .tight else {
        return try LayerProgram(inputs: inputs, responses: responses, epsilon: tolerance * norm)
      }
      let noise = Matrix(rows: samples, columns: inputs.columns) { stream.fillNormal($0) }
      let disturbed = inputs.combined(with: noise) { $0 + tolerance * $0 * $1 }
      let activities = disturbed * planted
      let misfit = activities.combined(with: responses) { $1 > 0 ? $0 - $1 : 0 }.frobeniusNorm
      return try LayerProgram(inputs: disturbed, responses: responses, slack: activities, epsilon: misfit)
    }
  }

  /// A third of the weights non-zero, ‖W‖₁ = 1 as in a link-normalised network.
  private func weights(_ rows: Int, _ columns: Int, _ stream: inout RandomStream) -> Matrix {
    var weights = Matrix(rows: rows, columns: columns)
    for m in 0..<columns { for j in stream.subset(size: (rows + 2) / 3, of: rows) { weights[j, m] = stream.normal() } }
    let size = weights.entrywiseNorm1
    return weights.mapped { $0 / size }
  }

  private func rectified(_ activities: Matrix) -> Matrix { activities.mapped { max($0, 0) } }

  private func tie(_ inputs: inout Matrix) {
    for j in 0..<inputs.columns {
      for p in 0..<samples {
        if j % 2 == 1 { inputs[p, j] = inputs[p, j - 1] }
        if j % 5 == 4 { inputs[p, j] = 0 }
      }
      for p in stride(from: 1, to: samples, by: 4) { inputs[p, j] = inputs[p - 1, j] }
    }
  }
}

/// No layer takes long: what is counted is iterations of the interior-point method, or Newton steps of the slowest neuron in every round
/// of the proximal method, each of which changes a factor by a few columns where the interior-point method builds one of all neurons.
@Test(arguments: [LayerMethod.automatic, .interiorPoint], DeepLayer.all)
func degenerateLayersAreSolved(method: LayerMethod, layer: DeepLayer) throws {
  let program = try layer.program
  guard program.responses.frobeniusNorm > 0, program.epsilon > 0 else { return }
  let solution = program.solve(method: method)
  expectProved(program, solution, "\(method) \(layer)")
  #expect(solution.iterations <= (method == .interiorPoint ? 150 : 20 * program.dimension), "\(layer)")
  expectCorners(program, solution, "\(method) \(layer)")
}

/// Expects no neuron to have more non-zeros than its binding rows have rank on them.
private func expectCorners(_ program: LayerProgram, _ solution: LayerSolution, _ label: String) {
  let activities = program.inputs * solution.weights
  let scale = program.responses.elements.normInfinity
  for m in 0..<program.neurons {
    let rows = (0..<program.samples).filter { p in
      program.responses[p, m] > 0 || activities[p, m] > (program.slack?[p, m] ?? 0) - 1e-7 * scale
    }
    let support = (0..<program.dimension).filter { solution.weights[$0, m] != 0 }
    var columns = program.inputs.selectingRows(rows).selectingColumns(support)
    for k in support.indices {
      let norm = Array(columns.column(k)).norm2
      for p in rows.indices where norm > 0 { columns[p, k] /= norm }
    }
    let values = columns.singularValues
    let rank = values.count { $0 > 1e-9 * (values.first ?? 0) }
    #expect(support.count <= rank, "\(label): neuron \(m)")
  }
}
