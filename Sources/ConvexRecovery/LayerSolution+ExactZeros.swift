// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The one rule for what counts as pruned: **a weight is kept if it is not exactly 0**, in `LayerSolution.nonzeros`, in the tables of
/// `prune` and in every study's counts; nothing downstream has a threshold of its own.
///
/// A method that ends inside the optimal face, or at a gap that is not 0, leaves weights of 10⁻¹⁰ where an optimal point has zeros; counted
/// as kept they would make a method look worse by its rounding. So `LayerProgram.solve` writes 0 for them here, and only where the
/// judge proves that nothing is lost by it: the weights without them are optimal to the accuracy that was asked for.
extension LayerSolution {
  /// Multiples of the largest weight below which weights may be rounding, the largest first.
  private static let negligible = [1e-6, 1e-7, 1e-9, 1e-11, 1e-13]

  func withExactZeros(of program: LayerProgram, _ settings: SolverSettings) -> LayerSolution {
    guard status == .optimal else { return self }
    let largest = weights.elements.normInfinity
    for share in Self.negligible where weights.elements.contains(where: { $0 != 0 && abs($0) < share * largest }) {
      var clean = candidate()
      for (i, weight) in weights.elements.enumerated() where abs(weight) < share * largest {
        clean.weights.elements[i] = 0
      }
      let solution = LayerSolution(program, clean, settings)
      if solution.status == .optimal { return solution }
    }
    return self
  }
}
