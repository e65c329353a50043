// SPDX-License-Identifier: GPL-3.0-or-later

/// How a network is trained: the settings decide the result together with the seed.
public struct TrainingSettings: Hashable, Sendable {
  /// How steps are made of gradients.
  public var optimiser: Optimiser
  /// The share of the optimiser's rate that is left in the last epoch; it falls linearly from 1 in the first.
  public var finalRate: Double
  /// Passes over the samples.
  public var epochs: Int
  /// Samples a step; the last step of an epoch takes what is left.
  public var batchSize: Int
  /// The shares of units that are left out in a step.
  public var dropout: Dropout
  /// What keeps weights small.
  public var penalty: Penalty

  /// A training by all its numbers.
  public init(
    optimiser: Optimiser = .adam(), finalRate: Double = 1, epochs: Int, batchSize: Int, dropout: Dropout = .none,
    penalty: Penalty = .none
  ) {
    precondition(epochs >= 0 && batchSize > 0, "\(epochs) epochs in batches of \(batchSize)")
    precondition(0 <= finalRate && finalRate <= 1, "a final rate of \(finalRate) times the first")
    self.optimiser = optimiser
    self.finalRate = finalRate
    self.epochs = epochs
    self.batchSize = batchSize
    self.dropout = dropout
    self.penalty = penalty
  }

  /// The share of the optimiser's rate in epoch `epoch`, from 0.
  func rateShare(epoch: Int) -> Double {
    epochs < 2 ? 1 : 1 - (1 - finalRate) * Double(epoch) / Double(epochs - 1)
  }

  /// Canonical text: part of the stream keys, so it never changes.
  public var name: String {
    "\(optimiser.name), final rate=\(finalRate), epochs=\(epochs), batch=\(batchSize), \(dropout.name), \(penalty.name)"
  }
}

/// Inverted dropout: while training, every input of a layer is set to 0 with the layer's rate r, the others are multiplied
/// by 1/(1−r); the trained network is used as it is.
///
/// Source: Srivastava, Hinton, Krizhevsky, Sutskever, Salakhutdinov, JMLR 15 (2014).
public enum Dropout: Hashable, Sendable {
  /// One rate for the network's inputs, one for the neurons of all hidden layers.
  case uniform(inputs: Double, hidden: Double)
  /// The rate for the inputs of each layer: of the network's inputs first, then of the hidden layers' neurons.
  case layers([Double])

  /// Every unit takes part in every step.
  public static let none = Dropout.uniform(inputs: 0, hidden: 0)

  /// The rate for the inputs of each of `depth` layers.
  ///
  /// - Precondition: rates in [0, 1).
  public func rates(depth: Int) -> [Double] {
    let rates =
      switch self {
      case .uniform(let inputs, let hidden): (0..<depth).map { $0 == 0 ? inputs : hidden }
      case .layers(let rates): rates
      }
    precondition(rates.count == depth && rates.allSatisfy { 0 <= $0 && $0 < 1 }, "dropout rates \(rates)")
    return rates
  }

  var name: String {
    switch self {
    case .uniform(let inputs, let hidden): "dropout(inputs=\(inputs), hidden=\(hidden))"
    case .layers(let rates): "dropout(\(rates.map { "\($0)" }.joined(separator: ", ")))"
    }
  }
}

/// λ₁‖W‖₁ + (λ₂/2)‖W‖_F², summed over layers and added to the mean loss; biases are free.
///
/// The ℓ₂ part enters through its gradient. The ℓ₁ part enters through its proximal map after every step, soft
/// thresholding at λ₁ times the weight's own step size, so that weights become *exactly* zero and a point is
/// stationary just where the gradient g of the rest has g = −λ₁·sign(w) or, at w = 0, |g| ≤ λ₁. With Adam the step sizes
/// differ from weight to weight, hence so do the thresholds: one threshold for all would have other stationary points.
///
/// Source: Yun, Lozano, Yang, "Adaptive proximal gradient methods for structured neural networks" (NeurIPS 2021).
public struct Penalty: Hashable, Sendable {
  /// λ₁.
  public var l1: Double
  /// λ₂.
  public var l2: Double

  /// Weights cost nothing.
  public static let none = Penalty()

  /// λ₁‖W‖₁ + λ₂‖W‖²_F, added to the loss.
  public init(l1: Double = 0, l2: Double = 0) {
    precondition(l1 >= 0 && l2 >= 0, "penalties \(l1) and \(l2)")
    self.l1 = l1
    self.l2 = l2
  }

  var name: String { "l1=\(l1), l2=\(l2)" }
}
