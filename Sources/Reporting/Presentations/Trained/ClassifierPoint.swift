// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Statistics

/// What one way of pruning leaves of the accuracy of one cell's networks.
struct ClassifierPoint: Sendable {
  private typealias Q = ClassifierExperiment

  /// How the networks were pruned, all to Net-Trim's number of weights in every layer.
  enum Method: String, CaseIterable {
    case netTrim = "Net-Trim"
    case retrained = "Net-Trim, retrained"
    case magnitude = "magnitude"
    case magnitudeRetrained = "magnitude, retrained"

    var quantity: Quantity {
      switch self {
      case .netTrim: Q.accuracyAfter
      case .retrained: Q.accuracyRetrained
      case .magnitude: Q.accuracyMagnitude
      case .magnitudeRetrained: Q.accuracyMagnitudeRetrained
      }
    }

    var style: SeriesStyle {
      switch self {
      case .netTrim: SeriesStyle(color: "#D55E00", point: 7)
      case .retrained: SeriesStyle(color: "#E69F00", point: 5, dash: 2)
      case .magnitude: SeriesStyle(color: "#404040", point: 6, dash: 3)
      case .magnitudeRetrained: SeriesStyle(color: "#009E73", point: 8, dash: 4)
      }
    }
  }

  /// One network: the share of its weights that is zero afterwards, the share of those left by training that is pruned, and its accuracy on
  /// held-out images before and after.
  struct Network: Sendable {
    let zeros, pruned, before, after: Double
    var loss: Double { before - after }
  }

  let cell: Cell
  let method: Method
  /// By their numbers; one whose programs were not solved counts as well.
  let networks: [Int: Network]

  init(_ trials: CellTrials, _ method: Method) {
    (cell, self.method) = (trials.cell, method)
    let networks = trials.trials.compactMap { trial -> (Int, Network)? in
      guard let outcome = trial.outcome, let zeros = outcome[Q.sparsity], let kept = outcome[Q.kept],
        let before = outcome[Q.accuracyBefore],
        let after = outcome[method.quantity]
      else { return nil }
      return (trial.number, Network(zeros: zeros, pruned: 1 - kept, before: before, after: after))
    }
    self.networks = Dictionary(networks) { first, _ in first }
  }

  func summary(_ value: (Network) -> Double) -> RunningSummary {
    RunningSummary(networks.keys.sorted().compactMap { networks[$0].map(value) })
  }

  /// All cells, method by method.
  static func all(_ results: MeasuredResults) -> [ClassifierPoint] {
    Method.allCases.flatMap { method in
      results.cells.map { ClassifierPoint($0, method) }.filter { !$0.networks.isEmpty }
    }
  }

  /// Training, scheme and P: what has a curve over ε.
  var kind: String {
    let samples = "P = \(cell[Q.samples].grouped)"
    return "\(cell[Q.regularisation].rawValue), \(cell[Q.scheme].rawValue), \(samples)"
  }
}

/// What is lost where a given share of the weights is zero, each network's loss taken straight between its points over ε.
struct LossAtShare: Sendable {
  let kind: String
  let method: ClassifierPoint.Method
  let share: Double
  /// Of the networks that have both fewer and more zeros on the grid.
  let losses: RunningSummary

  /// "More than 93 % of the weights pruned without loss", as published, and 95 %.
  static let published = [0.93, 0.95]

  init(_ points: [ClassifierPoint], share: Double) {
    (kind, method, self.share) = (points[0].kind, points[0].method, share)
    let numbers = Set(points.flatMap(\.networks.keys)).sorted()
    losses = RunningSummary(
      numbers.compactMap { number in Self.loss(at: share, points.compactMap { $0.networks[number] }) })
  }

  static func all(_ points: [ClassifierPoint]) -> [LossAtShare] {
    points.grouped { [$0.kind, $0.method.rawValue] }.flatMap { curve in
      published.map { LossAtShare(curve, share: $0) }
    }
  }

  private static func loss(at share: Double, _ networks: [ClassifierPoint.Network]) -> Double? {
    let curve = networks.sorted { $0.zeros < $1.zeros }
    guard let after = curve.firstIndex(where: { $0.zeros >= share }), after > 0 || curve[0].zeros == share else {
      return nil
    }
    guard curve[after].zeros > share else { return curve[after].loss }
    let (a, b) = (curve[after - 1], curve[after])
    return a.loss + (share - a.zeros) / (b.zeros - a.zeros) * (b.loss - a.loss)
  }
}
