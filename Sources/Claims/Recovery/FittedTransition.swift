// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Experiments
package import Statistics

/// The success curve fitted to the cells of one (N, s): p(P) = p(a + b·P), by default Φ, the shape of the law's normal form.
package struct FittedTransition: MeasuredTransition {
  package let dimension: Int
  package let sparsity: Int
  package let fit: TransitionFit
  package let undecided: Int
  /// A report asks for the same intervals in its tables, figures and macros, and each is 60 fits.
  private let intervals = Memo<[Double], ClosedRange<Double>>(capacity: 16)

  /// - Precondition: at least one cell, all of the same N and s.
  package init(_ cells: [RecoveryCell], link: TransitionLink = .probit) {
    let shape = GridShape(cells[0])
    (dimension, sparsity) = (shape.dimension, shape.sparsity)
    fit = TransitionFit(
      cells.map { TransitionPoint(covariate: Double($0.ensemble.samples), count: $0.count.successes) }, link: link)
    undecided = cells.reduce(0) { $0 + $1.count.undecided }
  }

  package var decided: Int { fit.points.reduce(0) { $0 + $1.count.trials } }

  /// Read off the fit within the measured P only, not extrapolated; the middle of the gap where no cell lies in the transition.
  package func samples(_ probability: Double) -> Double? {
    let covariates = fit.points.map(\.covariate)
    guard let first = covariates.min(), let last = covariates.max() else { return nil }
    switch fit.estimate {
    case .curve(let curve) where curve.slope > 0:
      let samples = curve.quantile(probability)
      return (first...last).contains(samples) ? samples : nil
    case .separated(let bracket) where fit.points.contains { $0.covariate == last && $0.count.successes > 0 }:
      return (bracket.lowerBound + bracket.upperBound) / 2
    default: return nil
    }
  }

  /// The profile-likelihood interval.
  package func samplesInterval(_ probability: Double, confidence: Double) -> ClosedRange<Double> {
    intervals.value([probability, confidence]) { fit.profileInterval(of: probability, confidence: confidence) }
  }
}
