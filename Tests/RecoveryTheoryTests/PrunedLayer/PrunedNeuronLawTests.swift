// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory
import TestSupport
import Testing

@Suite struct PrunedNeuronLawTests {
  @Test func meetsTheReferenceTable() throws {
    for row in try ReferenceTable("pruned_neuron_law").rows {
      let law = try PrunedNeuronLaw(
        weights: quantileWeights(row.count("N"), row.count("s")), samples: row.count("P"),
        relativeEpsilon: row.number("relative_epsilon"), isLinear: row.count("linear") == 1)
      let values = [
        "alpha_over_omega": law.alphaOverOmega, "tau_over_omega": law.tauOverOmega, "lambda": law.lambda,
        "kept": law.kept, "l1_ratio": law.norm1Ratio, "fresh_error": law.freshError,
      ]
      for (column, value) in values {
        expectClose(value, try row.number(column), relative: 1e-8, "\(column) at \(row)")
      }
    }
  }

  /// Every tenth or so of the grid on which the solver was tried: it must succeed, and what it returns must solve the equations.
  @Test(arguments: WeightFamily.allCases) func solvesTheGrid(family: WeightFamily) throws {
    for (dimension, sparsity) in [(1, 1), (5, 5), (30, 1), (100, 1), (100, 30), (300, 300), (1000, 10), (1000, 1000)] {
      let weights = family.weights(dimension, sparsity)
      guard weights.contains(where: { $0 != 0 }) else { continue }
      for share in [0.2, 1, 3, 100] {
        for relative in [0.001, 0.1, 0.99] {
          let samples = max(1, Int(share * Double(dimension)))
          let law = try PrunedNeuronLaw(weights: weights, samples: samples, relativeEpsilon: relative)
          expectClose(law.relativeEpsilon, relative, relative: 1e-9)
          #expect(law.residual < 1e-9, "\(family) N=\(dimension) s=\(sparsity) P=\(samples) R=\(relative)")
        }
      }
    }
  }

  /// The three equations with every expectation by quadrature and the derivatives of D by finite differences.
  @Test(arguments: [
    (60, 60, 180, 0.2, false), (60, 6, 60, 0.4, false), (40, 20, 400, 0.05, true), (50, 50, 30, 0.6, true),
  ])
  func solvesTheEquationsByQuadrature(_ n: Int, _ s: Int, _ samples: Int, _ relative: Double, _ linear: Bool) throws {
    let weights = quantileWeights(n, s)
    let law = try PrunedNeuronLaw(weights: weights, samples: samples, relativeEpsilon: relative, isLinear: linear)
    let ω = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let count = linear ? Double(samples) : Double(samples) / 2
    func distance(_ α: Double, _ τ: Double) -> Double {
      let r = (count * ((α - 1) * (α - 1) + τ * τ)).squareRoot()
      // E(τh − α|g|)₊²: for each g the part of h beyond α|g|/τ.
      let silent =
        2
        * gaussianMean(cuts: [0]) { g in
          g < 0 ? 0 : gaussianMean(cuts: [α * g / τ]) { h in pow(max(τ * h - α * g, 0), 2) }
        }
      return (pow(max(r - relative * count.squareRoot(), 0), 2) + (linear ? 0 : count * silent)).squareRoot()
    }
    let (α, τ, λ, step) = (law.alphaOverOmega, law.tauOverOmega, law.lambda, 1e-4)
    let byAlong = (distance(α + step, τ) - distance(α - step, τ)) / (2 * step)
    let byAcross = (distance(α, τ + step) - distance(α, τ - step)) / (2 * step)
    let b = λ * byAcross / τ
    let a = b * α - λ * byAlong
    var (along, square, noise) = (0.0, 0.0, 0.0)
    for weight in weights {
      let m = a * weight / ω
      func pruned(_ q: Double) -> Double { (λ * q + m > 1 ? λ * q + m - 1 : λ * q + m < -1 ? λ * q + m + 1 : 0) / b }
      let cuts = [(1 - m) / λ, (-1 - m) / λ]
      along += weight / ω * gaussianMean(cuts: cuts, of: pruned)
      square += gaussianMean(cuts: cuts) { pow(pruned($0), 2) }
      noise += gaussianMean(cuts: cuts) { $0 * pruned($0) }
    }
    expectClose(along, α, relative: 1e-5, "α")
    expectClose(square, α * α + τ * τ, relative: 1e-5, "‖u‖²")
    // Stein's lemma is not used: E qᵀu itself.
    expectClose(noise, distance(α, τ), relative: 1e-5, "D")
  }

  /// K = n(ρ + θ/π) with ρ = 1 − ε/r; and a linear neuron's fresh error is R/(1 − kept/P).
  @Test func keptWeightsAreCountedByTheConstraints() throws {
    let weights = quantileWeights(200, 70)
    for relative in [0.01, 0.2, 0.7] {
      let relu = try PrunedNeuronLaw(weights: weights, samples: 500, relativeEpsilon: relative)
      let active = 1 - relative / hypot(relu.alphaOverOmega - 1, relu.tauOverOmega)
      let angle = atan2(relu.tauOverOmega, relu.alphaOverOmega)
      expectClose(relu.kept, 250 * (active + angle / .pi), relative: 1e-9)
      let linear = try PrunedNeuronLaw(weights: weights, samples: 500, relativeEpsilon: relative, isLinear: true)
      expectClose(linear.freshError, relative / (1 - linear.kept / 500), relative: 1e-9)
    }
  }

