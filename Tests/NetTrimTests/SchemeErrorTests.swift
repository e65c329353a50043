// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import NetTrim
import Networks
import Testing

private let random = RandomNetwork(widths: [3, 4, 2], samples: 5, seed: 1)

private func message(_ body: () throws -> Pruning) throws -> String {
  "\(try #require(throws: SchemeError.self) { try body() })"
}

private func parallel(_ epsilons: [Double], _ inputs: Matrix = random.inputs) throws -> String {
  try message { try ParallelScheme(epsilons: epsilons).prune(random.network, inputs: inputs) }
}

private func cascade(_ epsilon: Double, _ gammas: [Double], _ kappa: Double) throws -> String {
  try message {
    try CascadeScheme(epsilon: epsilon, gammas: gammas, kappa: kappa).prune(random.network, inputs: random.inputs)
  }
}

@Test func inputsThatDoNotFitTheNetwork() throws {
  #expect(
    try parallel([0, 0], Matrix(rows: 5, columns: 4))
      == "X is 4×5 where the network has 3 inputs; expected N×P, one column per sample")
  #expect(try parallel([0, 0], Matrix(rows: 3, columns: 4)).hasSuffix("; X looks transposed, save X.T"))
  #expect(try parallel([0, 0], Matrix(rows: 0, columns: 3)) == "X holds no samples; a scheme needs at least one")
  var inputs = random.inputs
  inputs[4, 1] = .nan
  #expect(try parallel([0, 0], inputs) == "X[1, 4] is nan; every entry must be finite")
  inputs[4, 1] = 1e308
  #expect(
    try parallel([0, 0], Matrix(rows: 5, columns: 3, elements: Array(repeating: 1e308, count: 15)))
      .hasPrefix("the responses of layer "))
}

@Test func parametersOutOfRange() throws {
  #expect(try parallel([0]) == "1 tolerances ε for 2 layers; give one a layer")
  for epsilon in [-0.1, .nan, .infinity] {
    #expect(try parallel([0, epsilon]) == "the tolerance ε is \(epsilon); it must be finite and at least 0")
    #expect(try cascade(epsilon, [1], 1) == "the tolerance ε is \(epsilon); it must be finite and at least 0")
  }
  for gamma in [0.99, -1, .nan, .infinity] {
    #expect(try cascade(0, [gamma], 1) == "γ is \(gamma); it must be finite and at least 1")
  }
  for kappa in [0, -0.5, 1.01, .nan] {
    #expect(try cascade(0, [1], kappa) == "the risk coefficient κ is \(kappa); it must be above 0 and at most 1")
  }
  #expect(
    try cascade(0, [1, 1], 1)
      == "2 values of γ for 2 layers; give one for every layer but the first, or one for all")
}
