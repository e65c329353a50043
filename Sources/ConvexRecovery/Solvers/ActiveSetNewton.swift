// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Parallel

/// Newton's method on the optimality conditions of a `LayerProgram` with ε > 0 or of the regularised form, from active sets near the optimum's.
///
/// Given the active sets, each neuron's conditions are linear up to σ, the ball's multiplier, and Σ‖y − A·u‖² = ε² gives
/// σ in closed form (`StationaryLine`); in the regularised form σ = 1/λ. Entries of wrong sign leave the sets, violated conditions enter, and the step
/// repeats until nothing fails: a semismooth Newton step each, finite when started close enough, and of no use when not.
///
/// - Complexity: a step costs 4·P·N·M flops and the factorisations of the neurons whose sets changed.
///
/// Source: Hintermüller, Ito, Kunisch, "The primal-dual active set strategy as a semismooth Newton method" (2002).
struct ActiveSetNewton {
  private let program: ScaledProgram
  private let settings: SolverSettings
  /// How many threads share the neurons whose sets changed.
  private let workers: Int
  private let inputs: Matrix
  /// Ω, neuron by neuron.
  private let active: [[Int]]
  private var sets: [NeuronActiveSet]
  /// nil where the sets have changed.
  private var lines: [StationaryLine?]
  private var pivoting: [BlockPivoting]
  private var estimate: LayerEstimate
  /// How many conditions failed at the last step, and whether σ could take the value the sets ask for.
  private var failures = Int.max
  private var isSettled = false

  /// - Parameter estimate: a solution near the optimum; its multipliers in any scale, that of the ball not known.
  init(
    _ program: ScaledProgram, from sets: [NeuronActiveSet], near estimate: LayerEstimate, _ settings: SolverSettings,
    workers: Int = 1
  ) {
    (self.program, self.settings, self.workers) = (program, settings, workers)
    inputs = program.inputs
    self.sets = sets
    let samples = program.samples
    active = (0..<program.neurons).map { m in (0..<samples).filter { program.isActive[m * samples + $0] } }
    lines = Array(repeating: nil, count: sets.count)
    pivoting = Array(repeating: BlockPivoting(patience: 3), count: sets.count)
    var signed = estimate.signed
    let costs = Matrix.product(transposed: inputs, signed).elements
    let cost = costs.indices.reduce(0) { max($0, abs(costs[$1]) / program.costs[$1 % program.dimension]) }
    if cost > 0 { for i in signed.elements.indices { signed.elements[i] /= cost } }
    let norm = signed.elements.selecting(program.active).norm2
    self.estimate = LayerEstimate(
      weights: estimate.weights, signed: signed, multiplier: program.fitWeight ?? norm / program.radius)
  }

  /// Whether every neuron's weights are the only ones on their support, hence a corner of the optimal face.
  var isAtCorner: Bool { lines.allSatisfy { $0?.isUnique ?? false } }

  /// Steps until no condition fails and certifies the point; nil if that takes more than `stepLimit`, or as soon as the
  /// number of failures stops falling fast.
  mutating func solve(stepLimit: Int) -> LayerSolution? {
    var progress = BlockPivoting(patience: 1, factor: 0.8)
    for step in 1...stepLimit {
      guard refreshLines(), let sigma = nextMultiplier() else { return nil }
      moveToStationaryPoint(sigma)
      exchangeFailures()
      if failures == 0 && isSettled {
        let candidate = program.candidate(
          weights: estimate.weights, signed: estimate.signed, .converged, method: .newton, iterations: step)
        return LayerSolution(program.original, candidate, settings)
      }
      if progress.hasStalled(failures: failures) { return nil }
    }
    return nil
  }

  private mutating func refreshLines() -> Bool {
    guard estimate.multiplier > 0 else { return false }
    let changed = lines.indices.filter { lines[$0] == nil }
    let (program, inputs, active, sets, estimate) = (program, inputs, active, sets, estimate)
    let found = concurrentMap(changed.count, workers: workers) { i in
      let m = changed[i]
      return StationaryLine(program, inputs, neuron: m, active: active[m], sets[m], near: estimate)
    }
    for (m, line) in zip(changed, found) { lines[m] = line }
    return found.allSatisfy { $0 != nil }
  }

