// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RecoveryTheory
import Statistics

/// **Planted kernels are recovered as neurons are.** Where patches do not overlap, those of images of white noise are independent Gaussian
/// vectors, so a sparse kernel is recovered with the exact law's probability at N = channels·kernel² and P patches (`RecoveryLaw`).
///
/// - Measured: how often one kernel is recovered at ε = 0; where patches overlap, the same beside the law, which does not cover them.
/// - Verdict: refuted by frequencies too unlikely under the law (exact binomial tests, and χ²) at strides of a kernel or more.
public struct ConvolutionRecoveryClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "convolution-recovery"
  /// A computed probability law, refuted by goodness of fit.
  public let kind = ClaimClass.exactLaw
  /// The statement in one sentence.
  public let statement = "P(kernel recovered) = Σ_n Bin(n; P, ½) p_BP(n; N, s) for P separate patches of white noise."
  /// What the control gets wrong.
  public let falseVariant = "the law of kernels with one more weight that is not 0"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "one kernel, ε = 0, stride ≥ kernel, no padding, white noise",
    grid:
      "3×3 kernels on 3 channels (N = 27), s = 3: one image of 12, 15 and 18 pixels a side at stride 3 (P = 16, 25, 36)",
    test: "χ² and the exact binomial test of each P (Holm), two-sided", margin: .logOdds,
    amendments: [
      Amendment(
        "2026-12-01",
        what:
          "the quick budget had 1,200 images a cell, and two cells of patches that overlap, which were not judged (now a study)",
        why: "they find 0.32 in log-odds with probability 0.9, and the margin is 0.25",
        firstVerdict: "inconclusive, control refuted")
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = ConvolutionExperiment(comparesPrograms: false)

  private typealias Layer = ConvolutionExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let cells = [(12, 3), (15, 3), (18, 3)].map { side, stride in
      experiment.cell([
        Layer.side.is(side), Layer.stride.is(stride), Layer.channels.is(3), Layer.sparsity.is(3),
      ])
    }
    return Verification(experiment, cells, trials: plan.choose(quick: 2_000, standard: 6_000, thorough: 100_000))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let measured = cells.compactMap { KernelRecovery($0, variant) }
    let law = LawComparison(measured.filter(\.isApart).map(\.comparison))
    let tests: [any StatementTest] = law.trials > 0 ? [law] : []
    return finding(
      tests, trials: cells.reduce(0) { $0 + $1.outcomes.count }, counted: law.trials, alarmRate: alarmRate,
      remarks: measured.map(\.remark))
  }
}

/// How often one kernel is recovered, beside the law of as many independent patches.
private struct KernelRecovery {
  private typealias Layer = ConvolutionExperiment

  let isApart: Bool
  let comparison: LawComparison.Cell
  let remark: String

  /// nil of several kernels, of ε > 0, of padded images, and without a trial.
  init?(_ trials: CellTrials, _ variant: ClaimVariant) {
    let cell = trials.cell
    let values = trials.values(Layer.recovered)
    guard cell[Layer.filters] == 1, cell[Layer.epsilon] == 0, cell[Layer.padding] == 0, !values.isEmpty,
      let patches = trials.values(Layer.patches).first
    else { return nil }
    let weights = cell[Layer.channels] * cell[Layer.kernel] * cell[Layer.kernel]
    let sparsity = min(cell[Layer.sparsity] + (variant == .stated ? 0 : 1), weights)
    let predicted = RecoveryLaw(dimension: weights, sparsity: sparsity).success(samples: Int(patches))
    let count = Proportion(successes: values.count { $0 == 1 }, trials: values.count)
    isApart = cell[Layer.stride] >= cell[Layer.kernel]
    let label = "P = \(Int(patches))"
    comparison = LawComparison.Cell(label: label, successes: count, predicted: predicted)
    remark =
      "\(label)\(isApart ? "" : ", patches that overlap"): recovered \(rounded(count.rate)) ± "
      + "\(rounded((count.rate * (1 - count.rate) / Double(count.trials)).squareRoot())), law \(rounded(predicted))"
  }
}
