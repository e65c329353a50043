// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
public import Networks

/// A network before and after a scheme pruned it, layer by layer.
public struct Pruning: Sendable {
  /// The network before pruning.
  public let original: Network
  /// The network after it.
  public let pruned: Network
  /// From the first to the last.
  public let layers: [PrunedLayer]

  /// Whether every layer's program was solved to a certified optimum.
  public var isOptimal: Bool { layers.allSatisfy { $0.solution.status == .optimal } }

  /// Whether the theorems' hypotheses are certified in every layer.
  public var hypothesesCertified: Bool { layers.allSatisfy(\.hypothesesCertified) }
}

/// A layer's program and what a solver made of it.
struct SolvedLayer: Sendable {
  let planted: PlantedProgram
  let solution: LayerSolution
  /// Ŵ and b̂.
  let layer: Layer
  /// The risk coefficient in the program's ε.
  let kappa: Double

  init(
    _ planted: PlantedProgram, of layer: Layer, _ method: LayerMethod, _ settings: SolverSettings, kappa: Double = 1,
    workers: Int = 1
  ) {
    self.planted = planted
    self.kappa = kappa
    solution = planted.solve(method, settings, workers: workers)
    self.layer = Layer(extended: solution.weights, hasBias: layer.bias != nil)
  }

  var program: LayerProgram { planted.program }
  var isOptimal: Bool { solution.status == .optimal }
}

/// Bounds on the discrepancies of every layer.
struct NetworkBounds {
  let linkNormalised: [Double]
  let general: [Double]
  let sharp: [Double]
  /// f_2, …, f_L: how many times a discrepancy before the layer it is at most behind it.
  let factors: [Double]
}

extension Pruning {
  /// Propagates `inputs` through the pruned network and measures it against `responses`, those of the original.
  init(
    _ original: Network, _ solved: [SolvedLayer], inputs: Matrix, responses: [Matrix],
    bounds: (_ pruned: Network) -> NetworkBounds
  ) {
    let pruned = original.replacingLayers(by: solved.map(\.layer))
    let bounds = bounds(pruned)
    let added = solved.indices.map { index in
      solved[index].excess
        + roundingBound(
          original.layers[index], solved[index].layer,
          original.samples(ofLayer: index, from: index == 0 ? inputs : responses[index - 1]))
    }
    let allowances = propagated(added, factors: [0] + bounds.factors)
    let propagated = pruned.responses(to: inputs)
    let layers = solved.indices.map { index in
      PrunedLayer(
        original: original.layers[index], pruned: solved[index].layer, solution: solved[index].solution,
        epsilon: solved[index].program.epsilon, kappa: solved[index].kappa,
        responseNorm: responses[index].frobeniusNorm,
        discrepancy: (propagated[index].elements - responses[index].elements).norm2,
        bounds: ErrorBounds(
          linkNormalised: original.readings == nil ? bounds.linkNormalised[index] : .nan,
          general: bounds.general[index], sharp: bounds.sharp[index],
          allowance: allowances[index]),
        hypothesesCertified: solved[index].planted.certifiesHypotheses(solved[index].solution))
    }
    self.init(original: original, pruned: pruned, layers: layers)
  }
}

extension SolvedLayer {
  /// By how much the discrepancy of the layer alone can exceed proposition 1's bound: max(residual − ε, 0) + √|Ωᶜ|·violation.
  fileprivate var excess: Double {
    let inactive =
      program.activation == .linear ? 0 : program.responses.elements.count { $0 <= 0 }
    return max(solution.residualNorm - program.epsilon, 0) + Double(inactive).squareRoot() * solution.maxViolation
  }
}

/// Twice what rounding can change in WᵀX, (N + 1)·2⁻⁵³·‖W‖_F‖X‖_F: once in Y, once in Ŷ.
private func roundingBound(_ original: Layer, _ pruned: Layer, _ inputs: Matrix) -> Double {
  let weights = max(original.extended.frobeniusNorm, pruned.extended.frobeniusNorm)
  return Double(original.inputs + 2) * .ulpOfOne * weights * original.extending(inputs).frobeniusNorm
}
