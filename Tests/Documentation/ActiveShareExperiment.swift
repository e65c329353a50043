// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Foundation
import RandomStreams

/// How often a neuron with a bias answers: the active samples among P, beside Φ(b).
public struct ActiveShareExperiment: Experiment {
  /// N.
  public static let dimension = Parameter<Int>(
    "dimension", "N, the number of inputs", unit: "inputs", .integers(1...10_000), standard: 50)
  /// P.
  public static let samples = Parameter<Int>(
    "samples", "P, the number of samples", unit: "samples", .integers(1...1_000_000), standard: 1000)
  /// b, in multiples of ‖w‖.
  public static let bias = Parameter<Double>("bias", "b, the bias as a multiple of ‖w‖", .numbers(-5...5))

  /// |Ω|.
  public static let active = Quantity("active", "Samples on which the neuron answers", unit: "samples", kind: .count)
  /// |Ω|/P.
  public static let share = Quantity("active_share", "Their share of all samples")
  /// Φ(b).
  public static let predicted = Quantity("predicted", "Φ(b)")

  /// The axes of a study's grid, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, samples, bias]
  /// The columns of a trial.
  public let quantities = [active, share, predicted]

  /// There is nothing to choose.
  public init() {}

  /// wᵀx + b·‖w‖ > 0 for P samples x ~ N(0, I) of a neuron w ~ N(0, I).
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (dimension, samples) = (cell[Self.dimension], cell[Self.samples])
    // What the trial is names its stream, never where or when it runs.
    var stream = RandomStream(
      StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "neuron and samples"))
    let weights = (0..<dimension).map { _ in stream.normal() }
    let threshold = -cell[Self.bias] * weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let active = (0..<samples).count { _ in weights.reduce(0) { $0 + $1 * stream.normal() } > threshold }
    return TrialOutcome([
      Measurement(Self.active, active), Measurement(Self.share, Double(active) / Double(samples)),
      Measurement(Self.predicted, Self.law(cell[Self.bias])),
    ])
  }

  /// N·P numbers are drawn.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.dimension] * cell[Self.samples]) }

  /// Φ(b).
  static func law(_ bias: Double) -> Double { erfc(-bias / 2.0.squareRoot()) / 2 }
}
