// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import RandomStreams

/// One draw of planted weights and of what Gaussian active samples are on Γ; the rest of the samples is drawn as needed.
///
/// n ~ Bin(P, ½), because half of all samples have xᵀw* > 0. A sample given xᵀw* > 0 has the law of sign(xᵀw*)·x; as w*
/// vanishes off Γ, its entries there are N(0, 1) still, independent of each other, of those on Γ, and of n.
public struct PlantedSupport: Sendable {
  /// What it was drawn from.
  public let ensemble: PlantedEnsemble
  /// Γ, ascending.
  public let support: [Int]
  /// w* on Γ.
  public let values: [Double]
  /// The active samples on Γ, n×s.
  public let columns: Matrix
  /// a_jᵀu of the inputs off Γ, u a unit vector that the entries on Γ determine: N−s independent N(0, 1).
  public let projections: [Double]
  private let keys: InstanceKeys

  /// Draws instance number `trial` of `ensemble`, with the weights that `PlantedNeuron` has but samples of its own.
  ///
  /// - Precondition: the inputs are Gaussian.
  /// - Complexity: n·s + N − s draws.
  public init(
    _ ensemble: PlantedEnsemble, seed: UInt64, trial: Int, arrays: StudyArrays? = nil, stream: inout RandomStream
  ) {
    precondition(ensemble.inputs == .gaussian, "entries off the support are independent N(0, 1) for Gaussian inputs")
    let keys = InstanceKeys(seed: seed, content: ensemble.name, trial: UInt32(trial))
    stream.restart(at: keys.weights)
    (support, values) = PlantedNeuron.weights(ensemble, neuron: trial, arrays, from: &stream)
    stream.restart(at: keys.supportInputs)
    let n = support.isEmpty ? 0 : stream.binomial(trials: ensemble.samples, probability: 0.5)
    let x = Matrix(rows: n, columns: ensemble.sparsity) { stream.fillNormal($0) }
    columns = PlantedNeuron.turned(x, .gaussian, Array(values.indices), values, active: true)
    projections = Matrix(rows: ensemble.dimension - ensemble.sparsity, columns: 1) { stream.fillNormal($0) }.elements
    (self.ensemble, self.keys) = (ensemble, keys)
  }

  /// The inputs off Γ in `dimension` further coordinates, orthonormal combinations of the active samples as well.
  public func otherInputs(dimension: Int) -> LazyGaussianColumns {
    LazyGaussianColumns(
      dimension: dimension, count: ensemble.dimension - ensemble.sparsity, stream: RandomStream(keys.otherInputs))
  }

  /// The neuron with all its samples, given the active samples off Γ, n×(N−s).
  public func completed(by others: Matrix) -> PlantedNeuron {
    PlantedNeuron(ensemble, support, values, active: columns.spread(to: support, others), keys)
  }

  /// sign(w*) on Γ.
  public var signs: [Double] { values.map { $0 < 0 ? -1 : 1 } }
}

extension Matrix {
  /// The matrix with these columns at `places` (ascending) and those of `others` in between.
  fileprivate func spread(to places: [Int], _ others: Matrix) -> Matrix {
    var result = Matrix(rows: rows, columns: 0)
    for j in 0..<(columns + others.columns) {
      let before = places.prefix { $0 < j }.count
      let isHere = before < places.count && places[before] == j
      result.appendColumn(Array(isHere ? column(before) : others.column(j - before)))
    }
    return result
  }
}
