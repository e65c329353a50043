// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension InteriorPointSystem {
  /// Products of μ, less what the squares of `predictor` will add to them.
  func aim(mu: Double, correcting predictor: InteriorPointIterate?) -> Aim {
    func aim(_ primal: [Double], _ dual: [Double], _ product: (InteriorPointIterate) -> ([Double], [Double]))
      -> [Double]
    {
      let squares = predictor.map { zip(product($0).0, product($0).1).map { $0 * $1 } }
      return primal.indices.map { (mu - (squares?[$0] ?? 0)) / primal[$0] - dual[$0] }
    }
    var multiplier = [Double](repeating: 0, count: point.slack.count)
    for i in program.bounded {
      let square = predictor.map { $0.slack[i] * $0.multiplier[i] } ?? 0
      multiplier[i] = (mu - square) / point.slack[i] - point.multiplier[i]
    }
    let inBall = ballAim(mu: mu, correcting: predictor)
    for (k, i) in program.active.enumerated() { multiplier[i] = inBall.tail[k] }
    return Aim(
      positive: aim(point.positive, point.positiveCost) { ($0.positive, $0.positiveCost) },
      negative: aim(point.negative, point.negativeCost) { ($0.negative, $0.negativeCost) },
      multiplier: multiplier, radiusMultiplier: inBall.head)
  }

  /// W⁻¹d with λ∘d = μe − λ∘λ − (W⁻¹Δq)∘(WΔk); in the regularised form what makes ν = (y − A·u)/λ,
  /// at ε = 0 what adds (y − A·u)/δ to ν.
  private func ballAim(mu: Double, correcting predictor: InteriorPointIterate?) -> ConeVector {
    guard let ball else {
      let weight = program.fitWeight ?? 0
      let kept = program.accumulates ? 0.0 : 1
      return ConeVector(head: 0, tail: program.active.map { -kept * point.multiplier[$0] - weight * point.slack[$0] })
    }
    let scaled = ball.scaling(point.ballDual(program))
    var product = scaled * scaled
    if let predictor {
      let square =
        ball.unscaling(predictor.ballPrimal(program, head: 0)) * ball.scaling(predictor.ballDual(program))
      product.head += square.head
      product.tail.add(square.tail)
    }
    return ball.unscaling(
      scaled.dividing(ConeVector(head: mu - product.head, tail: -1 * product.tail)))
  }
}
