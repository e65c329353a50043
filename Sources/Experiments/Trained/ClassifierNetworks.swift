// SPDX-License-Identifier: GPL-3.0-or-later
package import Ensembles
import LinearAlgebra
import Networks
import RandomStreams

/// The networks of the published experiment on images, N·300·1000·100·K with ReLUs before the last layer: how they are trained, and on what.
///
/// The papers say neither how long nor with what rate was trained. Here: Adam (rate .001, falling to a twentieth) in batches of 50; with
/// `dropout`, half of the hidden neurons are dropped; with `l1`, λ₁ = 10⁻⁴.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), section 5.
public struct ClassifierNetworks {
  /// What keeps weights small in training.
  public enum Regularisation: String, CaseIterable, ParameterValue {
    case none, dropout, l1
  }

  private let cell: Cell

  static let hidden = [300, 1000, 100]
  static let l1 = 1e-4
  static let dropout = 0.5

  package init(_ cell: Cell) { self.cell = cell }

  /// What a share of the published widths makes of them.
  static func hidden(_ size: Double) -> [Int] { hidden.map { max(1, Int((size * Double($0)).rounded())) } }

  /// Splits images at random into what network number `trial` is trained on and what is held out.
  package func split(_ data: DataSet, seed: UInt64, trial: Int) -> (training: DataSet, heldOut: DataSet) {
    var order = Array(0..<data.samples)
    let training = cell[ClassifierExperiment.training]
    var stream = RandomStream(
      StreamKey(
        seed: seed, content: "\(training) of \(data.samples)", trial: UInt32(trial), purpose: "held-out images"))
    stream.shuffle(&order)
    return (data.selecting(Array(order[..<training])), data.selecting(Array(order[training...])))
  }

  /// The network trained on `data`, a training set.
  ///
  /// - Complexity: 6·P·(number of weights) flops an epoch.
  func network(trainedOn data: DataSet, seed: UInt64, trial: Int) -> Network {
    let widths = [data.inputs.columns] + Self.hidden(cell[ClassifierExperiment.size]) + [data.targets.outputs]
    return Network(untrained: widths, seed: seed, trial: trial)
      .trained(on: data, settings(isRetraining: false), seed: seed, trial: trial).network
  }

  /// Retraining has no penalty: what is left is to stay.
  func settings(isRetraining: Bool) -> TrainingSettings {
    let regularisation = cell[ClassifierExperiment.regularisation]
    return TrainingSettings(
      optimiser: .adam(rate: 0.001), finalRate: 0.05,
      epochs: cell[isRetraining ? ClassifierExperiment.retraining : ClassifierExperiment.epochs], batchSize: 50,
      dropout: .uniform(inputs: 0, hidden: regularisation == .dropout ? Self.dropout : 0),
      penalty: Penalty(l1: regularisation == .l1 && !isRetraining ? Self.l1 : 0))
  }
}

/// What decides a trained network beside seed and trial; the data are those of one study.
struct ClassifierKey: Hashable, Sendable {
  private let cell: Cell

  init(_ cell: Cell) {
    typealias Q = ClassifierExperiment
    self.cell = cell.without(Q.scheme).without(Q.epsilon).without(Q.samples).without(Q.retraining)
  }
}
