// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import NetTrim
public import Networks

/// Prunes random networks by Net-Trim's schemes and measures every layer.
///
/// Trial t of all cells with the same networks, depth, width and samples prunes the same network for the same samples, whatever
/// the scheme, ε and γ. It succeeds where every layer is certified and within the bound, and is undecided where one is not certified.
public struct LayerExperiment: Experiment {
  /// What networks are pruned.
  public static let networks = Parameter<SchemeEnsemble.Networks>(
    "networks", "What networks are pruned", standard: .planted, .dense, .trained, place: .study)
  /// L, the layers of a network.
  public static let depth = Parameter<Int>("depth", "L, the layers of a network", unit: "layers", .integers(1...100))
  /// Neurons of every hidden layer.
  public static let width = Parameter<Int>(
    "width", "Neurons of every hidden layer", unit: "neurons", .integers(1...1_000_000))
  /// P, the samples a network is pruned for.
  public static let samples = Parameter<Int>(
    "samples", "P, the samples a network is pruned for", unit: "samples", .integers(1...1_000_000))
  /// Ε_ℓ/‖Y_ℓ‖_F, of the first layer only in the cascade.
  public static let epsilon = Parameter<Double>(
    "epsilon", "ε_ℓ/‖Y_ℓ‖_F, of the first layer only in the cascade", .positiveNumbers)
  /// Which scheme prunes.
  public static let scheme = Parameter<PruningScheme.Kind>("scheme", "Which scheme prunes", place: .study)
  /// Γ of the cascade's later layers.
  public static let gamma = Parameter<Double>(
    "gamma", "γ of the cascade's later layers", .numbers(1 ... .greatestFiniteMagnitude))
  /// Whether the networks are link-normalised, ‖W_ℓ‖₁ = 1.
  public static let normalised = Parameter<Bool>(
    "normalised", "Whether the networks are link-normalised, ‖W_ℓ‖₁ = 1", .flag, standard: true, place: .study)
  /// What all weights of networks that are not normalised are multiplied by.
  public static let gain = Parameter<Double>(
    "gain", "What all weights of networks that are not normalised are multiplied by", .positiveNumbers, standard: 1,
    place: .study)
  /// Whether the last layer is linear.
  public static let output = Parameter<Network.Output>(
    "output", "Whether the last layer is linear", standard: .relu, place: .study)
  /// Whether the layers have biases.
  public static let bias = Parameter<Bool>(
    "bias", "Whether the layers have biases", .flag, standard: true, place: .study)

  /// Ε_ℓ, the tolerance of the layer's program.
  public static let tolerance = Quantity("epsilon", "ε_ℓ, the tolerance of the layer's program", of: .item)
  /// E_ℓ = ‖Ŷ_ℓ − Y_ℓ‖_F.
  public static let error = Quantity("error", "e_ℓ = ‖Ŷ_ℓ − Y_ℓ‖_F", of: .item)
  /// What the theorem says of e_ℓ in link-normalised networks.
  public static let boundNormalised = Quantity(
    "bound_normalised", "What the theorem says of e_ℓ in link-normalised networks", of: .item)
  /// The same for any network.
  public static let boundGeneral = Quantity("bound_general", "The same for any network", of: .item)
  /// What is known of e_ℓ after pruning.
  public static let boundSharp = Quantity("bound_sharp", "What is known of e_ℓ after pruning", of: .item)
  /// By how much e_ℓ may exceed a bound through rounding and the solver's tolerance.
  public static let allowance = Quantity(
    "allowance", "By how much e_ℓ may exceed a bound through rounding and the solver's tolerance", of: .item)
  /// Whether the theorems' hypotheses hold in this layer and all before.
  public static let certified = Quantity(
    "certified", "Whether the theorems' hypotheses hold in this layer and all before", kind: .flag, of: .item)
  /// Whether the layer's program was solved to a certified optimum.
  public static let optimal = Quantity(
    "optimal", "Whether the layer's program was solved to a certified optimum", kind: .flag, of: .item)
  /// Weights and biases that are not zero before pruning.
  public static let nonzerosBefore = Quantity(
    "nonzeros_before", "Weights and biases that are not zero before pruning", unit: "weights", kind: .count, of: .item)
  /// Those that are left (weights).
  public static let nonzerosAfter = Quantity(
    "nonzeros_after", "Those that are left", unit: "weights", kind: .count, of: .item)
  /// ‖Y_ℓ‖_F.
  public static let responseNorm = Quantity("response_norm", "‖Y_ℓ‖_F", of: .item)
  /// Residual of the layer's own program.
  public static let residual = Quantity("residual", "Residual of the layer's own program", of: .item)
  /// Relative duality gap of the layer's own program.
  public static let gap = Quantity("gap", "Relative duality gap of the layer's own program", of: .item)

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [
    networks, depth, width, samples, epsilon, scheme, gamma, normalised, gain, output, bias,
  ]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [
    tolerance, error, boundNormalised, boundGeneral, boundSharp, allowance, certified, optimal, nonzerosBefore,
    nonzerosAfter, responseNorm, residual, gap,
  ]
  /// What the items of a trial are.
  public let itemName: String? = "layer"
  /// The parameters by which cells are grouped when progress is shown.
  public let grouping: [any GridParameter] = [scheme, networks, depth, width]
  /// Which bound says whether a trial succeeded.
  public let bound: ErrorBound

