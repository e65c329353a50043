// SPDX-License-Identifier: GPL-3.0-or-later

/// What a claim has promised before any trial of it was run: nothing of it depends on a seed or an outcome.
public struct ClaimProtocol: Sendable {
  /// What must hold of a trial for it to count.
  public let hypotheses: String
  /// What `verify` measures; its sizes are the budget's.
  public let grid: String
  /// The test, and what it corrects for.
  public let test: String
  /// The smallest deviation that would matter.
  public let margin: Margin
  /// By date; none of a claim that stands as it was registered.
  public let amendments: [Amendment]

  /// The protocol of a claim, seed-free.
  public init(hypotheses: String, grid: String, test: String, margin: Margin, amendments: [Amendment] = []) {
    (self.hypotheses, self.grid, self.test, self.margin) = (hypotheses, grid, test, margin)
    self.amendments = amendments
  }
}

/// The smallest deviation from a statement that would matter. A test that would miss it says nothing.
public struct Margin: Sendable {
  /// How large the deviation is, in `unit`.
  public let value: Double
  /// Of `value` and of every deviation of the claim, e.g. "of the bound".
  public let unit: String
  /// Why less would not matter.
  public let reason: String

  /// A deviation of this size and unit, with the reason why less would not matter.
  public init(_ value: Double, _ unit: String, because reason: String) {
    (self.value, self.unit, self.reason) = (value, unit, reason)
  }
}

/// A change of a protocol after a look at outcomes: its first form stays on record with its verdict.
public struct Amendment: Sendable {
  /// ISO 8601.
  public let date: String
  public let what, why: String
  /// What the first form of the protocol had said.
  public let firstVerdict: String

  /// A change on a date, with what it was, why, and the verdict of the first form.
  public init(_ date: String, what: String, why: String, firstVerdict: String) {
    (self.date, self.what, self.why, self.firstVerdict) = (date, what, why, firstVerdict)
  }

  /// The quick budget had less before verdicts asked for power.
  static func quickBudget(had less: String) -> Amendment {
    Amendment(
      "2026-11-24", what: "the quick budget had \(less)",
      why: "a deviation as large as the margin, on which verdicts had not depended, would have been missed",
      firstVerdict: "claim consistent, control refuted")
  }

  /// The standard budget had more before it was held to ten minutes.
  static func standardBudget(had more: String) -> Amendment {
    Amendment(
      "2026-12-01", what: "the standard budget had \(more)",
      why: "all claims at it took twice the ten minutes that they are promised in", firstVerdict: "not recorded")
  }
}

extension Margin {
  static let order = Margin(
    0.1, "of the pairs won", because: "an order that wins less than three pairs in five guides no choice")
  static let bound = Margin(
    0.1, "of the bound", because: "instances within a tenth of a bound show that no better constant holds")
  static let failures = Margin(
    1, "of δ", because: "who plans with a failure probability does not care for less than a factor of 2")
  static let logOdds = Margin(
    0.25, "in log-odds", because: "six points of a success rate near ½, about a hundredth of the samples")
  static let distance = Margin(
    0.1, "of distribution", because: "a distance that moves a tenth of the law is what a plot would show")
  static let limit = Margin(
    0.1, "of the limit", because: "a tenth is what a choice of ε or of the layer's size can notice")
  static let instances = Margin(
    0.01, "of the instances", because: "a counterexample in a hundred would be met in any study of the suite")
}

extension ClaimProtocol {
  static let signTest =
    "exact binomial test of each order's pairs, ties left out: it shows where so many wins are unlikely at 1/2, all orders each at the "
    + "level, and is not borne out where so few are unlikely at 0.6 (Holm)"
}
