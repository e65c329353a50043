// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **The published ADMM and ε.** The code of the papers stops where its weights move by less than 5·10⁻⁹·MN, whatever their size and whatever the
/// constraints say; that its answer meets the program is taken for granted. The rule is the more lenient the more weights there are and the
/// smaller they are, and weights well below 1/ρ = 0.01 are thresholded to 0 before the rule stops the iteration.
///
/// - Measured: the residual over ε and the largest violation of its answer, and both as iterations grow.
/// - Verdict: not borne out by a single layer whose answer breaks a constraint by more than 10⁻³.
public struct PublishedADMMClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "published-admm"
  /// An assumption of others, which may fail.
  public let kind = ClaimClass.assumption
  /// The statement in one sentence.
  public let statement =
    "The published ADMM stops at weights with residual ≤ 1.001·ε and violations ≤ 10⁻³‖Y‖_∞."
  /// What the control gets wrong.
  public let falseVariant = "constraints met to 10⁻⁹"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "dense Gaussian weights; the optimum certified",
    grid:
      "(N, M, P) = (16, 4, 40), ε = 0.1 of ‖Y‖_F; Gaussian samples, and the outputs of a layer of 6 inputs; weights of deviation 1, and of "
      + "1.4·10⁻⁵: neither the rule nor ρ knows their size",
    test: "a single layer at which it stops outside the constraints by more than 10⁻³ (relative)",
    margin: Margin(
      0.1, "of the layers", because: "an answer that breaks its program one time in ten cannot be used unchecked"),
    amendments: [
      Amendment(
        "2026-12-01",
        what: "(N, M, P) = (20, 5, 60) and (30, 10, 60), Gaussian samples and weights of deviation 1 alone",
        why: "the rule is absolute, and inputs of few directions are slow: layers as networks have them were left out",
        firstVerdict: "consistent, control not borne out"),
      Amendment(
        "2026-12-01", what: "weights of deviation 0.05, and ε = 0.3 of ‖Y‖_F as well",
        why:
          "the rule lets weights move by 5·10⁻⁹·MN an iteration whatever their size: layers of 64 weights are stricter than any in use",
        firstVerdict: "consistent, control not borne out"),
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = PublishedADMMExperiment()

  private typealias Published = PublishedADMMExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [0, 6].flatMap { latent in
      [1, 1.4e-5].map { deviation in
        experiment.cell([
          Published.dimension.is(16), Published.neurons.is(4), Published.samples.is(40), Published.epsilon.is(0.1),
          Published.latent.is(latent), Published.deviation.is(deviation),
        ])
      }
    }
    return Verification(
      experiment, cells, trials: plan.choose(quick: 6, standard: 60, thorough: 600))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let counting = outcomes.filter { $0[Published.stopExcess] != nil }
    let tolerance = variant == .stated ? 1e-3 : 1e-9
    let breaking = counting.count {
      max($0[Published.stopExcess] ?? .infinity, $0[Published.stopViolation] ?? .infinity)
        > tolerance
    }
    return finding(
      [AgreementTest(label: "layers", trials: counting.count, disagreements: breaking)],
      trials: outcomes.count,
      counted: counting.count, alarmRate: alarmRate, remarks: cells.flatMap(Self.remarks))
  }

  /// Medians, by iterations and where it stops.
  private static func remarks(_ cell: CellTrials) -> [String] {
    guard !cell.outcomes.isEmpty else { return [] }
    let place =
      "N = \(cell.cell[Published.dimension]), M = \(cell.cell[Published.neurons]), P = \(cell.cell[Published.samples]), "
      + "ε = \(rounded(cell.cell[Published.epsilon]))‖Y‖, weights of deviation \(rounded(cell.cell[Published.deviation]))"
      + (cell.cell[Published.latent] == 0 ? "" : ", outputs of \(cell.cell[Published.latent]) inputs")
    func median(_ quantity: Quantity, _ item: Int = 0) -> String {
      let values = cell.values(quantity, item: item).sorted()
      return values.isEmpty ? "–" : rounded(values[values.count / 2])
    }
    let course = Published.counts.map {
      "\($0): \(median(Published.excess, $0)), \(median(Published.violation, $0)), \(median(Published.objective, $0))"
    }
    return [
      "\(place): stops after \(median(Published.stopIterations)) iterations with residual/ε − 1 = \(median(Published.stopExcess)), "
        + "violation \(median(Published.stopViolation)), ‖U‖₁ off by \(median(Published.stopObjective)) (medians)",
      "\(place): the same three by iterations: \(course.joined(separator: "; "))",
    ]
  }
}
