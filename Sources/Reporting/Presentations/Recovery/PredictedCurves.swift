// SPDX-License-Identifier: GPL-3.0-or-later
import RecoveryTheory

/// The closed forms that the success rates at one (N, s) are compared with.
///
/// They hold for Gaussian inputs; beside other inputs they show how universal they are.
struct PredictedCurves {
  /// Probability of recovery, exact at finite N.
  let exact: RecoveryLaw
  let normal: NormalForm
  /// Where the exact law crosses the probabilities that are shown, between whole numbers of samples: each takes as long as many a trial.
  private let quantiles: [Double: Double]
  /// Probability that the least-squares certificate proves recovery: a lower bound.
  let certificate: CertificateLaw

  init(dimension: Int, sparsity: Int, probabilities: [Double]) {
    let law = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    exact = law
    normal = NormalForm(dimension: dimension, sparsity: sparsity)
    certificate = CertificateLaw(dimension: dimension, sparsity: sparsity)
    quantiles = Dictionary(uniqueKeysWithValues: Set(probabilities).map { ($0, law.quantile($0)) })
  }

  /// Where the exact law crosses `probability`.
  func quantile(_ probability: Double) -> Double { quantiles[probability] ?? exact.quantile(probability) }
}
