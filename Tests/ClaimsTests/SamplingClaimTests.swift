// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments
import Foundation
import TestSupport
import Testing

// Foundation has one too.
private typealias Measurement = Experiments.Measurement

/// Judgements on trials whose outcome is given, and what single trials measure.
@Suite struct SamplingClaimTests {
  /// Trials of one cell, each with what `found` says of its number.
  private func trials(_ cell: Cell, _ count: Int, _ found: (Int) -> TrialOutcome) -> CellTrials {
    CellTrials(
      cell: cell, trials: (1...count).map { FinishedTrial(number: $0, result: .success(found($0))) })
  }

  private func measured(
    _ experiment: some Experiment, _ cell: Cell, seed: UInt64, trial: Int
  ) throws -> TrialOutcome {
    var workspace = TrialWorkspace()
    return try experiment.trial(cell, seed: seed, number: trial, in: &workspace).result.get()
  }

  private typealias Neuron = NeuronSamplingExperiment

  private func neuron(bound: Neuron.Bound = .bernstein) -> Cell {
    Neuron().cell([
      Neuron.inputs.is(200), Neuron.samples.is(25), Neuron.bound.is(bound), Neuron.epsilon.is(0.4),
    ])
  }

  /// 1,000 trials at δ = 0.1: 100 failures are what it allows, 200 are not; a trial without an error says nothing.
  @Test(arguments: [(100, ClaimVerdict.consistent), (200, .refuted), (1_000, .refuted)])
  func failuresBeyondDeltaRefute(failures: Int, verdict: ClaimVerdict) {
    let claim = SamplingPerNeuronClaim()
    let found = claim.judge(
      [
        trials(neuron(), 1_000) { number in
          TrialOutcome(success: number > failures, [Measurement(Neuron.drawsRatio, 3.0)])
        }
      ], .stated, alarmRate: 1e-4)
    #expect(found.verdict == verdict && found.hypothesesCertified == 1_000)
    #expect(found.remarks.first?.contains("fewer in 0 of 1 cells") == true)
    let silent = claim.judge([trials(neuron(), 10) { _ in .init(success: nil, []) }], .stated, alarmRate: 1e-4)
    #expect(silent.verdict == .inconclusive && silent.hypothesesCertified == 0)
  }

  /// m = ⌈(2 + 2ε/3)·S·ln(2·25/0.1)/ε²⌉, and the published counts relative to it; a trial succeeds within ε.
  @Test func theDrawsAreTheBounds() throws {
    func found(_ bound: Neuron.Bound, shortage: Double = 1) throws -> (draws: Double, total: Double) {
      let outcome = try measured(Neuron(shortage: shortage), neuron(bound: bound), seed: 3, trial: 1)
      #expect(outcome.success == (try #require(outcome[Neuron.error]) <= 0.4))
      return (try #require(outcome[Neuron.draws]), try #require(outcome[Neuron.sensitivity]))
    }
    let constants: [(Neuron.Bound, Double)] = [
      (.bernstein, (2 + 0.8 / 3) * log(500)), (.pfp, 6.8 * log(40)), (.coreNet, 8 * log(200) * log(80)),
    ]
    for (bound, constant) in constants {
      let (draws, total) = try found(bound)
      expectClose(draws, constant * total / 0.16, absolute: 1, bound.rawValue)
      let (few, same) = try found(bound, shortage: 50)
      #expect(same == total && abs(few - draws / 50) <= 1, "the control has the same neuron and fewer draws")
    }
  }

  /// What `verify` runs of the false variant has too few draws, in the same cells.
  @Test func theControlIsShortOfDraws() throws {
    func draws(_ verification: Verification?) throws -> Double {
      let verification = try #require(verification)
      let experiment = try #require(verification.experiment as? Neuron)
      return try #require(try measured(experiment, verification.cells[0].cell, seed: 1, trial: 1)[Neuron.draws])
    }
    let (claim, plan) = (SamplingPerNeuronClaim(), VerificationPlan(budget: .quick, workers: 1))
    let (stated, control) = (try draws(claim.verification(plan)), try draws(claim.falseVerification(plan)))
    #expect(abs(control - stated / 50) <= 1)
  }

  /// Counts that follow the law pass; half or twice as many are refuted, and unsigned weights do not count.
  @Test(arguments: [(1.0, ClaimVerdict.consistent), (0.5, .refuted), (2, .refuted), (0, .refuted)])
  func theTailsLawIsTold(share: Double, verdict: ClaimVerdict) {
    typealias Tail = CancellationExperiment
    let claim = CoreNetStabilityClaim()
    func found(_ weights: Tail.Weights) -> Finding {
      let counts = trials(claim.experiment.cell([Tail.weights.is(weights)]), 100) { _ in
        TrialOutcome([
          Measurement(Tail.firstTail, share * 10), Measurement(Tail.secondTail, share * 20),
          Measurement(Tail.pairs, 1_000), Measurement(Tail.logDisagreement, log(2)),
        ])
      }
      return claim.judge([counts], .stated, alarmRate: 1e-4)
    }
    #expect(found(.signed).verdict == verdict && found(.nonnegative).verdict == .inconclusive)
    #expect(found(.signed).hypothesesCertified == 100_000 && found(.nonnegative).hypothesesCertified == 0)
    #expect(
      found(.signed).remarks == ["signed weights: two Δ̂ of a neuron differ by a factor (median) of 2 for |S| = 10"])
  }

