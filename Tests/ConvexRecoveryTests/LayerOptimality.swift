// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import Testing

/// The optimality conditions of a `LayerProgram` with ε > 0, evaluated entry by entry from its definition.
struct LayerOptimality {
  /// ‖UᵀX − Y‖_F over Ω.
  private(set) var residualNorm = 0.0
  /// max(UᵀX − V) over Ωᶜ.
  private(set) var violation = 0.0
  /// max|Xν − Xη|.
  private(set) var largestCost = 0.0
  /// ⟨u, Xν − Xη⟩.
  private(set) var pairing = 0.0
  /// Σ⟨y, ν⟩ − ε‖ν‖ − Σ⟨v, η⟩.
  private(set) var dualValue = 0.0
  /// min η.
  private(set) var smallestMultiplier = 0.0

  init(_ program: LayerProgram, _ solution: LayerSolution) {
    var squaredNorm = 0.0
    var squaredResidual = 0.0
    for m in 0..<program.neurons {
      var costs = [Double](repeating: 0, count: program.dimension)
      for p in 0..<program.samples {
        let multiplier = solution.multipliers.signed[p, m]
        var activity = 0.0
        for j in 0..<program.dimension {
          activity += program.inputs[p, j] * solution.weights[j, m]
          costs[j] += program.inputs[p, j] * multiplier
        }
        if program.activation == .linear || program.responses[p, m] > 0 {
          squaredResidual += (activity - program.responses[p, m]) * (activity - program.responses[p, m])
          squaredNorm += multiplier * multiplier
          dualValue += program.responses[p, m] * multiplier
        } else {
          let bound = program.slack?[p, m] ?? 0
          violation = max(violation, activity - bound)
          smallestMultiplier = min(smallestMultiplier, -multiplier)
          dualValue += bound * multiplier
        }
      }
      largestCost = max(largestCost, costs.normInfinity)
      for j in 0..<program.dimension { pairing += costs[j] * solution.weights[j, m] }
    }
    residualNorm = squaredResidual.squareRoot()
    dualValue -= program.epsilon * squaredNorm.squareRoot()
  }
}

/// Expects the conditions of optimality, or those of a Farkas ray, as `solution.status` claims.
func expectProved(
  _ program: LayerProgram, _ solution: LayerSolution, _ label: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = LayerOptimality(program, solution)
  let scale = max(program.responses.elements.normInfinity, program.slack?.elements.normInfinity ?? 0)
  switch solution.status {
  case .optimal:
    let objective = solution.weights.elements.reduce(0) { $0 + abs($1) }
    #expect(
      found.residualNorm <= program.epsilon * (1 + 1.01e-9) + 2e-14 * program.responses.frobeniusNorm, "\(label)",
      sourceLocation: sourceLocation)
    #expect(found.violation <= 1.01e-9 * scale, "\(label)", sourceLocation: sourceLocation)
    #expect(found.smallestMultiplier >= 0, "\(label)", sourceLocation: sourceLocation)
    #expect(
      found.dualValue >= (1 - 1.1e-8) * objective * found.largestCost,
      "\(label): gap \(1 - found.dualValue / (objective * found.largestCost))", sourceLocation: sourceLocation)
    #expect(
      found.pairing >= (1 - 1.1e-8) * objective * found.largestCost, "\(label)", sourceLocation: sourceLocation)
  case .infeasible:
    // With found.dualValue > 0, feasible weights would need ‖U‖₁ ≥ dualValue/largestCost, which is out of proportion.
    let needed = found.dualValue / found.largestCost * program.inputs.elements.normInfinity
    #expect(needed > 0.9e9 * scale, "\(label): needs \(needed / scale)", sourceLocation: sourceLocation)
    #expect(found.smallestMultiplier >= 0, "\(label)", sourceLocation: sourceLocation)
  case .notConverged:
    Issue.record("\(label): not converged, gap \(solution.relativeGap)", sourceLocation: sourceLocation)
  }
}
