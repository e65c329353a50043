// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Statistics

/// How often each of four ways recovers a sparse network, against the samples: a panel for each width and sparsity.
struct SparseRecoveryPresentation: MeasuredPresentation {
  private typealias Recovery = SparseNetworkExperiment

  private static let ways = [
    (Recovery.netTrimRecovered, "Net-Trim of the responses"),
    (Recovery.thresholdedRecovered, "thresholding of the responses"),
    (Recovery.gatedRecovered, "thresholding of the sum, gates known"),
    (Recovery.searchedRecovered, "thresholding of the sum, gates to be found"),
  ]

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    results.values(of: Recovery.sparsity).compactMap { figure(results, sparsity: $0) }
  }

  private func figure(_ results: MeasuredResults, sparsity: Int) -> PanelFigure? {
    let rows = results.rows.filter { $0.cell[Recovery.sparsity] == sparsity }
    let points = Self.ways.flatMap { quantity, way in
      rows.map { row -> MeanPoint in
        let values = row.values[quantity] ?? []
        let count = Proportion(successes: values.count { $0 == 1 }, trials: values.count)
        return MeanPoint(
          panel: panel(row), series: way, x: Double(row.cell[Recovery.samples]), y: count.rate, trials: count.trials,
          interval: count.wilsonInterval())
      }
    }
    let dimension = results.values(of: Recovery.dimension).map(String.init).joined(separator: ", ")
    return PanelFigure.means(
      "recovered_s\(sparsity)", title: "Sparse two-layer networks: what is recovered from what",
      caption: """
        Share of networks with $N = \(dimension)$ inputs and $s = \(sparsity)$ non-zero weights a neuron whose weights are recovered within a \
        relative error of $10^{-6}$. The sum is the network's scalar output, one number a sample; the responses are $M$. Hard thresholding is told \
        how many weights are not zero, Net-Trim is not. \(rows.map(\.trials).max() ?? 0) networks a point; bars: 95 % intervals of Wilson.
        """,
      x: Axis(name: "samples", label: "samples $P$", unit: "samples", isLogarithmic: true),
      y: .share("recovered", "share of networks recovered"), points: points, bars: "95 % Wilson intervals")
  }

  private func panel(_ row: MeasuredResults.Row) -> MarkedText {
    let neurons = row.cell[Recovery.neurons]
    return "\(neurons) \(neurons == 1 ? "neuron" : "neurons")"
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    DisplayTable(
      caption:
        "Share of sparse two-layer networks recovered: from the neurons' responses by Net-Trim and by hard thresholding, from their sum by hard thresholding with known gates and with gates to be found.",
      headings: ["$M$", "$s$", "$P$", "networks", "Net-Trim", "thresholding", "sum, gates known", "sum, gates found"],
      rows: results.rows.map { row in
        [Recovery.neurons, Recovery.sparsity, Recovery.samples].map { "\(row.cell[$0])" } + [row.trials.grouped]
          + Self.ways.map { row.mean($0.0).significant(3) }
      })
  }
}
