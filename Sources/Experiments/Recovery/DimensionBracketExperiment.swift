// SPDX-License-Identifier: GPL-3.0-or-later
import RecoveryTheory

/// Where the exact statistical dimension δ of the ℓ₁ descent cone lies in its bracket ψ(s/N) − 2/√(sN) ≤ δ/N ≤ ψ(s/N); computed, not drawn.
public struct DimensionBracketExperiment: Experiment {
  /// N, the number of inputs.
  public static let dimension = RecoveryExperiment.dimension
  /// s, the number of non-zero weights.
  public static let sparsity = RecoveryExperiment.sparsity

  /// (Nψ − δ)/(2√(N/s)): 0 at the upper end of the bracket, 1 at the lower.
  public static let position = Quantity(
    "position", "(Nψ − δ)/(2√(N/s)): 0 at the upper end of the bracket, 1 at the lower")
  /// Whether the intrinsic volumes δ is summed from have Σv = 1 and Σ_odd v = ½.
  public static let certified = Quantity(
    "certified", "Whether the intrinsic volumes δ is summed from have Σv = 1 and Σ_odd v = ½", kind: .flag)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [position, certified]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? { RecoveryExperiment.problem(withSparsityIn: cell) }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double { Double(cell[Self.dimension]) }

  /// A few arrays of volumes.
  public func memory(of cell: Cell) -> Double { 64 * Double(cell[Self.dimension]) }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (dimension, sparsity) = (cell[Self.dimension], cell[Self.sparsity])
    let asymptotic = StatisticalDimension(dimension: dimension, sparsity: sparsity)
    let volumes = DescentConeVolumes(dimension: dimension, sparsity: sparsity)
    let width = 2 * (Double(dimension) / Double(sparsity)).squareRoot()
    let isCertified = abs(volumes.total - 1) <= 1e-9 && abs(volumes.oddTotal - 0.5) <= 1e-9
    return TrialOutcome([
      Measurement(Self.position, (asymptotic.value - volumes.statisticalDimension) / width),
      Measurement(Self.certified, isCertified),
    ])
  }
}
