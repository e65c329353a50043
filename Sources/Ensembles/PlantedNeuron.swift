// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import RandomStreams

/// What a planted neuron is drawn from: P samples, and s-sparse weights w* with a uniformly drawn support.
public struct PlantedEnsemble: Hashable, Sendable {
  /// N.
  public var dimension: Int
  /// s.
  public var sparsity: Int
  /// P.
  public var samples: Int
  /// The law of a sample.
  public var inputs: InputDistribution
  /// The law of the non-zero weights.
  public var weights: WeightDistribution

  /// Planted neurons and their samples.
  public init(
    dimension: Int, sparsity: Int, samples: Int, inputs: InputDistribution = .gaussian,
    weights: WeightDistribution = .gaussian
  ) {
    self.dimension = dimension
    self.sparsity = sparsity
    self.samples = samples
    self.inputs = inputs
    self.weights = weights
  }

  /// Canonical text of the ensemble: the content of its stream keys.
  public var name: String {
    "\(inputs.name) inputs, \(weights.name) weights, N=\(dimension), s=\(sparsity), P=\(samples)"
  }
}

/// One draw of planted weights and of the samples on which the neuron responds.
///
/// The inactive samples are drawn only on demand, from a stream of their own: an instance is the same with and without.
public struct PlantedNeuron: Sendable {
  /// What it was drawn from.
  public let ensemble: PlantedEnsemble
  /// Γ, ascending.
  public let support: [Int]
  /// w* on Γ.
  public let values: [Double]
  /// The samples with xᵀw* > 0, n×N.
  public let active: Matrix
  /// The other samples, where already drawn, with the samples at xᵀw* = 0 first.
  private let drawnInactive: Matrix?
  /// How many samples have xᵀw* = 0.
  public let ties: Int
  private let keys: InstanceKeys
  private let arrays: StudyArrays?

  /// Draws instance number `trial` of `ensemble` in the study with seed `seed`.
  ///
  /// - Complexity: n·N draws and 8·n·N bytes for symmetric inputs without ties, n the number of active samples; else P·N
  ///   draws and 16·P·N bytes, and 8·N² bytes a layer of `reluOutputs`.
  ///
  /// - Parameter arrays: has read the files of the laws of inputs and weights, where they are files.
  public init(
    _ ensemble: PlantedEnsemble, seed: UInt64, trial: Int, arrays: StudyArrays? = nil, stream: inout RandomStream
  ) {
    let keys = InstanceKeys(seed: seed, content: ensemble.name, trial: UInt32(trial))
    stream.restart(at: keys.weights)
    let (support, values) = Self.weights(ensemble, neuron: trial, arrays, from: &stream)
    let sampler = InputSampler(ensemble.inputs, dimension: ensemble.dimension, arrays: arrays, stream: &stream)
    (self.ensemble, self.support, self.values, self.keys) = (ensemble, support, values, keys)
    self.arrays = arrays

    stream.restart(at: keys.activeInputs)
    if ensemble.inputs.isActiveHalfTheTime(for: ensemble.weights) && !support.isEmpty {
      let n = stream.binomial(trials: ensemble.samples, probability: 0.5)
      active = Self.turned(sampler.draw(n, from: &stream), ensemble.inputs, support, values, active: true)
      (drawnInactive, ties) = (nil, 0)
    } else {
      let all = sampler.draw(ensemble.samples, from: &stream)
      let activities = Self.activities(all, support, values)
      active = all.selectingRows(activities.indices.filter { activities[$0] > 0 })
      let tied = activities.indices.filter { activities[$0] == 0 }
      drawnInactive = all.selectingRows(tied + activities.indices.filter { activities[$0] < 0 })
      ties = tied.count
    }
  }

  /// An instance whose active samples have been drawn already; the inactive ones are still to be drawn.
  init(
    _ ensemble: PlantedEnsemble, _ support: [Int], _ values: [Double], active: Matrix, _ keys: InstanceKeys
  ) {
    (self.ensemble, self.support, self.values, self.active, self.keys) = (ensemble, support, values, active, keys)
    (drawnInactive, ties, arrays) = (nil, 0, nil)
  }

