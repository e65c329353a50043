// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Networks
import RankPruning

/// A student of a teacher of low rank, trained with rank projections, and plainly with a truncation afterwards: ranks of the first layer,
/// and losses on fresh samples over the variance of the responses.
public struct LowRankExperiment: Experiment {
  /// N, inputs and neurons of the first layer.
  public static let width = Parameter<Int>(
    "width", "N, inputs and neurons of the first layer", .integers(2...500), standard: 16)
  /// r, of the teacher's first layer.
  public static let rank = Parameter<Int>("rank", "r, of the teacher's first layer", .integers(1...500))
  /// P (samples).
  public static let samples = Parameter<Int>(
    "samples", "P", unit: "samples", .integers(10...100_000), standard: 300)
  /// Λ of the nuclear norm.
  public static let penalty = Parameter<Double>("penalty", "λ of the nuclear norm", .numbers(0...10), standard: 0.03)
  /// Share of the energy that a truncation keeps.
  public static let energy = Parameter<Double>(
    "energy", "Share of the energy that a truncation keeps", .numbers(0.01...1), standard: 0.9)
  /// Epochs of training.
  public static let epochs = Parameter<Int>("epochs", "Epochs of training", .integers(1...10_000), standard: 60)

  /// Rank after training with projections.
  public static let prunedRank = Quantity("pruned_rank", "Rank after training with projections", kind: .count)
  /// Rank of plain training, truncated afterwards to the same share of energy.
  public static let truncatedRank = Quantity(
    "truncated_rank", "Rank of plain training, truncated afterwards to the same share of energy", kind: .count)
  /// Rank of the teacher's first layer truncated to the same share of energy.
  public static let teacherRank = Quantity(
    "teacher_rank", "Rank of the teacher's first layer truncated to the same share of energy", kind: .count)
  /// Loss after training with projections, over the variance of the responses.
  public static let prunedLoss = Quantity(
    "pruned_loss", "Loss after training with projections, over the variance of the responses")
  /// Loss of plain training at full rank.
  public static let plainLoss = Quantity("plain_loss", "Loss of plain training at full rank")
  /// Loss of plain training truncated to the same share of energy.
  public static let truncatedLoss = Quantity(
    "truncated_loss", "Loss of plain training truncated to the same share of energy")
  /// Loss of plain training truncated to the rank found with projections.
  public static let equalRankLoss = Quantity(
    "equal_rank_loss", "Loss of plain training truncated to the rank found with projections")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [width, rank, samples, penalty, energy, epochs]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    prunedRank, truncatedRank, teacherRank, prunedLoss, plainLoss, truncatedLoss, equalRankLoss,
  ]

  /// The experiment, which has no settings.
  public init() {}

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (rank, width) = (cell[Self.rank], cell[Self.width])
    return rank > width ? "rank: \(rank) is more than the width \(width) allows" : nil
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let task = LowRankTask(
      width: cell[Self.width], rank: cell[Self.rank], samples: cell[Self.samples], seed: seed, trial: trial)
    let method = TrainedRankPruning(
      energy: cell[Self.energy], nuclearPenalty: cell[Self.penalty], rate: 0.05, epochs: cell[Self.epochs],
      batchSize: 20, layers: [0])
    let pruned = method.train(task.student, on: task.training, seed: seed, trial: trial)
    let plain = method.trainWithoutPruning(task.student, on: task.training, seed: seed, trial: trial)
    let rank = SingularValueDecomposition(pruned.layers[0].weights).rank(keeping: 1 - 1e-12)
    let truncatedRank = SingularValueDecomposition(plain.layers[0].weights).rank(keeping: method.energy)
    return TrialOutcome([
      Measurement(Self.prunedRank, rank), Measurement(Self.truncatedRank, truncatedRank),
      Measurement(Self.teacherRank, task.teacherRank(keeping: method.energy)),
      Measurement(Self.prunedLoss, task.loss(of: pruned)), Measurement(Self.plainLoss, task.loss(of: plain)),
      Measurement(Self.truncatedLoss, task.loss(of: plain.truncated(0, toRank: truncatedRank))),
      Measurement(Self.equalRankLoss, task.loss(of: plain.truncated(0, toRank: rank))),
    ])
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    let width = Double(cell[Self.width])
    return Double(cell[Self.epochs]) * width * width * (Double(cell[Self.samples]) + 10 * width)
  }

  /// Samples and fresh samples with their hidden responses, and a dozen layers: student, teacher, gradients, a decomposition.
  public func memory(of cell: Cell) -> Double {
    let (width, samples) = (Double(cell[Self.width]), Double(cell[Self.samples] + LowRankTask.freshSamples))
    return 8 * width * (4 * samples + 12 * width)
  }
}
