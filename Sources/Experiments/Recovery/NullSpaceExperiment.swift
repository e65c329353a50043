// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import RandomStreams

/// Null spaces of n active samples of ℝᴺ and of n Gaussian ones: ‖Πu‖², Π the projection onto the null space, along w*/‖w*‖ and along a
/// coordinate off Γ.
///
/// Active samples are drawn by rejection, not by flipping signs.
public struct NullSpaceExperiment: Experiment {
  /// N, the number of inputs.
  public static let dimension = RecoveryExperiment.dimension
  /// s, the number of non-zero weights.
  public static let sparsity = RecoveryExperiment.sparsity
  /// n, the number of samples.
  public static let activeSamples = Parameter<Int>(
    "active_samples", "n, the number of samples", unit: "samples", .integers(1...100_000))

  /// ‖Πw*‖²/‖w*‖² of the active samples' null space.
  public static let activeAlongWeights = Quantity(
    "active_along_weights", "‖Πw*‖²/‖w*‖² of the active samples' null space")
  /// ‖Πe‖² of the active samples' null space, e a coordinate off Γ.
  public static let activeAlongCoordinate = Quantity(
    "active_along_coordinate", "‖Πe‖² of the active samples' null space, e a coordinate off Γ")
  /// ‖Πw*‖²/‖w*‖² of the Gaussian samples' null space.
  public static let gaussianAlongWeights = Quantity(
    "gaussian_along_weights", "‖Πw*‖²/‖w*‖² of the Gaussian samples' null space")
  /// ‖Πe‖² of the Gaussian samples' null space.
  public static let gaussianAlongCoordinate = Quantity(
    "gaussian_along_coordinate", "‖Πe‖² of the Gaussian samples' null space")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [dimension, sparsity, activeSamples]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    activeAlongWeights, activeAlongCoordinate, gaussianAlongWeights, gaussianAlongCoordinate,
  ]
  /// The mean of the samples out of which the active ones are taken, along w*/‖w*‖.
  private let mean: Double

  /// The experiment, on samples with a mean of this length along w*; the lemma is for 0.
  public init(mean: Double = 0) { self.mean = mean }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (dimension, sparsity, samples) = (cell[Self.dimension], cell[Self.sparsity], cell[Self.activeSamples])
    if sparsity >= dimension {
      return CellProblem(Self.sparsity, "sparsity \(sparsity) leaves no coordinate off Γ of \(dimension); lower it")
    }
    guard samples >= dimension else { return nil }
    return CellProblem(
      Self.activeSamples, "\(samples) samples leave no null space in dimension \(dimension); lower them")
  }

  /// Of the Gram matrices.
  public func cost(of cell: Cell) -> Double {
    let samples = Double(cell[Self.activeSamples])
    return Double(cell[Self.dimension]) * samples * samples
  }

  /// Samples and their Gram matrix with its factor.
  public func memory(of cell: Cell) -> Double {
    let samples = Double(cell[Self.activeSamples])
    return 16 * samples * (Double(cell[Self.dimension]) + samples)
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let (dimension, sparsity, samples) = (cell[Self.dimension], cell[Self.sparsity], cell[Self.activeSamples])
    func key(_ purpose: String) -> StreamKey {
      let content = "null space, N=\(dimension), s=\(sparsity), n=\(samples)"
      return StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: purpose)
    }
    workspace.stream.restart(at: key("active samples, mean \(mean)"))
    let planted = direction(dimension, sparsity, &workspace.stream)
    let active = lengths(active(samples, planted, &workspace.stream), planted)
    workspace.stream.restart(at: key("gaussian samples"))
    let other = direction(dimension, sparsity, &workspace.stream)
    let gaussian = lengths(
      Matrix(rows: dimension, columns: samples) { workspace.stream.fillNormal($0) }, other)
    return TrialOutcome([
      Measurement(Self.activeAlongWeights, active.alongWeights),
      Measurement(Self.activeAlongCoordinate, active.alongCoordinate),
      Measurement(Self.gaussianAlongWeights, gaussian.alongWeights),
      Measurement(Self.gaussianAlongCoordinate, gaussian.alongCoordinate),
    ])
  }

  /// w*/‖w*‖, on the first s coordinates: Gaussian samples do not tell coordinates apart.
  private func direction(_ dimension: Int, _ sparsity: Int, _ stream: inout RandomStream) -> [Double] {
    let values = (0..<sparsity).map { _ in stream.normal() }
    return (1 / values.norm2) * values + Array(repeating: 0, count: dimension - sparsity)
  }

  /// N×n, the samples on which the neuron responds.
  private func active(_ count: Int, _ weights: [Double], _ stream: inout RandomStream) -> Matrix {
    var samples = Matrix(rows: weights.count, columns: 0)
    while samples.columns < count {
      let sample = weights.map { mean * $0 + stream.normal() }
      if sample.dot(weights) > 0 { samples.appendColumn(sample) }
    }
    return samples
  }

  /// - Parameter samples: N×n, one sample a column.
  private func lengths(
    _ samples: Matrix, _ weights: [Double]
  ) -> (alongWeights: Double, alongCoordinate: Double) {
    guard let gram = Cholesky(upper: samples.gram()) else { return (.nan, .nan) }
    func squaredLength(_ u: [Double]) -> Double {
      let products = samples.transposeTimes(u)
      return 1 - products.dot(gram.solve(products))
    }
    return (squaredLength(weights), squaredLength(Array(repeating: 0, count: weights.count - 1) + [1]))
  }
}
