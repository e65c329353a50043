// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The state of one run of ADMM, in the units it works in: X/`inputScale`, Y/`responseScale`, and weights to match.
struct ADMMIteration {
  let program: ScaledProgram
  private let method: ADMM
  private let settings: SolverSettings
  private let normal: any NormalSolver
  private let inputScale: Double
  private let responseScale: Double
  /// How many threads share the products.
  private let workers: Int

  /// ρ.
  private var penalty: Double
  /// W₃, XᵀW₃, and the scaled multipliers U₁ of W₁ = XᵀW₃ and U₂ of W₂ = W₃.
  private(set) var weights: Matrix
  private(set) var activities: Matrix
  private(set) var activityDual: Matrix
  private var weightDual: Matrix
  private(set) var count = 0
  private var nextBalance = 10

  init(_ program: ScaledProgram, _ method: ADMM, _ settings: SolverSettings, workers: Int = 1) {
    (self.program, self.method, self.settings, self.workers) = (program, method, settings, workers)
    let squaredScale =
      switch method.scaling {
      case .largestEntry: 0.09 * program.source.squaredNorms.normInfinity
      case .spectral: 0.5 * program.source.roughSquaredNorm()
      }
    let inputScale = squaredScale > 0 ? squaredScale.squareRoot() : 1
    let scale = method.balancesPenalty ? program.typicalTarget : inputScale * program.unitRatio
    (self.inputScale, responseScale) = (inputScale, scale)
    normal = program.source.normalSolver(scale: inputScale)
    penalty = method.penalty
    weights = Matrix(rows: program.dimension, columns: program.neurons)
    weightDual = weights
    activities = Matrix(rows: program.samples, columns: program.neurons)
    activityDual = activities
  }

  /// Iterates until `count` is `limit`; true if the weights stopped moving before.
  mutating func advance(to limit: Int) -> Bool {
    while count < limit {
      let before = weights
      if method.balancesPenalty && count + 1 >= nextBalance && count < 1_000 {
        let activitiesBefore = activities
        step()
        balance(weightsBefore: before, activitiesBefore: activitiesBefore)
        nextBalance += nextBalance / 2 + 10
      } else {
        step()
      }
      if method.stopsOnStagnation {
        let moved = (weights.elements - before.elements).norm2
        if moved < 5e-9 * Double(weights.elements.count) { return true }
      }
    }
    return false
  }

  /// W₁ and W₂ from W₃, relaxed towards it; then W₃ = (XXᵀ+I)⁻¹(X(W₁+U₁) + W₂+U₂); then the multipliers.
  mutating func step() {
    let (alpha, shrink) = (method.relaxation, shrinkage(distance: distance))
    for i in activities.elements.indices {
      activityDual.elements[i] += alpha * projected(i, shrink) + (1 - alpha) * activities.elements[i]
    }
    var relaxedWeights = sparseWeights()
    relaxedWeights.relax(by: alpha, from: weights)
    weightDual.elements.add(relaxedWeights.elements)
    var right = weightDual
    right.elements.add(program.source.adjoint(activityDual, workers: workers).elements, scale: 1 / inputScale)
    weights = normal.solve(right, near: weights)
    activities = program.source.activities(of: weights.scaled(by: 1 / inputScale), workers: workers)
    activityDual.elements.add(activities.elements, scale: -1)
    weightDual.elements.add(weights.elements, scale: -1)
    count += 1
  }

  /// ‖Z − Y‖ on Ω, Z = XᵀW₃ − U₁.
  private var distance: Double {
    program.active.reduce(0) { sum, i in
      let excess = activities.elements[i] - activityDual.elements[i] - target(i)
      return sum + excess * excess
    }.squareRoot()
  }

  /// T in the iteration's units.
  private func target(_ i: Int) -> Double { program.targets[i] / responseScale }

  /// An entry of W₁, the projection of Z onto the constraint set: towards Y on Ω, below V elsewhere.
  private func projected(_ i: Int, _ shrink: Double) -> Double {
    let z = activities.elements[i] - activityDual.elements[i]
    if program.isActive[i] { return target(i) + shrink * (z - target(i)) }
    return program.isBounded[i] ? min(z, target(i)) : z
  }

  private func activitiesInSet() -> Matrix {
    let shrink = shrinkage(distance: distance)
    return Matrix(
      rows: activities.rows, columns: activities.columns,
      elements: activities.elements.indices.map { projected($0, shrink) })
  }

  /// By what Z − Y is multiplied on Ω: into the ball, or by the proximal map of σ/2·‖·‖², σ = 1/λ in the iteration's units.
  private func shrinkage(distance: Double) -> Double {
    guard let fitWeight = program.fitWeight else {
      let radius = program.radius / responseScale
      return distance > radius ? radius / distance : 1
    }
    return penalty / (penalty + responseScale * inputScale * fitWeight)
  }

