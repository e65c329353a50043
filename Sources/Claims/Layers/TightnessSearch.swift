// SPDX-License-Identifier: GPL-3.0-or-later
package import Experiments
import LinearAlgebra
import NetTrim
import Networks
import RandomStreams

/// Looks for a network and samples whose error comes as close to a bound as can be.
///
/// Restarts, from random networks and in turn from others near a chain, in which one path through the network has almost all the
/// weight; on chains themselves the bounds are attained, the parallel one in the limit ε → 0. From each start a local search: all weights
/// or all samples move by a Gaussian step, the network is normalised again, and the move stays if the last layer's error/bound
/// grew. The step grows after a success and shrinks after a failure, so that about one move in five succeeds.
///
/// Source: the one-fifth rule of Rechenberg, "Evolutionsstrategie" (1973).
package struct TightnessSearch: Sendable {
  let ensemble: SchemeEnsemble
  let restarts: Int
  let steps: Int
  let plan: VerificationPlan

  package init(_ scheme: PruningScheme, restarts: Int, steps: Int, _ plan: VerificationPlan) {
    ensemble = SchemeEnsemble(networks: .dense, depth: 3, width: 3, samples: 4, hasBias: false, scheme: scheme)
    (self.restarts, self.steps, self.plan) = (restarts, steps, plan)
  }

  /// As long as the plan's budget allows.
  init(_ scheme: PruningScheme, _ plan: VerificationPlan) {
    self.init(
      scheme, restarts: plan.choose(quick: 4, standard: 16, thorough: 64),
      steps: plan.choose(quick: 150, standard: 1_000, thorough: 5_000), plan)
  }

  /// The largest error/bound found from random starts, and from starts near a chain.
  package func largestRatios() async -> (random: Double, chain: Double) {
    let found = await plan.map(restarts) { _, number in climb(from: number) }
    func largest(_ isRandom: Bool) -> Double {
      found.indices.filter { $0.isMultiple(of: 2) == isRandom }.map { found[$0] }.max() ?? .nan
    }
    return (largest(true), largest(false))
  }

  /// In words.
  func remark(_ found: (random: Double, chain: Double)) -> String {
    "a search (\(restarts) starts of \(steps) steps, \(ensemble.depth) layers of \(ensemble.width), "
      + "P = \(ensemble.samples)) reached \(rounded(found.random)) of the bound from random networks and "
      + "\(rounded(found.chain)) from near a chain"
  }

  private func climb(from number: Int) -> Double {
    var stream = RandomStream(
      StreamKey(seed: plan.seed, content: ensemble.label, trial: UInt32(number), purpose: "tightness search"))
    var (network, inputs) = ensemble.instance(seed: plan.seed, trial: number)
    if !number.isMultiple(of: 2) { network = network.nearChain }
    var best = ratio(network, inputs) ?? 0
    var step = 0.3
    for _ in 0..<steps {
      let movesInputs = stream.uniform() < 0.3
      let candidate = movesInputs ? network : network.moved(by: step, &stream)
      let samples = movesInputs ? inputs.moved(by: step, &stream) : inputs
      if let found = ratio(candidate, samples), found > best {
        (network, inputs, best) = (candidate, samples, found)
        step *= 1.5
      } else {
        step *= 0.9
      }
      if step < 1e-4 { step = 0.3 }
    }
    return best
  }

  /// The last layer's error/bound where the hypotheses are certified.
  private func ratio(_ network: Network, _ inputs: Matrix) -> Double? {
    guard let pruning = try? ensemble.scheme.prune(network, inputs: inputs), pruning.hypothesesCertified,
      let last = pruning.layers.last
    else { return nil }
    return BoundCheck(
      error: last.discrepancy, bound: last.bounds.linkNormalised, allowance: last.bounds.allowance
    ).ratio
  }
}

extension Network {
  /// Nine tenths of every layer's weight on the path through the first neurons.
  fileprivate var nearChain: Network {
    let chained = layers.map { layer in
      var weights = layer.weights
      weights[0, 0] = 9 * weights.elements.norm1
      return Layer(weights: weights)
    }
    return Network(layers: chained, output: output).linkNormalised.network
  }

  /// Weights moved by `step` relative to their size, link-normalised again.
  fileprivate func moved(by step: Double, _ stream: inout RandomStream) -> Network {
    var moved: [Layer] = []
    for layer in layers { moved.append(Layer(weights: layer.weights.moved(by: step, &stream))) }
    return Network(layers: moved, output: output).linkNormalised.network
  }
}

extension Matrix {
  /// Every entry moved by `step` times the root mean square of all.
  fileprivate func moved(by step: Double, _ stream: inout RandomStream) -> Matrix {
    let size = step * frobeniusNorm / Double(elements.count).squareRoot()
    var moves = Matrix(rows: rows, columns: columns) { stream.fillNormal($0) }
    for i in elements.indices { moves.elements[i] = elements[i] + size * moves.elements[i] }
    return moves
  }
}
