// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// One layer of one kind of spiral network: the published counts beside ours.
struct SpiralLayer: Sendable {
  let cell: Cell
  /// From 1.
  let layer: Int
  let networks: Int
  let before, after, kept, discrepancy: RunningSummary
  /// Networks with rd < .02.
  let accurate: Int
  let published: (before: Int, after: Int)?

  var width: Int { cell[SpiralExperiment.width] }
  var penalty: SpiralNetworks.Penalty { cell[SpiralExperiment.penalty] }
  var publishedKept: Double? { published.map { Double($0.after) / Double($0.before) } }

  init(_ cell: CellTrials, layer: Int) {
    let solved = cell.outcomes.filter { $0.success == true }
    func summary(_ quantity: Quantity, item: Int) -> RunningSummary {
      RunningSummary(solved.compactMap { $0[quantity, item: item] })
    }
    (self.cell, self.layer, networks) = (cell.cell, layer, solved.count)
    before = summary(SpiralExperiment.weightsBefore, item: layer)
    after = summary(SpiralExperiment.weightsAfter, item: layer)
    kept = summary(SpiralExperiment.kept, item: layer)
    discrepancy = summary(SpiralExperiment.discrepancy, item: 0)
    accurate = solved.count { $0[SpiralExperiment.discrepancy].map { $0 < 0.02 } ?? false }
    let row = PublishedSpirals.row(
      width: cell.cell[SpiralExperiment.width], penalty: cell.cell[SpiralExperiment.penalty])
    // The paper's tables are of this ε alone.
    let isPublished = cell.cell[SpiralExperiment.scheme] == .cascade && cell.cell[SpiralExperiment.epsilon] == 0.01
    published = isPublished ? row.map { ($0.before[layer - 1], $0.after[layer - 1]) } : nil
  }

  /// The layers of all cells, in the order of the grid.
  static func all(_ results: MeasuredResults) -> [SpiralLayer] {
    results.cells.flatMap { cell in (1...3).map { SpiralLayer(cell, layer: $0) } }
  }
}
