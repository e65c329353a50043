// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery
import LinearAlgebra
import NetTrim
package import Networks

/// What `trimlab prune` says at the end of Net-Trim's schemes, and writes into its report.
package struct PruneReport: Encodable {
  package struct Layer: Encodable {
    /// From 0, as in the tensors' names.
    package let layer: Int
    package let inputs, neurons: Int
    package let status: SolveStatus
    package let method: String
    package let iterations: Int
    package let nonzerosBefore, nonzerosAfter: Int
    @FiniteOrNull package var norm1Before: Double
    @FiniteOrNull package var norm1After: Double
    @FiniteOrNull package var epsilon: Double
    package let kappa: Double
    @FiniteOrNull package var residualNorm: Double
    @FiniteOrNull package var maxViolation: Double
    @FiniteOrNull package var relativeViolation: Double
    @FiniteOrNull package var relativeGap: Double
    package let hypothesesCertified: Bool
    @FiniteOrNull package var responseNorm: Double
    @FiniteOrNull package var measuredError: Double
    /// The theorem for any network, the one for link-normalised networks, and what is known after pruning.
    @FiniteOrNull package var bound: Double
    @FiniteOrNull package var boundLinkNormalised: Double
    @FiniteOrNull package var boundSharp: Double
  }

  package let scheme: String
  /// The relative gap that was asked for, and how far beyond ε residuals and beyond max|Y| violations may then be.
  package let tolerance, residualTolerance, violationTolerance: Double
  /// R.
  package let epsilon: Double
  package let gamma: Double?
  /// κ as asked for; a layer has the κ it was solved with.
  package let kappa: Double?
  package let samples: Int
  package let status: SolveStatus
  package let nonzerosBefore, nonzerosAfter: Int
  /// Whether ‖W‖₁ + ‖b‖₁ = 1 in every layer, so that `bound_link_normalised` applies.
  package let isLinkNormalised: Bool
  /// ‖Ŷ − Y‖_F of the network that is written, whose weights are rounded to the type of the file.
  @FiniteOrNull package var errorAsWritten: Double
  package let seconds: Double
  package let layers: [Layer]
  package let holdout: Holdout.Outcome?
  package let widths: [Int]

  /// - Parameter rounded: the network as it is written.
  package init(_ question: SchemeQuestion, _ answer: SchemeQuestion.Answer, rounded: Network) {
    let (pruning, samples) = (answer.pruning, answer.samples)
    holdout = answer.holdout
    scheme = question.scheme.rawValue
    let settings = SolverSettings(gap: question.tolerance)
    (tolerance, residualTolerance, violationTolerance) = (settings.gap, settings.residual, settings.violation)
    epsilon = question.epsilon
    gamma = question.scheme == .cascade ? question.gamma ?? 1.1 : nil
    kappa = question.scheme == .cascade ? question.kappa ?? 1 : nil
    self.samples = samples.rows
    seconds = answer.seconds
    layers = pruning.layers.enumerated().map { Layer($0, $1) }
    status = layers.map(\.status).first { $0 != .optimal } ?? .optimal
    (nonzerosBefore, nonzerosAfter) = (pruning.original.nonzeros, pruning.pruned.nonzeros)
    isLinkNormalised = pruning.original.layers.allSatisfy { abs($0.norm1 - 1) <= 1e-12 }
    errorAsWritten =
      zip(
        rounded.responses(to: samples).last?.elements ?? [],
        pruning.original.responses(to: samples).last?.elements ?? []
      ).map { $0 - $1 }.norm2
    widths = [pruning.original.inputs] + pruning.original.layers.map(\.neurons)
  }

  private enum CodingKeys: CodingKey {
    case scheme, tolerance, residualTolerance, violationTolerance, epsilon, gamma, kappa, samples, status
    case nonzerosBefore, nonzerosAfter, isLinkNormalised, errorAsWritten, seconds, layers, holdout
  }

  package var json: String { get throws { try printedJSON(self) } }

  /// What is wrong with each layer that is not optimal.
  package var complaints: [String] { layers.compactMap(\.complaint) }
}

extension PruneReport.Layer {
  fileprivate init(_ index: Int, _ layer: PrunedLayer) {
    let solution = layer.solution
    self.init(
      layer: index, inputs: layer.original.inputs, neurons: layer.original.neurons, status: solution.status,
      method: solution.method, iterations: solution.iterations, nonzerosBefore: layer.original.nonzeros,
      nonzerosAfter: layer.pruned.nonzeros, norm1Before: layer.original.norm1, norm1After: layer.pruned.norm1,
      epsilon: layer.epsilon, kappa: layer.kappa, residualNorm: solution.residualNorm,
      maxViolation: solution.maxViolation, relativeViolation: solution.relativeViolation,
      relativeGap: solution.status == .infeasible ? .nan : solution.relativeGap,
      hypothesesCertified: layer.hypothesesCertified, responseNorm: layer.responseNorm,
      measuredError: layer.discrepancy, bound: layer.bounds.general, boundLinkNormalised: layer.bounds.linkNormalised,
      boundSharp: layer.bounds.sharp)
  }

  /// What is wrong with the layer; nil if it is optimal.
  fileprivate var complaint: String? {
    switch status {
    case .optimal: nil
    case .infeasible:
      "Layer \(layer) is infeasible at κ = \(kappa): enlarge --kappa, or search with --retry-kappa 0.01."
    case .notConverged: "Layer \(layer) is not converged: neither optimal nor infeasible by proof."
    }
  }
}
