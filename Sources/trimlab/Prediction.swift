// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory

/// What `trimlab predict` reports on a planted neuron of N inputs and s non-zero weights.
struct Prediction {
  let cone: Cone
  let counts: SampleCounts
  /// With `--samples`.
  let odds: Odds?
  /// With `--probability`.
  let forProbability: CountForProbability?
  /// With `--neurons`.
  let layer: Layer?

  struct Cone: Encodable {
    let dimension: Int
    let sparsity: Int
    let statisticalDimensionAsymptotic: Double
    let statisticalDimensionExact: Double
    let samples50Percent: Int

    enum CodingKeys: String, CodingKey {
      case dimension, sparsity, statisticalDimensionAsymptotic, statisticalDimensionExact
      // Foundation's snake case would not set the number apart.
      case samples50Percent = "samples_50_percent"
    }
  }

  /// The fewest samples for a failure probability of at most N^{1−μ}.
  struct SampleCounts: Encodable {
    let mu: Double
    let failureTarget: Double
    let theorem3Samples: Int
    let certificateSamples: Int
    let recoverySamples: Int
    let normalSamples: Int
  }

  /// The probabilities with a given number of samples.
  struct Odds: Encodable {
    let samples: Int
    let successExact: Double
    let failureExact: Double
    let successNormal: Double
    let certificateSuccessExact: Double
    let certificateFailureExact: Double
  }

  struct CountForProbability: Encodable {
    let probability: Double
    let samplesForProbability: Int
  }

  /// The samples with which M neurons that share them are all recovered but for a probability of N^{1−μ}: by the union
  /// bound, each may fail with 1/M of it.
  struct Layer: Encodable {
    let neurons: Int
    /// M N^{1−μ}, the union bound with the counts for one neuron.
    let failureBoundAllNeurons: Double
    let theorem3SamplesAllNeurons: Int
    let certificateSamplesAllNeurons: Int
    let recoverySamplesAllNeurons: Int
    let normalSamplesAllNeurons: Int
  }

  init(dimension: Int, sparsity: Int, exponent μ: Double, samples: Int?, probability: Double?, neurons: Int?) {
    let recovery = RecoveryLaw(dimension: dimension, sparsity: sparsity)
    let certificate = CertificateLaw(dimension: dimension, sparsity: sparsity)
    let normal = NormalForm(dimension: dimension, sparsity: sparsity)
    let theorem = Theorem3(dimension: dimension, sparsity: sparsity)
    let target = theorem.failureBound(exponent: μ)
    cone = Cone(
      dimension: dimension, sparsity: sparsity,
      statisticalDimensionAsymptotic: normal.statisticalDimension.value,
      statisticalDimensionExact: recovery.volumes.statisticalDimension,
      samples50Percent: recovery.median)
    counts = SampleCounts(
      mu: μ, failureTarget: target,
      theorem3Samples: theorem.samples(exponent: μ),
      certificateSamples: certificate.samples(failureAtMost: target),
      recoverySamples: recovery.samples(failureAtMost: target),
      normalSamples: normal.samples(failureAtMost: target))
    odds = samples.map { count in
      Odds(
        samples: count,
        successExact: recovery.success(samples: count), failureExact: recovery.failure(samples: count),
        successNormal: normal.success(samples: count),
        certificateSuccessExact: certificate.success(samples: count),
        certificateFailureExact: certificate.failure(samples: count))
    }
    forProbability = probability.map { wanted in
      CountForProbability(probability: wanted, samplesForProbability: recovery.samples(successAtLeast: wanted))
    }
    layer = neurons.map { count in
      let share = target / Double(count)
      return Layer(
        neurons: count,
        failureBoundAllNeurons: theorem.failureBound(exponent: μ, neurons: count),
        theorem3SamplesAllNeurons: theorem.samples(exponent: μ, allOf: count),
        certificateSamplesAllNeurons: certificate.samples(failureAtMost: share),
        recoverySamplesAllNeurons: recovery.samples(failureAtMost: share),
        normalSamplesAllNeurons: normal.samples(failureAtMost: share))
    }
  }
}

extension Prediction: Encodable {
  /// The parts side by side in one flat object.
  func encode(to encoder: any Encoder) throws {
    try cone.encode(to: encoder)
    try counts.encode(to: encoder)
    try odds?.encode(to: encoder)
    try forProbability?.encode(to: encoder)
    try layer?.encode(to: encoder)
  }

  func json() throws -> String { try printedJSON(self) }
}
