// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import Networks
import RandomStreams
import SensitivitySampling
import Statistics

/// The cancellation Δ(x) = Σ|w_j a_j|/|Σ w_j a_j| of a neuron, beside the tail C(a)/t of its law for Gaussian weights
/// (`cancellationTail`).
///
/// A trial has 200 independent pairs of weights and inputs, and one neuron more whose Δ is averaged over two samples S of its own.
public struct CancellationExperiment: Experiment {
  /// The law of the weights.
  public enum Weights: String, CaseIterable, ParameterValue {
    /// N(0, 1).
    case signed
    /// |N(0, 1)|.
    case nonnegative
  }

  /// Law of the weights; the statement is on signed ones.
  public static let weights = Parameter<Weights>(
    "weights", "Law of the weights; the statement is on signed ones", standard: .signed)
  /// The law of the activations.
  public static let activations = ActivationLaw.parameter
  /// n, the edges of a neuron.
  public static let inputs = Parameter<Int>(
    "inputs", "n, the edges of a neuron", unit: "edges", .integers(10...10_000), standard: 50)
  /// |S|, the samples whose mean of Δ is taken.
  public static let samples = Parameter<Int>(
    "samples", "|S|, the samples whose mean of Δ is taken", unit: "samples", .integers(1...100_000), standard: 10)

  /// ln Δ̂, Δ̂ the mean of Δ of one neuron over S.
  public static let logEstimate = Quantity("log_estimate", "ln Δ̂, Δ̂ the mean of Δ of one neuron over S")
  /// |ln Δ̂ − ln Δ̂′|, Δ̂′ of the same neuron over another S.
  public static let logDisagreement = Quantity(
    "log_disagreement", "|ln Δ̂ − ln Δ̂′|, Δ̂′ of the same neuron over another S")
  /// Pairs with C/Δ ≤ 0.01.
  public static let firstTail = Quantity("tail_1", "Pairs with C/Δ ≤ 0.01", unit: "pairs", kind: .count)
  /// Pairs with C/Δ in (0.01, 0.03].
  public static let secondTail = Quantity("tail_3", "Pairs with C/Δ in (0.01, 0.03]", unit: "pairs", kind: .count)
  /// Pairs of weights and inputs.
  public static let pairs = Quantity("pairs", "Pairs of weights and inputs", unit: "pairs", kind: .count)

  private static let pairCount = 200

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [weights, activations, inputs, samples]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [logEstimate, logDisagreement, firstTail, secondTail, pairs]
  private let weights: Weights?

  /// - `weights`: the law of all weights, whatever the cells say; nil leaves it to them.
  public init(weights: Weights? = nil) { self.weights = weights }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (law, count) = (cell[Self.activations], cell[Self.inputs])
    let weights = weights ?? cell[Self.weights]
    var stream = RandomStream(
      StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "\(weights.rawValue) weights"))
    func drawn(_ columns: Int) -> Matrix {
      let matrix = stream.normalWeights(count, columns)
      return weights == .signed ? matrix : matrix.mapping { abs($0) }
    }
    let ratios = Self.ratios(law.draw(Self.pairCount, inputs: count, from: &stream).transposed, drawn(Self.pairCount))
    let samples = law.draw(2 * cell[Self.samples], inputs: count, from: &stream)
    let delta = cancellations(weights: drawn(1), inputs: samples).elements
    let estimates = [delta.prefix(delta.count / 2), delta.suffix(delta.count / 2)].map { log(RunningSummary($0).mean) }
    return TrialOutcome([
      Measurement(Self.firstTail, ratios.count { $0 <= 0.01 }),
      Measurement(Self.secondTail, ratios.count { $0 > 0.01 && $0 <= 0.03 }),
      Measurement(Self.pairs, ratios.count), Measurement(Self.logEstimate, estimates[0]),
      Measurement(Self.logDisagreement, abs(estimates[0] - estimates[1])),
    ])
  }

  /// C(a)/Δ for each column of inputs with its column of weights; none where fewer than two inputs answer, as nothing can cancel.
  private static func ratios(_ inputs: Matrix, _ weights: Matrix) -> [Double] {
    (0..<inputs.columns).compactMap { pair in
      let a = Array(inputs.column(pair))
      guard a.count(where: { $0 > 0 }) > 1 else { return nil }
      let terms = zip(a, weights.column(pair)).map { $0 * $1 }
      return cancellationTail(inputs: a) * abs(terms.reduce(0, +)) / terms.norm1
    }
  }

  /// Weights and inputs.
  public func cost(of cell: Cell) -> Double {
    Double(cell[Self.inputs]) * Double(2 * Self.pairCount + 2 * cell[Self.samples])
  }

  /// What is drawn, and the answers and absolute values of it.
  public func memory(of cell: Cell) -> Double { 32 * cost(of: cell) }
}
