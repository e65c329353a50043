// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// Networks of one kind that both schemes pruned, compared at equal discrepancy.
public struct EqualDiscrepancy: Sendable {
  /// What the networks have in common: width, penalty and P of the parallel scheme's first cell.
  public let cell: Cell
  private let parallel, cascade: [CellTrials]

  /// The discrepancies of the amended claim and of the published comparison: the published tables have less than .02, and the difference shrinks as more is given away; in networks
  /// too small for their task it then changes sign.
  public static let largest = 0.05

  /// One for each width, penalty and P with both schemes, in the order of the grid.
  public static func all(_ cells: [CellTrials]) -> [EqualDiscrepancy] {
    func kind(_ cell: Cell) -> Cell { cell.without(SpiralExperiment.scheme).without(SpiralExperiment.epsilon) }
    func trials(_ scheme: SpiralPruning.Scheme, like cell: Cell) -> [CellTrials] {
      cells.filter { kind($0.cell) == kind(cell) && $0.cell[SpiralExperiment.scheme] == scheme }
    }
    var seen: Set<Cell> = []
    return cells.map(\.cell).filter { seen.insert(kind($0)).inserted }.compactMap { cell in
      let (parallel, cascade) = (trials(.parallel, like: cell), trials(.cascade, like: cell))
      guard !parallel.isEmpty && !cascade.isEmpty else { return nil }
      return EqualDiscrepancy(cell: cell, parallel: parallel, cascade: cascade)
    }
  }

  var label: String {
    "cascade over parallel, h = \(cell[SpiralExperiment.width]), penalty \(cell[SpiralExperiment.penalty].rawValue), "
      + "P = \(cell[SpiralExperiment.samples])"
  }

  /// The share of weights that the parallel scheme keeps less what the cascade keeps: one a network with solved programs of both
  /// schemes and a discrepancy that both reach.
  ///
  /// - Parameter layer: from 1; 0 for the whole network.
  public func gains(ofLayer layer: Int, upTo limit: Double = largest) -> [Double] {
    kept(ofLayer: layer, upTo: limit).map { $0.parallel - $0.cascade }
  }

  /// The shares themselves, means over the discrepancies in common.
  public func kept(ofLayer layer: Int, upTo limit: Double = largest) -> [(parallel: Double, cascade: Double)] {
    let (parallel, cascade) = (Self.curves(parallel, layer), Self.curves(cascade, layer))
    return parallel.keys.sorted().compactMap { number in
      guard let first = parallel[number], let second = cascade[number] else { return nil }
      return DiscrepancyCurve.meansAtEqualDiscrepancy(first, second, upTo: limit).map { ($0, $1) }
    }
  }

  /// By the numbers of the networks.
  private static func curves(_ cells: [CellTrials], _ layer: Int) -> [Int: DiscrepancyCurve] {
    let points = cells.flatMap(\.trials).compactMap { trial -> (Int, (discrepancy: Double, kept: Double))? in
      guard let outcome = trial.outcome, outcome.success == true,
        let kept = outcome[SpiralExperiment.kept, item: layer],
        let discrepancy = outcome[SpiralExperiment.discrepancy], discrepancy > 0
      else { return nil }
      return (trial.number, (discrepancy, kept))
    }
    return Dictionary(grouping: points, by: \.0).mapValues { DiscrepancyCurve($0.map(\.1)) }
  }
}
