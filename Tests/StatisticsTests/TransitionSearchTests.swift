// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL
import Foundation
import Statistics
import TestSupport
import Testing

@Suite struct TransitionSearchTests {
  private let policy = TransitionPolicy(halfWidth: 0.02, atMost: 20_000)

  /// What N = 400, s = 20 is like: P₅₀ = 170, 18 samples a probit unit.
  @Test func studiesOfAKnownCurveFindItsMiddle() throws {
    let simulation = SearchSimulation(policy, guess: 179, limit: 12_800, studies: Simulated.studies) {
      TransitionLink.probit.probability((Double($0) - 170.3) / 18)
    }
    try simulation.expectCoverage(of: [170.3], "probit, a good guess")
    #expect(simulation.reached == Simulated.studies)
  }

  /// A guess 16 times too large, and one 16 times too small.
  @Test(arguments: [11, 2720])
  func aPoorGuessDoesNoHarm(_ guess: Int) throws {
    let simulation = SearchSimulation(policy, guess: guess, limit: 12_800, studies: Simulated.studies) {
      TransitionLink.probit.probability((Double($0) - 170.3) / 18)
    }
    try simulation.expectCoverage(of: [170.3], "probit, guess \(guess)")
  }

  /// The model is Φ; a logistic curve is another.
  @Test func aLogisticCurveIsCoveredAsWell() throws {
    let simulation = SearchSimulation(policy, guess: 179, limit: 12_800, studies: Simulated.studies) {
      TransitionLink.logit.probability((Double($0) - 170.3) / 10)
    }
    try simulation.expectCoverage(of: [170.3], "logistic")
  }

  /// P₅ and P₉₅ too: wider transitions, wider intervals.
  @Test func tailsAreCovered() throws {
    let policy = TransitionPolicy(probabilities: [0.05, 0.5, 0.95], halfWidth: 0.05, atMost: 20_000)
    let simulation = SearchSimulation(policy, guess: 179, limit: 12_800, studies: Simulated.studies) {
      TransitionLink.probit.probability((Double($0) - 170.3) / 18)
    }
    try simulation.expectCoverage(of: [-1.6449, 0, 1.6449].map { 170.3 + 18 * $0 }, "tails")
  }

  @Test func theLooksShareTheRisk() {
    let risks = (1...20).map { 1 - policy.confidence(look: $0) }
    #expect(abs(risks.reduce(0, +) - 0.05) < 1e-12)
    #expect(abs(risks[0] - 0.04) < 1e-12 && abs(risks[1] - 0.008) < 1e-12)
  }

  @Test func aStepIsBisectedUntilItsTwoSidesAreNeighbours() {
    var search = TransitionSearch(TransitionPolicy(halfWidth: 0.02, atMost: 500), guess: 1000, limit: 4096)
    search.run { $0 >= 77 ? 1 : 0 }
    #expect(search.counts.last { $0.successes == 0 }?.samples == 76)
    #expect(search.counts.first { $0.successes > 0 }?.samples == 77)
    #expect(search.trials <= 500)
  }

  @Test(arguments: [(0.0, 4096), (1.0, 1)])
  func aOneSidedCurveEndsAtTheLimit(_ rate: Double, _ last: Int) {
    var search = TransitionSearch(policy, guess: 60, limit: 4096)
    search.run { _ in rate }
    #expect(search.decision.phase == .oneSided)
    #expect(search.counts.contains { $0.samples == last })
    #expect(search.trials < 200)
    #expect(search.decision.estimates.allSatisfy { $0.samples == nil })
  }

  @Test func aSearchKeepsToItsTrials() {
    var search = TransitionSearch(TransitionPolicy(halfWidth: 0.001, atMost: 333), guess: 179, limit: 4096)
    let generator = Generator(seed: 5)
    search.run {
      TransitionLink.probit.probability((Double($0) - 170) / 18)
    } draw: {
      generator.binomial($0, $1)
    }
    #expect(search.trials == 333 && search.decision.phase == .capped)
  }

