// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics
import TestSupport
import Testing

/// NIST Statistical Reference Datasets, "Norris" (y, x): certified to 15 digits.
private let norris: [(y: Double, x: Double)] = [
  (0.1, 0.2), (338.8, 337.4), (118.1, 118.2), (888.0, 884.6), (9.2, 10.1), (228.1, 226.5), (668.5, 666.3),
  (998.5, 996.3), (449.1, 448.6), (778.9, 777.0), (559.2, 558.2), (0.3, 0.4), (0.1, 0.6), (778.1, 775.5),
  (668.8, 666.9), (339.3, 338.0), (448.9, 447.5), (10.8, 11.6), (557.7, 556.0), (228.3, 228.1), (998.0, 995.8),
  (888.8, 887.6), (119.6, 120.2), (0.3, 0.3), (0.6, 0.3), (557.6, 556.8), (339.3, 339.1), (888.0, 887.2),
  (998.5, 999.0), (778.9, 779.0), (10.2, 11.1), (117.6, 118.3), (228.9, 229.2), (668.4, 669.1), (449.2, 448.9),
  (0.2, 0.5),
]

@Test func lineMatchesTheCertifiedFit() {
  let fit = LeastSquaresFit(design: norris.map { [1, $0.x] }, responses: norris.map(\.y))
  expectClose(fit.coefficients[0], -0.262323073774029, relative: 1e-12)
  expectClose(fit.coefficients[1], 1.00211681802045, relative: 1e-13)
  expectClose(fit.standardErrors[0], 0.232818234301152, relative: 1e-12)
  expectClose(fit.standardErrors[1], 0.429796848199937e-3, relative: 1e-12)
  expectClose(fit.residualSumOfSquares, 26.6173985294224, relative: 1e-12)
  expectClose(fit.aicc, -4.120338831554584, relative: 1e-11)  // numpy, from the certified RSS and the formula
  let interval = fit.interval(ofCoefficient: 1)
  // scipy.stats.t.isf(.025, 34)
  expectClose(interval.upperBound - interval.lowerBound, 2 * 2.032244509317719 * 0.429796848199937e-3, relative: 1e-9)
}

/// The leave-one-out residual is rᵢ/(1 − hᵢ): leverages checked against 36 refits, standardised residuals through them.
@Test func leveragesPredictTheRefits() {
  let (design, responses) = (norris.map { [1, $0.x] }, norris.map(\.y))
  let weights = norris.indices.map { 1 + Double($0 % 3) }
  let fit = LeastSquaresFit(design: design, responses: responses, weights: weights)
  expectClose(fit.leverages.reduce(0, +), 2, relative: 1e-12)
  let variance = fit.residualSumOfSquares / 34
  for i in norris.indices {
    let others = norris.indices.filter { $0 != i }
    let refit = LeastSquaresFit(
      design: others.map { design[$0] }, responses: others.map { responses[$0] }, weights: others.map { weights[$0] })
    let heldOut = responses[i] - refit.prediction(design[i])
    expectClose(fit.residuals[i] / (1 - fit.leverages[i]), heldOut, relative: 1e-8, "observation \(i)")
    // Removing i lowers the weighted RSS by wᵢrᵢ²/(1 − hᵢ).
    let drop = fit.residualSumOfSquares - refit.residualSumOfSquares
    expectClose(pow(fit.standardizedResiduals[i], 2) * variance, drop, absolute: 1e-9, "observation \(i)")
  }
}

/// A weight of 3 is the observation three times over.
@Test func weightsAreRepetitions() {
  let weighted = LeastSquaresFit(design: [[1, 0], [1, 1], [1, 3]], responses: [1, 2, 7], weights: [1, 3, 2])
  let repeated = LeastSquaresFit(
    design: [[1, 0], [1, 1], [1, 1], [1, 1], [1, 3], [1, 3]], responses: [1, 2, 2, 2, 7, 7])
  for j in 0..<2 { expectClose(weighted.coefficients[j], repeated.coefficients[j], relative: 1e-12) }
  expectClose(weighted.residualSumOfSquares, repeated.residualSumOfSquares, relative: 1e-12)
}

@Test func collinearColumnsLowerTheRank() {
  let fit = LeastSquaresFit(design: (1...5).map { [1, Double($0), 2 * Double($0)] }, responses: [3, 5, 7, 9, 11])
  #expect(fit.rank == 2)
  expectClose(fit.residualSumOfSquares, 0, absolute: 1e-20)
  expectClose(fit.prediction([1, 10, 20]), 21, relative: 1e-12)
}

@Test func powerLawReturnsItsExponent() {
  let x = [20.0, 50, 100, 400, 1000]
  let exact = PowerLaw(x: x, y: x.map { 3 * pow($0, -0.5) })
  expectClose(exact.exponent, -0.5, relative: 1e-12)
  expectClose(exact.prefactor, 3, relative: 1e-12)
  expectClose(exact.value(at: 7), 3 / 7.0.squareRoot(), relative: 1e-12)
  expectClose(exact.exponentStandardError, 0, absolute: 1e-12)
  #expect(PowerLaw(x: [1, 2], y: [1, 2]).exponentInterval() == -Double.infinity...Double.infinity)
}

/// 4,000 noisy power laws of six points: the 95 % t interval covers α in 95 % of them, to within 4.9 standard
/// deviations (1e-6).
@Test func exponentIntervalCovers() {
  let generator = Generator(seed: 5)
  let x = [25.0, 50, 100, 200, 400, 800]
  let covered = (0..<4000).filter { _ in
    PowerLaw(x: x, y: x.map { 2 * pow($0, 0.7) * exp(0.1 * generator.normal()) }).exponentInterval().contains(0.7)
  }.count
  #expect((3733...3867).contains(covered), "covered \(covered) of 4000")
}