  /// (g, h) by quadrature: the error on a fresh input, and on the samples, where the residual of an active one is (1 − ρ)(u − w)ᵀx.
  @Test(arguments: [0.05, 0.3, 0.8]) func errorsAreThoseOfTheTwoResponses(relative: Double) throws {
    let law = try PrunedNeuronLaw(weights: quantileWeights(80, 40), samples: 160, relativeEpsilon: relative)
    let (α, τ) = (law.alphaOverOmega, law.tauOverOmega)
    func error(_ α: Double, _ τ: Double, silent: Bool) -> Double {
      let square = gaussianMean(cuts: [-9, -3, 0, 3, 9].map { $0 * τ / α }) { g in
        guard g > 0 || silent else { return 0 }
        return gaussianMean(cuts: [-α * g / τ]) { h in pow(max(α * g + τ * h, 0) - max(g, 0), 2) }
      }
      return (2 * square).squareRoot()
    }
    expectClose(law.freshError, error(α, τ, silent: true), relative: 1e-7, "fresh")
    let remaining = relative / hypot(α - 1, τ)
    expectClose(
      law.sampleError, error(1 + remaining * (α - 1), remaining * τ, silent: false), relative: 1e-7, "sample")
    #expect(law.sampleError <= relative)
  }

  @Test func weightsAddUpToTheNeuron() throws {
    let weights = quantileWeights(60, 50)
    let norm = weights.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let law = try PrunedNeuronLaw(weights: weights, samples: 200, relativeEpsilon: 0.3)
    let laws = weights.map { law.law(ofWeight: $0) }
    expectClose(laws.reduce(0) { $0 + 1 - $1.massAtZero }, law.kept, relative: 1e-12)
    expectClose(
      zip(weights, laws).reduce(0) { $0 + $1.0 * $1.1.mean } / (norm * norm), law.alphaOverOmega, relative: 1e-12)
    expectClose(
      laws.reduce(0) { $0 + $1.meanMagnitude } / weights.reduce(0) { $0 + abs($1) }, law.norm1Ratio, relative: 1e-12)
    expectClose(
      laws.reduce(0) { $0 + $1.secondMoment } / (norm * norm),
      pow(law.alphaOverOmega, 2) + pow(law.tauOverOmega, 2), relative: 1e-12)
  }

  /// The distribution function jumps by the mass at 0 and rises elsewhere as the density says.
  @Test func distributionOfAWeight() throws {
    let law = try PrunedNeuronLaw(weights: quantileWeights(60, 50), samples: 200, relativeEpsilon: 0.3)
    let weight = law.law(ofWeight: 1.2)
    expectClose(
      weight.probability(atMost: 0) - weight.probability(atMost: -1e-12), weight.massAtZero, absolute: 1e-10)
    for value in [-0.3, 0.2, 0.9, 1.7] {
      let step = 1e-5
      let slope = (weight.probability(atMost: value + step) - weight.probability(atMost: value - step)) / (2 * step)
      expectClose(weight.density(at: value), slope, absolute: 1e-8, relative: 1e-6)
    }
    #expect(weight.probability(atMost: -50) == 0 && weight.probability(atMost: 50) == 1)
  }

  /// λ, kept and the relative numbers do not depend on the scale or the signs of the weights.
  @Test func scaleAndSignsDoNotMatter() throws {
    let weights = quantileWeights(50, 20)
    let law = try PrunedNeuronLaw(weights: weights, samples: 100, relativeEpsilon: 0.2)
    for factor in [-3.0, 1e-200, 1e200] {
      let other = try PrunedNeuronLaw(weights: weights.map { factor * $0 }, samples: 100, relativeEpsilon: 0.2)
      expectClose(other.kept, law.kept, relative: 1e-12)
      expectClose(other.freshError, law.freshError, relative: 1e-12)
    }
  }

  @Test func badNumbersAreNamed() {
    func error(_ weights: [Double], _ samples: Int, _ relative: Double) -> PrunedLawError? {
      do throws(PrunedLawError) {
        _ = try PrunedNeuronLaw(weights: weights, samples: samples, relativeEpsilon: relative)
        return nil
      } catch { return error }
    }
    #expect(error([], 5, 0.1) == .noWeights)
    #expect(error([0, 0], 5, 0.1) == .zeroWeights)
    #expect(error([1, .infinity], 5, 0.1) == .notFinite(index: 1, value: .infinity))
    #expect(error([1], 0, 0.1) == .samples(0))
    for relative in [0.0, 1, -1, 2] { #expect(error([1], 5, relative) == .relativeEpsilon(relative)) }
    #expect(error([1], 5, .nan) != nil)
  }
}
