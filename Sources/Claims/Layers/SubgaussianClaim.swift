// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Statistics

/// **Subgaussian inputs give subgaussian outputs** (Aghasi, Abdi, Romberg 2020), by which the sample complexity of the first layer carries over to
/// deeper ones; with the constant, for Gaussian inputs. Along any unit v the outputs y of layer ℓ have
///
///     P(|vᵀ(y − y′)| > √2·L·t) ≤ 2Q(t),   L = Π_{k≤ℓ} ‖W_k‖₂;   ‖vᵀ(y − y′)‖_ψ₂ ≤ √2·L·√(8/3).
///
/// - Measured: pairs of samples beyond t = 2 along the principal direction of each layer; and the ψ₂ norm over its bound, layer by layer.
/// - Verdict: refuted by more pairs than 2Q(2) = 4.6 % allows (exact binomial tail of each layer, Holm).
///
/// Biases large enough make layers linear; the first one then attains the bound. Deeper ones do not: no direction is the widest of all layers.
public struct SubgaussianClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "subgaussian-layers"
  /// A bound on a probability.
  public let kind = ClaimClass.probabilistic
  /// The statement in one sentence.
  public let statement =
    "P(|vᵀ(y − y′)| > √2·t·Π‖W_k‖₂) ≤ 2Q(t) for outputs y, y′ of any layer and unit v."
  /// What the control gets wrong.
  public let falseVariant = "the root mean square singular value of each layer in place of ‖W_k‖₂"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses:
      "Gaussian inputs; random ReLU networks; v independent of the samples it is tested on",
    grid: "width 30, four layers, biases of 0 and of 3 deviations; t = 2",
    test: "exact binomial tail of each layer's pairs (Holm)",
    margin: .failures)
  /// What a study of the claim measures.
  public let experiment: any Experiment = SubgaussianExperiment()

  private typealias Layers = SubgaussianExperiment

  /// 2Q(2).
  private static let bound = 0.045500263896

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [0.0, 3].map {
      experiment.cell([Layers.width.is(30), Layers.depth.is(4), Layers.bias.is($0)])
    }
    return Verification(
      experiment, cells, trials: plan.choose(quick: 30, standard: 300, thorough: 3_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let quantity = variant == .stated ? Layers.exceeding : Layers.exceedingMeanGain
    let layers = cells.flatMap { cell in
      (1...cell.cell[Layers.depth]).map { LayerTails(cell, layer: $0) }
    }
    let tests = layers.map { layer in
      let beyond = Int(layer.values(quantity).reduce(0, +))
      return FailureBoundTest(
        layer.label, count: OutcomeCount(succeeded: layer.pairs - beyond, notSucceeded: beyond),
        bound: Self.bound)
    }
    let trials = cells.reduce(0) { $0 + $1.outcomes.count }
    return finding(
      tests, trials: trials, counted: trials, alarmRate: alarmRate, remarks: layers.map(\.remark))
  }
}

/// What was measured of one layer.
private struct LayerTails {
  private typealias Layers = SubgaussianExperiment

  let trials: CellTrials
  let layer: Int

  init(_ trials: CellTrials, layer: Int) { (self.trials, self.layer) = (trials, layer) }

  var label: String { "bias \(rounded(trials.cell[Layers.bias])), layer \(layer)" }
  var pairs: Int { trials.outcomes.count * trials.cell[Layers.pairs] }

  func values(_ quantity: Quantity) -> [Double] { trials.values(quantity, item: layer) }

  var remark: String {
    func mean(_ quantity: Quantity) -> String { rounded(RunningSummary(values(quantity)).mean) }
    return
      "\(label): ψ₂ norm \(mean(Layers.principal)) of its bound along the principal direction, \(mean(Layers.random)) along a random one; "
      + "\(mean(Layers.tails)) of a Gaussian's of the same variance"
  }
}
