// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams

/// Random layers of every kind a solver can meet, each named by its parameters.
struct RandomLayer: Sendable, CustomStringConvertible {
  enum Kind: String, CaseIterable, Sendable {
    /// Y = ReLU(WᵀX), V = 0, ε a fraction of ‖Y‖.
    case parallel
    /// Y = ReLU(WᵀX), inputs perturbed, V and ε as in the cascade scheme, so that W is feasible and barely so.
    case cascade
    /// Responses that no weights produce, V of either sign: feasible or not.
    case unrelated
    /// Y = WᵀX + noise, without inequalities: feasible if N ≥ P or ε exceeds the noise.
    case linear
  }

  let kind: Kind
  let entries: RandomProgram.Entries
  let samples: Int
  let dimension: Int
  let neurons: Int
  /// ε/‖Y‖_F, where the kind leaves it open.
  let tolerance: Double
  let seed: UInt64

  var description: String {
    "\(kind) \(entries) P=\(samples) N=\(dimension) M=\(neurons) ε=\(tolerance)‖Y‖ seed \(seed)"
  }

  static func all(
    kinds: [Kind] = Kind.allCases, sizes: [(samples: Int, dimension: Int, neurons: Int)], tolerances: [Double],
    seed: UInt64
  ) -> [RandomLayer] {
    kinds.flatMap { kind in
      RandomProgram.Entries.allCases.flatMap { entries in
        sizes.flatMap { size in
          tolerances.map { tolerance in
            RandomLayer(
              kind: kind, entries: entries, samples: size.samples, dimension: size.dimension, neurons: size.neurons,
              tolerance: tolerance, seed: seed)
          }
        }
      }
    }
  }

  var program: LayerProgram {
    get throws {
      var stream = RandomStream(StreamKey(seed: seed, content: description, trial: 0, purpose: "layer"))
      let inputs = try RandomProgram(
        samples: samples, dimension: dimension, entries: entries, slack: .none, responses: .sparse, seed: seed
      ).layer.inputs
      let activities = inputs * drawWeights(&stream)
      switch kind {
      case .parallel:
        let responses = activities.mapped { max($0, 0) }
        return try LayerProgram(
          inputs: inputs, responses: responses, epsilon: tolerance * responses.frobeniusNorm)
      case .cascade: return try cascade(inputs, activities, &stream)
      case .unrelated:
        let responses = Matrix(rows: samples, columns: neurons) { stream.fillNormal($0) }.mapped { max($0, 0) }
        return try LayerProgram(
          inputs: inputs, responses: responses,
          slack: Matrix(rows: samples, columns: neurons) { stream.fillNormal($0) },
          epsilon: tolerance * responses.frobeniusNorm)
      case .linear:
        let noise = Matrix(rows: samples, columns: neurons) { stream.fillNormal($0) }
        let responses = activities.combined(with: noise) { $0 + 0.1 * $1 }
        return try LayerProgram(
          inputs: inputs, responses: responses, epsilon: tolerance * responses.frobeniusNorm, activation: .linear)
      }
    }
  }

  /// Whether the construction leaves no doubt that the program is feasible.
  var isFeasible: Bool { kind == .parallel || kind == .cascade }

  /// MATHEMATICS §2: V = WᵀX̂ and ε² = γ·Σ_Ω(wᵀx̂ − y)², γ = 1.1.
  private func cascade(
    _ inputs: Matrix, _ activities: Matrix, _ stream: inout RandomStream
  ) throws -> LayerProgram {
    let errors = Matrix(rows: samples, columns: neurons) { stream.fillNormal($0) }
    let responses = activities.mapped { max($0, 0) }
    let slack = activities.combined(with: errors) { $0 + 0.1 * $1 }
    // Activities of perturbed inputs are realisable only if the perturbation is: take the nearest realisable ones.
    var realised = Matrix(rows: samples, columns: 0)
    for m in 0..<neurons { realised.appendColumn(inputs * inputs.leastSquares(Array(slack.column(m)))) }
    let misfit = realised.combined(with: responses) { $1 > 0 ? $0 - $1 : 0 }.frobeniusNorm
    return try LayerProgram(
      inputs: inputs, responses: responses, slack: realised, epsilon: 1.1.squareRoot() * misfit)
  }

  private func drawWeights(_ stream: inout RandomStream) -> Matrix {
    var weights = Matrix(rows: dimension, columns: neurons)
    for m in 0..<neurons {
      for j in stream.subset(size: (dimension + 2) / 3, of: dimension) {
        weights[j, m] = entries == .signs ? stream.sign() : stream.normal()
      }
    }
    return weights
  }
}

extension Matrix {
  func mapped(_ transform: (Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map(transform))
  }

  func combined(with other: Matrix, _ transform: (Double, Double) -> Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: zip(elements, other.elements).map(transform))
  }
}
