// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
public import ArgumentParser
import ArrayFiles
public import ConvexRecovery
import Foundation

struct SolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Solves the Net-Trim program of a layer and proves the result.",
    discussion: """
      Finds the weights U of least ‖U‖₁ with which a ReLU layer responds to its inputs as before: uᵀx = y where y > 0, \
      uᵀx ≤ v where y = 0. The status is "optimal" when a lower bound computed from dual multipliers meets ‖U‖₁.

      Arrays are .npy files of float32 or float64: X is N×P (one column per sample), Y is M×P, or of length P for one \
      neuron, V is like Y, U is N×M. Y must not be negative, unless the layer is linear.

      Exit code 2: the program is infeasible or was not solved to tolerance; U is written all the same.

      Example: 20 inputs, 60 samples, a neuron with the weights 1 and −1
        python3 -c 'import numpy as np; X = np.random.randn(20, 60)
        np.save("X.npy", X); np.save("Y.npy", np.maximum(X[3] - X[7], 0))'
        trimlab solve --inputs X.npy --responses Y.npy --output U.npy
      """)

  @Option(help: ArgumentHelp("The inputs X, N×P.", valueName: "X.npy"), completion: .file(extensions: ["npy"]))
  var inputs: String

  @Option(help: ArgumentHelp("The responses Y, M×P or P.", valueName: "Y.npy"), completion: .file(extensions: ["npy"]))
  var responses: String

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The Frobenius norm of the residuals allowed where y > 0. (default: 0)", valueName: "E"))
  var epsilon: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Instead of ε: minimise ‖U‖₁ + ‖residuals‖²/(2λ), as the 2017 code does.", valueName: "L"))
  var lambda: Double?

  @Option(
    help: ArgumentHelp("The slack V, read where Y is 0. (default: 0)", valueName: "V.npy"),
    completion: .file(extensions: ["npy"]))
  var slack: String?

  @Flag(help: "A last layer without ReLU: every response counts, whatever its sign; V is ignored.")
  var linear = false

  @Option(help: "The algorithm; auto chooses.")
  var method = LayerMethod.automatic

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The relative duality gap up to which U counts as optimal; above 1e-8 the residual and violations are within 1e-6 instead of 1e-9.",
      valueName: "T"))
  var tolerance = 1e-8

  @Option(help: "Neurons solved at the same time; the result is the same for any number.")
  var workers = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: ArgumentHelp("Where to write U, N×M.", valueName: "U.npy"), completion: .file(extensions: ["npy"]))
  var output: String?

  @Flag(help: "Replace the output file if it exists.")
  var force = false

  @Flag(help: "Print a JSON document instead of a table.")
  var json = false

  func validate() throws { _ = try question() }

  func run() throws {
    if let output { try requireWritable(output, replacing: force) }
    if linear && slack != nil { Terminal.complain("warning: a linear layer has no slack: --slack is ignored") }
    let question = try question()
    let files = LayerFiles(inputs: inputs, responses: responses, slack: linear ? nil : slack)
    let program = try files.program(question)
    let line = SolveLine()
    let (solution, report) = question.solve(program, line.settings(gap: tolerance))
    line.clear()
    if let output { try NPY.write(NumericArray(rowsOf: solution.weights), to: output) }
    print(json ? try report.json : report.text)
    if solution.status != .optimal { throw ExitCode(ExitStatus.notOptimal.rawValue) }
  }

  private func question() throws -> SolveQuestion {
    try sayingUsage {
      try SolveQuestion(
        epsilon: epsilon, lambda: lambda, isLinear: linear, method: method, tolerance: tolerance, workers: workers)
    }
  }
}

extension LayerMethod: ExpressibleByArgument {}
