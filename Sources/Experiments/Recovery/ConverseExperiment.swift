// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory

/// How few samples are too few for a planted neuron: by the exact law and by Amelunxen, Lotz, McCoy and Tropp's Theorem II, beside s ln(N/s);
/// computed, not drawn.
public struct ConverseExperiment: Experiment {
  public static let dimension = RecoveryExperiment.dimension
  public static let sparsity = RecoveryExperiment.sparsity

  public static let median = Quantity(
    "median", "P₅₀ of the exact law", unit: "samples", kind: .count)
  public static let proved = Quantity(
    "proved", "The most samples with which Theorem II proves recovery to be no likelier than ½",
    unit: "samples",
    kind: .count)
  public static let constant = Quantity("constant", "P₅₀/(s ln(N/s)); empty at s = N")

  public let parameters: [any GridParameter] = [dimension, sparsity]
  public let quantities = [median, proved, constant]

  public init() {}

  public func problem(with cell: Cell) -> CellProblem? {
    RecoveryExperiment.problem(withSparsityIn: cell)
  }

  public func cost(of cell: Cell) -> Double { Double(cell[Self.dimension]) }

  /// A few arrays of volumes.
  public func memory(of cell: Cell) -> Double { 64 * Double(cell[Self.dimension]) }

  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (dimension, sparsity) = (cell[Self.dimension], cell[Self.sparsity])
    let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    let bound = PhaseTransitionBound(
      dimension: dimension, statisticalDimension: law.volumes.statisticalDimension)
    let scale = Double(sparsity) * log(Double(dimension) / Double(sparsity))
    return TrialOutcome([
      Measurement(Self.median, law.median),
      Measurement(Self.proved, bound.samples(successAtMost: 0.5)),
      Measurement(Self.constant, scale > 0 ? Double(law.median) / scale : .nan),
    ])
  }
}
