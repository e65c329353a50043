// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **What a bound is worth.** Net-Trim's networks answer within the theorems' network-wide bound, and at equal non-zeros in every layer nearer to the
/// original network than those pruned by magnitude.
///
/// Spiral networks, pruned by the cascade, by the parallel scheme at the same ε, and by magnitude to the cascade's counts, with and
/// without retraining; neurons that magnitude pruning cuts off are then disconnected, so that fewer non-zeros are left. Retrained networks are measured beside them: retraining aims at the classes, not at the original's outputs.
///
/// - Measured: the discrepancy of the outputs, accuracy on fresh points, and accuracy on the same points with noise added.
/// - Verdict: refuted by one error beyond its bound, or if magnitude pruning has the smaller discrepancy too often, by a sign test for
///   each width, penalty and ε (exact, Holm).
public struct BoundedDiscrepancyClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "bounded-discrepancy"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "Net-Trim's errors obey the network-wide bound; at equal non-zeros per layer they are below magnitude pruning's."
  /// What the control gets wrong.
  public let falseVariant = "the methods exchanged"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "for the bound: hypotheses certified in every layer; for the order: equal non-zeros a layer",
    grid: "spiral networks of width 12, P = 40, ε = 0.05",
    test: "a single error beyond its bound; " + ClaimProtocol.signTest,
    margin: .order)
  /// What a study of the claim measures.
  public let experiment: any Experiment = BoundedDiscrepancyExperiment()

  private typealias Pruned = BoundedDiscrepancyExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [SpiralMethod.cascade, .parallel, .magnitude].map { method in
      experiment.cell([
        Pruned.width.is(12), Pruned.samples.is(40), Pruned.epsilon.is(0.05), Pruned.method.is(method),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 24, standard: 100, thorough: 400))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let bounded = cells.filter { $0.cell[Pruned.method].hasBound }
    let certified = bounded.flatMap(\.outcomes).filter { $0.success == true }
    let violations = certified.count { $0[Pruned.isWithinBound] == 0 }
    let shares = certified.compactMap { outcome in
      outcome[Pruned.relativeBound].map { (outcome[Pruned.discrepancy] ?? 0) / $0 }
    }
    let orders = Self.orders(cells, sign: variant == .stated ? 1 : -1)
    let bound = InequalityTest(
      label: "the bound", trials: certified.count, violations: violations, measured: shares.max() ?? .nan)
    var found = finding(
      ([bound] as [any StatementTest]) + orders, trials: cells.trials, counted: cells.trials, alarmRate: alarmRate,
      remarks: orders.map(\.remark) + [
        "\(certified.count) networks of Net-Trim with certified hypotheses, \(violations) beyond their bound; "
          + "error/bound at most \(rounded(shares.max() ?? .nan))"
      ])
    if orders.isEmpty && found.verdict == .consistent { found.verdict = .inconclusive }
    return found
  }

  /// Of the cascade over magnitude pruning, one for each pair of cells that differ in the method alone.
  private static func orders(_ cells: [CellTrials], sign: Double) -> [PairedOrder] {
    func trials(_ method: SpiralMethod) -> [CellTrials] { cells.filter { $0.cell[Pruned.method] == method } }
    return trials(.cascade).flatMap { cascade in
      trials(.magnitude).filter { $0.cell.without(Pruned.method) == cascade.cell.without(Pruned.method) }
        .map { order(cascade, $0, sign: sign) }
    }
  }

  private static func order(_ cascade: CellTrials, _ magnitude: CellTrials, sign: Double) -> PairedOrder {
    let cell = cascade.cell
    return PairedOrder(
      "discrepancy of the cascade below magnitude's, h = \(cell[Pruned.width]), penalty \(cell[Pruned.penalty].rawValue), "
        + "ε = \(cell[Pruned.epsilon])",
      gains: cascade.pairs(with: magnitude).compactMap { first, second in
        guard let first = first[Pruned.discrepancy], let second = second[Pruned.discrepancy] else { return nil }
        return sign * (second - first)
      })
  }
}
