// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Newton's method on Φ, on the weights that are not 0 or do not want to be.
extension ProximalNeuron {
  enum Descent { case lower, stationary, stuck }

  /// By how much Φ curves along every activity, and its slope along it.
  struct Curvature {
    var weights: [Double]
    var slopes: [Double]
  }

  func curvature() -> Curvature {
    let none = [Double](repeating: 0, count: targets.count)
    var all = Curvature(weights: none, slopes: none)
    for p in active {
      all.weights[p] = penalty.sigma
      all.slopes[p] = penalty.sigma * (activities[p] - targets[p])
    }
    for p in bounded {
      let slope = penalty.rho * (activities[p] - targets[p]) + multipliers[p]
      guard slope > 0 else { continue }
      (all.weights[p], all.slopes[p]) = (penalty.rho, slope)
    }
    return all
  }

  /// One Newton step, unless u is stationary within `tolerance`.
  mutating func descend(_ tolerance: Double) -> Descent {
    let curvature = curvature()
    var gradient = inputs.transposeTimes(curvature.slopes)
    for j in gradient.indices { gradient[j] = gradient[j] * scales[j] + (weights[j] - center[j]) / penalty.tau }
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

  /// −H⁻¹·slopes, H = Σ weight·x·xᵀ + I/τ on the support, by the smaller of its two forms; nil if rounding forbids.
  mutating func direction(_ support: [Int], _ curvature: Curvature, _ slopes: [Double]) -> [Double]? {
    let rows = curvature.weights.indices.filter { curvature.weights[$0] > 0 }
    if rows.count >= support.count {
      return gram.solve(slopes, on: support, weights: curvature.weights, shift: 1 / penalty.tau)
    }
    // Woodbury: (GᵀG + I/τ)⁻¹ = τ(I − Gᵀ(GGᵀ + I/τ)⁻¹G).
    let block = inputs.block(rows, support, rowFactors: rows.map { curvature.weights[$0].squareRoot() }, scales)
    var normal = block.gram(outer: true)
    for i in 0..<normal.rows { normal[i, i] += 1 / penalty.tau }
    guard let factor = Cholesky(upper: normal) else { return nil }
    return -penalty.tau * (slopes - block.transposeTimes(factor.solve(block * slopes)))
  }

  /// Halves the step, along which weights stop at 0, until Φ falls.
  private mutating func search(_ free: FreeWeights, _ direction: [Double]) -> Bool {
    let (oldWeights, oldActivities, value) = (weights, activities, value)
    var whole = [Double](repeating: 0, count: weights.count)
    for (k, j) in free.support.enumerated() { whole[j] = direction[k] }
    let change = activities(of: whole)
    var length = 1.0
    for _ in 0..<20 {
      var (expected, isWhole) = (0.0, true)
      var short = [Double](repeating: 0, count: weights.count)
      for (k, j) in free.support.enumerated() {
        weights[j] = oldWeights[j] + length * direction[k]
        if weights[j] * free.signs[k] <= 0 {
          (short[j], isWhole) = (-weights[j], false)
          weights[j] = 0
        }
        expected += free.slopes[k] * (weights[j] - oldWeights[j])
      }
      activities = isWhole ? oldActivities : activities(of: short)
      if !isWhole { activities.add(oldActivities) }
      activities.add(change, scale: length)
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
