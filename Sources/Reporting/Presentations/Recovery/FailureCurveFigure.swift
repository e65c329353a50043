// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import RecoveryTheory
import StudyModel

extension PanelFigure {
  /// Failure probability against P on a logarithmic scale: what Theorem 3 bounds it by, the exact laws of its certificate and
  /// of recovery, and what was measured; one panel for each shape of the grid with Gaussian inputs, which the theorem is about.
  static func failureCurve(_ results: RecoveryResults) -> PanelFigure? {
    let shapes = results.transitions.filter(\.condition.isOfTheLaw)
    return PanelFigure(
      "failure_curve",
      title: "How many samples for one planted neuron: Theorem 3, its certificate, and recovery itself",
      caption: """
        Failure probability against the number of samples: Theorem 3's bound, the exact laws of its certificate and of \
        recovery (computed, not fitted), and measured failure rates with \(results.intervalsText), \
        \(results.trialsText). Triangles: no trial failed, and the rate lies below with the confidence of the intervals. Open \
        circles: all trials by their number of active samples, mixed with the law of that number; bars: 2 standard errors.
        """,
      panels: shapes.evenly(12).map { results.failurePanel($0) })
  }
}

extension RecoveryResults {
  /// Lower probabilities are not drawn.
  private static let least = 1e-4

  fileprivate func failurePanel(_ transition: Transition) -> PanelFigure.Panel {
    let (rows, predicted) = (points(transition), transition.predicted)
    let theorem = Theorem3(dimension: transition.dimension, sparsity: transition.sparsity)
    func law(_ label: MarkedText, _ style: SeriesStyle, _ failure: (Int) -> Double) -> PanelFigure.Series {
      .init(label, .theory("exact laws and the theorem's bound"), style, of: rows, columns: CurvePoint.shape) {
        .init(Double($0.samples), failure($0.samples))
      }
    }
    func measured(_ kind: PanelFigure.Kind, _ failure: (CurvePoint) -> PanelFigure.Point?) -> PanelFigure.Series {
      .init(
        "recovery", kind, .recovery, of: rows,
        columns: CurvePoint.shape + [.integer("trials", "Trials of a measured point", unit: "trials") { $0.trials }],
        point: failure)
    }
    return .init(
      MarkedText("$N = \(transition.dimension)$, $s = \(transition.sparsity)$"),
      x: Axis(
        name: "samples", label: "samples $P$", unit: "samples", from: 0, to: Double(theorem.samples(exponent: 2))),
      y: Axis(
        name: "failure", label: "failure probability", isLogarithmic: true, from: Self.least, to: 1),
      [
        law("Theorem 3's bound $N e^{-P/(11s+7)}$", .theoremBound) {
          min(1, theorem.failureBound(exponent: theorem.exponent(samples: $0)))
        },
        law("certificate, exact", .certificate) { predicted.certificate.failure(samples: $0) },
        law("recovery", .recovery) { predicted.exact.failure(samples: $0) },
        measured(.measured(MarkedText(intervalsText))) { row in
          row.rate.flatMap { rate in
            rate == 1
              ? nil
              : .init(
                Double(row.samples), 1 - rate, yInterval: row.interval.map { (1 - $0.upper)...(1 - $0.lower) })
          }
        },
        .init(
          "recovery", PanelFigure.Kind("mixed", "measured, mixed over active samples", .points, shape: 6), .recovery,
          of: rows.evenly(20), columns: CurvePoint.shape
        ) { row in
          MixedPoint(
            transition.byActiveSamples, { predicted.exact.volumes.basisPursuitFailure(measurements: $0) },
            predicted.exact.failure(samples: row.samples), samples: row.samples)?.point
        },
        measured(PanelFigure.Kind("bounded", "measured, no failure: upper end", .points, shape: 10)) { row in
          row.rate == 1 ? .init(Double(row.samples), row.interval.map { 1 - $0.lower }) : nil
        },
      ])
  }
}
