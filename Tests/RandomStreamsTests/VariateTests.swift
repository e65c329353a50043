// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation
import RandomStreams
import Testing

/// Every test here is a hypothesis test at a fixed seed. Its false-alarm rate is the p-value it demands, 1e-7.
private let alarmRate = 1e-7

private func stream(_ purpose: String, trial: UInt32 = 0) -> RandomStream {
  RandomStream(StreamKey(seed: 20_170_612, content: "variate tests", trial: trial, purpose: purpose))
}

/// χ² p-value of `counts` against equal probabilities.
private func uniformityPValue(_ counts: [Int]) -> Double {
  let expected = Double(counts.reduce(0, +)) / Double(counts.count)
  let statistic = counts.reduce(0.0) { $0 + (Double($1) - expected) * (Double($1) - expected) / expected }
  return gsl_cdf_chisq_Q(statistic, Double(counts.count - 1))
}

/// Asymptotic p-value of the Kolmogorov–Smirnov distance of a sample from U(0, 1).
private func kolmogorovPValue(_ sample: [Double]) -> Double {
  let sorted = sample.sorted()
  let n = Double(sorted.count)
  let distance = sorted.indices.map { max(sorted[$0] - Double($0) / n, Double($0 + 1) / n - sorted[$0]) }.max() ?? 0
  let lambda = distance * (n.squareRoot() + 0.12 + 0.11 / n.squareRoot())
  return (1...100).reduce(0.0) { sum, k in
    let term = 2 * exp(-2 * Double(k * k) * lambda * lambda)
    return k % 2 == 1 ? sum + term : sum - term
  }
}

@Test func normalsFollowTheNormalLaw() {
  var draws = stream("normal")
  let sample = (0..<200_000).map { _ in gsl_cdf_ugaussian_P(draws.normal()) }
  #expect(kolmogorovPValue(sample) > alarmRate)
  var counts = [Int](repeating: 0, count: 1000)
  for u in sample { counts[Int(u * 1000)] += 1 }
  #expect(uniformityPValue(counts) > alarmRate)
}

/// Consecutive draws of one stream, and equal draws of neighbouring trials, fill the unit square evenly.
@Test func normalsAreIndependentWithinAndAcrossStreams() {
  var within = [Int](repeating: 0, count: 400)
  var across = within
  func cell(_ a: Double, _ b: Double) -> Int {
    Int(gsl_cdf_ugaussian_P(a) * 20) * 20 + Int(gsl_cdf_ugaussian_P(b) * 20)
  }
  for trial in UInt32(0)..<20_000 {
    var first = stream("pairs", trial: 2 * trial)
    var second = stream("pairs", trial: 2 * trial + 1)
    let a = first.normal()
    let b = first.normal()
    within[cell(a, b)] += 1
    across[cell(a, second.normal())] += 1
  }
  #expect(uniformityPValue(within) > alarmRate)
  #expect(uniformityPValue(across) > alarmRate)
}

@Test func signsUniformsAndSparseNormalsHaveTheirMoments() {
  let n = 100_000
  var draws = stream("moments")
  let fills: [(String, fourthMoment: Double, (inout RandomStream, UnsafeMutableBufferPointer<Double>) -> Void)] = [
    ("signs", 1, { $0.fillSigns($1) }),
    ("uniform", 1.8, { $0.fillUniform($1) }),
    ("normal", 3, { $0.fillNormal($1) }),
    ("sparse normal", 30, { $0.fillSparseNormal($1, density: 0.1) }),
  ]
  for (name, fourthMoment, fill) in fills {
    var values = [Double](repeating: 0, count: n)
    values.withUnsafeMutableBufferPointer { fill(&draws, $0) }
    let mean = values.reduce(0, +) / Double(n)
    let square = values.reduce(0) { $0 + $1 * $1 } / Double(n)
    // Normal bounds at 5.3 standard deviations: false alarm 1.2e-7 each.
    #expect(abs(mean) <= 5.3 / Double(n).squareRoot(), "\(name) mean \(mean)")
    #expect(
      abs(square - 1) <= 5.3 * ((fourthMoment - 1) / Double(n)).squareRoot() + 1e-12, "\(name) variance \(square)")
  }
}

@Test func binomialCountsFollowTheBinomialLaw() {
  var draws = stream("binomial")
  var counts = [Int](repeating: 0, count: 11)
  for _ in 0..<100_000 { counts[draws.binomial(trials: 10, probability: 0.5)] += 1 }
  let statistic = counts.indices.reduce(0.0) { sum, k in
    let expected = 100_000 * gsl_ran_binomial_pdf(UInt32(k), 0.5, 10)
    return sum + (Double(counts[k]) - expected) * (Double(counts[k]) - expected) / expected
  }
  #expect(gsl_cdf_chisq_Q(statistic, 10) > alarmRate)
}

/// Counts beyond 32 bits: (k − np)/√(np(1−p)) is normal, its mean over 400 draws within 5.3/20 of 0 and its mean square
/// within 5.3·√(2/400) of 1 (false alarm 1.2e-7 each).
@Test(arguments: [1 << 31, 5_000_000_000, RandomStream.largestTrials], [0.5, 0.999])
func countsBeyond32BitsAreBinomial(_ trials: Int, _ probability: Double) {
  var draws = stream("many trials")
  let count = trials > 1 << 40 ? 1 : 400
  let deviation = (Double(trials) * probability * (1 - probability)).squareRoot()
  let scores = (0..<count).map { _ in
    (Double(draws.binomial(trials: trials, probability: probability)) - Double(trials) * probability) / deviation
  }
  let mean = scores.reduce(0, +) / Double(count)
  let square = scores.reduce(0) { $0 + $1 * $1 } / Double(count)
  #expect(abs(mean) <= 5.3 / Double(count).squareRoot(), "mean \(mean)")
  if count > 1 { #expect(abs(square - 1) <= 5.3 * (2 / Double(count)).squareRoot(), "variance \(square)") }
}

/// All C(6, 3) = 20 subsets are drawn equally often.
@Test func subsetsAreUniform() {
  var draws = stream("subsets")
  var counts: [[Int]: Int] = [:]
  for _ in 0..<40_000 { counts[draws.subset(size: 3, of: 6), default: 0] += 1 }
  #expect(counts.count == 20)
  #expect(uniformityPValue(Array(counts.values)) > alarmRate)
  #expect(draws.subset(size: 0, of: 4) == [])
  #expect(draws.subset(size: 4, of: 4) == [0, 1, 2, 3])
}
