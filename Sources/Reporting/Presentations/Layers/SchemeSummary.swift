// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import NetTrim
import Statistics

/// What a study found of the layers of one kind of networks and scheme.
package struct SchemeSummary: Encodable, Sendable {
  package let scheme, networks: String
  package let pruned, layers, certified, violations: Int
  /// Of e_ℓ over the theorem's bound, over certified layers.
  package let ratioMedian, ratioMax: Double?
  /// Of e_ℓ over the bound known after pruning.
  package let ratioSharpMedian: Double?
  /// Of the whole network.
  package let keptMean: Double?
}

extension SchemeResults {
  package var overview: [SchemeSummary] {
    schemes.flatMap { scheme in
      let ofScheme = cells.filter { $0.ensemble.scheme.kind == scheme }
      return ofScheme.grouped(by: \.ensemble.networks).map { SchemeSummary($0, bound) }
    }
  }

  /// `summary.csv`: the cascade beside the parallel scheme at equal discrepancy, per shape of network, γ and layer.
  var summaryTable: ResultTable {
    ResultTable(
      "summary",
      title:
        "One row per shape of network, γ and layer: what the cascade keeps, less what the parallel scheme keeps, at equal discrepancy",
      rows: comparisons,
      columns: SchemeColumns.shape { $0.ensemble } + [SchemeColumns.gamma { $0.ensemble }] + [
        .integer("layer", "ℓ, the number of the layer; 0 for the whole network") { $0.layer },
        .integer("compared", "Networks that both schemes prune to discrepancies in common") { $0.differences.count },
        .number("kept_parallel", "Mean share of weights left by the parallel scheme, at the shared discrepancies") {
          $0.parallel
        },
        .number("kept_cascade", "Mean share of weights left by the cascade, at the same discrepancies") { $0.cascade },
        .number("difference", "kept_cascade − kept_parallel: negative where the cascade is sparser") { $0.difference },
        .number("difference_low", "Lower end of its 95 % interval, by Student's t over the networks") {
          $0.interval?.lowerBound
        },
        .number("difference_high", "Upper end of its 95 % interval, by Student's t over the networks") {
          $0.interval?.upperBound
        },
      ])
  }
}

extension SchemeSummary {
  fileprivate init(_ cells: [SchemeResults.Cell], _ bound: ErrorBound) {
    let networks = cells.flatMap(\.networks)
    let layers = networks.flatMap(\.layers)
    let certified = layers.filter(\.isCertified)
    scheme = cells[0].ensemble.scheme.kind.rawValue
    self.networks = cells[0].ensemble.networks.rawValue
    (pruned, self.layers, self.certified) = (networks.count, layers.count, certified.count)
    violations = certified.count { $0.check(bound).isViolated }
    ratioMedian = certified.map { $0.ratio(\.linkNormalised) }.median
    ratioMax = certified.map { $0.ratio(\.linkNormalised) }.max()
    ratioSharpMedian = certified.map { $0.ratio(\.sharp) }.median
    keptMean = networks.map { $0.kept(0) }.mean
  }
}
