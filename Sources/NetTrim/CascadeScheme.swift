// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
public import LinearAlgebra
public import Networks

/// Net-Trim's cascade scheme: every layer is pruned for the inputs that the pruned layers before it produce.
///
///     Ŵ_1 = argmin ‖U‖₁ over C_{ε_1}(X, Y^{(1)}, 0),
///     Ŵ_ℓ = argmin ‖U‖₁ over C_{ε_ℓ}(Ŷ^{(ℓ−1)}, Y^{(ℓ)}, W_ℓᵀŶ^{(ℓ−1)}),   ε_ℓ² = γ_ℓ·Σ_{m,p∈Ω_m} (w_mᵀŷ_p^{(ℓ−1)} − y_{m,p}^{(ℓ)})²,
///
/// so that W_ℓ itself is feasible. The risk coefficient κ multiplies ε_L: below 1 the last program may be infeasible, which is
/// then proved and reported.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), section 3.2.
public struct CascadeScheme: Sendable {
  /// ε_1, absolute.
  public var epsilon: Double
  /// γ_2, …, γ_L, each at least 1; a single value holds for all layers.
  public var gammas: [Double]
  /// κ ∈ (0, 1].
  public var kappa = 1.0
  /// How closely the smallest feasible risk coefficient is searched for, by bisection of [κ, 1], when κ turns out to be too
  /// small (absolute); nil to leave it at that.
  public var kappaPrecision: Double?
  /// How the programs are solved; a program to which the method does not apply is solved by `.automatic`.
  public var method = LayerMethod.automatic
  /// Of the solver of each layer.
  public var settings = SolverSettings()
  /// How many threads share the neurons of a layer; the result is the same for any number.
  public var workers = 1

  /// The cascade with ε of the first layer, absolute, a γ for each later one and κ of the last.
  public init(epsilon: Double, gammas: [Double], kappa: Double = 1, kappaPrecision: Double? = nil) {
    (self.epsilon, self.gammas, self.kappa, self.kappaPrecision) = (epsilon, gammas, kappa, kappaPrecision)
  }

  /// The same with one γ for all later layers.
  public init(epsilon: Double, gamma: Double, kappa: Double = 1, kappaPrecision: Double? = nil) {
    self.init(epsilon: epsilon, gammas: [gamma], kappa: kappa, kappaPrecision: kappaPrecision)
  }

  /// ε_1 = R·‖Y^{(1)}‖_F for the responses of `network` to `inputs` (P×N).
  public init(relative: Double, gamma: Double, network: Network, inputs: Matrix) {
    self.init(epsilon: relative * network.response(ofLayer: 0, to: inputs).frobeniusNorm, gamma: gamma)
  }

  /// Prunes `network` for the samples in the rows of `inputs` (P×N).
  ///
  /// - Throws: ``SchemeError``.
  public func prune(_ network: Network, inputs: Matrix) throws(SchemeError) -> Pruning {
    let signals = try Signals(network, inputs)
    let gammas = try validGammas(for: network)
    var solved: [SolvedLayer] = []
    var signal = inputs
    for index in network.layers.indices {
      let layer = try solve(index, signals, signal, gammas)
      signal = network.replacing(index, by: layer.layer).response(ofLayer: index, to: signal)
      solved.append(layer)
    }
    return pruning(signals, solved, gammas)
  }

  /// Layer `index` for the inputs `signal`, with a risk coefficient if it is the last.
  private func solve(
    _ index: Int, _ signals: Signals, _ signal: Matrix, _ gammas: [Double]
  ) throws(SchemeError) -> SolvedLayer {
    let network = signals.network
    let (layer, isRectified) = (network.layers[index], network.isRectified(index))
    let samples = network.samples(ofLayer: index, from: signal)
    func solve(_ kappa: Double) throws(SchemeError) -> SolvedLayer {
      do throws(ProgramError) {
        let program =
          try index == 0
          ? PlantedProgram(
            layer, isRectified: isRectified, inputs: samples, responses: signals.responses[0], epsilon: kappa * epsilon)
          : PlantedProgram(
            layer, isRectified: isRectified, inputs: samples, responses: signals.responses[index],
            gamma: gammas[index - 1], kappa: kappa)
        return SolvedLayer(program, of: layer, method, settings, kappa: kappa, workers: workers)
      } catch {
        throw .program(layer: index, error)
      }
    }
    guard index == network.depth - 1 else { return try solve(1) }
    let risked = try solve(kappa)
    guard let kappaPrecision, kappa < 1, !risked.isOptimal else { return risked }
    return try leastRisk(above: kappa, to: kappaPrecision, solve)
  }

  private func pruning(_ signals: Signals, _ solved: [SolvedLayer], _ gammas: [Double]) -> Pruning {
    let (network, kappa) = (signals.network, solved.last?.kappa ?? 1)
    return Pruning(network, solved, inputs: signals.inputs, responses: signals.responses) { _ in
      NetworkBounds(
        linkNormalised: Theorem2.bounds(epsilon: epsilon, gammas: gammas, kappa: kappa, output: network.output),
        general: Theorem2.bounds(epsilon: epsilon, gammas: gammas, kappa: kappa, original: network),
        sharp: solved.map { Proposition1.bound($0.program) },
        factors: Theorem2.factors(gammas: gammas, kappa: kappa, original: network))
    }
  }

  private func validGammas(for network: Network) throws(SchemeError) -> [Double] {
    guard epsilon >= 0 && epsilon.isFinite else { throw .epsilon(epsilon) }
    guard kappa > 0 && kappa <= 1 else { throw .kappa(kappa) }
    for gamma in gammas where !(gamma >= 1 && gamma.isFinite) { throw .gamma(gamma) }
    let later = network.depth - 1
    if gammas.count == 1 { return Array(repeating: gammas[0], count: later) }
    guard gammas.count == later else { throw .gammaCount(found: gammas.count, layers: network.depth) }
    return gammas
  }
}

/// The solution for the smallest risk coefficient in (κ, 1] that has a certified optimum, up to `precision`.
///
/// What is feasible for a coefficient is feasible for every larger one, and W for 1. A coefficient whose program is neither
/// solved nor proved infeasible counts as too small.
///
/// - Complexity: 1 + log₂((1 − κ)/precision) programs.
private func leastRisk(
  above kappa: Double, to precision: Double, _ solve: (Double) throws(SchemeError) -> SolvedLayer
) throws(SchemeError) -> SolvedLayer {
  var best = try solve(1)
  var tooSmall = kappa
  while best.isOptimal && best.kappa - tooSmall > precision {
    let middle = try solve((tooSmall + best.kappa) / 2)
    if middle.isOptimal { best = middle } else { tooSmall = middle.kappa }
  }
  return best
}
