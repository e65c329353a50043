// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics

/// **The guarantee of hard thresholding under its own hypothesis.** Recovery guarantees of iterative hard thresholding, that of Fridovich-Keil and
/// Pilanci for sparse networks (arXiv 2509.20323) among them, rest on a restricted isometry of the linear model. With the network's gates known and
/// δ_{3S} < 1/√3, every iteration with step μ leaves at most √3·δ_{3S} of the error (Foucart, Rauhut, Theorem 6.18; `RestrictedIsometry`).
///
/// - Measured: δ_{3S}, exactly by all supports, on networks small enough for that; the error of every iteration; how often the
///   hypothesis holds at all.
/// - Verdict: a theorem, refuted by one certified instance with an iteration that contracts less.
///
/// It says nothing where two neurons share gates: the columns of one input then have a correlation of 1 − θ/π, θ the angle of the neurons, and
/// δ ≥ 1 − θ/π however many samples there are. At sizes of networks in use neither δ_{3S} nor the paper's conditions on gates can be certified,
/// and its constants are not tested here.
public struct ThresholdingContractionClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "iht-contraction"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement =
    "With known gates and δ_{3S} < 1/√3, each iteration of hard thresholding leaves ≤ √3·δ_{3S} of the error."
  /// What the control gets wrong.
  public let falseVariant = "δ_{3S}/2 of the error"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "δ_{3S} < 1/√3 by enumeration of all supports; the network's gates",
    grid: "(N, M, S, P) = (8, 1, 2, 60), (8, 1, 2, 240), (8, 1, 2, 480), (5, 2, 2, 400)",
    test: "a single iteration of a certified instance that leaves more", margin: .instances,
    amendments: [
      Amendment(
        "2026-12-01", what: "(5, 2, 1, 200) in place of (8, 1, 2, 480)",
        why:
          "a neuron without weights has no gates, where nothing is promised, and 159 certified instances cannot find one in a hundred",
        firstVerdict: "inconclusive, control refuted")
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = ThresholdingContractionExperiment()

  private typealias Contraction = ThresholdingContractionExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let shapes = [(8, 1, 2, 60), (8, 1, 2, 240), (8, 1, 2, 480), (5, 2, 2, 400)]
    let cells = shapes.map { dimension, neurons, nonzeros, samples in
      experiment.cell([
        Contraction.dimension.is(dimension), Contraction.neurons.is(neurons),
        Contraction.nonzeros.is(nonzeros),
        Contraction.samples.is(samples),
      ])
    }
    return Verification(
      experiment, cells, trials: plan.choose(quick: 150, standard: 1_500, thorough: 30_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let certified = outcomes.filter { $0.success != nil }
    let breaking = certified.count { outcome in
      guard variant == .falsified else { return outcome.success == false }
      return (outcome[Contraction.rate] ?? .infinity) > (outcome[Contraction.constant] ?? 0) / 2
    }
    return finding(
      [
        AgreementTest(
          label: "certified instances", trials: certified.count, disagreements: breaking)
      ],
      trials: outcomes.count, counted: certified.count, alarmRate: alarmRate,
      remarks: cells.map(Self.remark))
  }

  private static func remark(_ cell: CellTrials) -> String {
    let certified = cell.outcomes.filter { $0.success != nil }
    let worst = certified.map {
      ($0[Contraction.rate] ?? 0) / (3.0.squareRoot() * ($0[Contraction.constant] ?? 1))
    }.max()
    let recovered = cell.outcomes.count { $0[Contraction.recovered] == 1 }
    return
      "\(cell.cell): δ_{3S} = \(rounded(RunningSummary(cell.values(Contraction.constant)).mean)) in the mean, below 1/√3 in \(certified.count) of "
      + "\(cell.outcomes.count); \(recovered) recovered; largest contraction \(rounded(worst ?? .nan)) of the promised"
  }
}
