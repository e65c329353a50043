// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery
public import LinearAlgebra
public import Networks

/// Net-Trim's parallel scheme: every layer is pruned for the inputs and responses that it had in the original network,
///
///     Ŵ_ℓ = argmin ‖U‖₁ over C_{ε_ℓ}(Y^{(ℓ−1)}, Y^{(ℓ)}, 0),
///
/// so that the layers do not wait for each other.
///
/// Source: Aghasi, Abdi, Nguyen, Romberg (2017), section 3.1.
public struct ParallelScheme: Sendable {
  /// ε_1, …, ε_L, absolute: the Frobenius norm of each layer's residuals.
  public var epsilons: [Double]
  /// How the programs are solved; a program to which the method does not apply is solved by `.automatic`.
  public var method = LayerMethod.automatic
  /// Of the solver of each layer.
  public var settings = SolverSettings()
  /// How many threads share the neurons of a layer; the result is the same for any number.
  public var workers = 1

  /// The scheme with an ε for each layer, absolute.
  public init(epsilons: [Double]) { self.epsilons = epsilons }

  /// ε_ℓ = R·‖Y^{(ℓ)}‖_F for the responses of `network` to `inputs` (P×N).
  public init(relative: Double, network: Network, inputs: Matrix) {
    self.init(epsilons: network.responses(to: inputs).map { relative * $0.frobeniusNorm })
  }

  /// Prunes `network` for the samples in the rows of `inputs` (P×N), one layer after the other.
  ///
  /// - Throws: ``SchemeError``.
  public func prune(_ network: Network, inputs: Matrix) throws(SchemeError) -> Pruning {
    let signals = try Signals(network, inputs)
    try requireValidTolerances(network)
    var solved: [SolvedLayer] = []
    for index in network.layers.indices { solved.append(try solve(index, signals)) }
    return pruning(signals, solved)
  }

  private func solve(_ index: Int, _ signals: Signals) throws(SchemeError) -> SolvedLayer {
    let layer = signals.network.layers[index]
    do throws(ProgramError) {
      let program = try PlantedProgram(
        layer, isRectified: signals.network.isRectified(index), inputs: signals.inputs(ofLayer: index),
        responses: signals.responses[index], epsilon: epsilons[index])
      return SolvedLayer(program, of: layer, method, settings, workers: workers)
    } catch {
      throw .program(layer: index, error)
    }
  }

  private func pruning(_ signals: Signals, _ solved: [SolvedLayer]) -> Pruning {
    Pruning(signals.network, solved, inputs: signals.inputs, responses: signals.responses) { pruned in
      NetworkBounds(
        linkNormalised: Theorem1.bounds(epsilons: epsilons),
        general: Theorem1.bounds(epsilons: epsilons, original: signals.network),
        sharp: Theorem1.spectralBounds(epsilons: epsilons, pruned: pruned),
        factors: Array(pruned.spectralGrowths.dropFirst()))
    }
  }

  private func requireValidTolerances(_ network: Network) throws(SchemeError) {
    guard epsilons.count == network.depth else {
      throw .toleranceCount(found: epsilons.count, expected: network.depth)
    }
    for epsilon in epsilons where !(epsilon >= 0 && epsilon.isFinite) { throw .epsilon(epsilon) }
  }
}
