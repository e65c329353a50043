// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// One neuron of a layer, for a multiplier σ of the ball that is given:
///
///     min Σc_j|u_j| + σ/2·‖A·u − y‖²   subject to   B·u ≤ v,
///
/// A the samples in Ω and B the others, by the proximal method of multipliers. Each of its steps minimises
///
///     Φ(u) = Σc_j|u_j| + σ/2·‖A·u − y‖² + ρ/2·‖(B·u − v + η/ρ)₊‖² + ‖u − u_k‖²/(2τ),
///
/// by Newton's method on the weights that are not 0 or should not be, and sets η to ρ(B·u − v + η/ρ)₊. Of any rank and from any start it
/// converges; near the solution a step takes one factorisation.
///
/// - Complexity: a Newton step costs |S|²·(|Ω| + |T|) + |S|³/3 + 2·P·N flops for |S| weights and |T| binding inequalities.
///
/// Source: Rockafellar, "Augmented Lagrangians and applications of the proximal point algorithm" (1976); the Newton steps
/// as in Byrd, Chin, Nocedal, Oztoprak, "A family of second-order methods for convex ℓ1-regularized optimization" (2016).
struct ProximalNeuron: Sendable {
  /// X with columns of length 1, P×N.
  private let inputs: Matrix
  /// c.
  private let costs: [Double]
  /// Ω, and the samples that bind as inequalities.
  private let active: [Int]
  private let bounded: [Int]
  /// y on Ω, v elsewhere; P.
  private let targets: [Double]

  /// u, Xᵀu and η (0 on Ω).
  private(set) var weights: [Double]
  private(set) var activities: [Double]
  private(set) var multipliers: [Double]
  private var center: [Double]
  /// By what ρ is multiplied for this neuron: more where multipliers are far from where they have to be.
  private var stiffness = 1.0
  /// The largest slope before the last Newton step, and whether that step stayed within one quadratic piece of Φ.
  private var lastError = Double.infinity
  private var hasSteppedExactly = false
  private var penalty = Penalty(sigma: 1, rho: 1, tau: 1)

  /// σ, ρ and τ.
  struct Penalty {
    let sigma: Double
    var rho, tau: Double
  }

  /// How ‖y − A·u‖² depends on σ while the sets stay: Σmisfit² + Σchange²/σ².
  struct Residual { let misfit, change: Double }

  init(
    inputs: Matrix, costs: [Double], active: [Int], bounded: [Int], targets: [Double], weights: [Double],
    multipliers: [Double]
  ) {
    (self.inputs, self.costs, self.active, self.bounded) = (inputs, costs, active, bounded)
    (self.targets, self.weights, self.multipliers, center) = (targets, weights, multipliers, weights)
    activities = []
  }

  /// Steps until violations and stationarity are within `tolerance`; returns how many Newton steps that took.
  mutating func solve(_ penalty: Penalty, tolerance: Double, limit: Int) -> Int {
    self.penalty = penalty
    self.penalty.rho *= stiffness
    activities = inputs * weights
    var (count, violation) = (0, Double.infinity)
    while count < limit && self.penalty.tau > 1e-10 * penalty.tau {
      center = weights
      hasSteppedExactly = false
      var outcome = Descent.lower
      while outcome == .lower && count < limit {
        outcome = descend(tolerance)
        count += 1
      }
      guard outcome == .stationary else {
        // Shorter steps are those of gradient descent in the end, which always lower Φ.
        self.penalty.tau /= 30
        continue
      }
      let before = violation
      violation = updateMultipliers()
      if violation <= tolerance && stationarity <= tolerance { break }
      if violation > 0.1 * before && stiffness < 200 {
        stiffness *= 5
        self.penalty.rho *= 5
      }
      self.penalty.tau = min(5 * self.penalty.tau, 1e3 * penalty.tau)
    }
    return count
  }

  /// How far u is from a minimum without the proximal term, whose slope is (u − u_k)/τ; as a multiple of costs.
  private var stationarity: Double {
    weights.indices.reduce(0) { max($0, abs(weights[$1] - center[$1]) / costs[$1]) } / penalty.tau
  }

  private enum Descent { case lower, stationary, stuck }

  /// η ← ρ(B·u − v + η/ρ)₊; by how much that moved, in units of the targets.
  private mutating func updateMultipliers() -> Double {
    var moved = 0.0
    for p in bounded {
      let old = multipliers[p]
      multipliers[p] = max(penalty.rho * (activities[p] - targets[p]) + old, 0)
      moved = max(moved, abs(multipliers[p] - old))
    }
    return moved / penalty.rho
  }