  /// W₂ = soft(W₃ − U₂, c/ρ).
  private func sparseWeights() -> Matrix {
    var w = weights
    let thresholds = program.costs.map { $0 / penalty }
    for i in w.elements.indices {
      let threshold = thresholds[i % thresholds.count]
      let x = w.elements[i] - weightDual.elements[i]
      w.elements[i] = x > threshold ? x - threshold : x < -threshold ? x + threshold : 0
    }
    return w
  }

  /// Multiplies ρ by √(relative primal residual / relative dual residual), within [1/5, 5].
  private mutating func balance(weightsBefore: Matrix, activitiesBefore: Matrix) {
    let (w1, w2) = (activitiesInSet(), sparseWeights())
    func norm(_ a: Matrix, _ b: Matrix) -> Double { [a.frobeniusNorm, b.frobeniusNorm].norm2 }
    func distance(_ a: Matrix, _ b: Matrix) -> Double { (a.elements - b.elements).norm2 }
    let primal = [distance(w1, activities), distance(w2, weights)].norm2 / norm(w1, w2)
    let dual =
      [distance(activities, activitiesBefore), distance(weights, weightsBefore)].norm2 / norm(activityDual, weightDual)
    guard primal > 0 && dual > 0 && primal.isFinite && dual.isFinite else { return }
    let factor = min(max((primal / dual).squareRoot(), 0.2), 5)
    penalty *= factor
    for i in activityDual.elements.indices { activityDual.elements[i] /= factor }
    for i in weightDual.elements.indices { weightDual.elements[i] /= factor }
  }
}

extension ADMMIteration {
  /// The sparse iterate W₂ and the multipliers ρU₁, certified.
  func solution(_ stop: StopReason) -> LayerSolution {
    let candidate = program.candidate(
      weights: scaledWeights, signed: multipliers, stop, method: .admm, iterations: count)
    return LayerSolution(program.original, candidate, settings)
  }

  /// ρU₁, the multipliers of Σc|u|, exactly 0 where W₁ is free to be what the weights make it: what is on the way to 0 there would count times v, which may be large.
  private var multipliers: Matrix {
    var dual = activityDual
    for i in dual.elements.indices where !program.isActive[i] {
      let isBinding = program.isBounded[i] && activities.elements[i] - dual.elements[i] > target(i)
      if !isBinding { dual.elements[i] = 0 }
    }
    return dual.scaled(by: penalty / inputScale)
  }

  /// W₂ in the program's units.
  private var scaledWeights: Matrix { sparseWeights().scaled(by: responseScale / inputScale) }

  /// Where the iteration stands, for Newton's method; the multipliers are those of Σc|u|.
  var estimate: LayerEstimate {
    LayerEstimate(weights: scaledWeights, signed: activityDual.scaled(by: penalty / inputScale), multiplier: 0)
  }

  /// The active sets that the next W₁ and W₂ would have.
  func activeSets() -> [NeuronActiveSet] {
    let w2 = sparseWeights()
    return (0..<program.neurons).map { m in
      let binding = (m * program.samples..<(m + 1) * program.samples).map { i in
        program.isBounded[i] && activities.elements[i] - activityDual.elements[i] > target(i)
      }
      return NeuronActiveSet(signs: w2.column(m).map { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 }, isBinding: binding)
    }
  }

  /// A ray, if the constraints have one: the increments of U₁ tend to it when no point satisfies them.
  ///
  /// Source: Banjac, Goulart, Stellato, Boyd, "Infeasibility detection in ADMM" (2019), theorem 3.
  mutating func infeasibilityProof() -> LayerSolution? {
    let before = activityDual.elements
    step()
    var increments = activityDual
    increments.elements.add(before, scale: -1)
    let estimate = solution(.iterationLimit)
    // On a feasible program every lower bound stays below the optimum, which the iterates approach; when they are slow
    // to, the projection is worth its cost.
    let bound = program.unscaled(signed: increments).lowerBound(program.original)
    guard count > settings.admm.patience || bound > 2 * estimate.objective, let ray = program.ray(near: increments)
    else { return nil }
    let proof = LayerSolution(program.original, estimate.candidate(.ray(ray)), settings)
    return proof.status == .infeasible ? proof : nil
  }
}

extension ScaledProgram {
  /// The root mean square of Y, or the largest |V| where Y = 0; never 0.
  var typicalTarget: Double {
    let mean = targets.selecting(active).norm2 / Double(targets.count).squareRoot()
    if mean > 0 { return mean }
    let largest = targets.normInfinity
    return largest > 0 ? largest : 1
  }
}

extension Matrix {
  func scaled(by factor: Double) -> Matrix {
    Matrix(rows: rows, columns: columns, elements: factor * elements)
  }

  /// self ← α·self + (1 − α)·from.
  fileprivate mutating func relax(by alpha: Double, from old: Matrix) {
    guard alpha != 1 else { return }
    for i in elements.indices { elements[i] = alpha * elements[i] + (1 - alpha) * old.elements[i] }
  }
}
