// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **The wider, the sparser.** Of a trained spiral network the cascade keeps a smaller share of the middle layer's weights, the wider the
/// network is: what the spirals need does not grow as h².
///
/// Networks of neighbouring widths that were trained on the same points are compared pair by pair.
///
/// - Verdict: refuted if the wider network keeps the larger share too often, by a sign test for each step of width (exact, Holm).
/// - Source: Aghasi, Abdi, Nguyen, Romberg (2017), Tables S.1 and S.2. In S.1 one step, from 75 to 125, goes the other way.
public struct WiderSparserClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "wider-sparser"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "The wider a network trained on spirals, the smaller the share of its middle layer that the cascade keeps."
  /// What the control gets wrong.
  public let falseVariant = "the widths exchanged"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "programs solved in every layer; neighbouring widths trained on the same points",
    grid: "growing widths, P = 60, the cascade at ε = 0.02", test: ClaimProtocol.signTest, margin: .order)
  /// What a study of the claim measures.
  public let experiment: any Experiment = SpiralExperiment()

  private typealias Spiral = SpiralExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let widths = plan.choose(quick: [12, 24], standard: [12, 24, 48], thorough: [16, 32, 64, 128])
    let cells = widths.map {
      experiment.cell([
        Spiral.width.is($0), Spiral.samples.is(60), Spiral.scheme.is(.cascade), Spiral.epsilon.is(0.02),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 36, standard: 60, thorough: 60))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let steps = cells.compactMap { narrow in
      cells.filter { $0.cell.without(Spiral.width) == narrow.cell.without(Spiral.width) }
        .filter { $0.cell[Spiral.width] > narrow.cell[Spiral.width] }
        .min { $0.cell[Spiral.width] < $1.cell[Spiral.width] }
        .map { Self.step(narrow, $0, sign: variant == .stated ? 1 : -1) }
    }
    return finding(steps, trials: cells.trials, alarmRate: alarmRate)
  }

  private static func step(_ narrow: CellTrials, _ wide: CellTrials, sign: Double) -> PairedOrder {
    PairedOrder(
      "h = \(wide.cell[Spiral.width]) over \(narrow.cell[Spiral.width]), penalty \(narrow.cell[Spiral.penalty].rawValue)",
      gains: narrow.pairs(with: wide).compactMap { first, second in
        guard let first = first.keptOfMiddleLayer, let second = second.keptOfMiddleLayer else { return nil }
        return sign * (first - second)
      })
  }
}

extension TrialOutcome {
  /// nil where a program was not solved.
  fileprivate var keptOfMiddleLayer: Double? { success == true ? self[SpiralExperiment.kept, item: 2] : nil }
}

extension CellTrials {
  /// What trials of the same number found here and there, where both have an outcome.
  func pairs(with other: CellTrials) -> [(TrialOutcome, TrialOutcome)] {
    let partners = Dictionary(uniqueKeysWithValues: other.trials.map { ($0.number, $0.outcome) })
    return trials.compactMap { trial in
      guard let first = trial.outcome, let second = partners[trial.number] ?? nil else { return nil }
      return (first, second)
    }
  }
}
