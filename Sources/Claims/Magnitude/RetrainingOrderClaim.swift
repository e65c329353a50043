// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import MagnitudePruning
import Networks
import Statistics

/// **Retraining helps, and iterations help more** (Han, Pool, Tran, Dally 2015). At equal density the accuracy after pruning is
/// ordered: iterative with retraining ≥ one-shot with retraining ≥ one-shot without.
///
/// Trained networks 2·24·24·2 for nested spirals, the same number of weights kept per layer, and the same
/// total number of retraining epochs for both ways to retrain.
///
/// - Measured: for each network and each of the two steps of the order, which side answers more fresh points rightly.
/// - Verdict: refuted if the smaller side wins too often, by a sign test of each step (exact, ties left out, Holm): it assumes
///   nothing about the law of accuracies.
public struct RetrainingOrderClaim: Claim {
  public let name = "retraining-order"
  public let kind = ClaimClass.trend
  public let statement = "At equal density, iterative pruning ≥ one-shot with retraining ≥ one-shot, in accuracy."
  public let falseVariant = "the reversed order"

  public init() {}

  static let steps = ["iterative over one-shot with retraining", "retraining over none"]

  /// Accuracies of one network, pruned in the three ways.
  package struct Outcome: Sendable {
    var original: Double
    var oneShot: Double
    var retrained: Double
    var iterative: Double

    package init(original: Double = 1, oneShot: Double, retrained: Double, iterative: Double) {
      self.original = original
      self.oneShot = oneShot
      self.retrained = retrained
      self.iterative = iterative
    }
  }

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let networks = plan.choose(quick: 48, standard: 200, thorough: 1_000)
    let outcomes = await plan.map(networks) { _, number in Self.measure(seed: plan.seed, trial: number) }
    return judge(outcomes, reversed: variant == .falsified, alarmRate: plan.alarmRate)
  }

  private static func measure(seed: UInt64, trial: Int) -> Outcome {
    let data = NestedSpirals(samples: 200, turns: 1).dataSet(seed: seed, trial: trial)
    let fresh = NestedSpirals(samples: 2_000, turns: 1).dataSet(seed: seed, trial: trial)
    func settings(_ epochs: Int) -> TrainingSettings {
      TrainingSettings(optimiser: .adam(rate: 0.01), epochs: epochs, batchSize: 50)
    }
    let network = Network(untrained: [2, 24, 24, 2], seed: seed, trial: trial)
      .trained(on: data, settings(100), seed: seed, trial: trial).network
    func accuracy(_ schedule: MagnitudePruning.Schedule, epochs: Int) -> Double {
      MagnitudePruning(
        rules: [.nonzeros(30), .nonzeros(50), .nonzeros(16)], schedule: schedule, retraining: settings(epochs)
      )
      .prune(network, on: data, seed: seed, trial: trial).accuracy(on: fresh)
    }
    return Outcome(
      original: network.accuracy(on: fresh), oneShot: accuracy(.oneShot, epochs: 0),
      retrained: accuracy(.oneShotRetrained, epochs: 100), iterative: accuracy(.iterative(rounds: 5), epochs: 20))
  }

  package func judge(_ outcomes: [Outcome], reversed: Bool, alarmRate: Double) -> Finding {
    let gains = [outcomes.map { $0.iterative - $0.retrained }, outcomes.map { $0.retrained - $0.oneShot }]
    let orders = zip(Self.steps, gains).map { step, gains in
      PairedOrder(step, gains: gains.map { reversed ? -$0 : $0 })
    }
    return orders.finding(trials: outcomes.count, alarmRate: alarmRate, remarks: [means(of: outcomes)])
  }

  private func means(of outcomes: [Outcome]) -> String {
    func mean(_ part: (Outcome) -> Double) -> String { rounded(RunningSummary(outcomes.map(part)).mean) }
    return "mean accuracy \(mean(\.original)) before, \(mean(\.oneShot)) one-shot, \(mean(\.retrained)) retrained, "
      + "\(mean(\.iterative)) iterative"
  }
}
