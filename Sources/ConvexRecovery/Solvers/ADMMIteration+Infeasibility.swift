// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension ADMMIteration {
  /// A Farkas ray, if the constraints have one: the increments of U₁ tend to it when no point satisfies them.
  ///
  /// The increment is only near the ray. Its projection onto {r : X_R·r_R = 0}, R the rows that bind, is a ray exactly.
  ///
  /// Source: Banjac, Goulart, Stellato, Boyd, "Infeasibility detection in ADMM" (2019), theorem 3.
  mutating func infeasibilityProof(_ tolerances: Tolerances) -> LayerSolution? {
    let before = activityDual.elements
    step()
    var ray = activityDual
    ray.elements.add(before, scale: -1)
    let estimate = solution(tolerances)
    // On a feasible program every lower bound stays below the optimum, which the iterates approach; when they are slow
    // to, the projection is worth its cost.
    guard count > 500 || LayerMultipliers(signed: ray).lowerBound(program) > 2 * estimate.objective else { return nil }
    let inputs = program.inputs
    for (m, sets) in activeSets().enumerated() {
      let rows = (0..<program.samples).filter { p in
        sets.isBinding[p] || program.lambda == nil && program.isActive(sample: p, neuron: m)
      }
      let samples = inputs.selectingRows(rows)
      let values = Array(ray.column(m)).selecting(rows)
      let residual = values - samples * samples.leastSquares(values)
      for p in 0..<program.samples { ray[p, m] = 0 }
      for (value, p) in zip(residual, rows) { ray[p, m] = value }
    }
    let proof = LayerSolution(
      program, weights: estimate.weights, multipliers: LayerMultipliers(signed: ray), method: "admm",
      iterations: count, tolerances: tolerances)
    return proof.status == .infeasible ? proof : nil
  }
}
