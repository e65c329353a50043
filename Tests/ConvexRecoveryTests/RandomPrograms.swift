// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams

/// Random programs of every kind a solver can meet, each named by its parameters.
struct RandomProgram: Sendable, CustomStringConvertible {
  enum Entries: String, CaseIterable, Sendable { case normal, signs, smallIntegers, duplicated, zeroed }
  enum Slack: String, CaseIterable, Sendable { case none, positive, mixed }
  enum Responses: String, CaseIterable, Sendable { case sparse, dense, unrelated }

  let samples: Int
  let dimension: Int
  let entries: Entries
  let slack: Slack
  let responses: Responses
  let seed: UInt64

  var description: String {
    "P=\(samples) N=\(dimension) \(entries) slack \(slack) responses \(responses) seed \(seed)"
  }

  /// Every kind in `count` sizes: 45·count programs.
  static func all(sizes: [(samples: Int, dimension: Int)], seed: UInt64) -> [RandomProgram] {
    Entries.allCases.flatMap { entries in
      Slack.allCases.flatMap { slack in
        Responses.allCases.flatMap { responses in
          sizes.map { size in
            RandomProgram(
              samples: size.samples, dimension: size.dimension, entries: entries, slack: slack, responses: responses,
              seed: seed)
          }
        }
      }
    }
  }

  /// One neuron as a layer, so that the split into active and inactive samples is tested too.
  var layer: LayerProgram {
    get throws {
      var stream = RandomStream(
        StreamKey(seed: seed, content: "\(samples)×\(dimension) \(entries)", trial: 0, purpose: "\(slack) \(responses)")
      )
      let inputs = drawInputs(&stream)
      var weights = [Double](repeating: 0, count: dimension)
      let support = responses == .dense ? Array(0..<dimension) : stream.subset(size: (dimension + 3) / 4, of: dimension)
      for j in support { weights[j] = entries == .signs ? stream.sign() : stream.normal() }
      var activities = inputs * weights
      if responses == .unrelated { for p in activities.indices { activities[p] = stream.normal() } }
      let bounds = activities.map { activity in
        switch slack {
        case .none: 0.0
        case .positive: abs(stream.normal())
        case .mixed: min(activity, 0) + (stream.uniform() < 0.5 ? 0 : abs(stream.normal()))
        }
      }
      return try LayerProgram(
        inputs: inputs, responses: Matrix(rows: samples, columns: 1, elements: activities.map { max($0, 0) }),
        slack: slack == .none ? nil : Matrix(rows: samples, columns: 1, elements: bounds))
    }
  }

  private func drawInputs(_ stream: inout RandomStream) -> Matrix {
    var x = Matrix(rows: samples, columns: dimension) { buffer in
      switch entries {
      case .signs: stream.fillSigns(buffer)
      case .smallIntegers: for i in buffer.indices { buffer[i] = (3 * stream.uniform()).rounded(.down) - 1 }
      default: stream.fillNormal(buffer)
      }
    }
    if entries == .duplicated {
      for j in 0..<(dimension / 2) { for p in 0..<samples { x[p, dimension - 1 - j] = x[p, j] } }
      for p in 0..<(samples / 3) { for j in 0..<dimension { x[samples - 1 - p, j] = x[p, j] } }
    }
    if entries == .zeroed {
      for j in 0..<dimension { x[samples / 2, j] = 0 }
      for p in 0..<samples { x[p, dimension / 2] = 0 }
    }
    return x
  }
}
