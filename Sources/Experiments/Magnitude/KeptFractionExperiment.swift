// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
import Foundation
import LinearAlgebra
import MagnitudePruning
import Networks
import RandomStreams

/// What a threshold of q standard deviations keeps of a random layer of width×width, beside erfc(q/√2).
public struct KeptFractionExperiment: Experiment {
  /// Neurons and inputs of the layer.
  public static let width = Parameter<Int>(
    "width", "Neurons and inputs of the layer", unit: "neurons", .integers(2...10_000), standard: 200)
  /// q, the threshold in standard deviations of the layer's weights.
  public static let quality = Parameter<Double>(
    "quality", "q, the threshold in standard deviations of the layer's weights", .numbers(0...10))

  /// Weights that stay.
  public static let kept = Quantity("kept", "Weights that stay", unit: "weights", kind: .count)
  /// Their share of all weights.
  public static let keptFraction = Quantity("kept_fraction", "Their share of all weights")
  /// erfc(q/√2).
  public static let predicted = Quantity("predicted", "erfc(q/√2)")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [width, quality]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [kept, keptFraction, predicted]
  /// The law of the layer's weights.
  private let weights: WeightDistribution

  /// The experiment on layers whose weights have this law.
  public init(weights: WeightDistribution = .gaussian) { self.weights = weights }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (width, quality) = (cell[Self.width], cell[Self.quality])
    var stream = RandomStream(
      StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "\(weights.name) weights"))
    let layer = Layer(weights: Matrix(rows: width, columns: width) { weights.fill($0, from: &stream) })
    let kept = layer.pruned(.quality(quality)).nonzeros
    return TrialOutcome([
      Measurement(Self.kept, kept), Measurement(Self.keptFraction, Double(kept) / Double(width * width)),
      Measurement(Self.predicted, erfc(quality / 2.0.squareRoot())),
    ])
  }

  /// The weights that are drawn.
  public func cost(of cell: Cell) -> Double { pow(Double(cell[Self.width]), 2) }

  /// The layer, what is left of it, and what they are made from.
  public func memory(of cell: Cell) -> Double { 32 * cost(of: cell) }
}
