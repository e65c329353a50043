// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A fully connected layer before its activation: z = Wᵀx + b.
public struct Layer: Hashable, Sendable {
  /// W, N×M: one row per input, one column per neuron.
  public var weights: Matrix
  /// b, one entry per neuron; nil for a layer without bias.
  public var bias: [Double]?

  /// A layer with weights N×M and biases, one a neuron.
  public init(weights: Matrix, bias: [Double]? = nil) {
    precondition(bias.map { $0.count == weights.columns } ?? true, "a bias has one entry per neuron")
    self.weights = weights
    self.bias = bias
  }

  /// The layer whose weights with the bias as last row are `extended`; the inverse of ``extended``.
  public init(extended: Matrix, hasBias: Bool) {
    let inputs = extended.rows - (hasBias ? 1 : 0)
    self.init(
      weights: extended.selectingRows(0..<inputs), bias: hasBias ? extended.row(extended.rows - 1) : nil)
  }

  /// N.
  public var inputs: Int { weights.rows }
  /// M.
  public var neurons: Int { weights.columns }

  /// W with b as an extra row, (N+1)×M; W itself without bias.
  public var extended: Matrix {
    guard let bias else { return weights }
    return .joiningRows(weights, Matrix(rows: 1, columns: neurons, elements: bias))
  }

  /// Xᵀ (P×N) with a column of ones for the bias, P×(N+1); Xᵀ itself without bias.
  public func extending(_ inputs: Matrix) -> Matrix {
    guard bias != nil else { return inputs }
    return .joiningColumns(inputs, Matrix(column: Array(repeating: 1, count: inputs.rows)))
  }

  /// (Wᵀx_p + b)ᵀ for every row x_pᵀ of `inputs`, P×M.
  ///
  /// - Complexity: 2·P·N·M flops.
  public func activities(of inputs: Matrix) -> Matrix { extending(inputs) * extended }

  /// Non-zero weights and biases.
  public var nonzeros: Int { extended.elements.count { $0 != 0 } }

  /// ‖W‖₁ + ‖b‖₁, all entries summed.
  public var norm1: Double { extended.elements.norm1 }
}
