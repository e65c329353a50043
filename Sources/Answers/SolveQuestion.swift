// SPDX-License-Identifier: GPL-3.0-or-later
package import ArrayFiles
package import ConvexRecovery
package import LinearAlgebra

/// How the program of a layer is to be solved.
package struct SolveQuestion {
  package let fit: LayerProgram.Fit
  package let activation: LayerProgram.Activation
  package let method: LayerMethod
  /// The relative duality gap up to which weights count as optimal.
  package let tolerance: Double
  package let workers: Int

  /// ε = 0 unless ε or λ is given.
  ///
  /// - Throws: `Mistake` naming the option.
  package init(
    epsilon: Double?, lambda: Double?, isLinear: Bool, method: LayerMethod, tolerance: Double, workers: Int
  ) throws(Mistake) {
    if let epsilon {
      guard lambda == nil else { throw Mistake("--lambda takes the place of --epsilon: give one of them") }
      guard epsilon >= 0 && epsilon.isFinite else {
        throw Mistake("--epsilon \(epsilon): expected a finite number, at least 0")
      }
    }
    if let lambda, lambda <= 0 || !lambda.isFinite {
      throw Mistake("--lambda \(lambda): expected a finite number greater than 0")
    }
    fit = lambda.map { .regularised(lambda: $0) } ?? .within(epsilon: epsilon ?? 0)
    let exact = fit == .within(epsilon: 0)
    guard method.applies(to: fit) else {
      throw Mistake(
        "--method \(method.rawValue) does not apply \(exact ? "at ε = 0" : "unless ε = 0"): use auto, or \(exact ? "homotopy" : "newton")"
      )
    }
    try Mistake.requireWorkers(workers)
    try Mistake.requireTolerance(tolerance)
    activation = isLinear ? .linear : .relu
    (self.method, self.tolerance, self.workers) = (method, tolerance, workers)
  }

  /// The program of X (N×P), Y (M×P, or P for one neuron) and V (like Y; a linear layer has none).
  ///
  /// - Throws: `UnfitArray` with the name of the array.
  package func program(
    inputs x: NumericArray, responses y: NumericArray, slack v: NumericArray?
  ) throws(UnfitArray) -> LayerProgram {
    let samples = try x.samples()
    do throws(ProgramError) {
      return try LayerProgram(
        inputs: samples, responses: y.samplesByRow, slack: activation == .linear ? nil : v?.samplesByRow, fit: fit,
        activation: activation)
    } catch {
      var hint = ""
      if case .sampleMismatch(_, x.shape[0], _) = error { hint = "; X looks transposed, save X.T" }
      throw UnfitArray(path: error.array, reason: "\(error)\(hint)")
    }
  }

  /// Solves `program` and says what came of it.
  package func solve(_ program: LayerProgram, _ settings: SolverSettings) -> (LayerSolution, SolveReport) {
    let start = ContinuousClock.now
    let solution = program.solve(method: method, settings: settings, workers: workers)
    return (
      solution, SolveReport(program, solution, settings, seconds: start.duration(to: .now) / .seconds(1))
    )
  }
}

extension ProgramError {
  /// The array at fault.
  fileprivate var array: String {
    switch self {
    case .empty(let array, _, _), .notFinite(let array, _, _, _), .sampleMismatch(let array, _, _): array
    case .negativeResponse: "Y"
    case .slackShape: "V"
    case .epsilon: "ε"
    case .lambda: "λ"
    }
  }
}

extension NumericArray {
  package init(rowsOf matrix: Matrix) {
    self.init(shape: [matrix.rows, matrix.columns], elements: matrix.transposed.elements)
  }

  /// The transpose of an array as a matrix, whose columns are the rows of the array as they lie there. A single
  /// dimension counts as one row.
  package var samplesByRow: Matrix {
    Matrix(rows: shape.last ?? 1, columns: shape.count == 2 ? shape[0] : 1, elements: elements)
  }

  /// X, N×P, with a sample in each row.
  ///
  /// - Throws: `UnfitArray` for X unless it has two dimensions.
  package func samples() throws(UnfitArray) -> Matrix {
    guard shape.count == 2 else {
      throw UnfitArray(path: "X", reason: "X is one-dimensional; expected N×P, one column per sample")
    }
    return samplesByRow
  }
}
