// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import StudyModel

/// A point of a success curve: a number of samples at which the prediction is drawn, and what was measured there, if anything was.
struct CurvePoint {
  let transition: RecoveryResults.Transition
  let samples: Int
  let trials: Int?
  let rate: Double?
  let interval: RateInterval?

  static let shape: [ResultColumn<CurvePoint>] = [
    .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.transition.dimension },
    .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.transition.sparsity },
    .integer("samples", "P, the number of samples", unit: "samples") { $0.samples },
  ]
}

extension RecoveryResults {
  func points(_ transition: Transition) -> [CurvePoint] {
    let cells = Dictionary(uniqueKeysWithValues: transition.cells.map { ($0.cell.samples, $0) })
    return transition.drawnSamples.map { samples in
      let (cell, measured) = (cells[samples], cells[samples].flatMap(rate))
      return CurvePoint(
        transition: transition, samples: samples, trials: measured.flatMap { _ in cell?.trials }, rate: measured?.rate,
        interval: measured?.interval)
    }
  }

  /// "36,800 trials, 200 a cell".
  var trialsText: String {
    let counts = transitions.flatMap(\.cells).map(\.trials)
    guard let least = counts.min(), let most = counts.max() else { return "no trials" }
    let each = least == most ? least.grouped : "\(least.grouped) to \(most.grouped)"
    return "\(trials.grouped) trials, \(each) a cell"
  }

  /// What a rate's bars are.
  var intervalsText: String {
    switch study.trials {
    case .each: "95 % Wilson intervals"
    case .precision(_, let confidence, _): "\((confidence * 100).fixed(0)) % anytime-valid intervals"
    }
  }
}

extension Array {
  /// At most `count` elements, evenly spread from the first to the last.
  func evenly(_ count: Int) -> [Element] {
    guard self.count > count else { return self }
    return (0..<count).map { self[$0 * (self.count - 1) / (count - 1)] }
  }
}