  // MARK: Newton's method on Φ

  /// The rows that Φ curves along, and by how much; and its slope along every activity.
  private struct Curvature {
    var rows: [Int] = []
    var roots: [Double] = []
    var slopes: [Double]
  }

  private func curvature() -> Curvature {
    var all = Curvature(slopes: Array(repeating: 0, count: targets.count))
    all.rows.reserveCapacity(active.count)
    for p in active { all.slopes[p] = penalty.sigma * (activities[p] - targets[p]) }
    all.rows = active
    all.roots = Array(repeating: penalty.sigma.squareRoot(), count: active.count)
    let root = penalty.rho.squareRoot()
    for p in bounded {
      let slope = penalty.rho * (activities[p] - targets[p]) + multipliers[p]
      guard slope > 0 else { continue }
      all.slopes[p] = slope
      all.rows.append(p)
      all.roots.append(root)
    }
    return all
  }

  /// One Newton step, unless u is stationary within `tolerance`.
  private mutating func descend(_ tolerance: Double) -> Descent {
    let curvature = curvature()
    var gradient = inputs.transposeTimes(curvature.slopes)
    for j in gradient.indices { gradient[j] += (weights[j] - center[j]) / penalty.tau }
    var free = freeWeights(gradient)
    // After an exact step within one piece what is left is rounding.
    let isRounding = hasSteppedExactly && free.error > 0.5 * lastError
    (lastError, hasSteppedExactly) = (free.error, false)
    guard free.error > 0.1 * tolerance && !isRounding else { return .stationary }
    free = free.selecting(free.mostWanted(beside: weights, costs))
    while let direction = direction(free.support, curvature, free.slopes) {
      // A weight that the step would take from 0 the wrong way stays; without it the others go elsewhere.
      let proper = free.support.indices.filter { weights[free.support[$0]] != 0 || direction[$0] * free.signs[$0] > 0 }
      if proper.count == free.support.count {
        return search(free, direction) ? .lower : .stuck
      }
      free = free.selecting(proper)
    }
    return .stuck
  }

  /// The weights that are not 0 or do not want to be, with the slopes of Φ along them, the signs they may have, and the
  /// largest slope of all as a multiple of its cost.
  private struct FreeWeights {
    var support: [Int] = []
    var slopes: [Double] = []
    var signs: [Double] = []
    var error = 0.0

    /// All that are not 0 and the four others that want it most: of many at once most would be taken the wrong way.
    func mostWanted(beside weights: [Double], _ costs: [Double]) -> [Int] {
      let sizes = support.indices.map { weights[support[$0]] == 0 ? abs(slopes[$0]) / costs[support[$0]] : .infinity }
      let entering = sizes.filter { $0 < .infinity }.sorted(by: >)
      let least = entering.count > 4 ? entering[3] : 0
      return support.indices.filter { sizes[$0] >= least }
    }

    func selecting(_ indices: [Int]) -> FreeWeights {
      FreeWeights(
        support: indices.map { support[$0] }, slopes: indices.map { slopes[$0] }, signs: indices.map { signs[$0] },
        error: error)
    }
  }

  private func freeWeights(_ gradient: [Double]) -> FreeWeights {
    var free = FreeWeights()
    for j in weights.indices where weights[j] != 0 || abs(gradient[j]) > costs[j] {
      let sign: Double = weights[j] > 0 ? 1 : weights[j] < 0 ? -1 : gradient[j] > 0 ? -1 : 1
      let slope = gradient[j] + sign * costs[j]
      free.support.append(j)
      free.slopes.append(slope)
      free.signs.append(sign)
      free.error = max(free.error, abs(slope) / costs[j])
    }
    return free
  }

  /// −H⁻¹·slopes, H = Σ root²·x·xᵀ + I/τ on the support, by the smaller of its two forms; nil if rounding forbids.
  private func direction(_ support: [Int], _ curvature: Curvature, _ slopes: [Double]) -> [Double]? {
    let block = weighted(support, curvature)
    let isTall = block.rows >= block.columns
    var normal = block.gram(outer: !isTall)
    for i in 0..<normal.rows { normal[i, i] += 1 / penalty.tau }
    guard let factor = Cholesky(upper: normal) else { return nil }
    guard !isTall else { return -1 * factor.solve(slopes) }
    // Woodbury: (GᵀG + I/τ)⁻¹ = τ(I − Gᵀ(GGᵀ + I/τ)⁻¹G).
    let rest = slopes - block.transposeTimes(factor.solve(block * slopes))
    return -penalty.tau * rest
  }

