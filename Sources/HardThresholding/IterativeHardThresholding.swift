// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// Recovers a sparse two-layer ReLU network from its scalar outputs y_p = Σ_m ReLU(w_mᵀx_p).
///
/// Each iteration steps along the gradient of ½‖y − A(W)‖², keeps the S largest entries of W, and improves these by steepest
/// descent. Steps are exact line searches on the support. The gates of A either are given (the model that the guarantee speaks of)
/// or follow W after every iteration, from random generators on (the sequential form of the published experiments).
///
/// It knows X, y, M and S, and not what single neurons respond.
///
/// Source: Fridovich-Keil, Pilanci, "A recovery guarantee for sparse neural networks" (2025, arXiv 2509.20323); the accelerated
/// iteration is Blumensath's, Signal Processing 92 (2012).
public struct IterativeHardThresholding: Hashable, Sendable {
  /// S, the non-zero weights that are kept, of all neurons together.
  public var nonzeros: Int
  /// Done when ‖y − A(W)‖ is at most this multiple of ‖y‖ (relative).
  public var tolerance = 1e-10
  /// Iterations after which it gives up.
  public var maxIterations = 300
  /// Given up when the residual did not fall by a thousandth of itself within so many iterations.
  public var patience = 30
  /// Steps on the support after each thresholding.
  public var refinements = 3

  /// - Precondition: at least one weight is kept.
  public init(nonzeros: Int) {
    precondition(nonzeros > 0, "\(nonzeros) non-zero weights")
    self.nonzeros = nonzeros
  }

  /// The weights of the model whose gates are known.
  ///
  /// - Complexity: 2·P·N·M·(4 + 2·refinements) flops an iteration.
  public func recover(_ model: GatedModel, responses: [Double]) -> RecoveredNetwork {
    iterate(model, responses) { gated, _ in gated }
  }

  /// The weights when the gates must be found too.
  ///
  /// `starts`: generators of the first gates, N×M each. They are tried in turn until one ends with a residual within the
  /// tolerance; if none does, the smallest residual counts.
  public func recover(inputs: Matrix, responses: [Double], starts: [Matrix]) -> RecoveredNetwork {
    precondition(!starts.isEmpty, "no start")
    var best: RecoveredNetwork?
    for start in starts {
      let found = iterate(GatedModel(inputs: inputs, generators: start), responses) { $0.regated(by: $1) }
      if found.residual < best?.residual ?? .infinity { best = found }
      if found.residual <= tolerance { break }
    }
    return best ?? iterate(GatedModel(inputs: inputs, generators: starts[0]), responses) { gated, _ in gated }
  }

  private func iterate(
    _ start: GatedModel, _ responses: [Double], _ regate: (GatedModel, Matrix) -> GatedModel
  ) -> RecoveredNetwork {
    var model = start
    var weights = Matrix(rows: start.inputs.columns, columns: start.gates.columns)
    var (residuals, iterations) = (responses, 0)
    let size = responses.norm2
    var best = (residual: size, iteration: 0)
    while residuals.norm2 > tolerance * size && iterations < min(maxIterations, best.iteration + patience) {
      step(model, responses, &weights, residuals)
      model = regate(model, weights)
      residuals = responses - model.responses(to: weights)
      iterations += 1
      if residuals.norm2 < 0.999 * best.residual { best = (residuals.norm2, iterations) }
    }
    return RecoveredNetwork(
      weights: weights, residual: size == 0 ? 0 : residuals.norm2 / size, iterations: iterations)
  }

  private func step(_ model: GatedModel, _ responses: [Double], _ weights: inout Matrix, _ residuals: [Double]) {
    let gradient = model.adjoint(residuals)
    let isFirst = weights.elements.allSatisfy { $0 == 0 }
    let length = model.exactStep(along: (isFirst ? gradient : weights).largest(nonzeros).masking(gradient))
    weights.elements.add(gradient.elements, scale: length)
    let support = weights.largest(nonzeros)
    weights = support.masking(weights)
    for _ in 0..<refinements {
      let descent = support.masking(model.adjoint(responses - model.responses(to: weights)))
      weights.elements.add(descent.elements, scale: model.exactStep(along: descent))
    }
  }
}

/// What the iteration ended with.
public struct RecoveredNetwork: Hashable, Sendable {
  /// W, N×M.
  public let weights: Matrix
  /// ‖y − A(W)‖/‖y‖.
  public let residual: Double
  /// Iterations that were made.
  public let iterations: Int
}

extension GatedModel {
  /// ‖D‖²/‖A(D)‖², the minimiser along D of ½‖r − t·A(D)‖² when D = Aᵀ(r) on a support; 0 where A(D) = 0.
  fileprivate func exactStep(along direction: Matrix) -> Double {
    let (norm, response) = (direction.elements.norm2, responses(to: direction).norm2)
    return response == 0 ? 0 : norm * norm / (response * response)
  }
}

/// Which entries of a matrix are kept.
private struct Support {
  let entries: [Int]

  /// The matrix with zeros off the support.
  func masking(_ matrix: Matrix) -> Matrix {
    var masked = Matrix(rows: matrix.rows, columns: matrix.columns)
    for i in entries { masked.elements[i] = matrix.elements[i] }
    return masked
  }
}

extension Matrix {
  /// The matrix with 0 in place of all but the `count` entries largest in size.
  func keepingLargest(_ count: Int) -> Matrix { largest(count).masking(self) }

  /// The `count` entries largest in size; equal ones in the order of storage. Zeros do not count.
  fileprivate func largest(_ count: Int) -> Support {
    let candidates = elements.indices.filter { elements[$0] != 0 }
    return Support(
      entries: Array(candidates.sorted { (abs(elements[$1]), $0) < (abs(elements[$0]), $1) }.prefix(count)))
  }
}
