// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// What claims on sampling by sensitivity have in common: with so many draws, a trial fails with probability at most δ.
///
/// The false variant has `shortage` times fewer.
public protocol SamplingClaim: Claim {
  associatedtype Sampled: SamplingExperiment
  static var shortage: Double { get }
  /// What `verify` measures.
  static var verified: [Cell] { get }
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
          "2026-11-24", what: "cells whose guarantee is vacuous no longer count",
          why: "who keeps everything needs no theorem", firstVerdict: "consistent, mostly by vacuous cells")
      ])
  }

  public static var shortage: Double { 50 }

  public var experiment: any Experiment { Sampled(shortage: 1) }

  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(plan, shortage: 1) }

  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    Self.verification(plan, shortage: Self.shortage)
  }

  private static func verification(_ plan: VerificationPlan, shortage: Double) -> Verification {
    Verification(
      Sampled(shortage: shortage), verified, trials: plan.choose(quick: 200, standard: 2_000, thorough: 20_000))
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
