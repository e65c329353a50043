// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Ensembles
import RecoveryTheory
import Statistics
import StudyModel

extension RecoveryResults {
  /// `summary.csv`: one row per N, s and inputs, with the fitted success curve beside what is predicted of it.
  ///
  /// The columns without a prefix are of the probit fit, whose shape the normal form predicts.
  package var summaryTable: ResultTable {
    ResultTable(
      "summary", title: "One row per N, s and inputs: the fitted success curve beside what is predicted of it",
      rows: transitions,
      columns: Self.shape + Self.curve("", .probit) + Self.predictions + Self.widthInterval("", .probit)
        + Self.estimate + Self.curve("logit_", .logit) + Self.widthInterval("logit_", .logit) + Self.likelihoods
        + Self.condition + searched)
  }

  private typealias Column = ResultColumn<Transition>

  private static let shape: [Column] = [
    .integer("dimension", "N, the number of inputs", unit: "inputs") { $0.dimension },
    .integer("sparsity", "s, the number of non-zero planted weights", unit: "weights") { $0.sparsity },
    .text("inputs", "Law of the inputs") { $0.inputs.name },
    .integer("cells", "Cells of this curve", unit: "cells") { $0.cells.count },
    .integer("trials", "Their trials", unit: "trials") { $0.trials },
  ]

  private static let condition: [Column] = [
    .text("weights", "Law of the planted non-zero weights") { $0.condition.weights.name },
    .integer("neurons", "M, the neurons that share the samples", unit: "neurons") { $0.condition.neurons },
    .text("method", "What recovers") { $0.condition.method.name },
    .number("noise", "Norm of the responses' errors over theirs") { $0.condition.noise },
  ]

  /// What an adaptive study searched for; no columns of any other.
  private var searched: [Column] {
    guard let policy = study.grid.policy else { return [] }
    let quantiles = policy.probabilities.flatMap { probability -> [Column] in
      let percent = (100 * probability).general(6)
      let (name, end) = ("searched" + percent.replacing(".", with: "_"), "end of its interval; empty if not determined")
      return [
        .number(name, "P at \(percent) % success by the search", unit: "samples") { $0.quantile(probability).samples },
        .number(name + "_low", "Lower \(end)", unit: "samples") { $0.quantile(probability).low },
        .number(name + "_high", "Upper \(end)", unit: "samples") { $0.quantile(probability).high },
      ]
    }
    return quantiles + [
      .number("search_confidence", "Confidence of the searched intervals, wherever the search stopped") { _ in
        policy.confidence
      },
      .text("search_phase", "How the search ended: reached, at-most (its cap) or one-sided") {
        $0.search?.phase.rawValue
      },
    ]
  }

  private static func curve(_ prefix: String, _ link: TransitionLink) -> [Column] {
    quantiles(prefix, link) + [
      .number(prefix + "width", "P₉₅ − P₅ of the \(link) fit; empty without a curve", unit: "samples") {
        $0.fitted(link).fit.curve?.width
      },
      .number(prefix + "deviance_p_value", "Goodness of the \(link) fit by its deviance") {
        $0.fitted(link).fit.deviance?.pValue
      },
      .number(prefix + "pearson_p_value", "Goodness of the \(link) fit by Pearson's χ²") {
        $0.fitted(link).fit.pearson?.pValue
      },
    ]
  }

  private static func quantiles(_ prefix: String, _ link: TransitionLink) -> [Column] {
    [(5, 0.05), (50, 0.5), (95, 0.95)].flatMap { percent, probability -> [Column] in
      let (name, end) = ("\(prefix)samples\(percent)", "end of its 95 % profile-likelihood interval; empty if infinite")
      return [
        .number(
          name, "P at \(percent) % success by the \(link) fit; empty if not within the measured P", unit: "samples"
        ) {
          $0.fitted(link).samples(probability)
        },
        .number(name + "_low", "Lower \(end)", unit: "samples") { $0.interval(probability, link)?.lowerBound },
        .number(name + "_high", "Upper \(end)", unit: "samples") { $0.interval(probability, link)?.upperBound },
      ]
    }
  }

  private static let predictions: [Column] = [
    .number("samples50_predicted", "2δ, the predicted 50 % point", unit: "samples") { $0.predicted.normal.median },
    .integer("samples50_exact", "The first P at which the exact law reaches one half", unit: "samples") {
      $0.predicted.exact.median
    },
    .number("samples50_ratio", "samples50/samples50_predicted") { transition in
      transition.fitted.samples(0.5).map { $0 / transition.predicted.normal.median }
    },
  ]

  private static func widthInterval(_ prefix: String, _ link: TransitionLink) -> [Column] {
    let meaning = "end of the width's interval, at least 95 %: from the 97.5 % intervals of P₅ and P₉₅"
    return [
      .number(prefix + "width_low", "Lower \(meaning)", unit: "samples") { $0.widthInterval(link)?.lowerBound },
      .number(prefix + "width_high", "Upper \(meaning)", unit: "samples") { $0.widthInterval(link)?.upperBound },
    ]
  }

  private static let estimate: [Column] = [
    .text("estimate", "curve; separated, where some P splits failures from successes; or undetermined") {
      switch $0.fitted.fit.estimate {
      case .curve: "curve"
      case .separated: "separated"
      case .undetermined: "undetermined"
      }
    },
    .number("separated_from", "Where separated: the largest P with failures only", unit: "samples") {
      $0.separation?.lowerBound
    },
    .number("separated_to", "Where separated: the smallest P with successes only", unit: "samples") {
      $0.separation?.upperBound
    },
  ]

  private static let likelihoods: [Column] = [
    .number("log_likelihood", "Of the probit fit, without binomial coefficients") { $0.fitted.fit.logLikelihood },
    .number("logit_log_likelihood", "Of the logit fit, without binomial coefficients") {
      $0.fitted(.logit).fit.logLikelihood
    },
  ]
}

extension RecoveryResults.Transition {
  var trials: Int { cells.reduce(0) { $0 + $1.trials } }

  func fitted(_ link: TransitionLink) -> FittedTransition { link == .probit ? fitted : fittedLogit }

  /// The 95 % interval of the P at which success has this probability; nil where the fit does not reach it.
  func interval(_ probability: Double, _ link: TransitionLink = .probit) -> ClosedRange<Double>? {
    let curve = fitted(link)
    return curve.samples(probability) == nil ? nil : curve.samplesInterval(probability, confidence: 0.95)
  }

  /// Holds with 95 % at least: both ends' intervals hold with 97.5 % (Bonferroni).
  func widthInterval(_ link: TransitionLink = .probit) -> ClosedRange<Double>? {
    guard let curve = fitted(link).fit.curve, curve.slope > 0 else { return nil }
    let ends = [0.05, 0.95].map { fitted(link).samplesInterval($0, confidence: 0.975) }
    return max(0, ends[1].lowerBound - ends[0].upperBound)...(ends[1].upperBound - ends[0].lowerBound)
  }

  fileprivate var separation: ClosedRange<Double>? {
    if case .separated(let bracket) = fitted.fit.estimate { bracket } else { nil }
  }
}
