// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
public import OverparameterisedPruning
import RandomStreams
import Statistics

/// The risk of a minimum-norm regression, exactly given the estimate: before pruning, with the features that some rule keeps, and after
/// retraining on them; and how far the estimate's coordinates are from their limit law.
public struct OverparameterisedRiskExperiment: Experiment {
  /// p, all features.
  public static let features = Parameter<Int>("features", "p, all features", .integers(20...100_000))
  /// Κ = p/n, all features a sample.
  public static let ratio = Parameter<Double>("ratio", "κ = p/n, all features a sample", .numbers(0.01...1_000))
  /// Share of the features that is trained on, important ones first.
  public static let trained = Parameter<Double>(
    "trained", "share of the features that is trained on, important ones first", .numbers(0.001...1), standard: 1)
  /// Share of all features that is kept at most.
  public static let kept = Parameter<Double>(
    "kept", "share of all features that is kept at most", .numbers(0.001...1), standard: 0.1)
  /// Σ².
  public static let noise = Parameter<Double>("noise", "σ²", .numbers(0...1_000), standard: 0.25)
  /// Share of features that are spikes.
  public static let spikes = Parameter<Double>(
    "spikes", "share of features that are spikes", .numbers(0.001...0.999), standard: 0.1)
  /// Λ of a spike; 1 of the others.
  public static let variance = Parameter<Double>(
    "variance", "Λ of a spike; 1 of the others", .numbers(1e-6...1e6), standard: 5)
  /// B of a spike.
  public static let weight = Parameter<Double>("weight", "B of a spike", .numbers(-1e6...1e6), standard: 2)
  /// B of the others.
  public static let rest = Parameter<Double>("rest", "B of the others", .numbers(-1e6...1e6), standard: 0.3)

  /// Risk before pruning.
  public static let fullRisk = Quantity("full_risk", "risk before pruning")
  /// Kolmogorov's distance of the coordinates of √p·β̂ from their limit law.
  public static let coordinateDistance = Quantity(
    "coordinate_distance", "Kolmogorov's distance of the coordinates of √p·β̂ from their limit law")

  /// The risk of what a rule keeps.
  public static func risk(keptBy rule: PruningRule) -> Quantity {
    Quantity("\(rule.rawValue)_risk", "risk with the features of largest \(rule.score)")
  }

  /// The same, trained again on what is kept.
  public static func retrainedRisk(keptBy rule: PruningRule) -> Quantity {
    Quantity("\(rule.rawValue)_retrained_risk", "risk after retraining on the features of largest \(rule.score)")
  }

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    features, ratio, trained, kept, noise, spikes, variance, weight, rest,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities =
    [fullRisk] + PruningRule.allCases.map { risk(keptBy: $0) } + PruningRule.allCases.map { retrainedRisk(keptBy: $0) }
    + [coordinateDistance]
  /// The law that the coordinates are held against.
  private let law: RegressionLaw

  /// The experiment, whose coordinates are held against this law.
  public init(law: RegressionLaw = .proved) { self.law = law }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    for share in [Self.trained, Self.kept] where abs(cell[Self.ratio] * cell[share] - 1) < 1e-9 {
      return
        "\(share.name): \(cell[share]) of \(cell[Self.ratio]) features a sample makes κ = 1, where the risk is infinite"
    }
    return nil
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    let design = OverparameterisedCell(cell)
    let instance = Self.instance(of: design, cell, seed: seed, trial: trial)
    let estimate = instance.fitted()
    let pruned = PruningRule.allCases.flatMap { rule in
      let support = instance.support(of: estimate, keeping: design.keptFeatures, by: rule)
      return [
        Measurement(Self.risk(keptBy: rule), instance.risk(of: estimate.restricted(to: support))),
        Measurement(Self.retrainedRisk(keptBy: rule), instance.risk(of: instance.fitted(on: support))),
      ]
    }
    let coordinates = Double(estimate.count).squareRoot() * estimate
    let distance = KolmogorovSmirnov(coordinates, against: design.law(law).distribution).statistic
    return TrialOutcome(
      [Measurement(Self.fullRisk, instance.risk(of: estimate)), Measurement(Self.coordinateDistance, distance)] + pruned
    )
  }

  /// The same for all shares that are kept.
  private static func instance(
    of design: OverparameterisedCell, _ cell: Cell, seed: UInt64, trial: Int
  ) -> RegressionInstance {
    let content = cell.without(kept).entries.map(key).joined(separator: ", ")
    var stream = RandomStream(StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: "regression"))
    return RegressionInstance(design.trained, features: design.trainedFeatures, stream: &stream)
  }

  /// Part of stream keys, so it never changes: a spike's variance and weight have no fraction there where they are whole.
  private static func key(_ entry: Cell.Entry) -> String {
    guard [variance.name, weight.name].contains(entry.name), case .number(let value) = entry.literal,
      let whole = Int(exactly: value)
    else { return "\(entry.name)=\(entry.literal)" }
    return "\(entry.name)=\(whole)"
  }

  /// Factorisations of the Gram matrix, and the draws.
  public func cost(of cell: Cell) -> Double {
    let (features, samples) = OverparameterisedCell(cell).size
    return features * samples * (100 + min(features, samples))
  }

  /// The inputs with a copy of the kept ones, and a Gram matrix with its factor.
  public func memory(of cell: Cell) -> Double {
    let (features, samples) = OverparameterisedCell(cell).size
    return 8 * (3 * features * samples + 2 * min(features, samples) * min(features, samples))
  }
}

extension PruningRule {
  fileprivate var score: String {
    switch self {
    case .magnitude: "|β̂|"
    case .hessian: "Λ^½|β̂|"
    case .oracle: "Λ^½|β|"
    }
  }
}
