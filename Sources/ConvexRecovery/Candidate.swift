// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// What a solver hands back: numbers in the program's own units, and why it stopped. What they are worth is for
/// ``LayerSolution`` to say.
public struct Candidate: Sendable {
  /// U, N×M.
  public var weights: Matrix
  /// (ν, η), a point of the dual up to scale.
  public var multipliers: LayerMultipliers
  /// Why the solver stopped.
  public var stop: StopReason
  /// The method's name.
  public var method: String
  /// Iterations of the method, in its own unit.
  public var iterations: Int

  /// What a solver found, for ``LayerSolution`` to judge.
  public init(
    weights: Matrix, multipliers: LayerMultipliers, stop: StopReason, method: String, iterations: Int
  ) {
    (self.weights, self.multipliers, self.stop) = (weights, multipliers, stop)
    (self.method, self.iterations) = (method, iterations)
  }
}

/// Why a solver stopped.
public enum StopReason: Sendable {
  /// Its own conditions of optimality hold.
  case converged
  /// The constraints contradict each other along these multipliers.
  case ray(LayerMultipliers)
  /// The iterations that the settings allow are used up.
  case iterationLimit
  /// Further iterations would change nothing.
  case stalled
  /// Rounding left a system without a solution.
  case numericalFailure

  /// In words, for reports.
  public var name: String {
    switch self {
    case .converged: "converged"
    case .ray: "ray"
    case .iterationLimit: "iteration-limit"
    case .stalled: "stalled"
    case .numericalFailure: "numerical-failure"
    }
  }

  var ray: LayerMultipliers? { if case .ray(let ray) = self { ray } else { nil } }
}
