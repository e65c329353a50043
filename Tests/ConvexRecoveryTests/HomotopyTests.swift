// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

private let sizes: [(samples: Int, dimension: Int)] = [
  (1, 1), (1, 6), (6, 1), (5, 5), (8, 20), (20, 8), (30, 30), (25, 60), (60, 25), (40, 50),
]

@Test(arguments: RandomProgram.all(sizes: sizes, seed: 1))
func homotopyAgreesWithGLPK(random: RandomProgram) throws {
  let program = try random.layer
  let solution = Homotopy().solve(program)
  switch try #require(GLPKOracle.solve(program), "\(random)") {
  case .optimal(let objective):
    #expect(
      solution.status == .optimal,
      "\(random): gap \(solution.relativeGap) residual \(solution.residualNorm) violation \(solution.maxViolation)")
    expectClose(solution.objective, objective, absolute: 1e-12, relative: 1e-8, "\(random)")
  case .infeasible:
    #expect(solution.status == .infeasible, "\(random): \(solution.status)")
  }
}

/// In other units, samples by 2ᵃ and responses by 2ᵇ, the solution is the same but for its units: bit by bit, and also where the
/// squares of the data overflow or vanish.
@Test(arguments: [(0, 530), (0, -530), (530, 0), (-530, 0), (300, -200), (-400, -400)])
func solutionsScaleWithTheirUnits(inputs: Int, responses: Int) throws {
  for random in RandomProgram.all(sizes: [(8, 20), (20, 8)], seed: 4) {
    let program = try random.layer
    let (x, y) = (scalbn(1, inputs), scalbn(1, responses))
    let other = try LayerProgram(
      inputs: program.inputs.mapped { x * $0 }, responses: program.responses.mapped { y * $0 },
      slack: program.slack?.mapped { y * $0 })
    let (solution, otherSolution) = (Homotopy().solve(program), Homotopy().solve(other))
    #expect(solution.status == otherSolution.status && solution.status != .notConverged, "\(random)")
    #expect(otherSolution.weights == solution.weights.mapped { $0 * y / x }, "\(random)")
  }
}
