// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// The edges of one sign that lead to a neuron, and how much each can matter: with w_j the sizes of the weights and a ≥ 0 the
/// inputs,
///
///     g_j(x) = w_j a_j(x) / Σ_k w_k a_k(x),   s_j = max_{x∈S} g_j(x).
///
/// A signed weighted sum is the difference of two such parts; signed inputs are split into their positive and negative parts,
/// each a sample of its own.
///
/// Source: Baykal, Liebenwein, Gilitschenski, Feldman, Rus, "Data-dependent coresets for compressing neural networks" (ICLR
/// 2019, arXiv 1804.05345).
public struct NeuronPart: Hashable, Sendable {
  /// The column of its weights.
  public let neuron: Int
  /// The rows of its weights with s_j > 0, ascending; others contribute nothing on S.
  public let edges: [Int]
  /// Of the part's edges.
  public let distribution: SensitivityDistribution

  /// Of the weights `sizes` of column `neuron`, where they are positive; nil if none contributes.
  fileprivate init?(_ neuron: Int, sizes: Matrix, inputs: Matrix, sums: Matrix) {
    let reciprocals = sums.column(neuron).map { $0 > 0 ? 1 / $0 : 0 }
    var (edges, sensitivities) = ([Int](), [Double]())
    for edge in 0..<sizes.rows where sizes[edge, neuron] > 0 {
      let sensitivity = sizes[edge, neuron] * largestProduct(inputs.column(edge), reciprocals)
      guard sensitivity > 0 else { continue }
      edges.append(edge)
      sensitivities.append(sensitivity)
    }
    guard !edges.isEmpty else { return nil }
    (self.neuron, self.edges, distribution) = (neuron, edges, SensitivityDistribution(sensitivities))
  }

  /// The parts of all neurons of a layer, the positive ones before the negative ones, without those that are 0 on all samples.
  ///
  /// - Parameters:
  ///   - weights: N×M, a bias as the weight of one more input.
  ///   - inputs: P×N, of either sign.
  /// - Complexity: 4·P·N·M flops.
  public static func all(weights: Matrix, inputs: Matrix) -> [NeuronPart] {
    let inputs = inputs.signedParts
    return [1.0, -1].flatMap { sign in
      let sizes = weights.positivePart(sign)
      let sums = inputs * sizes
      return (0..<weights.columns).compactMap { NeuronPart($0, sizes: sizes, inputs: inputs, sums: sums) }
    }
  }
}

extension Matrix {
  /// max(sign·x, 0) of every entry.
  func positivePart(_ sign: Double = 1) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: elements.map { max(sign * $0, 0) })
  }

  /// The matrix itself where no entry is negative; else the positive parts of its rows over their negative parts.
  var signedParts: Matrix {
    elements.allSatisfy { $0 >= 0 } ? self : .joiningRows(positivePart(), positivePart(-1))
  }
}

/// max_p x_p·y_p, at least 0.
private func largestProduct(_ x: ArraySlice<Double>, _ y: [Double]) -> Double {
  x.withUnsafeBufferPointer { x in
    y.withUnsafeBufferPointer { y in
      var largest = 0.0
      for p in x.indices { largest = max(largest, x[p] * y[p]) }
      return largest
    }
  }
}

/// The largest relative error that other sizes of weights make in a part of a sum: max |ẑ − z|/z over samples, neurons and signs,
/// z = Σ w_j a_j over the weights of one sign and ẑ the same with `pruned`.
///
/// `pruned`: of the signs that `weights` has, or 0.
///
/// - Complexity: 8·P·(number of weights) flops.
public func largestPartError(of pruned: Matrix, for weights: Matrix, inputs: Matrix) -> Double {
  let inputs = inputs.signedParts
  return [1.0, -1].reduce(0) { largest, sign in
    let (sums, estimates) = (inputs * weights.positivePart(sign), inputs * pruned.positivePart(sign))
    return zip(sums.elements, estimates.elements).reduce(largest) { $1.0 > 0 ? max($0, abs($1.1 / $1.0 - 1)) : $0 }
  }
}
