// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import Networks
import RandomStreams
import RankPruning

/// A teacher whose first layer has low rank, samples of it, and a student of full rank.
struct LowRankTask {
  let training: DataSet
  /// Responses without noise.
  let fresh: DataSet
  let student: Network
  private let teacher: Network

  private static let outputs = 4
  /// Standard deviation of the noise over that of the responses.
  private static let noise = 0.3
  static let freshSamples = 500

  init(width: Int, rank: Int, samples: Int, seed: UInt64, trial: Int) {
    let content = "width=\(width), rank=\(rank)"
    var stream = RandomStream(
      StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: "low-rank teacher"))
    func normal(_ rows: Int, _ columns: Int, deviation: Double) -> Matrix {
      Matrix(rows: rows, columns: columns) { buffer in
        stream.fillNormal(buffer)
        for i in buffer.indices { buffer[i] *= deviation }
      }
    }
    let scale = (2 / Double(width * rank)).squareRoot()
    let first = normal(width, rank, deviation: 1) * normal(rank, width, deviation: scale)
    let last = normal(width, Self.outputs, deviation: (1 / Double(width)).squareRoot())
    teacher = Network(layers: [Layer(weights: first), Layer(weights: last)], output: .linear)
    let (inputs, freshInputs) = (normal(samples, width, deviation: 1), normal(Self.freshSamples, width, deviation: 1))
    let responses = teacher.responses(to: inputs)[1]
    let noise = normal(samples, Self.outputs, deviation: Self.noise * deviation(of: responses.elements))
    training = DataSet(
      inputs: inputs,
      targets: .values(
        Matrix(rows: samples, columns: Self.outputs, elements: zip(responses.elements, noise.elements).map { $0 + $1 }))
    )
    fresh = DataSet(inputs: freshInputs, targets: .values(teacher.responses(to: freshInputs)[1]))
    student = Network(untrained: [width, width, Self.outputs], seed: seed, trial: trial)
  }

  /// The rank of the teacher's first layer with the share `energy` of Σσ².
  func teacherRank(keeping energy: Double) -> Int {
    SingularValueDecomposition(teacher.layers[0].weights).rank(keeping: energy)
  }

  /// The mean squared error on fresh samples over the variance of their responses.
  func loss(of network: Network) -> Double {
    guard case .values(let values) = fresh.targets else { return .nan }
    let variance = deviation(of: values.elements) * deviation(of: values.elements)
    return 2 * network.loss(on: fresh) / Double(Self.outputs) / variance
  }
}

private func deviation(of values: [Double]) -> Double {
  let mean = values.reduce(0, +) / Double(values.count)
  return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
}
