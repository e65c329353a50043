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
/// - Complexity: a Newton step costs |S|³/3 + 2·P·N flops for |S| weights, and what ``SupportGram`` says for the changes of its sets.
///
/// Source: Rockafellar, "Augmented Lagrangians and applications of the proximal point algorithm" (1976); the Newton steps
/// as in Byrd, Chin, Nocedal, Oztoprak, "A family of second-order methods for convex ℓ1-regularized optimization" (2016).
struct ProximalNeuron {
  /// X, P×N, and 1/‖x_j‖: it counts as having columns of length 1.
  let inputs: Matrix
  let scales: [Double]
  /// c.
  let costs: [Double]
  /// Ω, and the samples that bind as inequalities.
  let active: [Int]
  let bounded: [Int]
  /// y on Ω, v elsewhere; P.
  let targets: [Double]

  /// u, Xᵀu and η (0 on Ω).
  var weights: [Double]
  var activities: [Double]
  private(set) var multipliers: [Double]
  /// u_k.
  private(set) var center: [Double]
  /// By what ρ is multiplied for this neuron: more where multipliers are far from where they have to be.
  private var stiffness: Double
  /// The largest slope before the last Newton step, and whether that step stayed within one quadratic piece of Φ.
  var lastError = Double.infinity
  var hasSteppedExactly = false
  private(set) var penalty = Penalty(sigma: 1, rho: 1, tau: 1)
  /// What Φ curves by.
  var gram: SupportGram

  /// σ, ρ and τ.
  struct Penalty {
    let sigma: Double
    var rho, tau: Double
  }

  /// What a neuron takes from one round to the next.
  struct State: Sendable {
    var weights: [Double]
    /// The samples where η is not 0, and η there.
    var binding: [Int]
    var multipliers: [Double]
    var stiffness = 1.0
  }

  init(
    _ state: State, inputs: Matrix, scales: [Double], costs: [Double], active: [Int], bounded: [Int],
    targets: [Double]
  ) {
    (self.inputs, self.scales, self.costs) = (inputs, scales, costs)
    (self.active, self.bounded, self.targets) = (active, bounded, targets)
    (weights, center, stiffness) = (state.weights, state.weights, state.stiffness)
    multipliers = Array(repeating: 0, count: targets.count)
    for (p, multiplier) in zip(state.binding, state.multipliers) { multipliers[p] = multiplier }
    gram = SupportGram(inputs, scales: scales)
    activities = []
    activities = activities(of: weights)
  }

  var state: State {
    let binding = bounded.filter { multipliers[$0] != 0 }
    return State(
      weights: weights, binding: binding, multipliers: multipliers.selecting(binding), stiffness: stiffness)
  }

  /// Xᵀ·change.
  func activities(of change: [Double]) -> [Double] { inputs.timesSparse(zip(change, scales).map { $0 * $1 }) }

  /// Steps until violations and stationarity are within `tolerance`; returns how many Newton steps that took.
  mutating func solve(_ penalty: Penalty, tolerance: Double, limit: Int) -> Int {
    self.penalty = penalty
    self.penalty.rho *= stiffness
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
}

extension ProximalNeuron {
  /// How ‖y − A·u‖² depends on σ while the sets stay: Σmisfit² + Σchange²/σ².
  struct Residual { let misfit, change: Double }

  /// The residual's dependence on σ: u = u₀ − d/σ with H·d = σ·(c∘sign u).
  mutating func residual() -> Residual {
    let squares = active.reduce(0) { $0 + (targets[$1] - activities[$1]) * (targets[$1] - activities[$1]) }
    let support = weights.indices.filter { weights[$0] != 0 }
    let signs = support.map { weights[$0] > 0 ? costs[$0] : -costs[$0] }
    guard let shrinkage = direction(support, curvature(), signs) else { return Residual(misfit: squares, change: 0) }
    var all = [Double](repeating: 0, count: weights.count)
    for (k, j) in support.enumerated() { all[j] = shrinkage[k] }
    let change = activities(of: all)
    let rate = active.reduce(0) { $0 + change[$1] * change[$1] }
    return Residual(misfit: squares - rate, change: rate * penalty.sigma * penalty.sigma)
  }
}
