// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import Statistics

/// Failures too rare to sample: those at fixed numbers of active samples, and at P samples by mixing them, on the exact laws.
struct RecoveryTailPresentation: MeasuredPresentation {
  /// Failures of the table, and the least that is drawn.
  private static let targets = [1e-2, 1e-4, 1e-6, 1e-8]
  private static let least = 1e-9

  func figures(_ results: MeasuredResults) -> [PanelFigure] {
    let tails = RecoveryTail.each(results.cells)
    return [
      PanelFigure(
        "failure_tail", title: "Failures down to one in a thousand million",
        caption: """
          Failure probability against the number of samples: the exact laws of recovery and of Theorem 3's certificate, and \
          measured failures at fixed numbers of active samples, mixed with the law of these; bars: two standard errors. \
          \(results.trials.grouped) trials.
          """, panels: tails.map(mixed)),
      PanelFigure(
        "conditional_failure", title: "Failures given the number of active samples",
        caption: """
          Failure probability against the number of samples on which the neuron responds: exact laws, and measured rates with \
          95 % Wilson intervals. \(results.trials.grouped) trials.
          """, panels: tails.map(conditional)),
    ].compactMap { $0 }
  }

  private func title(_ tail: RecoveryTail) -> MarkedText {
    MarkedText("$N = \(tail.dimension)$, $s = \(tail.sparsity)$")
  }

  private func conditional(_ tail: RecoveryTail) -> PanelFigure.Panel {
    let counts = tail.recovery.failures.keys.sorted()
    func law(_ label: MarkedText, _ style: SeriesStyle, _ failure: @escaping (Int) -> Double) -> PanelFigure.Series {
      .init(label, .theory("exact law"), style, of: counts) { .init(Double($0), failure($0)) }
    }
    func measured(_ label: MarkedText, _ style: SeriesStyle, _ mixture: ActiveSampleMixture) -> PanelFigure.Series {
      .init(label, .measured("95 % Wilson intervals"), style, of: counts) { n in
        mixture.failures[n].flatMap { count in
          count.successes == 0 ? nil : .init(Double(n), count.rate, yInterval: count.wilsonInterval())
        }
      }
    }
    return .init(
      title(tail), x: Axis(name: "active", label: "active samples $n$", unit: "samples", isShared: false),
      y: Axis(name: "failure", label: "failure probability", isLogarithmic: true, from: 1e-5, to: 1),
      [
        law("certificate", .certificate, tail.certificateFailure(active:)),
        law("recovery", .recovery, tail.recoveryFailure(active:)),
        measured("certificate", .certificate, tail.certificate), measured("recovery", .recovery, tail.recovery),
      ])
  }

  private func mixed(_ tail: RecoveryTail) -> PanelFigure.Panel {
    let range = tail.samples(recoveryFailureAtMost: 0.9)...tail.samples(recoveryFailureAtMost: Self.least)
    let all = Array(range).evenly(120)
    func law(_ label: MarkedText, _ style: SeriesStyle, _ failure: @escaping (Int) -> Double) -> PanelFigure.Series {
      .init(label, .theory("exact law"), style, of: all) { .init(Double($0), failure($0)) }
    }
    func measured(
      _ label: MarkedText, _ style: SeriesStyle, _ mixture: ActiveSampleMixture,
      _ conditional: @escaping (Int) -> Double, _ law: @escaping (Int) -> Double
    ) -> PanelFigure.Series {
      .init(label, .measured("bars: 2 standard errors"), style, of: Array(range).evenly(24)) { samples in
        MixedPoint(mixture, conditional, law(samples), samples: samples)?.point
      }
    }
    return .init(
      title(tail), x: Axis(name: "samples", label: "samples $P$", unit: "samples", isShared: false),
      y: Axis(name: "failure", label: "failure probability", isLogarithmic: true, from: Self.least, to: 1),
      [
        law("certificate", .certificate, tail.certificateFailure(samples:)),
        law("recovery", .recovery, tail.recoveryFailure(samples:)),
        measured(
          "certificate", .certificate, tail.certificate, tail.certificateFailure(active:),
          tail.certificateFailure(samples:)),
        measured(
          "recovery", .recovery, tail.recovery, tail.recoveryFailure(active:), tail.recoveryFailure(samples:)),
      ])
  }

  func highlights(_ results: MeasuredResults) -> DisplayTable {
    DisplayTable(
      caption: """
        Failures of recovery at the fewest samples whose exact law is at most the target: measured at fixed numbers of active \
        samples and mixed, with its standard error, and the exact law.
        """,
      headings: ["$N$", "$s$", "target", "$P$", "measured", "exact", "relative error"],
      rows: RecoveryTail.each(results.cells).flatMap { tail in
        Self.targets.map { target in
          let samples = tail.samples(recoveryFailureAtMost: target)
          let point = MixedPoint(
            tail.recovery, tail.recoveryFailure(active:), tail.recoveryFailure(samples: samples), samples: samples)
          return ["\(tail.dimension)", "\(tail.sparsity)", scientific(target), "\(samples)"]
            + (point?.fields ?? ["–", scientific(tail.recoveryFailure(samples: samples)), "–"])
        }
      })
  }
}

/// The failure at P samples out of trials at fixed numbers of active samples, beside a law.
struct MixedPoint {
  private let samples: Int
  private let exact, failure, standardError: Double

  /// - Parameters:
  ///   - conditional: the law at each n.
  ///   - exact: the law at P.
  /// - Returns: nil where over a tenth of the law is of n that were not measured, or its standard error is over 30 %.
  init?(_ mixture: ActiveSampleMixture, _ conditional: (Int) -> Double, _ exact: Double, samples: Int) {
    let elsewhere = exact - mixture.expectation(samples: samples, law: conditional)
    standardError = mixture.standardError(samples: samples, law: conditional)
    guard elsewhere <= 0.1 * exact, standardError <= 0.3 * exact else { return nil }
    (self.samples, self.exact) = (samples, exact)
    failure = mixture.failure(samples: samples) + max(elsewhere, 0)
  }

  var point: PanelFigure.Point? {
    let low = max(failure - 2 * standardError, failure / 100)
    return .init(Double(samples), failure, yInterval: low...(failure + 2 * standardError))
  }

  var fields: [String] {
    [
      "\(scientific(failure)) ± \(scientific(standardError))", scientific(exact),
      "\((100 * (failure / exact - 1)).fixed(1)) ± \((100 * standardError / exact).fixed(1)) %",
    ]
  }
}

private func scientific(_ value: Double) -> String { String(format: "%.2e", value) }
