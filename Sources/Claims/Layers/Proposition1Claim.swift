// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Ensembles
import LinearAlgebra
import Networks
import RandomStreams

/// **Proposition 1** (Aghasi, Abdi, Nguyen, Romberg 2017). Any U ∈ C_ε(X, Y, 0) has ‖ReLU(UᵀX) − Y‖_F ≤ ε.
///
/// Not only the minimiser: points are taken along random directions from W to where the first constraint binds.
///
/// - Hypothesis, certified for the numbers at hand: U feasible.
/// - Measured: ‖ReLU(UᵀX) − Y‖_F/ε.
/// - Verdict: a deterministic inequality, refuted by a single violation.
public struct Proposition1Claim: Claim {
  public let name = "proposition-1"
  public let kind = ClaimClass.proved
  public let statement = "Any U in C_ε(X, Y, 0) has ‖ReLU(UᵀX) − Y‖_F ≤ ε."
  public let falseVariant = "any U in the ball, without the inequalities"

  public init() {}

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let layers = plan.choose(quick: 400, standard: 5_000, thorough: 50_000)
    let checks = await plan.map(layers) { _, trial in Self.check(variant, seed: plan.seed, trial: trial) }
    return checks.finding()
  }

  private static func check(_ variant: ClaimVariant, seed: UInt64, trial: Int) -> LayerCheck {
    let width = 5 + trial % 30
    let ensemble = NetworkEnsemble(widths: [width, 1 + trial % 7], density: trial.isMultiple(of: 2) ? 1 : 1.0 / 3)
    let layer = ensemble.network(seed: seed, trial: trial).layers[0]
    let inputs = ensemble.dataSet(10 + trial % 41, seed: seed, trial: trial).inputs
    let responses = layer.activities(of: inputs).rectified
    let epsilon = [0.01, 0.1, 0.5][trial % 3] * responses.frobeniusNorm
    guard let program = try? LayerProgram(inputs: inputs, responses: responses, epsilon: epsilon) else {
      return LayerCheck(label: ensemble.name, error: .nan, bound: .nan, allowance: 0, isCertified: false)
    }
    var stream = RandomStream(
      StreamKey(seed: seed, content: ensemble.name, trial: UInt32(trial), purpose: "direction"))
    let direction = Matrix(rows: width, columns: layer.neurons) { stream.fillNormal($0) }
    let step = program.step(from: layer.weights, along: direction, keepingInequalities: variant == .stated)
    var weights = layer.weights
    weights.elements.add(direction.elements, scale: step)
    return program.check(weights, label: ensemble.name, isBallEnough: variant == .falsified)
  }
}

extension LayerProgram {
  /// The largest t for which W + tD is in the ball and, if asked, keeps the inequalities.
  fileprivate func step(from weights: Matrix, along direction: Matrix, keepingInequalities: Bool) -> Double {
    let (activities, change) = (inputs * weights, inputs * direction)
    var (squaredSpeed, largest) = (0.0, Double.infinity)
    for i in responses.elements.indices {
      if responses.elements[i] > 0 {
        squaredSpeed += change.elements[i] * change.elements[i]
      } else if change.elements[i] > 0 {
        largest = min(largest, -activities.elements[i] / change.elements[i])
      }
    }
    let toBall = epsilon / squaredSpeed.squareRoot()
    return keepingInequalities ? min(toBall, largest) : toBall
  }

  /// Measures U and certifies that it is feasible, in the ball at least.
  fileprivate func check(_ weights: Matrix, label: String, isBallEnough: Bool) -> LayerCheck {
    let activities = inputs * weights
    let error = (activities.rectified.elements - responses.elements).norm2
    var (squaredResidual, violation, inactive) = (0.0, 0.0, 0.0)
    for (activity, response) in zip(activities.elements, responses.elements) {
      if response > 0 {
        squaredResidual += (activity - response) * (activity - response)
      } else {
        violation = max(violation, activity)
        inactive += 1
      }
    }
    let rounding = 1e-13 * responses.frobeniusNorm
    let isInBall = squaredResidual.squareRoot() <= epsilon + rounding
    return LayerCheck(
      label: label, error: error, bound: epsilon, allowance: rounding + inactive.squareRoot() * rounding,
      isCertified: isInBall && (isBallEnough || violation <= rounding))
  }
}
