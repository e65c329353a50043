// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// The program of one neuron at ε = 0: min ‖u‖₁ subject to A·u = y and B·u ≤ v.
///
/// Its dual is max yᵀν − vᵀη subject to ‖Aᵀν − Bᵀη‖_∞ ≤ 1, η ≥ 0.
public struct NeuronProgram: Sendable {
  /// A, n×N: the active samples, one a row.
  public let equalities: Matrix
  /// y, the responses to the active samples.
  public let targets: [Double]
  /// B, q×N: the inactive samples, one a row.
  public let inequalities: Matrix
  /// v, the bounds on the inactive samples; any sign.
  public let bounds: [Double]

  public var dimension: Int { equalities.columns }

  public init(equalities: Matrix, targets: [Double], inequalities: Matrix, bounds: [Double]) {
    precondition(equalities.rows == targets.count && inequalities.rows == bounds.count, "a value for every sample")
    precondition(equalities.columns == inequalities.columns, "samples of one dimension")
    self.equalities = equalities
    self.targets = targets
    self.inequalities = inequalities
    self.bounds = bounds
  }

  /// The relaxation without inequalities: basis pursuit on the active samples.
  public var basisPursuit: NeuronProgram {
    NeuronProgram(
      equalities: equalities, targets: targets, inequalities: Matrix(rows: 0, columns: dimension), bounds: [])
  }

  /// The program in (cost_j·u_j), whose ℓ₁ norm is Σ cost_j·|u_j|: every input is divided by its cost.
  public func weighted(by costs: [Double]) -> NeuronProgram {
    func divided(_ matrix: Matrix) -> Matrix {
      Matrix(rows: matrix.rows, columns: matrix.columns) { buffer in
        for j in costs.indices { for p in 0..<matrix.rows { buffer[j * matrix.rows + p] = matrix[p, j] / costs[j] } }
      }
    }
    return NeuronProgram(
      equalities: divided(equalities), targets: targets, inequalities: divided(inequalities), bounds: bounds)
  }

  /// ‖A·u − y‖₂.
  public func residualNorm(_ u: [Double]) -> Double { (equalities * u - targets).norm2 }

  /// max(B·u − v, 0), the largest violation of an inequality.
  public func maxViolation(_ u: [Double]) -> Double {
    zip(inequalities * u, bounds).reduce(0) { max($0, $1.0 - $1.1) }
  }

  /// The scale against which violations and perturbations are small: max(‖y‖_∞, ‖v‖_∞).
  public var scale: Double { max(targets.normInfinity, bounds.normInfinity) }
}

/// A point of the dual of a `NeuronProgram`.
public struct NeuronMultipliers: Sendable {
  /// ν, one a row of A.
  public var equality: [Double]
  /// η ≥ 0, one a row of B.
  public var inequality: [Double]

  public init(equality: [Double], inequality: [Double]) {
    self.equality = equality
    self.inequality = inequality
  }

  /// Aᵀν − Bᵀη.
  public func reducedCosts(_ program: NeuronProgram) -> [Double] {
    var costs = program.equalities.transposeTimes(equality)
    program.inequalities.transposeMultiply(inequality, scale: -1, into: &costs, adding: 1)
    return costs
  }

  /// yᵀν − vᵀη, before any scaling.
  public func value(_ program: NeuronProgram) -> Double {
    program.targets.dot(equality) - program.bounds.dot(inequality)
  }

  /// The lower bound on the optimum that (ν, η) proves, whatever produced it.
  ///
  /// Negative entries of η are set to 0; then for every feasible u, yᵀν − vᵀη ≤ ⟨u, Aᵀν − Bᵀη⟩ ≤ ‖u‖₁·‖Aᵀν − Bᵀη‖_∞,
  /// so the optimum is at least the quotient. A Farkas ray (Aᵀν = Bᵀη, yᵀν > vᵀη) makes it infinite: no u is feasible.
  ///
  /// - Complexity: one product with every sample, 2·P·N flops.
  public func lowerBound(_ program: NeuronProgram) -> Double {
    let proper = NeuronMultipliers(equality: equality, inequality: inequality.map { max($0, 0) })
    let value = proper.value(program)
    guard value > 0 else { return 0 }
    return value / proper.reducedCosts(program).normInfinity
  }
}
