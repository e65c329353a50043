// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// A corner of one neuron's optimal face, reached from inside.
///
/// All solutions of a `LayerProgram` with ε > 0 share A·u, the signs s and the inequalities that bind: they are a polyhedron on which sᵀu is constant.
/// As long as the columns of the binding rows depend on each other, u moves along a null vector until a weight vanishes
/// or an inequality binds. At the end the columns are independent, so there are no more non-zeros than binding rows.
///
/// - Complexity: 2·P·k flops for each of the k weights, and as much again for each that vanishes.
struct FaceVertex {
  private let inputs: Matrix
  /// c, the weights of the ℓ₁ norm.
  private let costs: [Double]
  private(set) var weights: [Double]
  /// Rows that must not move, as a mask: Ω and the inequalities that bind.
  private var binding: [Double]
  /// v − B·u where an inequality is free, ∞ elsewhere.
  private var room: [Double]
  /// S, the columns S of the inputs, and the factor of G = X_{R,S}ᵀX_{R,S}.
  private var support: [Int] = []
  private var columns: Matrix
  private var factor = UpdatableCholesky(capacity: 32)

  private enum Stop {
    case newWeight
    case weight(position: Int)
    case row(Int)
  }

  /// - Parameters:
  ///   - weights: a point of the face, zeros being exact.
  ///   - binding: the rows of Ω, and those of the inequalities that bind everywhere on the face.
  ///   - room: v − B·u; read on the other rows.
  ///   - images: what the binding rows of the face have for A·u; that of `weights` if they are a point of it exactly.
  init(inputs: Matrix, costs: [Double], weights: [Double], binding: [Bool], room: [Double], images: [Double]? = nil) {
    (self.inputs, self.costs, self.weights) = (inputs, costs, weights)
    self.binding = binding.map { $0 ? 1 : 0 }
    self.room = zip(binding, room).map { $0 ? .infinity : max($1, 0) }
    columns = Matrix(rows: inputs.rows, columns: 0)
    // Large weights come first: what depends on them is what vanishes.
    let order = weights.indices.filter { weights[$0] != 0 }.sorted { abs(weights[$0]) > abs(weights[$1]) }
    let images = images ?? inputs * weights
    for j in order { admit(j) }
    refine(towards: images)
  }

  /// Which weights are left, and which of the rows bind there.
  var rows: [Bool] { binding.map { $0 != 0 } }

  private mutating func admit(_ j: Int) {
    let column = Array(inputs.column(j))
    while true {
      let bound = zip(column, binding).map { $0 * $1 }
      let products = columns.transposeTimes(bound)
      if factor.append(products, diagonal: bound.dot(bound)) {
        support.append(j)
        columns.appendColumn(column)
        return
      }
      switch moveAlongNullVector(factor.solve(products), admitting: j, column) {
      case .newWeight: return
      case .weight(let position):
        support.remove(at: position)
        columns.removeColumn(position)
        factor.remove(at: position)
      case .row(let p):
        (binding[p], room[p]) = (1, .infinity)
        factor.update(columns.row(p))
      }
    }
  }

  /// Moves u along n, n_S = −G⁻¹X_{R,S}ᵀx_j and n_j = 1, in the sense in which ‖u‖₁ does not grow.
  private mutating func moveAlongNullVector(_ dependence: [Double], admitting j: Int, _ column: [Double]) -> Stop {
    let growth = zip(support, dependence).reduce(sign(j) * costs[j]) { $0 - sign($1.0) * costs[$1.0] * $1.1 }
    let sense = growth > 0 ? -1.0 : growth < 0 ? 1 : -sign(j)
    let rates = dependence.map { -sense * $0 }
    let activities = zip(columns * rates, column).map { $0 + sense * $1 }
    var (step, stop) = (sense * sign(j) < 0 ? abs(weights[j]) : .infinity, Stop.newWeight)
    for (position, i) in support.enumerated() where rates[position] * weights[i] < 0 {
      let distance = weights[i] / -rates[position]
      if distance < step { (step, stop) = (distance, .weight(position: position)) }
    }
    for p in room.indices where activities[p] > 0 && room[p] < step * activities[p] {
      (step, stop) = (room[p] / activities[p], .row(p))
    }
    weights[j] += step * sense
    for (position, i) in support.enumerated() { weights[i] += step * rates[position] }
    for p in room.indices where room[p].isFinite { room[p] = max(room[p] - step * activities[p], 0) }
    switch stop {
    case .newWeight: weights[j] = 0
    case .weight(let position): weights[support[position]] = 0
    case .row: break
    }
    return stop
  }

  private func sign(_ j: Int) -> Double { weights[j] < 0 ? -1 : 1 }

  /// Gives the binding rows back what rounding has cost them.
  private mutating func refine(towards images: [Double]) {
    for _ in 0..<2 {
      let misses = zip(images - inputs * weights, binding).map { $0 * $1 }
      let correction = factor.solve(columns.transposeTimes(misses))
      for (position, i) in support.enumerated() { weights[i] += correction[position] }
    }
  }
}

extension LayerSolution {
  /// A corner of the optimal face that this solution is on, with the same multipliers; the solution itself where the corner is not certified.
  func movedToCorner(of program: ScaledProgram, _ settings: SolverSettings) -> LayerSolution {
    let (inputs, start) = (program.inputs, program.scaled(weights: weights))
    let (activities, samples) = (inputs * start, program.samples)
    let corner = (0..<program.neurons).flatMap { m in
      let room = (0..<samples).map { p in
        let i = m * samples + p
        return program.isBounded[i] ? program.targets[i] - activities[p, m] : .infinity
      }
      let binding = room.indices.map { p in
        program.isActive[m * samples + p] || multipliers.signed[p, m] < 0 || room[p] <= 0
      }
      return FaceVertex(
        inputs: inputs, costs: program.costs, weights: Array(start.column(m)), binding: binding, room: room
      ).weights
    }
    var candidate = candidate()
    candidate.weights = program.unscaled(
      weights: Matrix(rows: program.dimension, columns: program.neurons, elements: corner))
    let moved = LayerSolution(program.original, candidate, settings)
    return moved.status == status && moved.nonzeros < nonzeros ? moved : self
  }
}