  /// Rows and columns of X, the rows times their roots.
  private func weighted(_ support: [Int], _ curvature: Curvature) -> Matrix {
    let (rows, roots, height) = (curvature.rows, curvature.roots, inputs.rows)
    return Matrix(rows: rows.count, columns: support.count) { buffer in
      inputs.elements.withUnsafeBufferPointer { x in
        for (k, j) in support.enumerated() {
          for (i, p) in rows.enumerated() { buffer[k * rows.count + i] = x[j * height + p] * roots[i] }
        }
      }
    }
  }

  /// Halves the step, along which weights stop at 0, until Φ falls.
  private mutating func search(_ free: FreeWeights, _ direction: [Double]) -> Bool {
    let (oldWeights, oldActivities, value) = (weights, activities, value)
    var length = 1.0
    for _ in 0..<20 {
      var (expected, isWhole) = (0.0, true)
      (weights, activities) = (oldWeights, oldActivities)
      for (k, j) in free.support.enumerated() {
        var next = oldWeights[j] + length * direction[k]
        if next * free.signs[k] <= 0 { (next, isWhole) = (0, false) }
        expected += free.slopes[k] * (next - oldWeights[j])
        move(j, to: next)
      }
      // Within one quadratic piece of Φ the step is exact, whatever rounding says of values.
      if length == 1 && isWhole && curvesAsBefore(oldActivities) {
        hasSteppedExactly = true
        return true
      }
      if self.value <= value + 1e-4 * min(expected, 0) && expected < 0 { return true }
      length /= 2
    }
    (weights, activities) = (oldWeights, oldActivities)
    return false
  }

  private mutating func move(_ j: Int, to next: Double) {
    let change = next - weights[j]
    guard change != 0 else { return }
    weights[j] = next
    let height = inputs.rows
    inputs.elements.withUnsafeBufferPointer { x in
      for p in 0..<height { activities[p] += change * x[j * height + p] }
    }
  }

  private func curvesAsBefore(_ before: [Double]) -> Bool {
    bounded.allSatisfy { p in
      let room = targets[p] - multipliers[p] / penalty.rho
      return (activities[p] > room) == (before[p] > room)
    }
  }

  /// Φ(u).
  private var value: Double {
    var (sum, distance) = (0.0, 0.0)
    for j in weights.indices {
      sum += costs[j] * abs(weights[j])
      distance += (weights[j] - center[j]) * (weights[j] - center[j])
    }
    sum += distance / (2 * penalty.tau)
    for p in active {
      let excess = activities[p] - targets[p]
      sum += penalty.sigma / 2 * excess * excess
    }
    for p in bounded {
      let excess = max(activities[p] - targets[p] + multipliers[p] / penalty.rho, 0)
      sum += penalty.rho / 2 * excess * excess
    }
    return sum
  }

  // MARK: What the layer asks

  var squaredResidual: Double {
    active.reduce(0) { $0 + (targets[$1] - activities[$1]) * (targets[$1] - activities[$1]) }
  }

  /// The residual's dependence on σ: u = u₀ − d/σ with H·d = σ·(c∘sign u).
  func residual() -> Residual {
    let support = weights.indices.filter { weights[$0] != 0 }
    let signs = support.map { weights[$0] > 0 ? costs[$0] : -costs[$0] }
    guard let shrinkage = direction(support, curvature(), signs) else {
      return Residual(misfit: squaredResidual, change: 0)
    }
    var change = [Double](repeating: 0, count: targets.count)
    for (k, j) in support.enumerated() {
      for p in active { change[p] -= penalty.sigma * shrinkage[k] * inputs[p, j] }
    }
    let changes = active.reduce(0) { $0 + change[$1] * change[$1] }
    return Residual(misfit: squaredResidual - changes / (penalty.sigma * penalty.sigma), change: changes)
  }

  /// ν on Ω, −η elsewhere.
  var signedMultipliers: [Double] {
    var signed = -1 * multipliers
    for p in active { signed[p] = penalty.sigma * (targets[p] - activities[p]) }
    return signed
  }
}
