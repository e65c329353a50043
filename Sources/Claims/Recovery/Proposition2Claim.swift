// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **Proposition 2** (Supplement, Section 4.4): conditions of Karush, Kuhn and Tucker, with slacks, under which a minimiser of a neuron's
/// program at ε = 0 is the only one; see `UniquenessCertificate` for the statement. They are necessary as well (Goldman, Tucker).
///
/// - Measured: the conditions at the minimiser of programs of whole numbers, in which inactive samples bind, ranks fall and minimisers
///   tie, as (S.28) does not foresee; beside it whether tilted programs, which know nothing of multipliers, have another minimiser.
/// - Verdict: refuted by a single instance on which the conditions hold and another minimiser exists, or do not and none does.
///
/// The false variant has ≤ for < in the conditions: every minimiser satisfies those.
public struct Proposition2Claim: Claim {
  /// Its name on the command line and in studies.
  public let name = "proposition-2"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement =
    "A minimiser at ε = 0 is the only one iff X̃ has full rank on its support and some Λ = X̃ᵀz is strict off it."
  /// What the control gets wrong.
  public let falseVariant = "Λ need not be strict"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "all programs of the instance solved with a certificate; strictness, if any, of 10⁻⁴ or more",
    grid:
      "(N, s, P, k) = (8, 2, 8, 1), (10, 3, 14, 2), (12, 2, 14, 1), (20, 3, 26, 3), inputs whole numbers from −k to k",
    test:
      "a single instance with the conditions and another minimiser (sufficiency), or with neither (necessity); another minimiser is looked "
      + "for with costs tilted by 10⁻⁵ in two opposite directions",
    margin: .instances,
    amendments: [
      Amendment(
        "2026-12-01", what: "the quick budget had 250 instances a cell",
        why: "one minimiser in six was not alone: too few to find a false necessity in a hundred",
        firstVerdict: "inconclusive, control refuted"),
      Amendment(
        "2026-12-01", what: "instances counted however little strict",
        why: "costs tilted by 10⁻⁵ may part a minimiser from itself: 2 of 21,600 instances had a strictness below 10⁻⁴",
        firstVerdict: "consistent, control refuted"),
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = UniquenessExperiment()

  private typealias Unique = UniquenessExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let shapes = [(8, 2, 8, 1), (10, 3, 14, 2), (12, 2, 14, 1), (20, 3, 26, 3)]
    let cells = shapes.map { dimension, sparsity, samples, largest in
      experiment.cell([
        Unique.dimension.is(dimension), Unique.sparsity.is(sparsity), Unique.samples.is(samples),
        Unique.largest.is(largest),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 700, standard: 2_500, thorough: 100_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let counting = outcomes.filter { $0.success != nil }
    let conditions = variant == .stated ? Unique.conditions : Unique.weakConditions
    let holding = counting.filter { $0[conditions] == 1 }
    let others = counting.filter { $0[conditions] == 0 }
    let unique = counting.count { $0[Unique.unique] == 1 }
    let binding = counting.count { ($0[Unique.ties] ?? 0) > 0 }
    let deficient = counting.count { $0[Unique.fullRank] == 0 }
    return finding(
      [
        AgreementTest(
          label: "sufficiency", trials: holding.count, disagreements: holding.count { $0[Unique.unique] == 0 }),
        AgreementTest(
          label: "necessity", trials: others.count, disagreements: others.count { $0[Unique.unique] == 1 }),
      ], trials: outcomes.count, counted: counting.count, alarmRate: alarmRate,
      remarks: [
        "\(unique) minimisers alone and \(counting.count - unique) among others; \(binding) with inactive samples that bind, "
          + "\(deficient) without full rank",
        "least strictness where the conditions hold: "
          + rounded(holding.compactMap { $0[Unique.strictness] }.min() ?? .nan),
      ])
  }
}
