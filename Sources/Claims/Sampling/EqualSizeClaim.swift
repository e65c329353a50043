// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics

/// **Sampling by sensitivity beats sampling without, and choosing beats sampling.** At equal size the relative error of a network's
/// outputs is ordered: the largest sensitivities (SiPP, deterministic) ≤ draws by sensitivity (SiPP, random) ≤ draws with equal
/// probabilities, as Baykal et al. (2019, 2022) find. Sizes are shared among neurons as in their code (`SippAllocation`).
///
/// The first form had one tolerance for all neurons and biases that could be drawn, under SiPP's names; it is judged beside, as a remark. The
/// other methods are measured beside these.
///
/// - Measured: ‖Ŷ − Y‖_F/‖Y‖_F of the outputs on the samples that the network was pruned for and on as many fresh ones.
/// - Verdict: refuted if the smaller side wins too often on the samples, by a sign test of each step in each cell (exact, Holm).
public struct EqualSizeClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "equal-size"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "At equal size, the most sensitive edges ≤ edges drawn by sensitivity ≤ edges drawn evenly, in relative error."
  /// What the control gets wrong.
  public let falseVariant = "the reversed order"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "methods prune the same networks to the same number of weights",
    grid: "planted and dense networks of width 40, four tenths kept",
    test: ClaimProtocol.signTest, margin: .order,
    amendments: [
      Amendment(
        "2026-12-01",
        what:
          "SiPP's rules share the size among neurons by their authors' convex program, with at most the edges there are, and leave biases; the "
          + "first form's rules are now common-tolerance and largest-sensitivities",
        why: "methods were named after authors whose sizes they did not have",
        firstVerdict: "consistent at three seeds that nobody chose; judged beside the new form since")
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = EqualSizeExperiment()

  private typealias Pruning = EqualSizeExperiment
  private static let order: [EqualSizeMethod] = [.sippDeterministic, .sippRandom, .uniform]
  private static let firstForm: [EqualSizeMethod] = [.largestSensitivities, .commonTolerance, .uniform]

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [SchemeEnsemble.Networks.planted, .dense].flatMap { networks in
      (Self.order + Self.firstForm.dropLast()).map { method in
        experiment.cell([
          Pruning.networks.is(networks), Pruning.width.is(40), Pruning.samples.is(50), Pruning.method.is(method),
          Pruning.kept.is(0.4),
        ])
      }
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 60, standard: 500, thorough: 5_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let sign = variant == .stated ? 1.0 : -1
    let (steps, first) = (Self.steps(cells, Self.order, sign), Self.steps(cells, Self.firstForm, sign))
    var found = finding(steps.map(\.order), trials: cells.trials, alarmRate: alarmRate)
    found.remarks = Self.remarks(steps, Self.order)
    if !first.isEmpty {
      let verdict = finding(first.map(\.order), trials: cells.trials, alarmRate: alarmRate).verdict
      found.remarks += ["first form: \(verdict.rawValue)"] + Self.remarks(first, Self.firstForm)
    }
    return found
  }

  /// One step of the order in one cell; a gain is how much smaller the error is on the side that is said to be better.
  private struct Step {
    let order: PairedOrder
    let place: Cell
  }

  private static func label(_ better: EqualSizeMethod, _ worse: EqualSizeMethod) -> String {
    "\(better.rawValue) under \(worse.rawValue)"
  }

  private static func remarks(_ steps: [Step], _ order: [EqualSizeMethod]) -> [String] {
    zip(order, order.dropFirst()).compactMap { better, worse in
      remark(steps.filter { $0.order.label == label(better, worse) })
    }
  }

  private static func remark(_ steps: [Step]) -> String? {
    guard let least = steps.min(by: { $0.order.wins.rate < $1.order.wins.rate }) else { return nil }
    let (wins, all) = steps.reduce((0, 0)) { ($0.0 + $1.order.wins.successes, $0.1 + $1.order.wins.trials) }
    return "\(least.order.label): in \(wins) of \(all), least at \(least.place): "
      + "\(least.order.wins.successes) of \(least.order.wins.trials)"
  }

  private static func steps(_ cells: [CellTrials], _ order: [EqualSizeMethod], _ sign: Double) -> [Step] {
    let groups = Dictionary(grouping: cells) { $0.cell.without(Pruning.method) }
    return groups.sorted { "\($0.key)" < "\($1.key)" }.flatMap { place, cells in
      zip(order, order.dropFirst()).compactMap { better, worse in
        guard let good = cells.errors(better), let bad = cells.errors(worse) else { return nil }
        let gains = good.sorted { $0.key < $1.key }.compactMap { number, error in
          bad[number].map { sign * ($0 - error) }
        }
        return Step(order: PairedOrder(label(better, worse), gains: gains), place: place)
      }
    }
  }
}

extension [CellTrials] {
  /// The error of each trial, by its number: trials of a number prune the same network.
  fileprivate func errors(_ method: EqualSizeMethod) -> [Int: Double]? {
    first { $0.cell[EqualSizeExperiment.method] == method }?.valuesByNumber(EqualSizeExperiment.error)
  }
}

extension CellTrials {
  /// What the trials measured of a quantity, by their numbers: those of a number have networks in common.
  func valuesByNumber(_ quantity: Quantity) -> [Int: Double] {
    let measured = trials.compactMap { trial in trial.outcome?[quantity].map { (trial.number, $0) } }
    return Dictionary(measured) { first, _ in first }
  }
}
