// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A layer's weights with the evidence for them, all recomputed from the weights and multipliers.
public struct LayerSolution: Sendable {
  /// U, N×M.
  public var weights: Matrix
  public var multipliers: LayerMultipliers
  /// ‖U‖₁, plus ‖residual‖²/(2λ) in the regularised form.
  public var objective: Double
  /// A proven lower bound on the optimum; infinite for an exact Farkas ray.
  public var lowerBound: Double
  /// The Frobenius norm of the residuals on active entries.
  public var residualNorm: Double
  /// Largest u_mᵀx_p − v_{m,p} over inactive entries, at least 0.
  public var maxViolation: Double
  public var status: SolveStatus
  /// The method that produced the weights.
  public var method: String
  public var iterations: Int

  /// (objective − lower bound)/objective; 0 where the objective is 0.
  public var relativeGap: Double { objective == 0 ? 0 : (objective - lowerBound) / objective }

  /// Measures `weights` and `multipliers` against `program`.
  ///
  /// - Complexity: two products with the inputs, 4·P·N·M flops.
  public init(
    _ program: LayerProgram, weights: Matrix, multipliers: LayerMultipliers, method: String, iterations: Int,
    tolerances: Tolerances = Tolerances()
  ) {
    self.weights = weights
    self.multipliers = multipliers.clipped(to: program)
    self.method = method
    self.iterations = iterations
    lowerBound = multipliers.lowerBound(program)
    let (residualNorm, maxViolation) = program.misfit(of: weights)
    (self.residualNorm, self.maxViolation) = (residualNorm, maxViolation)
    objective = weights.entrywiseNorm1 + (program.lambda.map { residualNorm * residualNorm / (2 * $0) } ?? 0)
    status = .notConverged
    status = judged(against: program, tolerances)
  }

  /// Number of weights that are not 0.
  public var nonzeros: Int { weights.elements.count { $0 != 0 } }

  private func judged(against program: LayerProgram, _ tolerances: Tolerances) -> SolveStatus {
    let scale = program.violationScale
    let norm = program.responses.frobeniusNorm
    // Beyond the range of doubles neither a residual nor a bound proves anything.
    guard norm.isFinite else { return .notConverged }
    // The last term is what rounding UᵀX costs.
    let allowance = tolerances.residual * (program.epsilon > 0 ? program.epsilon : norm) + 1e-14 * norm
    let feasible =
      residualNorm.isFinite && residualNorm <= program.epsilon + allowance
      && maxViolation <= tolerances.violation * scale
    // An objective well below the bound means that the slight infeasibility is not slight for the objective.
    if feasible && abs(relativeGap) <= tolerances.gap { return .optimal }
    let needed = multipliers.normBound(program) * program.source.largestEntry
    return needed == .infinity || needed > tolerances.infeasibility * scale ? .infeasible : .notConverged
  }
}

extension LayerProgram {
  /// The scale against which violations are small: max(‖Y‖_∞, ‖V‖_∞), V where it is read.
  package var violationScale: Double { targets.elements.normInfinity }

  /// (Frobenius norm of UᵀX − Y on active entries, largest UᵀX − V on the others, at least 0).
  func misfit(of weights: Matrix) -> (residualNorm: Double, maxViolation: Double) {
    let activities = source.activities(of: weights)
    var residuals: [Double] = []
    var maxViolation = 0.0
    for m in 0..<neurons {
      for p in 0..<samples {
        let excess = activities[p, m] - target(sample: p, neuron: m)
        if isActive(sample: p, neuron: m) {
          residuals.append(excess)
        } else {
          maxViolation = max(maxViolation, excess)
        }
      }
    }
    return (residuals.norm2, maxViolation)
  }
}
