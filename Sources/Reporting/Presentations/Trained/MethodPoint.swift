// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// What one method makes of the networks of one cell, at one level of input noise.
struct MethodPoint: Sendable {
  private typealias Pruning = BoundedDiscrepancyExperiment

  let cell: Cell
  /// 0 is no noise.
  let level: Int
  let networks: Int
  let noise, seconds: Double?
  let kept, accuracy, discrepancy, bound: RunningSummary
  /// The mean share of weights and biases that pruning was asked to leave: the cascade's, but for the parallel scheme.
  let asked: Double

  var method: SpiralMethod { cell[Pruning.method] }
  var width: Int { cell[Pruning.width] }
  var penalty: SpiralNetworks.Penalty { cell[Pruning.penalty] }
  var epsilon: Double { cell[Pruning.epsilon] }

  /// - Parameter cascade: the cell that the method goes by.
  init(_ trials: CellTrials, level: Int, cascade: CellTrials?) {
    func summary(_ quantity: Quantity, item: Int = 0) -> RunningSummary {
      RunningSummary(trials.values(quantity, item: item).filter(\.isFinite))
    }
    (cell, self.level, networks) = (trials.cell, level, trials.outcomes.count)
    noise = trials.values(Pruning.noise, item: level).first
    seconds = trials.outcomes.map(\.seconds).mean
    kept = summary(Pruning.kept)
    let isOwn = trials.cell[Pruning.method] == .parallel
    asked = (isOwn ? nil : cascade?.values(Pruning.kept).mean) ?? kept.mean
    accuracy = summary(Pruning.accuracy, item: level)
    discrepancy = summary(Pruning.discrepancy)
    bound = summary(Pruning.relativeBound)
  }

  /// All levels of all cells, method by method, in the order of the grid.
  static func all(_ results: MeasuredResults) -> [MethodPoint] {
    let points = results.cells.flatMap { cell in
      let cascade = results.cells.first {
        $0.cell[Pruning.method] == .cascade && place($0.cell) == place(cell.cell)
      }
      let levels = Set(cell.outcomes.flatMap { $0.byItem(Pruning.noise).keys })
      return levels.sorted().map { MethodPoint(cell, level: $0, cascade: cascade) }
    }
    return points.grouped(by: \.method).flatMap { $0 }
  }

  private static func place(_ cell: Cell) -> Cell { cell.without(Pruning.method) }
}

extension SeriesStyle {
  /// Filled shapes of Net-Trim, open ones of magnitude pruning.
  static func method(_ method: SpiralMethod) -> SeriesStyle {
    switch method {
    case .cascade: .cascade
    case .cascadeRetrained: SeriesStyle(color: "#E69F00", point: 9, dash: 2)
    case .parallel: .parallel
    case .magnitude: SeriesStyle(color: "#404040", point: 6, dash: 3)
    case .magnitudeRetrained: SeriesStyle(color: "#009E73", point: 8, dash: 4)
    case .magnitudeIterative: SeriesStyle(color: "#CC79A7", point: 12, dash: 5)
    }
  }
}
