// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// How much more of a network the cascade keeps than the parallel scheme does at the same discrepancy.
///
/// Networks count in which every program was solved to a certified optimum. Each is pruned by both schemes for every ε. Its kept fractions are interpolated, linearly in log rd, to the
/// discrepancies that both schemes reach; the network's difference is the mean over these. The interval is Student's,
/// over the networks, which are independent.
struct SchemeComparison: Sendable {
  /// What the networks have in common; that of the cascade with the least ε.
  let ensemble: SchemeEnsemble
  /// ℓ, or 0 for the whole network.
  let layer: Int
  let differences: [Difference]

  /// Of one network: the mean kept fractions at equal discrepancy.
  struct Difference: Sendable {
    let parallel, cascade: Double
    var value: Double { cascade - parallel }
  }

  var parallel: Double? { differences.map(\.parallel).mean }
  var cascade: Double? { differences.map(\.cascade).mean }
  var difference: Double? { differences.map(\.value).mean }

  /// The 95 % interval of the mean difference; nil with fewer than two networks.
  var interval: ClosedRange<Double>? {
    RunningSummary(differences.map(\.value)).meanInterval(confidence: 0.95)
  }
}

extension SchemeComparison {
  /// One for each shape of network, γ and layer that both schemes pruned, and for the whole of each.
  static func all(_ networks: [PrunedNetworkTrial]) -> [SchemeComparison] {
    let solved = networks.filter { $0.isSolved && $0.relativeDiscrepancy > 0 }
    let shapes = solved.grouped { $0.ensemble.shape }
    return shapes.flatMap { shape -> [SchemeComparison] in
      let parallel = Dictionary(grouping: shape.filter { $0.ensemble.scheme.gamma == nil }, by: \.number)
      let cascades = shape.filter { $0.ensemble.scheme.gamma != nil }
      guard !parallel.isEmpty else { return [] }
      return cascades.grouped { $0.ensemble.scheme.gamma }.flatMap { cascade in
        let pairs = cascade.grouped(by: \.number).compactMap { cascade in
          parallel[cascade[0].number].map { ($0, cascade) }
        }
        return (0...cascade[0].ensemble.depth).map { layer in
          SchemeComparison(
            ensemble: cascade[0].ensemble, layer: layer,
            differences: pairs.compactMap { Difference($0, $1, layer) })
        }
      }
    }
  }

  /// Those of the same depth, γ and layer taken together: all their networks count alike.
  static func pooled(_ comparisons: [SchemeComparison]) -> [SchemeComparison] {
    let groups = comparisons.grouped { [Double($0.ensemble.depth), $0.ensemble.scheme.gamma ?? 0, Double($0.layer)] }
    return groups.map { group in
      SchemeComparison(
        ensemble: group[0].ensemble, layer: group[0].layer, differences: group.flatMap(\.differences))
    }
  }
}

extension SchemeComparison.Difference {
  /// nil where the two schemes reach no discrepancy in common.
  init?(_ parallel: [PrunedNetworkTrial], _ cascade: [PrunedNetworkTrial], _ layer: Int) {
    func curve(_ networks: [PrunedNetworkTrial]) -> DiscrepancyCurve {
      DiscrepancyCurve(networks.map { ($0.relativeDiscrepancy, $0.kept(layer)) })
    }
    guard let kept = DiscrepancyCurve.meansAtEqualDiscrepancy(curve(parallel), curve(cascade)) else { return nil }
    self.init(parallel: kept.0, cascade: kept.1)
  }
}

extension SchemeEnsemble {
  /// All but the scheme: what decides the network and its samples.
  fileprivate var shape: SchemeEnsemble {
    var shape = self
    shape.scheme = .parallel(epsilon: 0)
    return shape
  }
}