  /// σ from Σ‖y − A·u₀‖² + Σ‖A·d‖²/σ² = ε², in bounded steps: wrong sets can put it anywhere. Where the sets cannot
  /// fit Y to within ε although no condition fails, σ is too small.
  private mutating func nextMultiplier() -> Double? {
    if let fitWeight = program.fitWeight {
      isSettled = true
      return fitWeight
    }
    let misfit = lines.reduce(0) { $0 + ($1.map { $0.misfit.dot($0.misfit) } ?? 0) }
    let change = lines.reduce(0) { $0 + ($1.map { $0.change.dot($0.change) } ?? 0) }
    let room = program.radius * program.radius - misfit
    let old = estimate.multiplier
    let wanted = room > 0 ? (change / room).squareRoot() : failures == 0 ? .infinity : old
    let sigma = min(max(wanted, old / 100), 100 * old)
    isSettled = room > 0 && sigma == wanted
    return sigma > 0 && sigma.isFinite ? sigma : nil
  }

  private mutating func moveToStationaryPoint(_ sigma: Double) {
    estimate = LayerEstimate(
      weights: Matrix(rows: program.dimension, columns: program.neurons),
      signed: Matrix(rows: program.samples, columns: program.neurons), multiplier: sigma)
    for case (let m, let line?) in lines.enumerated() {
      for (i, j) in line.support.enumerated() {
        estimate.weights[j, m] = line.fit.primal[i] - line.shrinkage.primal[i] / sigma
      }
      for (i, p) in active[m].enumerated() { estimate.signed[p, m] = sigma * line.misfit[i] + line.change[i] }
      for (i, p) in line.binding.enumerated() {
        estimate.signed[p, m] = line.shrinkage.dual[i] - sigma * line.fit.dual[i]
      }
    }
  }

  /// Moves entries whose conditions fail in or out of the sets: all of a neuron's, or the last while it cycles.
  private mutating func exchangeFailures() {
    let activities = inputs * estimate.weights
    let costs = Matrix.product(transposed: inputs, estimate.signed)
    failures = 0
    for m in sets.indices {
      let rows = failingRows(of: m, activities)
      let weights = failingWeights(of: m, costs)
      guard !rows.isEmpty || !weights.isEmpty else { continue }
      failures += rows.count + weights.count
      lines[m] = nil
      let singly = pivoting[m].hasStalled(failures: rows.count + weights.count)
      for p in singly ? rows.suffix(1) : rows[...] { sets[m].isBinding[p].toggle() }
      for j in singly ? weights.suffix(rows.isEmpty ? 1 : 0) : weights[...] {
        sets[m].signs[j] = sets[m].signs[j] != 0 ? 0 : costs[j, m] < 0 ? -1 : 1
      }
    }
  }

  /// Non-zero weights of the wrong sign, and zero weights whose reduced cost exceeds 1.
  private func failingWeights(of m: Int, _ costs: Matrix) -> [Int] {
    sets[m].signs.indices.filter { j in
      let sign = sets[m].signs[j]
      return sign != 0
        ? sign * estimate.weights[j, m] <= 0 : abs(costs[j, m]) > program.costs[j] * (1 + settings.newton.slop)
    }
  }

  /// Binding inequalities whose multiplier η is not positive, and free ones that are violated.
  private func failingRows(of m: Int, _ activities: Matrix) -> [Int] {
    sets[m].isBinding.indices.filter { p in
      let i = m * program.samples + p
      guard program.isBounded[i] else { return false }
      return sets[m].isBinding[p]
        ? estimate.signed[p, m] >= 0
        : activities[p, m] > program.targets[i] + settings.newton.slop * max(abs(program.targets[i]), 1)
    }
  }
}