  /// The assumption and the theorem for single edges are judged apart; rare features, small S and small K do not count.
  @Test func theAssumptionIsJudgedWhereItIsClaimed() {
    typealias Fresh = FreshSensitivityExperiment
    let claim = FreshSensitivityClaim()
    func found(
      broken: Int = 0, first: Int = 0, activations: ActivationLaw = .relu, spread: Double = 3, samples: Int = 49
    ) -> Finding {
      let place = claim.experiment.cell([
        Fresh.activations.is(activations), Fresh.spread.is(spread), Fresh.samples.is(samples),
      ])
      let measured = trials(place, 1_000) { number in
        TrialOutcome(
          success: number > broken,
          [
            Measurement(Fresh.broken, number <= broken), Measurement(Fresh.beyond, 0.0),
            Measurement(Fresh.firstBeyond, number <= first),
          ])
      }
      return claim.judge([measured], .stated, alarmRate: 1e-4)
    }
    #expect(found(broken: 50, first: 20).verdict == .consistent)
    #expect(found(broken: 100).verdict == .refuted && found(first: 50).verdict == .refuted)
    for other in [
      found(broken: 900, activations: .rare), found(broken: 900, spread: 2.5), found(broken: 900, samples: 29),
    ] { #expect(other.verdict == .inconclusive && other.trials == 1_000 && other.hypothesesCertified == 0) }
  }

  private typealias Pruning = EqualSizeExperiment

  private func pruning(_ method: EqualSizeMethod, depth: Int = 3, width: Int = 20, kept: Double) -> Cell {
    Pruning().cell([
      Pruning.networks.is(.dense), Pruning.depth.is(depth), Pruning.width.is(width), Pruning.samples.is(40),
      Pruning.method.is(method), Pruning.kept.is(kept),
    ])
  }

  /// Errors are compared network by network.
  @Test func theOrderIsJudgedByPairs() {
    func found(_ errors: [EqualSizeMethod: (Int) -> Double], _ variant: ClaimVariant = .stated) -> Finding {
      EqualSizeClaim().judge(
        errors.sorted { $0.key.rawValue < $1.key.rawValue }.map { method, error in
          trials(pruning(method, kept: 0.3), 40) { TrialOutcome([Measurement(Pruning.error, error($0))]) }
        }, variant, alarmRate: 1e-4)
    }
    let ordered: [EqualSizeMethod: (Int) -> Double] = [
      .uniform: { Double($0) }, .sippRandom: { Double($0) - 0.5 }, .sippDeterministic: { Double($0) - 0.6 },
      .netTrim: { _ in 0 },
    ]
    #expect(found(ordered).verdict == .consistent && found(ordered).measured == 1 && found(ordered).trials == 160)
    #expect(found(ordered, .falsified).verdict == .refuted)
    var swapped = ordered
    swapped[.sippRandom] = { Double($0) + 0.5 }
    #expect(found(swapped).verdict == .refuted && found(swapped).violations == 1)
    #expect(found([.uniform: { Double($0) }]).verdict == .inconclusive)
  }

  /// Every method leaves about the wanted share of the weights; the parallel scheme within 2 % where it can, and its error is small.
  @Test(arguments: EqualSizeMethod.allCases)
  func methodsMeetTheSize(method: EqualSizeMethod) throws {
    let outcome = try measured(Pruning(), pruning(method, depth: 2, width: 12, kept: 0.5), seed: 5, trial: 2)
    let isWhole = method == .pfpRandom || method == .pfpDeterministic
    expectClose(try #require(outcome[Pruning.keptFraction]), 0.5, absolute: isWhole ? 0.2 : 0.06, method.rawValue)
    let error = try #require(outcome[Pruning.error])
    #expect(error > 0 && (outcome[Pruning.freshError] ?? .nan).isFinite && outcome[Pruning.logError] == log10(error))
    if method == .netTrim { #expect(error < 0.8) }
  }

  /// A network that keeps all its weights has no error; its logarithm is that of 2⁻⁵², so that no mean leaves it out.
  @Test func noErrorHasALogarithm() throws {
    let outcome = try measured(Pruning(), pruning(.magnitude, kept: 1), seed: 5, trial: 2)
    #expect(outcome[Pruning.error] == 0 && outcome[Pruning.freshError] == 0)
    for quantity in [Pruning.logError, Pruning.logFreshError] {
      expectClose(try #require(outcome[quantity]), -52 * log10(2), relative: 1e-14)
    }
  }

  /// A whole network: unsigned weights have Δ = 1, and signed ones are not drawn.
  @Test func signedNetworksAreNotDrawn() throws {
    typealias Whole = NetworkSamplingExperiment
    func found(_ weights: Whole.Weights) throws -> TrialOutcome {
      let place = Whole().cell([Whole.weights.is(weights), Whole.width.is(15), Whole.samples.is(10)])
      return try measured(Whole(), place, seed: 1, trial: 1)
    }
    let (nonnegative, signed) = (try found(.nonnegative), try found(.signed))
    #expect(nonnegative.success == true && signed.success == nil && signed[Whole.error] == nil)
    expectClose(nonnegative[Whole.cancellation] ?? .nan, 1, relative: 1e-12)
    #expect(signed[Whole.drawsRatio] ?? 0 > 1e6)
  }

  /// What is measured is declared, and each kind holds what it says.
  @Test(arguments: [
    "sampling-per-neuron", "pfp-count", "corenet-network", "corenet-stability", "fresh-sensitivity", "equal-size",
    "iht-recovery", "prunability", "retraining-order",
  ])
  func measurementsAreOfTheirKind(name: String) throws {
    let claim = try #require(ClaimRegistry.all.first { $0.name == name })
    let place = claim.verification(VerificationPlan(budget: .quick, workers: 1)).cells[0].cell
    let outcome = try measured(claim.experiment, place, seed: 1, trial: 1)
    let quantities = Dictionary(claim.experiment.quantities.map { ($0.name, $0) }) { first, _ in first }
    #expect(quantities.count == claim.experiment.quantities.count && !outcome.measurements.isEmpty)
    for measurement in outcome.measurements {
      switch try #require(quantities[measurement.name], "\(measurement.name) is declared").kind {
      case .count: #expect(measurement.value >= 0 && measurement.value == measurement.value.rounded())
      case .flag: #expect(measurement.value == 0 || measurement.value == 1)
      case .number, .word: #expect(!measurement.value.isInfinite)
      }
    }
    #expect(claim.experiment.cost(of: place) > 0 && claim.experiment.memory(of: place) > 0)
  }
}
