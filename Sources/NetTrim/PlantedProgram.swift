// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import Networks

/// The Net-Trim program of a layer that the scheme knows a feasible point of: the layer itself.
///
/// The bias is an extra row of weights whose input is 1, and counts in ‖U‖₁.
struct PlantedProgram {
  let program: LayerProgram
  /// W with the bias as last row.
  private let planted: Matrix

  /// The layer for the inputs and responses that it had: C_ε(Y^{(ℓ−1)}, Y^{(ℓ)}, 0).
  ///
  /// - Parameters:
  ///   - inputs: P×N.
  ///   - responses: P×M.
  init(_ layer: Layer, isRectified: Bool, inputs: Matrix, responses: Matrix, epsilon: Double) throws(ProgramError) {
    planted = layer.extended
    program = try LayerProgram(
      inputs: layer.extending(inputs), responses: responses, epsilon: epsilon,
      activation: isRectified ? .relu : .linear)
  }

  /// The layer for other inputs, which it answers a little differently: C_ε(Ŷ^{(ℓ−1)}, Y^{(ℓ)}, W_ℓᵀŶ^{(ℓ−1)}) with
  /// ε² = κ²γ·Σ_Ω (wᵀŷ − y)².
  init(
    _ layer: Layer, isRectified: Bool, inputs: Matrix, responses: Matrix, gamma: Double, kappa: Double
  ) throws(ProgramError) {
    planted = layer.extended
    let activities = layer.activities(of: inputs)
    let misfit = zip(responses.elements, activities.elements).map { y, z in isRectified && y <= 0 ? 0 : z - y }
    program = try LayerProgram(
      inputs: layer.extending(inputs), responses: responses, slack: isRectified ? activities : nil,
      epsilon: kappa * gamma.squareRoot() * misfit.norm2, activation: isRectified ? .relu : .linear)
  }

  /// ε at which the program is also tried as an equation (relative to ‖Y‖_F): below it the ball is nearly a point.
  private static let nearlyExact = 1e-9

  /// Solves the program and certifies the result.
  ///
  /// Where ε is of the order of rounding, W meets the constraints only to rounding and Newton's method has no digits left
  /// to place a point in the ball. There the equation wᵀx = uᵀx on Ω, whose solutions are in the ball because W is, is
  /// solved instead; what it gives counts only with the certificate of the program as it was asked.
  ///
  /// Where no method converges, or an optimum at ε = 0 misses the hypotheses by a rounding, the equation's solution or W itself
  /// stands in: feasible and no larger than W, which is all that the theorems need, but not optimal, as the status says.
  func solve(_ method: LayerMethod, _ settings: SolverSettings, workers: Int = 1) -> LayerSolution {
    let isNearlyExact = program.epsilon <= Self.nearlyExact * program.responses.frobeniusNorm
    let exact = isNearlyExact ? solveEquation(settings) : nil
    if let exact, exact.status == .optimal { return exact }
    let solution = program.solve(
      method: method.applies(to: program.fit) ? method : .automatic, settings: settings, workers: workers)
    let mayStay = solution.status == .infeasible || solution.status == .optimal && program.epsilon > 0
    guard !mayStay && !certifiesHypotheses(solution) else { return solution }
    if let exact = exact ?? solveEquation(settings), certifiesHypotheses(exact) { return exact }
    let unpruned = LayerSolution(
      program,
      Candidate(
        weights: planted, multipliers: solution.multipliers, stop: solution.stop, method: "unpruned",
        iterations: solution.iterations), settings)
    return certifiesHypotheses(unpruned) ? unpruned : solution
  }

  /// Whether U is feasible and no larger than W, as ``PrunedLayer/hypothesesCertified`` says.
  func certifiesHypotheses(_ solution: LayerSolution) -> Bool {
    let size = program.responses.frobeniusNorm
    return solution.residualNorm <= program.epsilon * (1 + 1e-9) + 1e-14 * size
      && solution.relativeViolation <= 1e-9
      && solution.objective <= planted.entrywiseNorm1 * (1 + 1e-9)
  }

  /// The solution of the equation, certified on the program; nil where ε = 0 and they are the same, or without solution.
  private func solveEquation(_ settings: SolverSettings) -> LayerSolution? {
    guard program.epsilon > 0, let exact = try? equation.solve(settings: settings), exact.status == .optimal else {
      return nil
    }
    return LayerSolution(
      program,
      Candidate(
        weights: exact.weights, multipliers: exact.multipliers, stop: exact.stop, method: exact.method,
        iterations: exact.iterations), settings)
  }

  /// The program with ε = 0 and, for the responses on Ω, what W makes of the inputs.
  ///
  /// A response that rounding alone lifts above 0 stays, so that Ω is the same.
  private var equation: LayerProgram {
    get throws(ProgramError) {
      let activities = program.source.activities(of: planted)
      var targets = program.responses
      for i in targets.elements.indices {
        let isActive = program.activation == .linear || targets.elements[i] > 0
        if isActive && (program.activation == .linear || activities.elements[i] > 0) {
          targets.elements[i] = activities.elements[i]
        }
      }
      return try LayerProgram(
        inputs: program.inputs, responses: targets, slack: program.slack, epsilon: 0, activation: program.activation)
    }
  }
}
