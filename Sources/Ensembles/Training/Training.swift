// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import Networks
import RandomStreams

/// A trained network and how it came about.
public struct Training: Sendable {
  /// The network as it was trained.
  public let network: Network
  /// The mean loss over the batches of each epoch as they were met, dropout included, penalties not; training ends where it stops being a
  /// number.
  public let losses: [Double]
}

extension Network {
  /// Trains by mini-batches, starting from this network's weights.
  ///
  /// The result depends on the arguments only: batches and dropout are drawn from streams keyed by `seed`, `trial`, `stage` and the
  /// content (widths and settings). One epoch shuffles the samples and takes each once.
  ///
  /// - `pattern`: weights that it holds at zero are set to zero and stay there.
  /// - `stage`: tells several trainings of one trial apart, as in iterative pruning.
  /// - Precondition: the network has the inputs and outputs of `data`; classes need linear outputs.
  /// - Complexity: 6·P·(number of weights) flops an epoch.
  public func trained(
    on data: DataSet, _ settings: TrainingSettings, keeping pattern: SparsityPattern? = nil, seed: UInt64, trial: Int,
    stage: Int = 0
  ) -> Training {
    precondition(data.inputs.columns == inputs && data.targets.outputs == layers[depth - 1].neurons)
    if case .classes = data.targets { precondition(output == .linear, "soft-max takes linear outputs") }
    var session = TrainingSession(self, data, settings, pattern)
    let content = "\(widthsName), \(settings.name)"
    func stream(_ purpose: String) -> RandomStream {
      RandomStream(
        StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: "\(purpose) of stage \(stage)"))
    }
    var order = stream("batches")
    var dropout = stream("dropout")
    for _ in 0..<settings.epochs where session.losses.last?.isFinite ?? true {
      session.runEpoch(&order, &dropout)
    }
    return Training(network: Network(layers: session.layers, output: output), losses: session.losses)
  }

  /// N·M₁·…·M_L, e.g. `"2·200·200·2"`.
  var widthsName: String { ([inputs] + layers.map(\.neurons)).map(String.init).joined(separator: "·") }
}

/// What changes while a network is trained.
private struct TrainingSession {
  let data: DataSet
  let settings: TrainingSettings
  let output: Network.Output
  let rates: [Double]
  let pattern: SparsityPattern?
  var layers: [Layer]
  var losses: [Double] = []
  private var optimiser: OptimiserState
  private var order: [Int]
  /// Buffers for whole batches, and for the last batch of an epoch where it is smaller.
  private var steps: [BackPropagation]

  init(_ network: Network, _ data: DataSet, _ settings: TrainingSettings, _ pattern: SparsityPattern?) {
    (self.data, self.settings, self.pattern, output) = (data, settings, pattern, network.output)
    rates = settings.dropout.rates(depth: network.depth)
    layers = network.layers
    pattern?.restrict(&layers)
    optimiser = OptimiserState(settings.optimiser, for: layers)
    order = Array(0..<data.samples)
    let sizes = [min(settings.batchSize, data.samples), data.samples % settings.batchSize]
    steps = Set(sizes).filter { $0 > 0 }.sorted(by: >).map { BackPropagation(network, samples: $0) }
  }

  mutating func runEpoch(_ shuffling: inout RandomStream, _ dropping: inout RandomStream) {
    shuffling.shuffle(&order)
    let share = settings.rateShare(epoch: losses.count)
    var total = 0.0
    for start in stride(from: 0, to: order.count, by: settings.batchSize) {
      let batch = order[start..<min(start + settings.batchSize, order.count)]
      total += Double(batch.count) * step(batch, share, &dropping)
    }
    losses.append(total / Double(order.count))
  }

  /// One step of the optimiser at `share` of its rate; the loss before it.
  private mutating func step(_ batch: ArraySlice<Int>, _ share: Double, _ dropping: inout RandomStream) -> Double {
    let buffers = batch.count == steps[0].samples ? 0 : 1
    let loss = steps[buffers].loss(
      of: layers, output: output, on: data, batch: batch, rates: rates, l2: settings.penalty.l2, stream: &dropping)
    if let pattern { steps[buffers].restrictGradient(to: pattern) }
    optimiser.update(&layers, along: steps[buffers].gradient, share: share, l1: settings.penalty.l1)
    return loss
  }
}
