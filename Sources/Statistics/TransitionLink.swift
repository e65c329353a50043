// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation

/// How a linear predictor η becomes a success probability p(η); both links are symmetric, 1 − p(η) = p(−η).
public enum TransitionLink: String, CaseIterable, Sendable {
  /// p = 1/(1 + e^{−η}).
  case logit
  /// p = Φ(η), the normal distribution function: the shape that the recovery law's normal form predicts.
  case probit

  /// p(η).
  public func probability(_ eta: Double) -> Double {
    switch self {
    case .logit: 1 / (1 + exp(-eta))
    case .probit: gsl_cdf_ugaussian_P(eta)
    }
  }

  /// The η with p(η) = `probability`.
  public func predictor(_ probability: Double) -> Double {
    switch self {
    case .logit: log(probability) - log1p(-probability)
    case .probit: gsl_cdf_ugaussian_Pinv(probability)
    }
  }

  /// log p(η), finite where p itself underflows.
  func logProbability(_ eta: Double) -> Double {
    switch self {
    case .logit: min(eta, 0) - log1p(exp(-abs(eta)))
    case .probit: gsl_sf_log_erfc(-eta / 2.0.squareRoot()) - M_LN2
    }
  }

  /// d log p/dη > 0.
  func score(_ eta: Double) -> Double {
    switch self {
    case .logit: probability(-eta)
    case .probit: gsl_sf_hazard(-eta)
    }
  }

  /// −d² log p/dη² ≥ 0: the log-likelihood is concave for both links.
  func information(_ eta: Double) -> Double {
    switch self {
    case .logit: probability(eta) * probability(-eta)
    case .probit: score(eta) * (score(eta) + eta)
    }
  }
}

extension Proportion {
  /// k log p(η) + (n − k) log p(−η): the log-likelihood without its binomial coefficient.
  func logLikelihood(_ eta: Double, _ link: TransitionLink) -> Double {
    let (k, failures) = (Double(successes), Double(trials - successes))
    return (k > 0 ? k * link.logProbability(eta) : 0) + (failures > 0 ? failures * link.logProbability(-eta) : 0)
  }

  /// The largest value ``logLikelihood(_:_:)`` can take: at p = k/n, with 0 log 0 = 0.
  var saturatedLogLikelihood: Double {
    func term(_ count: Int) -> Double { count > 0 ? Double(count) * log(Double(count) / Double(trials)) : 0 }
    return term(successes) + term(trials - successes)
  }

  func score(_ eta: Double, _ link: TransitionLink) -> Double {
    Double(successes) * link.score(eta) - Double(trials - successes) * link.score(-eta)
  }

  func information(_ eta: Double, _ link: TransitionLink) -> Double {
    Double(successes) * link.information(eta) + Double(trials - successes) * link.information(-eta)
  }
}
