// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
import Parallel

/// The linear map U ↦ XᵀU from a layer's weights (N×M) to its activities (P×M).
public protocol SampleMap: Sendable {
  /// P.
  var samples: Int { get }
  /// N.
  var dimension: Int { get }
  /// Xᵀ itself, P×N; a map that does not hold it makes it.
  var matrix: Matrix { get }
  /// max|X|.
  var largestEntry: Double { get }
  /// The same map with X multiplied by `factor`.
  func scaled(by factor: Double) -> any SampleMap
  /// Σ_p x_{jp}² for every input j: the diagonal of XXᵀ.
  var squaredNorms: [Double] { get }
  /// XᵀU.
  func activities(of weights: Matrix) -> Matrix
  /// X·Z, for Z P×M.
  func adjoint(_ values: Matrix) -> Matrix
  /// What solves (XXᵀ/scale² + I)·W = B for W.
  func normalSolver(scale: Double) -> any NormalSolver
}

/// Solves (XXᵀ/scale² + I)·W = B.
public protocol NormalSolver: Sendable {
  /// W, exactly, or by an iteration that starts at `start`.
  func solve(_ right: Matrix, near start: Matrix) -> Matrix
}

extension Matrix: SampleMap {
  /// P.
  public var samples: Int { rows }
  /// N.
  public var dimension: Int { columns }
  /// Xᵀ, P×N.
  public var matrix: Matrix { self }
  /// max|X|.
  public var largestEntry: Double { elements.normInfinity }

  /// The matrix times `factor`.
  public func scaled(by factor: Double) -> any SampleMap {
    factor == 1 ? self : Matrix(rows: rows, columns: columns, elements: factor * elements)
  }

  /// Σ_p x_{jp}² for every input j.
  public var squaredNorms: [Double] {
    (0..<columns).map { j in
      let norm = Array(column(j)).norm2
      return norm * norm
    }
  }

  /// XᵀU, P×M.
  public func activities(of weights: Matrix) -> Matrix { self * weights }
  /// X·Z, N×M.
  public func adjoint(_ values: Matrix) -> Matrix { Matrix.product(transposed: self, values) }

  /// One Cholesky factorisation.
  ///
  /// - Complexity: N²·P + N³/3 flops, and 2·N²·M a solution.
  public func normalSolver(scale: Double) -> any NormalSolver {
    var normal = gram()
    for i in normal.elements.indices { normal.elements[i] /= scale * scale }
    for j in 0..<normal.columns { normal[j, j] += 1 }
    guard let factor = Cholesky(upper: normal) else { preconditionFailure("XXᵀ + I is positive definite") }
    return FactoredNormal(factor: factor)
  }
}

private struct FactoredNormal: NormalSolver {
  let factor: Cholesky

  func solve(_ right: Matrix, near start: Matrix) -> Matrix { factor.solve(right) }
}

extension SampleMap {
  /// XᵀU by blocks of columns that `workers` threads share; the blocks, and so the result, are the same for any number.
  func activities(of weights: Matrix, workers: Int) -> Matrix {
    weights.mapBlocks(rows: samples, workers: workers, activities(of:))
  }

  /// X·Z, likewise.
  func adjoint(_ values: Matrix, workers: Int) -> Matrix {
    values.mapBlocks(rows: dimension, workers: workers, adjoint)
  }

  /// ‖XXᵀ‖₂ from below, to a few percent: enough to set a scale.
  func roughSquaredNorm(steps: Int = 20) -> Double {
    var x = Matrix(rows: dimension, columns: 1, elements: (0..<dimension).map { 1 + 1 / Double($0 + 2) })
    var eigenvalue = 0.0
    for _ in 0..<steps {
      let length = x.frobeniusNorm
      guard length > 0 else { return 0 }
      for j in x.elements.indices { x.elements[j] /= length }
      x = adjoint(activities(of: x))
      eigenvalue = x.frobeniusNorm
    }
    return eigenvalue
  }
}

extension Matrix {
  /// `transform` of every block of columns, side by side.
  fileprivate func mapBlocks(rows: Int, workers: Int, _ transform: @Sendable (Matrix) -> Matrix) -> Matrix {
    let width = 64
    guard columns > width else { return transform(self) }
    let blocks = concurrentMap((columns + width - 1) / width, workers: workers) { block in
      transform(selectingColumns(block * width..<min((block + 1) * width, columns)))
    }
    return Matrix(rows: rows, columns: columns) { buffer in
      var next = 0
      for block in blocks {
        for value in block.elements {
          buffer[next] = value
          next += 1
        }
      }
    }
  }
}