  /// Γ and w* on Γ; from a file, those of its column number `neuron`, from 1.
  package static func weights(
    _ ensemble: PlantedEnsemble, neuron: Int, _ arrays: StudyArrays?, from stream: inout RandomStream
  ) -> (support: [Int], values: [Double]) {
    if case .file(let path) = ensemble.weights {
      guard let matrix = try? arrays?.matrix(path) else { preconditionFailure("\(path) was not read") }
      let column = matrix.row(max(neuron - 1, 0) % matrix.rows)
      let largest = column.indices.sorted { abs(column[$0]) > abs(column[$1]) }.prefix(ensemble.sparsity).sorted()
      return (largest, largest.map { column[$0] })
    }
    let support = stream.subset(size: ensemble.sparsity, of: ensemble.dimension)
    var values = [Double](repeating: 0, count: support.count)
    values.withUnsafeMutableBufferPointer { ensemble.weights.fill($0, from: &stream) }
    return (support, values)
  }

  /// The samples with xᵀw* ≤ 0, (P−n)×N, those with xᵀw* = 0 first.
  ///
  /// - Complexity: (P−n)·N draws, unless all samples were drawn at once.
  public func inactive(stream: inout RandomStream) -> Matrix {
    if let drawnInactive { return drawnInactive }
    let sampler = InputSampler(ensemble.inputs, dimension: ensemble.dimension, arrays: arrays, stream: &stream)
    stream.restart(at: keys.inactiveInputs)
    let drawn = sampler.draw(ensemble.samples - active.rows, from: &stream)
    return Self.turned(drawn, ensemble.inputs, support, values, active: false)
  }

  /// The responses to the active samples.
  public var responses: [Double] { Self.activities(active, support, values) }

  /// w*, all N entries.
  public var weights: [Double] {
    var w = [Double](repeating: 0, count: ensemble.dimension)
    for (j, value) in zip(support, values) { w[j] = value }
    return w
  }

  /// sign(w*) on Γ.
  public var signs: [Double] { values.map { $0 < 0 ? -1 : 1 } }

  /// xᵀw* for every sample, summed over Γ only, so that it is the same in whatever block the sample stands.
  private static func activities(_ x: Matrix, _ support: [Int], _ values: [Double]) -> [Double] {
    var sums = [Double](repeating: 0, count: x.rows)
    for (j, value) in zip(support, values) { for p in 0..<x.rows { sums[p] += value * x[p, j] } }
    return sums
  }

  /// Turns every sample to the wanted side of the hyperplane xᵀw* = 0, by its sign.
  ///
  /// Independent symmetric entries off Γ have the same law either way, so only the columns on Γ are touched.
  static func turned(
    _ x: consuming Matrix, _ inputs: InputDistribution, _ support: [Int], _ values: [Double], active: Bool
  ) -> Matrix {
    let flips = activities(x, support, values).map { ($0 > 0) == active ? 1.0 : -1.0 }
    for j in inputs.hasIndependentEntries ? support : Array(0..<x.columns) {
      for p in flips.indices { x[p, j] *= flips[p] }
    }
    return x
  }
}

/// The streams of one instance.
struct InstanceKeys: Sendable {
  let weights: StreamKey
  let activeInputs: StreamKey
  let inactiveInputs: StreamKey
  /// Of `PlantedSupport`: the active samples on Γ, and what is asked of those off Γ.
  let supportInputs: StreamKey
  let otherInputs: StreamKey

  init(seed: UInt64, content: String, trial: UInt32) {
    func key(_ purpose: String) -> StreamKey {
      StreamKey(seed: seed, content: content, trial: trial, purpose: purpose)
    }
    weights = key("weights")
    activeInputs = key("active inputs")
    inactiveInputs = key("inactive inputs")
    supportInputs = key("active inputs on the support")
    otherInputs = key("active inputs off the support")
  }
}
