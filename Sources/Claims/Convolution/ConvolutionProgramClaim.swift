// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import RecoveryTheory
import Statistics

/// **The convolution program.** A convolution layer is a dense layer whose samples are the patches its kernels visit: the program on the
/// images, which never lays patches out, has the optimum of the program on the patches, and recovers the same planted kernels.
///
/// - Measured: both optima, by different methods, for overlapping, separate, strided and padded patches, at ε = 0 and above.
/// - Verdict: an identity, refuted by a single instance whose optima differ by a relative 10⁻⁶, or one of which only one is recovered.
///
/// The false variant's patches are one pixel off.
public struct ConvolutionProgramClaim: Claim {
  /// Its name on the command line and in studies.
  public let name = "convolution-program"
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  /// The statement in one sentence.
  public let statement =
    "The program on a convolution has the optimum and the verdict of the dense program on its patches."
  /// What the control gets wrong.
  public let falseVariant = "patches one pixel to the right"
  /// What was promised before any trial was run.
  public let registered = ClaimProtocol(
    hypotheses: "images of white noise; both programs solved with a certificate",
    grid:
      "3×3 kernels on 2 channels: patches that overlap, are apart, skip a pixel, are padded; one kernel or several; ε = 0 and 0.2 of ‖Y‖_F",
    test: "a single instance whose optima differ by a relative 10⁻⁶, or whose verdicts at ε = 0 differ",
    margin: .instances,
    amendments: [
      Amendment(
        "2026-12-01",
        what:
          "45 images of every shape, then 60 at ε = 0 and 20 above, now 70 and 10; those at ε = 0.2 had 16 patches of three kernels, now 25 of two",
        why: "nine seconds of the quick budget, nearly all for ADMM where patches are fewer than weights",
        firstVerdict: "consistent, control refuted")
    ])
  /// What a study of the claim measures.
  public let experiment: any Experiment = ConvolutionExperiment()

  private typealias Layer = ConvolutionExperiment

  /// The claim as it is registered.
  public init() {}

  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification { Self.verification(Layer(), plan) }

  /// What `verify` measures of the false variant.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? { Self.verification(Layer(offset: 1), plan) }

  private static func verification(_ experiment: Layer, _ plan: VerificationPlan) -> Verification {
    let exact = [(7, 1, 0, 1, 0.0), (12, 3, 0, 1, 0), (9, 2, 0, 3, 0)]
    let within = [(7, 1, 0, 1, 0.2), (11, 2, 0, 2, 0.2), (6, 1, 1, 1, 0.2)]
    func cells(_ shapes: [(Int, Int, Int, Int, Double)], _ trials: Int) -> [(Cell, Int)] {
      shapes.map { side, stride, padding, filters, epsilon in
        let cell = experiment.cell([
          Layer.side.is(side), Layer.stride.is(stride), Layer.padding.is(padding), Layer.filters.is(filters),
          Layer.sparsity.is(3), Layer.epsilon.is(epsilon),
        ])
        return (cell, trials)
      }
    }
    return Verification(
      experiment,
      cells(exact, plan.choose(quick: 70, standard: 500, thorough: 10_000))
        + cells(within, plan.choose(quick: 10, standard: 150, thorough: 3_000)))
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    let outcomes = cells.flatMap(\.outcomes)
    let counting = outcomes.filter { $0.success != nil }
    let recovered = counting.compactMap { $0[Layer.recovered] }
    return finding(
      [
        AgreementTest(
          label: "programs", trials: counting.count, disagreements: counting.count { $0.success == false })
      ], trials: outcomes.count, counted: counting.count, alarmRate: alarmRate,
      remarks: [
        "largest relative difference of the optima: \(rounded(counting.compactMap { $0[Layer.difference] }.max() ?? .nan))",
        "at ε = 0 the kernels are recovered in \(recovered.count { $0 == 1 }) of \(recovered.count) instances",
      ])
  }
}
