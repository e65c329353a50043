// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Ensembles
import Foundation
import RecoveryTheory
import StudyModel

extension PanelFigure {
  /// Success rate against P/(2δ): measured with intervals, over the exact curves; one panel per dimension and inputs.
  static func successCurve(_ results: RecoveryResults) -> PanelFigure? {
    let curves = SparsityNames(results.transitions)
    let facets = Facets(results.transitions)
    let (shown, last) = (facets.panels.joined(), facets.panels.joined().lastOfInterest)
    let x = Axis(
      name: "relative_samples", label: "samples, relative to the predicted $2\\delta$", meaning: "P/(2δ)",
      isLogarithmic: last == nil && shown.isWide, to: last)
    return PanelFigure(
      "success_curve", title: "Recovery of a planted neuron: measured success rates on the exact law",
      caption: """
        Success rate against the number of samples in units of the predicted 50 % point, \(results.trialsText). Points: \
        measured, with \(results.barsText); lines: the exact law for Gaussian inputs, computed and not \
        fitted.\(curves.note)
        """,
      panels: facets.panels.map { results.successPanel($0, curves, x) }, columns: facets.columns,
      aspect: facets.aspect)
  }
}

extension RecoveryResults {
  fileprivate func successPanel(_ transitions: [Transition], _ names: SparsityNames, _ x: Axis) -> PanelFigure.Panel {
    let isBanded = hasFewTrials
    let series = transitions.flatMap { transition -> [PanelFigure.Series] in
      guard let (label, style) = names[transition] else { return [] }
      let rows = points(transition)
      let neurons = Double(transition.condition.neurons)
      let columns = CurvePoint.shape + [.integer("trials", "Trials of a measured point", unit: "trials") { $0.trials }]
      let band = PanelFigure.Series(label, .band, style, of: isBanded ? transition.fitOutline : []) {
        PanelFigure.Point($0.samples / transition.predicted.normal.median, $0.rate)
      }
      return [
        band,
        .init(label, .theory("exact law for Gaussian inputs"), style, of: rows, columns: columns) {
          .init(transition.relative($0.samples), transition.predicted.exact.success(samples: $0.samples))
        },
        .init(label, .union, style, of: neurons > 1 ? rows : []) {
          let failure = neurons * transition.predicted.exact.failure(samples: $0.samples)
          return .init(transition.relative($0.samples), max(0, 1 - failure))
        },
        .init(label, .measured(MarkedText(barsText)), style, of: rows, columns: columns) {
          .init(
            transition.relative($0.samples), $0.rate,
            yInterval: isBanded ? nil : $0.interval.map { $0.lower...$0.upper })
        },
      ]
    }
    return .init(
      title(transitions[0]), x: x, y: .share("rate", "success rate", "Success rate, or its probability in theory"),
      [PanelFigure.Mark.band, .line, .points].flatMap { mark in series.filter { $0.kind.mark == mark } })
  }

  /// Bars of single cells would be as long as the axis, and say less than all cells of a curve together.
  private var hasFewTrials: Bool { transitions.flatMap(\.cells).allSatisfy { $0.trials < 50 } }

  fileprivate var barsText: String { hasFewTrials ? "95 % intervals of the fit as bands" : intervalsText }
}

extension RecoveryResults.Transition {
  /// Around where the probit fit runs with 95 % confidence: the profile-likelihood intervals of the places of its probabilities, upwards on
  /// their one side and back on the other, within the measured samples. Empty where nothing is fitted.
  fileprivate var fitOutline: [(samples: Double, rate: Double)] {
    let samples = cells.map { Double($0.cell.samples) }
    guard fitted.samples(0.5) != nil, let first = samples.min(), let last = samples.max() else { return [] }
    let rates: [Double] = [0.005, 0.01] + (1...39).map { Double($0) / 40 } + [0.99, 0.995]
    let ends = rates.map { rate in
      (rate: rate, interval: fitted.samplesInterval(rate, confidence: Self.confidence).clamped(to: first...last))
    }
    let upwards = ends.map { (samples: $0.interval.lowerBound, rate: $0.rate) }
    return upwards + ends.reversed().map { (samples: $0.interval.upperBound, rate: $0.rate) }
  }
}

extension PanelFigure.Kind {
  fileprivate static let band = Self("fit", "fit of the measured rates, 95 % band", .band)
  /// What is left of the law for one neuron where several must be recovered.
  fileprivate static let union = Self(
    "union", "theory: 1 − M·(1 − law), the union bound over M neurons", .line, dash: 3)
}

extension RecoveryResults.Transition {
  /// P/(2δ).
  func relative(_ samples: Int) -> Double { Double(samples) / predicted.normal.median }
}

extension Sequence<RecoveryResults.Transition> {
  /// Whether the numbers of samples, in units of 2δ, go over more than an order of magnitude above its tenth.
  fileprivate var isWide: Bool {
    contains { transition in transition.cells.contains { transition.relative($0.cell.samples) > 10 } }
  }

  /// Whether some curve is not yet certain where its law is.
  private func isLate(_ certain: Double) -> Bool {
    contains { transition in
      transition.cells.contains {
        transition.relative($0.cell.samples) > certain && Double($0.recovered) < 0.9 * Double($0.trials)
      }
    }
  }

  /// Where every law's success is all but certain, in units of 2δ; nil where the measurements end before.
  fileprivate var lastOfInterest: Double? {
    let certain = map { $0.relative($0.predicted.exact.samples(successAtLeast: 0.999)) }.max() ?? 0
    let measured = map { transition in transition.relative(transition.cells.map(\.cell.samples).max() ?? 0) }.max() ?? 0
    return measured > 1.25 * certain && !isLate(certain) ? certain : nil
  }
}
