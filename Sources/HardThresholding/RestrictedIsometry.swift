// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// The restricted isometry of a gated model, exactly, by all supports: for W with at most k entries that are not 0,
///
///     (1 − δ)‖W‖² ≤ μ‖A(W)‖² ≤ (1 + δ)‖W‖²,   μ = 2/(λ_min + λ_max), δ = (λ_max − λ_min)/(λ_max + λ_min),
///
/// λ_min and λ_max the extreme eigenvalues over all k×k blocks of AᵀA. By this δ for k = 3S the iteration of hard thresholding with step μ
/// contracts,
///
///     ‖W_{t+1} − W*‖ ≤ √3·δ_{3S}·‖W_t − W*‖,
///
/// towards the W* with S entries that has y = A(W*), if δ_{3S} < 1/√3.
///
/// Source: Foucart, Rauhut, "A mathematical introduction to compressive sensing" (2013), Theorem 6.18.
public struct RestrictedIsometry: Sendable {
  /// k.
  public let sparsity: Int
  /// μ.
  public let step: Double
  /// δ_k of √μ·A; 1 where some block is singular.
  public let constant: Double

  /// √3·δ: what is left of the error after an iteration, at most, where it is below 1 and k = 3S.
  public var contraction: Double { 3.0.squareRoot() * constant }

  /// - Precondition: 1 ≤ k ≤ N·M.
  /// - Complexity: C(N·M, k) decompositions of k×k blocks.
  public init(of model: GatedModel, sparsity: Int) {
    let matrix = model.matrix
    let gram = Matrix.product(transposed: matrix, matrix)
    precondition((1...gram.columns).contains(sparsity), "\(sparsity) of \(gram.columns) weights")
    self.sparsity = sparsity
    var (least, most) = (Double.infinity, 0.0)
    forEachSubset(of: gram.columns, size: sparsity) { support in
      let values = SingularValueDecomposition(gram.selectingRows(support).selectingColumns(support))
        .values
      least = min(least, values[values.count - 1])
      most = max(most, values[0])
    }
    step = most > 0 ? 2 / (least + most) : 0
    constant = most > 0 ? (most - least) / (most + least) : 1
  }
}

extension GatedModel {
  /// A as a matrix, P×NM, its columns in the order of W's entries.
  ///
  /// - Complexity: P·N·M.
  public var matrix: Matrix {
    var whole = Matrix(rows: inputs.rows, columns: 0)
    for m in 0..<gates.columns {
      let gate = Array(gates.column(m))
      for n in 0..<inputs.columns {
        whole.appendColumn(zip(gate, inputs.column(n)).map { $0 * $1 })
      }
    }
    return whole
  }

  /// The plain iteration of hard thresholding from 0: W ← H_S(W + μAᵀ(y − A(W))), H_S keeping the S largest entries.
  ///
  /// - Returns: the weights after each iteration.
  public func thresholdingPath(
    _ responses: [Double], keeping count: Int, step: Double, iterations: Int
  ) -> [Matrix] {
    var weights = Matrix(rows: inputs.columns, columns: gates.columns)
    return (0..<iterations).map { _ in
      weights.elements.add(adjoint(responses - self.responses(to: weights)).elements, scale: step)
      weights = weights.keepingLargest(count)
      return weights
    }
  }
}

/// Calls `body` with every subset of 0 ..< count of that size, ascending.
private func forEachSubset(of count: Int, size: Int, _ body: ([Int]) -> Void) {
  var subset = Array(0..<size)
  while true {
    body(subset)
    guard let place = subset.indices.last(where: { subset[$0] < count - size + $0 }) else { return }
    subset[place] += 1
    for later in place + 1..<max(size, place + 1) { subset[later] = subset[later - 1] + 1 }
  }
}
