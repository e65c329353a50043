// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments

/// **What a sparse two-layer network is recovered from.** y_p = Σ_m ReLU(w_mᵀx_p), M neurons with s non-zero weights each among N.
///
/// From the sum y_p: iterative hard thresholding that is told M·s, with the network's own gates (the linear model of Fridovich-Keil and
/// Pilanci's guarantee, arXiv 2509.20323) and with gates that it must find (their experiments). From every neuron's response
/// ReLU(w_mᵀx_p), M numbers a sample that show the gates: the same thresholding neuron by neuron, told s, and Net-Trim, told nothing.
///
/// - Measured: ‖Ŵ − W‖_F/‖W‖_F of each, up to the order of neurons where the gates are found; recovered below 10⁻⁶.
/// - Verdict: sign tests (exact, Holm) of six steps of an order. What is given: with two neurons or more, thresholding recovers more from
///   the responses than from the sum, with known gates and with gates to be found. By what: from the same responses, one neuron's
///   included, Net-Trim recovers more than thresholding. Of what: known gates recover more from the sum with fewer neurons, fewer
///   non-zeros, and more samples. Known gates and found ones are not ordered: a search may start many times. Every network is one pair:
///   the least value of what is varied is compared with the largest, and what was tried on the same network is averaged.
public struct SparseNetworkRecoveryClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "iht-recovery"
  /// An ordering, with an interval on the difference.
  public let kind = ClaimClass.trend
  /// The statement in one sentence.
  public let statement =
    "Responses recover a sparse network more than their sum does, and by Net-Trim more than by thresholding told s."
  /// What the control gets wrong.
  public let falseVariant = "the reversed order"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "planted networks of N = 30; recovered below a relative error of 10⁻⁶",
    grid: "six (M, s, P), with M = 1 and P near Net-Trim's transition among them, one pair a network",
    test: ClaimProtocol.signTest, margin: .order,
    amendments: [
      .quickBudget(had: "40 networks a cell"),
      Amendment(
        "2026-12-01",
        what:
          "Net-Trim from M responses a sample was compared with thresholding of their sum, one number a sample; four (M, s, P)",
        why: "the two were given different numbers: their order was one of data, not of methods",
        firstVerdict: "claim consistent, control not borne out"),
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = SparseNetworkExperiment()

  private typealias Network = SparseNetworkExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [(1, 2, 40), (3, 2, 40), (3, 4, 40), (3, 4, 80), (1, 4, 24), (3, 4, 24)].map {
      neurons, sparsity, samples in
      experiment.cell([
        Network.dimension.is(30), Network.neurons.is(neurons), Network.sparsity.is(sparsity),
        Network.samples.is(samples), Network.starts.is(4),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 200, standard: 300, thorough: 2_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let sign = variant == .stated ? 1.0 : -1
    // One neuron's output is its response: there all are given the same.
    let wide = cells.filter { $0.cell[Network.neurons] > 1 }
    func order(_ better: Quantity, over worse: Quantity, in cells: [CellTrials]) -> [Comparison] {
      cells.map { Comparison(better: ($0, better), worse: ($0, worse), networks: $0.cell) }
    }
    let thresholded = Network.thresholdedRecovered
    let orders = [
      (
        "thresholding of responses over that of the sum, gates known",
        order(thresholded, over: Network.gatedRecovered, in: wide)
      ),
      (
        "thresholding of responses over that of the sum, gates to be found",
        order(thresholded, over: Network.searchedRecovered, in: wide)
      ),
      ("Net-Trim over thresholding, both of responses", order(Network.netTrimRecovered, over: thresholded, in: cells)),
      ("fewer neurons", cells.ends(of: Network.neurons).map { Comparison($0.least, over: $0.most, Network.neurons) }),
      (
        "fewer non-zeros",
        cells.ends(of: Network.sparsity).map { Comparison($0.least, over: $0.most, Network.sparsity) }
      ),
      ("more samples", cells.ends(of: Network.samples).map { Comparison($0.most, over: $0.least, Network.samples) }),
    ].map { label, comparisons in PairedOrder(label, gains: comparisons.gains.map { sign * $0 }) }
    return finding(orders, trials: cells.reduce(0) { $0 + $1.outcomes.count }, alarmRate: alarmRate)
  }
}

/// Trials of the same number, on either side of a step of the order.
private struct Comparison {
  let better, worse: (trials: CellTrials, quantity: Quantity)
  /// The cell but for what networks do not depend on: other comparisons with the same have the same networks.
  let networks: Cell

  init(better: (CellTrials, Quantity), worse: (CellTrials, Quantity), networks cell: Cell) {
    (self.better, self.worse) = (better, worse)
    networks = cell.without(SparseNetworkExperiment.samples).without(SparseNetworkExperiment.starts)
  }

  /// Known gates in two cells that differ in `parameter` alone.
  init(_ better: CellTrials, over worse: CellTrials, _ parameter: Parameter<Int>) {
    let recovered = SparseNetworkExperiment.gatedRecovered
    self.init(better: (better, recovered), worse: (worse, recovered), networks: better.cell.without(parameter))
  }
}

extension [Comparison] {
  /// One a network number, the mean over the comparisons that have it: independent, as trials on one network are not.
  fileprivate var gains: [Double] {
    Dictionary(grouping: self, by: \.networks).values.flatMap { comparisons in
      let gains = comparisons.flatMap { comparison in
        let worse = comparison.worse.trials.valuesByNumber(comparison.worse.quantity)
        return comparison.better.trials.valuesByNumber(comparison.better.quantity).compactMap { number, value in
          worse[number].map { (number, value - $0) }
        }
      }
      return Dictionary(grouping: gains, by: \.0).values.map { $0.reduce(0) { $0 + $1.1 } / Double($0.count) }
    }.sorted()
  }
}

extension [CellTrials] {
  /// Of cells that differ in nothing but `parameter`, those with the least and the largest value; the steps between these add up to one.
  fileprivate func ends(of parameter: Parameter<Int>) -> [(least: CellTrials, most: CellTrials)] {
    Dictionary(grouping: self) { $0.cell.without(parameter) }.values.compactMap { family in
      let ordered = family.sorted { $0.cell[parameter] < $1.cell[parameter] }
      guard let least = ordered.first, let most = ordered.last, family.count > 1 else { return nil }
      return (least, most)
    }
  }
}
