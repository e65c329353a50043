// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import LinearAlgebra
import Networks
import RandomStreams

/// Networks for one task that differ in width, depth, and how they are trained, but all to about the same small training loss.
struct NetworkFamily {
  let training, fresh: DataSet
  private let seed: UInt64
  private let inputs: Int

  static let freshSamples = 1_000

  /// The task: two classes, told apart by a random teacher R·10·1 that sees the first R inputs; a share of them flipped at random in
  /// training.
  init(_ cell: Cell, seed: UInt64) {
    typealias Family = PrunabilityExperiment
    let (samples, noise, relevant) = (cell[Family.samples], cell[Family.noise], cell[Family.relevant])
    (self.seed, inputs) = (seed, cell[Family.dimension])
    let teacher = NetworkEnsemble(widths: [relevant, 10, 1], output: .linear).network(
      seed: seed, trial: cell[Family.task] - 1)
    let content = "dimension=\(inputs), relevant=\(relevant), samples=\(samples), noise=\(noise)"
    var stream = RandomStream(
      StreamKey(seed: seed, content: content, trial: UInt32(cell[Family.task] - 1), purpose: "classes"))
    training = Self.samples(samples, inputs, of: teacher, flipping: noise, &stream)
    fresh = Self.samples(Self.freshSamples, inputs, of: teacher, flipping: 0, &stream)
  }

  private static func samples(
    _ count: Int, _ dimension: Int, of teacher: Network, flipping noise: Double, _ stream: inout RandomStream
  ) -> DataSet {
    let inputs = Matrix(rows: count, columns: dimension) { stream.fillNormal($0) }
    let outputs = teacher.responses(to: inputs.selectingColumns(0..<teacher.inputs))[1].elements
    let middle = outputs.sorted()[count / 2]
    var classes: [Int] = []
    for output in outputs {
      let isFlipped = stream.uniform() < noise
      classes.append((output > middle) != isFlipped ? 1 : 0)
    }
    return DataSet(inputs: inputs, targets: .classes(classes, count: 2))
  }

  /// How network number `trial` is made.
  struct Member {
    let widths: [Int]
    let settings: TrainingSettings
  }

  func member(_ trial: Int) -> Member {
    var stream = RandomStream(
      StreamKey(seed: seed, content: "network family", trial: UInt32(trial), purpose: "settings"))
    func pick<Value>(_ values: [Value]) -> Value { values[Int(stream.uniform() * Double(values.count))] }
    let (width, depth) = (pick([8, 12, 20, 32]), pick([1, 2]))
    let settings = TrainingSettings(
      optimiser: .adam(rate: pick([0.003, 0.01, 0.03])), epochs: 5, batchSize: pick([10, 20, 50]),
      dropout: .uniform(inputs: 0, hidden: pick([0, 0.1, 0.3])),
      penalty: Penalty(l2: pick([0, 1e-3, 3e-3, 1e-2, 3e-2])))
    return Member(widths: [inputs] + Array(repeating: width, count: depth) + [2], settings: settings)
  }

  /// Trains network number `trial` until its loss is at most `target`, five epochs at a time; nil if it does not get there.
  func network(_ trial: Int, target: Double, epochs: Int) -> Network? {
    let member = member(trial)
    var network = Network(untrained: member.widths, seed: seed, trial: trial)
    for stage in 0..<(epochs / member.settings.epochs) {
      network = network.trained(on: training, member.settings, seed: seed, trial: trial, stage: stage).network
      if network.loss(on: training) <= target { return network }
    }
    return nil
  }
}