  /// A search that may go on asks for what the shorter one asked for, and more: no trial of it is lost.
  @Test func moreTrialsGoTheSameWayFurther() {
    let curve = { (samples: Int) in TransitionLink.probit.probability((Double(samples) - 170) / 18) }
    let hash = { (samples: Int, number: Int) in
      Double((UInt64(samples) << 32 ^ UInt64(number)) &* 0x9E37_79B9_7F4A_7C15 >> 11) / 0x1p53
    }
    func run(_ atMost: Int) -> [Int: Int] {
      var search = TransitionSearch(TransitionPolicy(halfWidth: 0.01, atMost: atMost), guess: 40, limit: 4096)
      while !search.decision.isLast {
        search.proceed(
          with: search.decision.requests.map { request in
            let successes = (1...request.trials).count { hash(request.samples, $0) < curve(request.samples) }
            return SearchCount(samples: request.samples, trials: request.trials, successes: successes)
          })
      }
      return Dictionary(uniqueKeysWithValues: search.counts.map { ($0.samples, $0.trials) })
    }
    let long = run(3000)
    for cap in [5, 10, 37, 64, 100, 333, 1000] {
      #expect(run(cap).allSatisfy { $0.value <= long[$0.key] ?? 0 }, "at most \(cap)")
    }
  }

  /// Undecided trials widen the interval both ways, and never end a search too early.
  @Test func undecidedTrialsWidenTheInterval() throws {
    let generator = Generator(seed: 11)
    var search = TransitionSearch(TransitionPolicy(halfWidth: 0.02, atMost: 2000), guess: 179, limit: 4096)
    while !search.decision.isLast {
      search.proceed(
        with: search.decision.requests.map { request in
          let known = search.counts.first { $0.samples == request.samples }
          let more = request.trials - (known?.trials ?? 0)
          let rate = TransitionLink.probit.probability((Double(request.samples) - 170) / 18)
          return SearchCount(
            samples: request.samples, trials: request.trials,
            successes: (known?.successes ?? 0) + generator.binomial(more, 0.9 * rate),
            undecided: 0)
        }.map { count in
          SearchCount(
            samples: count.samples, trials: count.trials, successes: count.successes,
            undecided: (count.trials - count.successes) / 10)
        })
    }
    let estimate = try #require(search.decision.estimates.first)
    #expect(search.decision.phase == .capped, "an uncertainty that does not shrink is not hidden")
    #expect(try #require(estimate.low) < 170 && 170 < #require(estimate.high))
  }
}

/// How many studies a coverage test simulates: 2,000 with TRIMLAB_STUDIES=2000, 60 otherwise.
enum Simulated {
  static let studies = ProcessInfo.processInfo.environment["TRIMLAB_STUDIES"].flatMap(Int.init) ?? 60
}

extension TransitionSearch {
  /// Runs to the end; `draw` is given trials and rate.
  mutating func run(
    rate: (Int) -> Double, draw: (Int, Double) -> Int = { Int((Double($0) * $1).rounded()) }
  ) {
    while !decision.isLast {
      proceed(
        with: decision.requests.map { request in
          let known = counts.first { $0.samples == request.samples }
          let more = draw(request.trials - (known?.trials ?? 0), rate(request.samples))
          return SearchCount(
            samples: request.samples, trials: request.trials, successes: (known?.successes ?? 0) + more)
        })
    }
  }
}

/// Many searches of the same known curve.
struct SearchSimulation {
  let studies: Int
  private(set) var reached = 0
  private(set) var trials = 0
  private var ends: [[SearchDecision.Estimate]] = []

  init(_ policy: TransitionPolicy, guess: Int, limit: Int, studies: Int, rate: (Int) -> Double) {
    self.studies = studies
    let generator = Generator(seed: 2017)
    for _ in 0..<studies {
      var search = TransitionSearch(policy, guess: guess, limit: limit)
      search.run(rate: rate) { generator.binomial($0, $1) }
      if search.decision.phase == .reached { reached += 1 }
      trials += search.trials
      ends.append(search.decision.estimates)
    }
  }

  /// At a true miss rate of 5 %, as many misses as are refused have probability below 1e-6.
  func expectCoverage(of truth: [Double], _ label: String, location: SourceLocation = #_sourceLocation) throws {
    for (index, samples) in truth.enumerated() {
      let misses = ends.count { study in
        guard let low = study[index].low, let high = study[index].high else { return false }
        return samples < low || samples > high
      }
      let most = (0...studies).first { gsl_cdf_binomial_Q(UInt32($0), 0.05, UInt32(studies)) < 1e-6 } ?? studies
      let width = ends.compactMap { $0[index].relativeHalfWidth }.reduce(0, +) / Double(studies)
      print(
        "\(label): P = \(samples), covered \(100 * Double(studies - misses) / Double(studies)) % of \(studies),",
        "mean half-width \(100 * width) %, mean trials \(Double(trials) / Double(studies)), reached \(reached)")
      #expect(misses <= most, "\(misses) of \(studies) intervals miss \(samples)", sourceLocation: location)
    }
  }
}
