// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics
import TestSupport
import Testing

private struct Point {
  let dimension: Double
  let sparsity: Double
  let samples: Double
}

/// P₅₀ = 2.8·s log(N/s) with 2 % noise over five dimensions and five sparsities.
private func noisyPoints() -> [Point] {
  let generator = Generator(seed: 9)
  return [100.0, 200, 400, 800, 1600].flatMap { n in
    [0.01, 0.02, 0.05, 0.1, 0.2].map { fraction in
      let s = fraction * n
      return Point(dimension: n, sparsity: s, samples: 2.8 * s * log(n / s) * exp(0.02 * generator.normal()))
    }
  }
}

private func proportional(_ name: String, _ law: @escaping (Point) -> Double) -> ScalingModel<Point> {
  ScalingModel(name, offset: { log(law($0)) }, features: { _ in [1] })
}

@Test func trueLawWinsByBothCriteria() {
  let points = noisyPoints()
  let scores = compare(
    [
      proportional("N") { $0.dimension }, proportional("s") { $0.sparsity },
      proportional("s log N") { $0.sparsity * log($0.dimension) },
      proportional("s log(N/s)") { $0.sparsity * log($0.dimension / $0.sparsity) },
      ScalingModel("free exponents", features: { [1, log($0.dimension), log($0.sparsity)] }),
    ], on: points, response: { log($0.samples) }, leavingOut: \.dimension)
  #expect(scores.first?.name == "s log(N/s)")
  #expect(scores.map(\.heldOutError).min() == scores.first?.heldOutError)
  #expect(scores.dropFirst().allSatisfy { $0.aiccDifference > 10 })
  expectClose(scores.map(\.akaikeWeight).reduce(0, +), 1, relative: 1e-12)
  expectClose(
    scores[1].akaikeWeight, scores[0].akaikeWeight * exp(-(scores[1].fit.aicc - scores[0].fit.aicc) / 2), relative: 1e-9
  )
  // The noise of one prediction is .02, plus what the constant of 20 other points contributes.
  expectClose(scores[0].heldOutError, 0.02, absolute: 0.01)
  expectClose(exp(scores[0].fit.coefficients[0]), 2.8, relative: 0.02)
}

/// Each observation its own group: the held-out error is the root mean square of rᵢ/(1 − hᵢ), and AICc is that of the
/// one fit.
@Test func singletonGroupsAreLeaveOneOut() {
  let points = noisyPoints()
  let model = ScalingModel<Point>("free", features: { [1, log($0.dimension), log($0.sparsity)] })
  let keys = Array(zip(points, points.indices))
  let indexed = ScalingModel<(Point, Int)>("free", features: { [1, log($0.0.dimension), log($0.0.sparsity)] })
  let score = compare([indexed], on: keys, response: { log($0.0.samples) }, leavingOut: { $0.1 })[0]
  let leaveOneOut = zip(score.fit.residuals, score.fit.leverages).map { pow($0 / (1 - $1), 2) }.reduce(0, +)
  expectClose(score.heldOutError, (leaveOneOut / Double(points.count)).squareRoot(), relative: 1e-10)
  #expect(score.aiccDifference == 0 && score.akaikeWeight == 1)
  let everything = compare([model], on: points, response: { log($0.samples) }, leavingOut: { _ in 0 })[0]
  #expect(everything.heldOutError.isNaN)
}
