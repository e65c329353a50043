// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// What claims on sampling by sensitivity have in common: with so many draws, a trial fails with probability at most δ.
///
/// The false variant has so few draws in each cell that a trial fails about twice as often as is allowed, and a little more; how few was
/// found by simulation, and is how far the count can be cut.
public protocol SamplingClaim: Claim {
  associatedtype Sampled: SamplingExperiment
  /// What `verify` measures, and by how much the false variant has too few draws there.
  static var verified: [(cell: Cell, shortage: Double)] { get }
  /// Trials of a cell at the quick budget: enough to find twice δ.
  static var trials: Int { get }
}

extension SamplingClaim {
  static func samplingProtocol(_ grid: String, _ hypotheses: String) -> ClaimProtocol {
    ClaimProtocol(
      hypotheses: hypotheses, grid: grid,
      test:
        "exact binomial tail of the failures of each cell (Holm); cells in which the theorem asks for more draws than there is to draw "
        + "from do not count", margin: .failures,
      amendments: [
        Amendment(
          "2026-11-24",
          what:
            "cells whose guarantee is vacuous do not count, so the grid is of larger layers and larger δ; the false variant had 50 to "
            + "2,000 times fewer draws", why: "who keeps everything needs no theorem",
          firstVerdict: "claim consistent, in 9 of 10 cells vacuously; control refuted")
      ])
  }

  public var falseVariant: String {
    let factors = Self.verified.map(\.shortage)
    return
      "\(rounded(factors.min() ?? 1)) to \(rounded(factors.max() ?? 1)) times fewer draws, as fail about twice too often"
  }

  public var experiment: any Experiment { Sampled(shortage: 1) }

  public func verification(_ plan: VerificationPlan) -> Verification { verification(plan, Sampled(shortage: 1)) }

  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    let shortages = Dictionary(Self.verified.map { ($0.cell, $0.shortage) }) { first, _ in first }
    return verification(plan, Sampled { shortages[$0] ?? 1 })
  }

  private func verification(_ plan: VerificationPlan, _ experiment: Sampled) -> Verification {
    let few = Self.trials
    return Verification(
      experiment, Self.verified.map(\.cell), trials: plan.choose(quick: few, standard: 10 * few, thorough: 100 * few))
  }

  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    finding(
      cells.map { cell in
        FailureBoundTest(
          "\(cell.cell)", count: cell.count, bound: cell.cell[Sampled.delta],
          isVacuous: variant == .stated && (cell.mean(Sampled.drawsRatio) ?? 0) >= 1)
      }, trials: cells.trials, alarmRate: alarmRate, remarks: [vacuity(of: cells)])
  }

  /// For how many cells the theorem asks for fewer draws than there are edges.
  private func vacuity(of cells: [CellTrials]) -> String {
    let ratios = cells.compactMap { $0.mean(Sampled.drawsRatio) }.sorted()
    guard let least = ratios.first, let most = ratios.last else { return "no draws" }
    let useful = ratios.count { $0 < 1 }
    return "draws are \(rounded(least)) to \(rounded(most)) times what there is to draw from: fewer in \(useful) of "
      + "\(ratios.count) cells, in the others the guarantee is vacuous"
  }
}

extension CellTrials {
  /// Of a quantity over the trials that have it.
  func mean(_ quantity: Quantity) -> Double? {
    let values = values(quantity)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }
}
