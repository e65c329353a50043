// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

private let sizes: [(samples: Int, dimension: Int)] = [
  (1, 1), (1, 6), (6, 1), (5, 5), (8, 20), (20, 8), (30, 30), (25, 60), (60, 25), (40, 50),
]

@Test(arguments: RandomProgram.all(sizes: sizes, seed: 1))
func homotopyAgreesWithGLPK(random: RandomProgram) throws {
  let program = try random.layer.neuron(0)
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
