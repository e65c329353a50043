// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

extension Proportion {
  /// Robbins' confidence sequence: intervals that *all* cover the true probability, at every n at once, with at least
  /// `confidence`.
  ///
  /// So trials may be added until the interval is short enough, or stopped for any other reason, and the last interval
  /// is still valid; a Clopper–Pearson interval is not. It holds every p that the Jeffreys mixture does not beat by
  /// more than 1/(1 − `confidence`): B(k + ½, n − k + ½)/B(½, ½) < pᵏ(1 − p)ⁿ⁻ᵏ/(1 − `confidence`). Its intervals are
  /// about 1.9 times as wide as Wilson's at n = 1000.
  /// Source: Robbins, Ann. Math. Statist. 41 (1970); Ville's inequality.
  /// - Complexity: some 30 evaluations of a logarithm.
  public func anytimeValidInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let (k, failures) = (Double(successes), Double(trials - successes))
    let mixture = gsl_sf_lnbeta(k + 0.5, failures + 0.5) - gsl_sf_lnbeta(0.5, 0.5)
    func excess(_ logOdds: Double) -> Double { mixture - logLikelihood(logOdds, .logit) + log1p(-confidence) }
    let best = min(max(TransitionLink.logit.predictor(rate), -700), 700)
    // The excess is negative at the observed rate, which no mixture beats, and positive at odds no data of the other
    // kind allow.
    let lower = successes > 0 ? brentRoot(in: -700...best, of: excess).map(TransitionLink.logit.probability) : nil
    let upper = failures > 0 ? brentRoot(in: best...700, of: excess).map(TransitionLink.logit.probability) : nil
    return (lower ?? 0)...(upper ?? 1)
  }
}
