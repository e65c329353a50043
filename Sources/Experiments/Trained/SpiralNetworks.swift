// SPDX-License-Identifier: GPL-3.0-or-later
public import Ensembles
public import Networks

/// The networks of the published spiral experiment: 2·h·h·2, ReLU, trained with dropout to tell two nested spirals apart.
///
/// The paper says neither how many samples there were nor how long and with what dropout was trained. Here: P = 150 samples
/// of spirals of one revolution, 200 epochs of Adam (rate .005, falling to a twentieth) in batches of 50, dropout .3 of the hidden neurons, and
/// λ₁ = 2·10⁻⁴ where the weights are penalised. P was chosen as few samples that still teach all but a few in ten thousand fresh
/// points; the penalty, for layers about as dense before pruning as in Table S.2.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), supplement 3, Tables S.1 and S.2.
public struct SpiralNetworks: Hashable, Sendable {
  /// What is added to the loss beside dropout.
  public enum Penalty: String, CaseIterable, ParameterValue {
    case none, l1
  }

  /// h.
  public var width: Int
  /// The penalty of the training.
  public var penalty: Penalty
  /// P.
  public var samples: Int

  /// Networks 2·h·h·2 of this width h, trained on so many samples of the spirals.
  public init(width: Int, penalty: Penalty = .none, samples: Int = 150) {
    (self.width, self.penalty, self.samples) = (width, penalty, samples)
  }

  /// The networks of a cell of ``SpiralExperiment`` or ``BoundedDiscrepancyExperiment``.
  init(_ cell: Cell) {
    self.init(
      width: cell[SpiralExperiment.width], penalty: cell[SpiralExperiment.penalty],
      samples: cell[SpiralExperiment.samples])
  }

  /// λ₁ of `Penalty.l1`.
  static let l1 = 2e-4

  /// - Parameter epochs: of a retraining, where not of the first training.
  public func settings(epochs: Int = 200) -> TrainingSettings {
    TrainingSettings(
      optimiser: .adam(rate: 0.005), finalRate: 0.05, epochs: epochs, batchSize: 50,
      dropout: .uniform(inputs: 0, hidden: 0.3),
      penalty: Ensembles.Penalty(l1: penalty == .l1 ? Self.l1 : 0))
  }

  /// What network number `trial` is trained on and pruned for.
  public func data(seed: UInt64, trial: Int) -> DataSet {
    NestedSpirals(samples: samples, turns: 1).dataSet(seed: seed, trial: trial)
  }

  private static let freshSamples = 2_000

  /// Points that it has not seen, 2,000 of them.
  public func freshData(seed: UInt64, trial: Int) -> DataSet {
    NestedSpirals(samples: Self.freshSamples, turns: 1).dataSet(seed: seed, trial: trial)
  }

  /// Network number `trial`, trained.
  ///
  /// - Complexity: 1,200·P·(number of weights) flops, for the first who asks.
  public func network(seed: UInt64, trial: Int) -> Network {
    Self.trained.value(TrialKey(content: self, seed: seed, trial: trial)) {
      Network(untrained: [2, width, width, 2], seed: seed, trial: trial)
        .trained(on: data(seed: seed, trial: trial), settings(), seed: seed, trial: trial).network
    }
  }

  /// An interior-point iteration of the middle layer costs h·(h²P + h³/3) flops.
  var pruningCost: Double {
    let (h, p) = (Double(width), Double(samples))
    return h * h * h * (p + h / 3)
  }

  /// What pruning one network and measuring what is left hold at once, in bytes: some dozen matrices of P×h and of h×h in the programs
  /// and their solver, and the hidden responses to fresh points.
  var pruningMemory: Double {
    let (h, p) = (Double(width), Double(samples))
    return 8 * (16 * h * (p + h) + 4 * h * Double(Self.freshSamples))
  }

  private static let trained = Memo<TrialKey<SpiralNetworks>, Network>(capacity: 128)
}
