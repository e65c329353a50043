// SPDX-License-Identifier: GPL-3.0-or-later

/// One test of what a claim states. The kinds of tests differ in their statistics; power, near misses and verdicts are made of them in one
/// way (`Judgement`).
///
/// Deviations are from the statement towards what would refute it, in the unit of the claim's margin.
public protocol StatementTest: Sendable {
  /// Where or of what, in words.
  var label: String { get }
  /// The trials that count.
  var trials: Int { get }
  /// As measured, and as stated.
  var measured: Double { get }
  var bound: Double { get }
  /// How near the measurement is to refuting, to tell the worst of several tests.
  var severity: Double { get }
  /// Whether the statement says nothing here, as a probability bounded by 1.
  var isVacuous: Bool { get }
  /// The instances that break a deterministic statement, of which one refutes it; nil of a statement on probabilities.
  var counterexamples: Int? { get }
  /// Of data this unlike the statement, were it true; uncorrected.
  var pValue: Double { get }
  /// Of data this unlike the opposite, were that true: a trend must show. nil where a statement stands until it is refuted.
  var oppositePValue: Double? { get }
  /// The deviation that the test finds at `level` with probability 0.9; infinite where it finds none.
  func detectable(level: Double) -> Double
  /// The same test where the statement is false by `deviation`.
  func bent(by deviation: Double) -> any StatementTest
}

extension StatementTest {
  /// measured/bound; |measured| where the bound is 0.
  public var severity: Double { bound == 0 ? abs(measured) : measured / bound }
  /// A test says something unless it says otherwise.
  public var isVacuous: Bool { false }
  /// None: a statement on probabilities.
  public var counterexamples: Int? { nil }
  /// None: the statement stands until it is refuted.
  public var oppositePValue: Double? { nil }
}
