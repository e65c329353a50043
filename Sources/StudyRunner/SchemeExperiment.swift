// SPDX-License-Identifier: GPL-3.0-or-later
public import Claims
import ConvexRecovery
import NetTrim
import Networks

/// Prunes random networks by Net-Trim's schemes and measures every layer.
///
/// Trial number t of all cells with the same networks, depth, width and samples prunes the same network for the same
/// samples, whatever the scheme, ε and γ.
public struct SchemeExperiment: Experiment {
  public let seed: UInt64
  /// Whose bound says whether a trial succeeded.
  public let claim: any LayerClaim
  /// By their parameters.
  public let ensembles: [ParameterCell: SchemeEnsemble]

  public init(seed: UInt64, claim: any LayerClaim, ensembles: [SchemeEnsemble]) {
    (self.seed, self.claim) = (seed, claim)
    self.ensembles = Dictionary(ensembles.map { ($0.parameters, $0) }) { first, _ in first }
  }

  public func makeWorker() -> (ParameterCell, Int) throws -> MeasuredTrial {
    { cell, number in
      guard let ensemble = ensembles[cell] else { throw TrialFailure(message: "the study has no cell \(cell)") }
      let start = ContinuousClock.now
      let pruning = try ensemble.pruning(seed: seed, trial: number)
      let layers = MeasuredLayer.layers(of: pruning, ensemble)
      return MeasuredTrial(
        success: success(layers, claim),
        measurements: zip(pruning.layers, layers).flatMap { LayerQuantity.measurements(of: $0, $1) },
        seconds: (ContinuousClock.now - start) / .seconds(1))
    }
  }

  /// The entries of all layers' responses times their inputs: a product with the data is what an iteration costs.
  public func cost(of cell: ParameterCell) -> Double {
    guard let ensemble = ensembles[cell] else { return 1 }
    return Double(ensemble.depth * ensemble.samples) * Double(ensemble.width * ensemble.width)
  }

  /// false where a certified layer is beyond the claim's bound; undecided where a layer is not certified.
  private func success(_ layers: [MeasuredLayer], _ claim: some LayerClaim) -> Bool? {
    if layers.contains(where: { $0.isCertified && $0.violates(claim) }) { return false }
    return layers.allSatisfy(\.isCertified) ? true : nil
  }
}

/// What is measured of every layer of a pruned network, by the name under which it is stored.
public enum LayerQuantity: String, Sendable, CaseIterable {
  /// ε_ℓ and e_ℓ.
  case epsilon, error
  case boundNormalised = "bound_normalised"
  case boundGeneral = "bound_general"
  case boundSharp = "bound_sharp"
  case allowance
  /// 1 or 0.
  case certified, optimal
  /// Weights and biases that are not zero.
  case nonzerosBefore = "nonzeros_before"
  case nonzerosAfter = "nonzeros_after"
  /// ‖Y^{(ℓ)}‖_F.
  case responseNorm = "response_norm"
  /// Of the layer's own program.
  case residual, gap

  fileprivate static func measurements(of pruned: PrunedLayer, _ layer: MeasuredLayer) -> [Measurement] {
    allCases.map { Measurement($0.rawValue, item: layer.layer, $0.value(pruned, layer)) }
  }

  private func value(_ pruned: PrunedLayer, _ layer: MeasuredLayer) -> Double {
    switch self {
    case .epsilon: pruned.epsilon
    case .error: layer.error
    case .boundNormalised: layer.bounds.linkNormalised
    case .boundGeneral: layer.bounds.general
    case .boundSharp: layer.bounds.sharp
    case .allowance: layer.bounds.allowance
    case .certified: layer.isCertified ? 1 : 0
    case .optimal: pruned.solution.status == .optimal ? 1 : 0
    case .nonzerosBefore: Double(pruned.original.nonzeros)
    case .nonzerosAfter: Double(pruned.pruned.nonzeros)
    case .responseNorm: pruned.responseNorm
    case .residual: pruned.solution.residualNorm
    case .gap: pruned.solution.relativeGap
    }
  }
}

extension SchemeEnsemble {
  /// What tells it from the others of a study.
  public var parameters: ParameterCell {
    ParameterCell(
      [
        .init("scheme", scheme.name), .init("networks", networks.rawValue), .init("depth", "\(depth)"),
        .init("width", "\(width)"), .init("samples", "\(samples)"), .init("epsilon", "\(scheme.epsilon)"),
      ] + (scheme.gamma.map { [.init("gamma", "\($0)")] } ?? []))
  }
}
