// SPDX-License-Identifier: GPL-3.0-or-later

/// What a search for the quantiles of a success curve is to reach.
public struct TransitionPolicy: Hashable, Codable, Sendable {
  /// The success probabilities whose covariates are wanted, e.g. ½ for P₅₀.
  public let probabilities: [Double]
  /// The interval of each covariate x is to be no wider than ±`halfWidth`·x.
  public let halfWidth: Double
  /// Confidence of each interval, wherever the search stops.
  public let confidence: Double
  /// Trials of the whole search at most.
  public let atMost: Int

  /// - Precondition: probabilities, half-width and confidence lie in (0, 1).
  public init(probabilities: [Double] = [0.5], halfWidth: Double, confidence: Double = 0.95, atMost: Int) {
    self.probabilities = probabilities
    self.halfWidth = halfWidth
    self.confidence = confidence
    self.atMost = atMost
  }

  /// Confidence of the intervals at the k-th look, 1 − 4α/5ᵏ.
  ///
  /// As Σ 4/5ᵏ = 1, the intervals of all looks hold together with probability at least 1 − α, if each holds at its own
  /// level; most searches end at the first look, which costs a tenth more trials than no look but one would.
  public func confidence(look: Int) -> Double {
    1 - 4 * (1 - confidence) / (1...look).reduce(1) { power, _ in power * 5 }
  }
}

/// Trials at one covariate: what was asked for, or what came of it.
public struct SearchCount: Hashable, Codable, Sendable {
  public let samples, trials, successes, undecided: Int

  /// Trials at a number of samples, with how they ended.
  public init(samples: Int, trials: Int, successes: Int, undecided: Int = 0) {
    precondition(successes >= 0 && undecided >= 0 && successes + undecided <= trials, "more outcomes than trials")
    self.samples = samples
    self.trials = trials
    self.successes = successes
    self.undecided = undecided
  }
}

/// Finds where a rising success curve over the number of samples P reaches given probabilities, from any first guess.
///
/// The search goes in stages. It brackets ½ by doubling and halving, then bisects until a curve Φ(a + b·P) can be fitted;
/// then it samples around the quantiles wanted (half a probit unit to either side, where a trial tells nearly most), as
/// many trials as the fit says are missing. It looks at the intervals only when the fit promises that they are narrow
/// enough, spending its risk as ``TransitionPolicy/confidence(look:)`` says. An undecided trial counts as a failure for
/// an interval's upper end and as a success for its lower.
///
/// What a stage asks for depends on the counts of the stages before it, and on nothing else.
public struct TransitionSearch: Sendable {
  /// What the search is to reach.
  public let policy: TransitionPolicy
  /// No P is tried below `least` or beyond `limit`.
  public let least, limit: Int
  /// Counts of all finished stages, by ascending P.
  public private(set) var counts: [SearchCount] = []
  /// How often the intervals were looked at.
  public internal(set) var looks = 0
  /// What is to be done next.
  public private(set) var decision: SearchDecision

  /// Trials at a P while it brackets.
  static var bracketTrials: Int { 10 }

  /// - `guess`: the first P that is tried, in `least`…`limit`.
  public init(_ policy: TransitionPolicy, guess: Int, least: Int = 1, limit: Int) {
    self.policy = policy
    (self.least, self.limit) = (least, limit)
    let first = SearchDecision.Request(
      samples: min(max(guess, least), limit), trials: min(Self.bracketTrials, policy.atMost))
    decision = SearchDecision(phase: .bracket, estimates: [], requests: [first])
  }

  /// Trials that were made, at all values.
  public var trials: Int { counts.reduce(0) { $0 + $1.trials } }

  /// Goes on to the next stage with what came of this one.
  ///
  /// - Precondition: `results` answer the requests of ``decision`` one by one.
  public mutating func proceed(with results: [SearchCount]) {
    precondition(
      results.map { SearchDecision.Request(samples: $0.samples, trials: $0.trials) } == decision.requests,
      "a stage ends when all that it asked for is there")
    let known = counts.filter { old in !results.contains { $0.samples == old.samples } }
    counts = (known + results).sorted { $0.samples < $1.samples }
    decision = next()
  }
}

/// What a search asks for next, and why.
public struct SearchDecision: Hashable, Codable, Sendable {
  /// What the search is doing.
  public enum Phase: String, Codable, Sendable {
    /// Looks for a P on either side of ½.
    case bracket
    /// Samples around the quantiles.
    case sample
    /// Stops, as the intervals are narrow enough.
    case reached
    /// Stops, as the trials are used up.
    case capped = "at-most"
    /// Stops: the success rate stays on one side of ½ for all P allowed.
    case oneSided = "one-sided"
  }

  /// `trials` trials of P = `samples`, those of earlier stages among them.
  public struct Request: Hashable, Codable, Sendable {
    public let samples, trials: Int
  }

  /// Where the curve reaches a probability; an end that the trials do not determine is nil.
  public struct Estimate: Hashable, Codable, Sendable {
    /// Of the success that is looked for.
    public let probability: Double
    public let samples, low, high: Double?
    /// Confidence of low…high.
    public let confidence: Double
  }

  /// What the search was doing.
  public let phase: Phase
  /// What the search knew; the intervals count as a look where the search stops or stopped too early.
  public let estimates: [Estimate]
  /// Empty where the search stops.
  public let requests: [Request]

  /// Whether nothing more is asked for.
  public var isLast: Bool { requests.isEmpty }
}
