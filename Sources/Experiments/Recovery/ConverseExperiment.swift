// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory

/// How few samples are too few for a planted neuron: by the exact law and by Amelunxen, Lotz, McCoy and Tropp's Theorem II, beside s ln(N/s);
/// computed, not drawn.
public struct ConverseExperiment: Experiment {
  /// N, the number of inputs.
  public static let dimension = RecoveryExperiment.dimension
  /// s, the number of non-zero weights.
  public static let sparsity = RecoveryExperiment.sparsity

  /// P₅₀ of the exact law (samples).
  public static let median = Quantity(
    "median", "P₅₀ of the exact law", unit: "samples", kind: .count)
  /// The most samples with which Theorem II proves recovery to be no likelier than ½.
  public static let proved = Quantity(
    "proved", "The most samples with which Theorem II proves recovery to be no likelier than ½",
    unit: "samples",
    kind: .count)
  /// P₅₀/(s ln(N/s)); empty at s = N.
  public static let constant = Quantity("constant", "P₅₀/(s ln(N/s)); empty at s = N")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [median, proved, constant]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    RecoveryExperiment.problem(withSparsityIn: cell)
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.dimension]) }

  /// A few arrays of volumes.
  public func memory(of cell: Cell) -> Double { 64 * Double(cell[Self.dimension]) }

  /// Runs one trial, which is decided by cell, seed and number.
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