  /// The experiment with layers judged by this bound.
  public init(_ bound: ErrorBound) { self.bound = bound }

  /// Whether cells with these values have the parameter at all.
  public func has(_ parameter: any GridParameter, in cell: Cell) -> Bool {
    parameter.name != Self.gamma.name || cell[Self.scheme] == .cascade
  }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    guard cell[Self.normalised], cell[Self.gain] != 1 else { return nil }
    return CellProblem(Self.gain, "normalised networks have no gain; remove it, or set normalised: false")
  }

  /// The entries of all layers' responses times their inputs: a product with the data is what an iteration costs.
  public func cost(of cell: Cell) -> Double {
    let width = Double(cell[Self.width])
    return Double(cell[Self.depth]) * Double(cell[Self.samples]) * width * width
  }

  /// The layers' weights and responses before and after, with what one program works on: a few of each, and a Gram matrix.
  public func memory(of cell: Cell) -> Double {
    let (depth, width, samples) = (Double(cell[Self.depth]), Double(cell[Self.width]), Double(cell[Self.samples]))
    return 8 * (2 * depth + 8) * width * (width + samples)
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) throws -> TrialOutcome {
    let ensemble = SchemeEnsemble(cell)
    let measurements = try ensemble.pruning(seed: seed, trial: trial).measurements(ensemble)
    return TrialOutcome(success: success(MeasuredLayer.layers(ensemble, measurements)), measurements)
  }

  /// false where a certified layer is beyond the bound; undecided where a layer is not certified.
  private func success(_ layers: [MeasuredLayer]) -> Bool? {
    if layers.contains(where: { $0.isCertified && $0.check(bound).isViolated }) { return false }
    return layers.allSatisfy(\.isCertified) ? true : nil
  }
}

extension Network.Output: ParameterValue {}

extension Pruning {
  fileprivate func measurements(_ ensemble: SchemeEnsemble) -> [Measurement] {
    var areCertified = true
    return layers.enumerated().flatMap { index, layer in
      let isNormalised = ensemble.scale != .linkNormalised || abs(layer.original.norm1 - 1) <= 1e-12
      areCertified = areCertified && layer.hypothesesCertified && isNormalised
      return layer.measurements(item: index + 1, isCertified: areCertified)
    }
  }
}

extension PrunedLayer {
  fileprivate func measurements(item: Int, isCertified: Bool) -> [Measurement] {
    typealias Q = LayerExperiment
    return [
      Measurement(Q.tolerance, item: item, epsilon), Measurement(Q.error, item: item, discrepancy),
      Measurement(Q.boundNormalised, item: item, bounds.linkNormalised),
      Measurement(Q.boundGeneral, item: item, bounds.general), Measurement(Q.boundSharp, item: item, bounds.sharp),
      Measurement(Q.allowance, item: item, bounds.allowance), Measurement(Q.certified, item: item, isCertified),
      Measurement(Q.optimal, item: item, solution.status == .optimal),
      Measurement(Q.nonzerosBefore, item: item, original.nonzeros),
      Measurement(Q.nonzerosAfter, item: item, pruned.nonzeros),
      Measurement(Q.responseNorm, item: item, responseNorm),
      Measurement(Q.residual, item: item, solution.residualNorm),
      Measurement(Q.gap, item: item, solution.relativeGap),
    ]
  }
}

extension SchemeEnsemble {
  /// What is pruned in a cell of ``LayerExperiment``.
  public init(_ cell: Cell) {
    typealias P = LayerExperiment
    self.init(
      networks: cell[P.networks], scale: cell[P.normalised] ? .linkNormalised : .natural(gain: cell[P.gain]),
      depth: cell[P.depth], width: cell[P.width], samples: cell[P.samples], output: cell[P.output],
      hasBias: cell[P.bias],
      scheme: cell[optional: P.gamma].map { .cascade(epsilon: cell[P.epsilon], gamma: $0) }
        ?? .parallel(epsilon: cell[P.epsilon]))
  }

  /// The cell of ``LayerExperiment`` in which this is pruned.
  public var cell: Cell {
    typealias P = LayerExperiment
    let gain = if case .natural(let gain) = scale { gain } else { 1.0 }
    let values = [
      P.networks.is(networks), P.depth.is(depth), P.width.is(width), P.samples.is(samples),
      P.epsilon.is(scheme.epsilon), P.scheme.is(scheme.kind), P.normalised.is(scale == .linkNormalised),
      P.gain.is(gain), P.output.is(output), P.bias.is(hasBias),
    ]
    return LayerExperiment(.general).cell(values + (scheme.gamma.map { [P.gamma.is($0)] } ?? []))
  }
}
