// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Experiments
import Foundation
import RecoveryTheory
import Statistics

/// What pruning leaves over P/N, a curve for each R; over R, a curve for each law of the inputs, where a study has one P/N alone; over N
/// where it has one R as well. A panel for each kind of weights and what else there is.
struct LawCourse {
  private typealias Layer = PrunedLayerExperiment

  private enum Along {
    case samples, tolerance, size

    func place(_ cell: Cell) -> Double {
      switch self {
      case .samples: cell[Layer.samplesPerInput]
      case .tolerance: cell[Layer.epsilon]
      case .size: Double(cell[Layer.dimension])
      }
    }

    /// The cell elsewhere on its curve; itself where that is of sizes, which are whole.
    func moved(_ cell: Cell, to place: Double) -> Cell {
      switch self {
      case .samples: cell.with(Layer.samplesPerInput, place)
      case .tolerance: cell.with(Layer.epsilon, place)
      case .size: cell.with(Layer.dimension, Int(place.rounded()))
      }
    }

    var axis: Axis {
      switch self {
      case .samples: Axis(name: "samples_per_input", label: "samples for every input, $P/N$", isLogarithmic: true)
      case .tolerance: Axis(name: "epsilon", label: "relative error $R$ allowed for", isLogarithmic: true)
      case .size: Axis(name: "dimension", label: "inputs $N$", unit: "inputs", isLogarithmic: true)
      }
    }
  }

  private let results: MeasuredResults
  private let along: Along
  /// The laws at the places between the first and the last of each curve; a place where there is none is left out.
  private let laws: [(cell: Cell, law: PrunedLayerLaw)]

  init(_ results: MeasuredResults) {
    let along: Along =
      results.values(of: Layer.samplesPerInput).count > 1
      ? .samples : results.values(of: Layer.epsilon).count > 1 ? .tolerance : .size
    (self.results, self.along) = (results, along)
    // The law is that of Gaussian inputs, whatever the inputs are.
    laws = results.cells.map(\.cell).grouped { Self.curve($0, along) }.flatMap { Self.laws($0, along) }
  }

  private static func curve(_ cell: Cell, _ along: Along) -> Cell {
    let moved = along.moved(cell, to: 1)
    return along == .samples ? moved : moved.without(Layer.inputs)
  }

  /// - Parameters:
  ///   - scaled: what is drawn of a measured value.
  ///   - value: what is drawn of the law.
  func figure(
    _ name: String, _ quantity: Quantity, title: MarkedText, text: String, y: Axis,
    scaled: (Double, Cell) -> Double = { value, _ in value }, value: (PrunedLayerLaw, Cell) -> Double
  ) -> PanelFigure? {
    let measured = results.rows.compactMap { row -> MeanPoint? in
      let summary = row.summary(quantity)
      guard summary.count > 0 else { return nil }
      return MeanPoint(
        panel: panel(row.cell), series: series(row.cell), x: along.place(row.cell), y: scaled(summary.mean, row.cell),
        trials: summary.count,
        interval: summary.meanInterval(confidence: 0.95).map {
          scaled($0.lowerBound, row.cell)...scaled($0.upperBound, row.cell)
        })
    }
    let lines = laws.map { cell, law in
      MeanPoint(panel: panel(cell), series: series(cell), x: along.place(cell), y: value(law, cell), trials: 0)
    }
    // On a logarithmic axis what is not positive has no place.
    let points = (lines + measured).filter { !y.isLogarithmic || $0.y > 0 }
    let kinds = Set(results.cells.map { "\($0.cell[Layer.density]) \($0.cell[Layer.decay])" }).count
    return PanelFigure.means(
      name, title: title, caption: "\(text) \(measured.countsText)",
      x: along.axis, y: y, points: points, theory: "law for Gaussian inputs",
      columns: kinds == 4 ? 2 : (2...3).contains(kinds) ? kinds : nil,
      label: { along == .samples ? MarkedText("$R = \($0)$") : MarkedText($0) }, areJoined: false)
  }

  private func series(_ cell: Cell) -> String {
    along == .samples ? "\(cell[Layer.epsilon])" : cell[Layer.inputs].inWords
  }

  private func panel(_ cell: Cell) -> MarkedText {
    switch along {
    case .samples: cell.panelTitle
    case .tolerance: cell.with(Layer.inputs, .gaussian).panelTitle
    case .size: cell.with(Layer.inputs, .gaussian).weightsTitle
    }
  }

  private static func laws(_ cells: [Cell], _ along: Along) -> [(Cell, PrunedLayerLaw)] {
    let places = cells.map(along.place)
    guard let cell = cells.first(where: { $0[Layer.inputs] == .gaussian }) ?? cells.first, let low = places.min(),
      let high = places.max()
    else { return [] }
    let steps = low < high ? 24 : 0
    return (0...steps).compactMap { step in
      let cell = along.moved(cell, to: low * pow(high / low, Double(step) / Double(max(steps, 1))))
      return (try? Layer.law(cell)).map { (cell, $0) }
    }
  }
}

extension Cell {
  /// N, the weights and, where they are not Gaussian, the inputs.
  var panelTitle: MarkedText { MarkedText("$N = \(self[PrunedLayerExperiment.dimension])$, \(weightsTitle.source)") }

  fileprivate var weightsTitle: MarkedText {
    typealias Layer = PrunedLayerExperiment
    let decay = self[Layer.decay] == 0 ? "" : ", $q = \(self[Layer.decay].brief)$"
    let inputs = self[Layer.inputs] == .gaussian ? "" : ", " + self[Layer.inputs].inWords
    return MarkedText("$s/N = \(self[Layer.density].brief)$\(decay)\(inputs)")
  }
}
