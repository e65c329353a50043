// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

extension PanelFigure {
  /// The share of weights that is left against the relative discrepancy of the output: one point a cell, one panel a kind of
  /// networks.
  ///
  /// - Returns: nil without networks whose programs were all solved.
  static func keptFraction(_ results: SchemeResults) -> PanelFigure? {
    let cells = results.cells.map(SolvedNetworks.init).filter { !$0.kept.isEmpty }
    let kinds = cells.grouped(by: \.ensemble.networks.rawValue)
    return PanelFigure(
      "kept_fraction", title: "Sparsity against discrepancy",
      caption: """
        Non-zero weights after pruning over those before against the relative discrepancy of the output (above 1 where a planted \
        network had fewer than a minimiser has), of \
        \(cells.reduce(0) { $0 + $1.kept.count }.grouped) pruned networks in which every program was solved to a certified \
        optimum: medians over the networks of a cell, one point for each depth, width, $P$, $\\epsilon$ and $\\gamma$. Bars: from the \
        first to the third quartile of the networks, no confidence intervals.
        """,
      panels: kinds.map { kind in
        Panel(
          MarkedText("\(kind[0].ensemble.networks.rawValue) networks"),
          x: Axis(name: "discrepancy_median", label: "relative discrepancy of the output", isLogarithmic: true),
          y: Axis(name: "kept_median", label: "non-zeros after/before", from: 0), kind.series(of: results.schemes))
      })
  }
}

/// The networks of one cell whose programs were all solved to certified optima.
private struct SolvedNetworks {
  let ensemble: SchemeEnsemble
  let discrepancies, kept: [Double]

  init(_ cell: SchemeResults.Cell) {
    let solved = cell.networks.filter { $0.isSolved && $0.relativeDiscrepancy > 0 }
    (ensemble, discrepancies) = (cell.ensemble, solved.map(\.relativeDiscrepancy))
    kept = solved.map { $0.kept(0) }
  }
}

extension [SolvedNetworks] {
  fileprivate func series(of schemes: [PruningScheme.Kind]) -> [PanelFigure.Series] {
    let discrepancies = flatMap(\.discrepancies)
    let all = PanelFigure.Series.reference(
      "as many as before", from: (discrepancies.min() ?? 0, 1), to: (discrepancies.max() ?? 1, 1))
    return [all]
      + schemes.map { scheme in
        .init(
          MarkedText("\(scheme.rawValue) scheme"),
          .init("median", "measured, median and quartiles of networks", .points),
          .scheme(isCascade: scheme == .cascade), of: filter { $0.ensemble.scheme.kind == scheme },
          columns: SchemeColumns.ensemble { $0.ensemble } + [
            .integer("pruned", "Networks in which every program was solved to a certified optimum") { $0.kept.count }
          ]
        ) { cell in
          let quartiles = quantiles(of: cell.kept, at: [0.25, 0.5, 0.75])
          return .init(cell.discrepancies.median, quartiles[1], yInterval: quartiles[0]...quartiles[2])
        }
      }
  }
}
