// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A candidate law for how a response depends on an observation's parameters: response ≈ offset + Σⱼ βⱼ featureⱼ.
///
/// "P₅₀ = C·s log(N/s)" with relative errors is response log P₅₀, offset log(s log(N/s)) and the one feature 1, so that
/// laws with a fixed exponent and a free constant compete on the same responses.
public struct ScalingModel<Observation> {
  public let name: String
  let offset: (Observation) -> Double
  let features: (Observation) -> [Double]

  /// A law linear in its features, beside a known `offset`; one coefficient a feature is fitted.
  public init(
    _ name: String, offset: @escaping (Observation) -> Double = { _ in 0 },
    features: @escaping (Observation) -> [Double]
  ) {
    self.name = name
    self.offset = offset
    self.features = features
  }

  func fit(_ observations: [Observation], _ response: (Observation) -> Double) -> LeastSquaresFit {
    LeastSquaresFit(design: observations.map(features), responses: observations.map { response($0) - offset($0) })
  }

  func fitIfPossible(_ observations: [Observation], _ response: (Observation) -> Double) -> LeastSquaresFit? {
    guard let first = observations.first, features(first).count <= observations.count else { return nil }
    return fit(observations, response)
  }

  func prediction(_ fit: LeastSquaresFit, _ observation: Observation) -> Double {
    offset(observation) + fit.prediction(features(observation))
  }
}

/// How well one candidate law describes the observations, and predicts those it has not seen.
public struct ModelScore: Sendable {
  public let name: String
  /// The fit to all observations, of response − offset.
  public let fit: LeastSquaresFit
  /// AICc above that of the best candidate, ≥ 0; beyond about 10 the candidate has no support.
  public let aiccDifference: Double
  /// e^{−aiccDifference/2}, normalised over the candidates.
  public let akaikeWeight: Double
  /// The root mean square error at predicting each group of observations from all others; NaN where the others do not
  /// suffice.
  public let heldOutError: Double
}

/// Scores candidate laws on the same observations, the lowest AICc first.
///
/// The held-out error leaves out one group at a time (all observations of one dimension N, say): unlike AICc it asks
/// for extrapolation, and does not assume independent errors.
/// - Complexity: O(models × groups) least-squares fits.
public func compare<Observation>(
  _ models: [ScalingModel<Observation>], on observations: [Observation], response: (Observation) -> Double,
  leavingOut group: (Observation) -> some Hashable
) -> [ModelScore] {
  let fits = models.map { $0.fit(observations, response) }
  let best = fits.map(\.aicc).min() ?? 0
  let differences = fits.map { $0.aicc == best ? 0 : $0.aicc - best }
  let likelihoods = differences.map { exp(-$0 / 2) }
  let scores = models.indices.map { index in
    ModelScore(
      name: models[index].name, fit: fits[index], aiccDifference: differences[index],
      akaikeWeight: likelihoods[index] / likelihoods.reduce(0, +),
      heldOutError: heldOutError(of: models[index], observations, response, group))
  }
  return scores.sorted { $0.aiccDifference < $1.aiccDifference }
}

private func heldOutError<Observation, Group: Hashable>(
  of model: ScalingModel<Observation>, _ observations: [Observation], _ response: (Observation) -> Double,
  _ group: (Observation) -> Group
) -> Double {
  var fits: [Group: LeastSquaresFit?] = [:]
  let squares = observations.map { observation in
    let own = group(observation)
    let fit = fits[own] ?? model.fitIfPossible(observations.filter { group($0) != own }, response)
    fits[own] = .some(fit)
    return fit.map { pow(response(observation) - model.prediction($0, observation), 2) } ?? .nan
  }
  return (squares.reduce(0, +) / Double(squares.count)).squareRoot()
}
