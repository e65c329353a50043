// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import RandomStreams
import RankPruning

/// Random matrices W of a given rank: the least slack of the subgradient inequality of the nuclear norm over matrices Z near and far,
/// the error of the truncation beside its formula, and what the best of other matrices of the same rank has over it.
public struct RankSubgradientExperiment: Experiment {
  /// Rows of W.
  public static let rows = Parameter<Int>("rows", "Rows of W", .integers(2...2_000))
  /// Columns of W.
  public static let columns = Parameter<Int>("columns", "Columns of W", .integers(2...2_000))
  /// Rank of W, and k for its truncation to half.
  public static let rank = Parameter<Int>(
    "rank", "Rank of W, and k for its truncation to half", .integers(1...2_000))

  /// Least of ‖Z‖_* − ‖W‖_* − ⟨UVᵀ, Z − W⟩ over the Z tried, over ‖W‖_*.
  public static let subgradientSlack = Quantity(
    "subgradient_slack", "Least of ‖Z‖_* − ‖W‖_* − ⟨UVᵀ, Z − W⟩ over the Z tried, over ‖W‖_*")
  /// |‖W − W_k‖_F − √(Σ_{i>k} σ_i²)|/‖W‖_F.
  public static let identityError = Quantity("identity_error", "|‖W − W_k‖_F − √(Σ_{i>k} σ_i²)|/‖W‖_F")
  /// Least of ‖W − Z‖_F − ‖W − W_k‖_F over the Z of rank k tried, over ‖W‖_F.
  public static let truncationSlack = Quantity(
    "truncation_slack", "Least of ‖W − Z‖_F − ‖W − W_k‖_F over the Z of rank k tried, over ‖W‖_F")

  /// The axes of its grids, the last varying fastest.
  public let parameters: [any GridParameter] = [rows, columns, rank]
  /// What is stored of every trial, or of every item of one.
  public let quantities = [subgradientSlack, identityError, truncationSlack]
  /// The multiple of UVᵀ that is tried as a subgradient.
  private let factor: Double

  /// The experiment; a factor other than 1 scales the subgradient, which makes the inequality false.
  public init(factor: Double = 1) { self.factor = factor }

  /// Why no trial can be made in the cell, and what would be right; nil where one can.
  public func problem(with cell: Cell) -> CellProblem? {
    let (rank, most) = (cell[Self.rank], min(cell[Self.rows], cell[Self.columns]))
    return rank > most ? "rank: \(rank) is more than the matrix can have, \(most)" : nil
  }

  /// Runs one trial, which is decided by cell, seed and number.
  public func measure(
    _ cell: Cell, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace
  ) -> TrialOutcome {
    var draw = MatrixDraw(cell, seed: seed, trial: trial)
    let matrix = draw.planted
    let decomposition = SingularValueDecomposition(matrix)
    let subgradient = factor * decomposition.nuclearSubgradient()
    let norm = decomposition.nuclearNorm
    let slacks = draw.others(near: matrix, subgradient).map { other in
      (SingularValueDecomposition(other).nuclearNorm - norm - subgradient.elements.dot(other.elements - matrix.elements))
        / norm
    }
    let rank = max(1, cell[Self.rank] / 2)
    let truncated = decomposition.truncated(toRank: rank)
    let (size, error) = (matrix.frobeniusNorm, (matrix.elements - truncated.elements).norm2)
    // The values alone come from another routine than the vectors.
    let predicted = Array(matrix.singularValues.dropFirst(rank)).norm2
    let competitors = draw.competitors(to: matrix, rank: rank)
    return Self.outcome(
      subgradientSlack: slacks.min() ?? .nan, identityError: abs(error - predicted) / size,
      truncationSlack: (competitors.min() ?? .nan) / size - error / size)
  }

  /// Rounding, relative: some ulps for every row and column.
  static let allowance = 1e-12

  /// A success unless something is wrong by more than rounding, or not a number.
  package static func outcome(
    subgradientSlack: Double, identityError: Double, truncationSlack: Double
  ) -> TrialOutcome {
    TrialOutcome(
      success: subgradientSlack >= -allowance && identityError <= allowance && truncationSlack >= -allowance,
      [
        Measurement(Self.subgradientSlack, subgradientSlack), Measurement(Self.identityError, identityError),
        Measurement(Self.truncationSlack, truncationSlack),
      ])
  }

  /// What a trial of the cell costs, in a unit of the experiment's own.
  public func cost(of cell: Cell) -> Double {
    Double(cell[Self.rows] * cell[Self.columns] * min(cell[Self.rows], cell[Self.columns]))
  }

  /// W, the ten matrices that it is held against, and a decomposition's parts.
  public func memory(of cell: Cell) -> Double { 8 * 24 * Double(cell[Self.rows] * cell[Self.columns]) }
}

private func * (factor: Double, matrix: Matrix) -> Matrix {
  Matrix(rows: matrix.rows, columns: matrix.columns, elements: factor * matrix.elements)
}

/// The random matrices of one trial.
private struct MatrixDraw: ~Copyable {
  private let rows, columns, rank: Int
  private var stream: RandomStream

  init(_ cell: Cell, seed: UInt64, trial: Int) {
    (rows, columns) = (cell[RankSubgradientExperiment.rows], cell[RankSubgradientExperiment.columns])
    rank = cell[RankSubgradientExperiment.rank]
    stream = RandomStream(StreamKey(seed: seed, content: "\(cell)", trial: UInt32(trial), purpose: "matrices"))
  }

  private mutating func normal(_ rows: Int, _ columns: Int) -> Matrix {
    Matrix(rows: rows, columns: columns) { stream.fillNormal($0) }
  }

  /// W of the wanted rank.
  var planted: Matrix {
    mutating get { (1 / Double(rank).squareRoot()) * (normal(rows, rank) * normal(rank, columns)) }
  }

  /// Matrices Z: random ones of several sizes around W, multiples of W, and steps from W along the subgradient either way.
  mutating func others(near matrix: Matrix, _ subgradient: Matrix) -> [Matrix] {
    let noise = normal(rows, columns)
    let directions = [(noise, 1e-3), (noise, 0.1), (noise, 1), (noise, 10), (subgradient, 0.1), (subgradient, -0.1)]
    return directions.map { direction, length in
      Matrix(rows: rows, columns: columns, elements: zip(matrix.elements, direction.elements).map { $0 + length * $1 })
    } + [-1, 0, 0.5, 2].map { $0 * matrix }
  }

  /// The errors of other matrices of rank k: the best that have the column space of random combinations of W's columns, after none
  /// to four power iterations, and the truncation of a W that is slightly off.
  mutating func competitors(to matrix: Matrix, rank: Int) -> [Double] {
    var basis = normal(columns, rank)
    var errors: [Double] = []
    for _ in 0..<5 {
      let left = SingularValueDecomposition(matrix * basis).left
      let fitted = left * Matrix.product(transposed: left, matrix)
      errors.append((matrix.elements - fitted.elements).norm2)
      basis = SingularValueDecomposition(Matrix.product(transposed: matrix, left)).left
    }
    let moved = zip(matrix.elements, normal(rows, columns).elements).map { $0 + 0.01 * $1 }
    let other = SingularValueDecomposition(Matrix(rows: rows, columns: columns, elements: moved))
      .truncated(toRank: rank)
    return errors + [(matrix.elements - other.elements).norm2]
  }
}
