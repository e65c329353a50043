// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Units in which a program's largest sample entry, and its largest target or bound, lie in [1, 2).
///
/// They are powers of two, so that nothing is rounded on the way there and back: a program in other units has the same
/// solution in those units, bit by bit, and squares neither overflow nor vanish.
struct ProgramUnits {
  let inputs: Double
  let responses: Double

  init(_ program: NeuronProgram) {
    inputs = Self.unit(
      max(program.equalities.elements.normInfinity, program.inequalities.elements.normInfinity))
    responses = Self.unit(program.scale)
  }

  private static func unit(_ size: Double) -> Double {
    guard size > 0 && size.isFinite else { return 1 }
    return Double(sign: .plus, exponent: min(max(Int(size.exponent), -1000), 1000), significand: 1)
  }

  /// The program in these units.
  func scaled(_ program: NeuronProgram) -> NeuronProgram {
    guard inputs != 1 || responses != 1 else { return program }
    func scaled(_ matrix: Matrix) -> Matrix {
      Matrix(rows: matrix.rows, columns: matrix.columns, elements: (1 / inputs) * matrix.elements)
    }
    return NeuronProgram(
      equalities: scaled(program.equalities), targets: (1 / responses) * program.targets,
      inequalities: scaled(program.inequalities), bounds: (1 / responses) * program.bounds)
  }

  /// A solution of the scaled program as one of `program`, its evidence measured anew.
  func unscaled(_ solution: NeuronSolution, of program: NeuronProgram) -> NeuronSolution {
    guard inputs != 1 || responses != 1 else { return solution }
    let multipliers = NeuronMultipliers(
      equality: (1 / inputs) * solution.multipliers.equality,
      inequality: (1 / inputs) * solution.multipliers.inequality)
    return NeuronSolution(
      program, solution.weights.map { $0 * responses / inputs }, multipliers, breakpoints: solution.iterations)
  }
}
