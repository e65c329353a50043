// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import Testing

/// The optimality conditions of a `LayerProgram` with ε > 0, evaluated entry by entry from its definition.
struct LayerOptimality {
  /// ‖UᵀX − Y‖_F over Ω.
  private(set) var residualNorm = 0.0
  /// max(UᵀX − V) over Ωᶜ, each entry as a multiple of max(‖Y‖_∞, |v|).
  private(set) var violation = 0.0
  /// max|Xν − Xη|.
  private(set) var largestCost = 0.0
  /// ⟨u, Xν − Xη⟩.
  private(set) var pairing = 0.0
  /// Σ⟨y, ν⟩ − ε‖ν‖ − Σ⟨v, η⟩.
  private(set) var dualValue = 0.0
  /// min η.
  private(set) var smallestMultiplier = 0.0

  /// max over j of |C_j|/Σ_p|x_{jp}N_p|.
  private(set) var largestShare = 0.0
  /// Σ|N_p t_p|.
  private(set) var size = 0.0

  /// - Parameter signed: the multipliers; those of the solution if nil.
  init(_ program: LayerProgram, _ solution: LayerSolution, signed: Matrix? = nil) {
    var equalities: [Double] = []
    var squaredResidual = 0.0
    for m in 0..<program.neurons {
      var costs = [Double](repeating: 0, count: program.dimension)
      var sizes = costs
      for p in 0..<program.samples {
        let multiplier = (signed ?? solution.multipliers.signed)[p, m]
        var activity = 0.0
        for j in 0..<program.dimension {
          activity += program.inputs[p, j] * solution.weights[j, m]
          costs[j] += program.inputs[p, j] * multiplier
          sizes[j] += abs(program.inputs[p, j] * multiplier)
        }
        if program.activation == .linear || program.responses[p, m] > 0 {
          squaredResidual += (activity - program.responses[p, m]) * (activity - program.responses[p, m])
          equalities.append(multiplier)
          dualValue += program.responses[p, m] * multiplier
          size += abs(program.responses[p, m] * multiplier)
        } else {
          let bound = program.slack?[p, m] ?? 0
          let scale = program.responses.elements.normInfinity
          let demand = scale > 0 ? scale : program.slack.map { -($0.elements.min() ?? 0) } ?? 0
          if activity > bound { violation = max(violation, (activity - bound) / max(demand, abs(bound))) }
          smallestMultiplier = min(smallestMultiplier, -multiplier)
          if multiplier != 0 {
            dualValue += bound * multiplier
            size += abs(bound * multiplier)
          }
        }
      }
      largestCost = max(largestCost, costs.normInfinity)
      for j in costs.indices where sizes[j] > 0 { largestShare = max(largestShare, abs(costs[j]) / sizes[j]) }
      for j in 0..<program.dimension { pairing += costs[j] * solution.weights[j, m] }
    }
    residualNorm = squaredResidual.squareRoot()
    if program.epsilon > 0 { dualValue -= program.epsilon * equalities.norm2 }
  }
}

/// Expects the conditions of optimality, or those of a Farkas ray, as `solution.status` claims.
func expectProved(
  _ program: LayerProgram, _ solution: LayerSolution, _ label: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = LayerOptimality(program, solution)
  switch solution.status {
  case .optimal:
    let norm = program.responses.frobeniusNorm
    let objective = solution.weights.elements.reduce(0) { $0 + abs($1) }
    #expect(
      found.residualNorm <= program.epsilon + 1.01e-9 * (program.epsilon > 0 ? program.epsilon : norm) + 2e-14 * norm,
      "\(label)",
      sourceLocation: sourceLocation)
    #expect(found.violation <= 1.01e-9, "\(label)", sourceLocation: sourceLocation)
    #expect(found.smallestMultiplier >= 0, "\(label)", sourceLocation: sourceLocation)
    #expect(
      found.dualValue >= (1 - 1.1e-8) * objective * found.largestCost,
      "\(label): gap \(1 - found.dualValue / (objective * found.largestCost))", sourceLocation: sourceLocation)
    #expect(
      found.pairing >= (1 - 1.1e-8) * objective * found.largestCost, "\(label)", sourceLocation: sourceLocation)
  case .infeasible:
    guard case .ray(let ray) = solution.stop else {
      Issue.record("\(label): infeasible without a ray", sourceLocation: sourceLocation)
      return
    }
    // Feasible weights would need terms x·u that are dualValue/(share·size) times as large as the targets they add up to.
    let proof = LayerOptimality(program, solution, signed: ray.signed)
    #expect(proof.dualValue > 0.9e9 * proof.largestShare * proof.size, "\(label)", sourceLocation: sourceLocation)
    #expect(proof.smallestMultiplier >= 0, "\(label)", sourceLocation: sourceLocation)
  case .notConverged:
    Issue.record("\(label): not converged, gap \(solution.relativeGap)", sourceLocation: sourceLocation)
  }
}
