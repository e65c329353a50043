// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import RecoveryTheory
import StudyModel

extension PanelFigure {
  /// Success rate against P/(2δ): measured with intervals, over the exact curves; one panel per dimension and inputs.
  static func successCurve(_ results: RecoveryResults) -> PanelFigure? {
    let curves = SparsityNames(results.transitions)
    let facets = Facets(results.transitions)
    let x = Axis(
      name: "relative_samples", label: "samples, relative to the predicted $2\\delta$", meaning: "P/(2δ)",
      to: facets.panels.joined().lastOfInterest)
    return PanelFigure(
      "success_curve", title: "Recovery of a planted neuron: measured success rates on the exact law",
      caption: """
        Success rate against the number of samples in units of the predicted 50 % point, \(results.trialsText). Points: \
        measured, with \(results.intervalsText); lines: the exact law for Gaussian inputs, computed and not \
        fitted.\(curves.note)
        """,
      panels: facets.panels.map { results.successPanel($0, curves, x) }, columns: facets.columns,
      aspect: facets.aspect)
  }
}

extension RecoveryResults {
  fileprivate func successPanel(_ transitions: [Transition], _ names: SparsityNames, _ x: Axis) -> PanelFigure.Panel {
    let series = transitions.flatMap { transition -> [PanelFigure.Series] in
      guard let (label, style) = names[transition] else { return [] }
      let rows = points(transition)
      let columns = CurvePoint.shape + [.integer("trials", "Trials of a measured point", unit: "trials") { $0.trials }]
      return [
        .init(label, .theory("exact law for Gaussian inputs"), style, of: rows, columns: columns) {
          .init(transition.relative($0.samples), transition.predicted.exact.success(samples: $0.samples))
        },
        .init(label, .measured(MarkedText(intervalsText)), style, of: rows, columns: columns) {
          .init(
            transition.relative($0.samples), $0.rate, yInterval: $0.interval.map { $0.lower...$0.upper })
        },
      ]
    }
    return .init(
      title(transitions[0]), x: x, y: .share("rate", "success rate", "Success rate, or its probability in theory"),
      series.filter { $0.kind.mark == .line } + series.filter { $0.kind.mark != .line })
  }

  /// "N = 100, uniform inputs".
  func title(_ transition: Transition) -> MarkedText {
    let inputs = transition.inputs == .gaussian ? "" : ", \(transition.inputs.inWords) inputs"
    return MarkedText("$N = \(transition.dimension)$\(inputs)")
  }
}

extension InputDistribution {
  /// "sparse gaussian (density = 0.2)".
  var inWords: String {
    name.replacing("-", with: " ").replacing("(", with: " (").replacing("=", with: " = ").replacing("rho", with: "ρ")
  }
}

extension RecoveryResults.Transition {
  /// P/(2δ).
  func relative(_ samples: Int) -> Double { Double(samples) / predicted.normal.median }
}

extension Sequence<RecoveryResults.Transition> {
  /// Where every law's success is all but certain, in units of 2δ; nil where the measurements end before.
  fileprivate var lastOfInterest: Double? {
    let certain = map { $0.relative($0.predicted.exact.samples(successAtLeast: 0.999)) }.max() ?? 0
    let measured = map { transition in transition.relative(transition.cells.map(\.cell.samples).max() ?? 0) }.max() ?? 0
    return measured > 1.25 * certain ? certain : nil
  }
}

/// One panel for each law of the inputs and dimension: the dimensions of a law side by side, where they fit.
struct Facets {
  let panels: [[RecoveryResults.Transition]]
  /// nil where one row or the figure's own choice serves.
  let columns: Int?
  let aspect: Double

  init(_ transitions: [RecoveryResults.Transition], aspect: Double = 0.75) {
    let laws = transitions.grouped(by: \.inputs.name).map { law in law.grouped(by: \.dimension) }
    panels = laws.joined().map { $0 }.evenly(12)
    let isTable = laws.count > 1 && laws.allSatisfy { $0.count == laws[0].count } && (2...3).contains(laws[0].count)
    columns = isTable && panels.count == laws.count * laws[0].count ? laws[0].count : nil
    // Many rows are low ones, or the figure is taller than a page.
    self.aspect = panels.count > 3 * (columns ?? 3) ? 0.7 * aspect : aspect
  }
}

/// What curves of several dimensions are called so that the same name means the same: by s/N or by s, whichever needs fewer names.
struct SparsityNames {
  private let shown: [Double]
  private let isRelative: Bool
  let note: String

  /// More would not be told apart.
  private static let most = 8

  init(_ transitions: [RecoveryResults.Transition]) {
    func values(relative: Bool) -> [Double] { Set(transitions.map { Self.value($0, relative) }).sorted() }
    let (relative, absolute) = (values(relative: true), values(relative: false))
    isRelative = relative.count < absolute.count
    let all = isRelative ? relative : absolute
    shown = all.evenly(Self.most)
    note = shown.count < all.count ? " Drawn are \(shown.count) of \(all.count) sparsities." : ""
  }

  private static func value(_ transition: RecoveryResults.Transition, _ isRelative: Bool) -> Double {
    let fraction = Double(transition.sparsity) / Double(transition.dimension)
    return isRelative ? Double(String(format: "%.2g", fraction)) ?? fraction : Double(transition.sparsity)
  }

  /// nil where the curve is not drawn.
  subscript(_ transition: RecoveryResults.Transition) -> (label: MarkedText, style: SeriesStyle)? {
    let value = Self.value(transition, isRelative)
    guard let rank = shown.firstIndex(of: value) else { return nil }
    return (
      MarkedText(isRelative ? "$s/N = \(value.brief)$" : "$s = \(Int(value))$"),
      .rank(rank, of: shown.count)
    )
  }
}
