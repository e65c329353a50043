// SPDX-License-Identifier: GPL-3.0-or-later
import RecoveryTheory

/// The closed forms that the success rates at one (N, s) are compared with.
///
/// They hold for Gaussian inputs; beside other inputs they show how universal they are.
struct PredictedCurves {
  /// Probability of recovery, exact at finite N.
  let exact: RecoveryLaw
  let normal: NormalForm
  /// Probability that the least-squares certificate proves recovery: a lower bound.
  let certificate: CertificateLaw

  init(dimension: Int, sparsity: Int) {
    exact = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    normal = NormalForm(dimension: dimension, sparsity: sparsity)
    certificate = CertificateLaw(dimension: dimension, sparsity: sparsity)
  }
}
