// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory

/// What `trimlab predict` reports on a planted neuron of N inputs and s non-zero weights.
package struct Prediction {
  package let cone: Cone
  package let counts: SampleCounts
  /// With `--samples`.
  package let odds: Odds?
  /// With `--probability`.
  package let forProbability: CountForProbability?
  /// With `--neurons`.
  package let layer: Layer?

  package struct Cone: Encodable {
    package let dimension: Int
    package let sparsity: Int
    package let statisticalDimensionAsymptotic: Double
    package let statisticalDimensionExact: Double
    package let samples50Percent: Int

    enum CodingKeys: String, CodingKey {
      case dimension, sparsity, statisticalDimensionAsymptotic, statisticalDimensionExact
      // Foundation's snake case would not set the number apart.
      case samples50Percent = "samples_50_percent"
    }
  }

  /// The fewest samples for a failure probability of at most N^{1−μ}.
  package struct SampleCounts: Encodable {
    package let mu: Double
    package let failureTarget: Double
    package let theorem3Samples: Int
    package let certificateSamples: Int
    package let recoverySamples: Int
    package let normalSamples: Int
  }

  /// The probabilities with a given number of samples.
  package struct Odds: Encodable {
    package let samples: Int
    package let successExact: Double
    package let failureExact: Double
    package let successNormal: Double
    package let certificateSuccessExact: Double
    package let certificateFailureExact: Double
  }

  package struct CountForProbability: Encodable {
    package let probability: Double
    package let samplesForProbability: Int
  }

  /// The samples with which M neurons that share them are all recovered but for a probability of N^{1−μ}: by the union
  /// bound, each may fail with 1/M of it.
  package struct Layer: Encodable {
    package let neurons: Int
    /// M N^{1−μ}, the union bound with the counts for one neuron.
    package let failureBoundAllNeurons: Double
    package let theorem3SamplesAllNeurons: Int
    package let certificateSamplesAllNeurons: Int
    package let recoverySamplesAllNeurons: Int
    package let normalSamplesAllNeurons: Int
  }

  /// - Complexity: some 15 seconds at the largest numbers that a `PlantedQuestion` allows.
  package init(_ question: PlantedQuestion) {
    let (dimension, sparsity, μ) = (question.dimension, question.sparsity, question.mu)
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
    odds = question.samples.map { count in
      Odds(
        samples: count,
        successExact: recovery.success(samples: count), failureExact: recovery.failure(samples: count),
        successNormal: normal.success(samples: count),
        certificateSuccessExact: certificate.success(samples: count),
        certificateFailureExact: certificate.failure(samples: count))
    }
    forProbability = question.probability.map { wanted in
      CountForProbability(probability: wanted, samplesForProbability: recovery.samples(successAtLeast: wanted))
    }
    layer = question.neurons.map { count in
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
  package func encode(to encoder: any Encoder) throws {
    try cone.encode(to: encoder)
    try counts.encode(to: encoder)
    try odds?.encode(to: encoder)
    try forProbability?.encode(to: encoder)
    try layer?.encode(to: encoder)
  }

  package func json() throws -> String { try printedJSON(self) }
}
