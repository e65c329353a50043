// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Parallel
import Synchronization

/// A layer with ε > 0 or of the regularised form, neuron by neuron: the multiplier σ of the ball decouples them
/// (``ProximalNeuron``), and is found as the root of ‖residual(σ)‖ = ε, which falls as σ grows. Every round solves
/// the neurons a little more closely from where they are, for the next σ; the judge ends it.
///
/// Source: the scalar root as in van den Berg, Friedlander, "Probing the Pareto frontier for basis pursuit solutions" (2008).
struct ProximalMultipliers {
  private let program: ScaledProgram
  private let settings: SolverSettings
  private let workers: Int
  private var neurons: [ProximalNeuron.State]
  /// How the residual of each depends on σ, since the last round.
  private var residuals: [ProximalNeuron.Residual] = []
  /// X; ‖x_j‖, by which its columns are divided; the size of the targets; the cost that counts as 1, and costs as its multiples.
  private let inputs: Matrix
  private let lengths: [Double]
  private let unit: Double
  private let costUnit: Double
  private let prices: [Double]
  private var sigma: Double
  /// ε in the units of the neurons, a little less where a gap is allowed: the last digits of σ need not be found then.
  private let radius: Double
  private var count = 0

  /// - Parameter estimate: weights and multipliers near the optimum's, |Xᵀ·signed| ≤ c about.
  init(_ program: ScaledProgram, near estimate: LayerEstimate, _ settings: SolverSettings, workers: Int) {
    (self.program, self.settings, self.workers) = (program, settings, workers)
    let unit = program.typicalTarget
    let lengths = program.source.squaredNorms.map { $0 > 0 ? $0.squareRoot() : 1 }
    let relative = zip(program.costs, lengths).map { $0 / $1 }
    let costUnit = relative.sorted()[relative.count / 2]
    (self.unit, self.lengths, self.costUnit, inputs) = (unit, lengths, costUnit, program.inputs)
    prices = relative.map { $0 / costUnit }
    radius = program.radius / unit * (settings.gap > 1e-8 ? 1 - settings.gap / 20 : 1)
    neurons = (0..<program.neurons).map { m in
      let first = m * program.samples
      let binding = (0..<program.samples).filter {
        program.isBounded[first + $0] && estimate.signed.elements[first + $0] < 0
      }
      return ProximalNeuron.State(
        weights: lengths.indices.map { estimate.weights[$0, m] * lengths[$0] / unit }, binding: binding,
        multipliers: binding.map { -estimate.signed.elements[first + $0] / costUnit })
    }
    let norm = estimate.signed.elements.selecting(program.active).norm2 / costUnit
    sigma = program.fitWeight.map { $0 * unit / costUnit } ?? norm / (program.radius / unit)
  }

  /// Rounds until the judge is content; nil if σ has no root, or more rounds would not help.
  mutating func solve() -> LayerSolution? {
    var tolerance = settings.proximal.roughly
    var strides = 0
    for round in 1...settings.proximal.rounds {
      guard sigma > 0, sigma.isFinite, strides <= settings.proximal.strideLimit else { return nil }
      count += settle(to: tolerance, round)
      let next = nextMultiplier()
      let change = abs(next / sigma - 1)
      strides += next >= settings.proximal.stride * sigma ? 1 : 0
      if tolerance <= settings.proximal.closely(settings) || change < 1e-2 {
        let solution = solution()
        let isReady = solution.status == .optimal || change < 1e-3
        if settings.gap <= 1e-8, isReady, let exact = polished(), exact.status == .optimal { return exact }
        if solution.status == .optimal { return solution }
      }
      tolerance = max(min(0.01 * change, 0.1 * tolerance), settings.proximal.least)
      sigma = next
    }
    return nil
  }

  /// All neurons at this σ; the Newton steps of the one that took most.
  private mutating func settle(to tolerance: Double, _ round: Int) -> Int {
    let penalty = ProximalNeuron.Penalty(
      sigma: sigma, rho: settings.proximal.penalty * sigma, tau: settings.proximal.proximity / sigma)
    let (limit, progress, total) = (settings.proximal.stepLimit, settings.progress, neurons.count)
    let done = Atomic(0)
    let current = self
    let settled = concurrentMap(total, workers: workers) { m in
      var neuron = current.neuron(m)
      let steps = neuron.solve(penalty, tolerance: tolerance, limit: limit)
      let count = done.add(1, ordering: .relaxed).newValue
      progress?(SolveProgress(round: round, settled: count, neurons: total))
      return (state: neuron.state, residual: neuron.residual(), steps: steps)
    }
    (neurons, residuals) = (settled.map(\.state), settled.map(\.residual))
    return settled.reduce(0) { max($0, $1.steps) }
  }

  private func neuron(_ m: Int) -> ProximalNeuron {
    let rows = m * program.samples..<(m + 1) * program.samples
    return ProximalNeuron(
      neurons[m], inputs: inputs, scales: lengths.map { 1 / $0 }, costs: prices,
      active: rows.filter { program.isActive[$0] }.map { $0 - rows.lowerBound },
      bounded: rows.filter { program.isBounded[$0] }.map { $0 - rows.lowerBound },
      targets: rows.map { program.targets[$0] / unit })
  }

  /// The σ at which the residual would be ε if the sets stayed, from Σmisfit² + Σchange²/σ² = ε²; in bounded steps.
  private func nextMultiplier() -> Double {
    guard program.fitWeight == nil else { return sigma }
    let room = radius * radius - residuals.reduce(0) { $0 + $1.misfit }
    let change = residuals.reduce(0) { $0 + $1.change }
    let wanted = room > 0 ? (change / room).squareRoot() : .infinity
    return min(max(wanted, sigma / settings.proximal.stride), settings.proximal.stride * sigma)
  }

  private var weights: Matrix {
    var all = Matrix(rows: program.dimension, columns: program.neurons)
    for (m, neuron) in neurons.enumerated() {
      for j in 0..<program.dimension { all[j, m] = neuron.weights[j] * unit / lengths[j] }
    }
    return all
  }

  /// ν = σ(y − A·u) on Ω, −η elsewhere.
  private var signed: Matrix {
    var all = inputs * weights
    for i in all.elements.indices {
      all.elements[i] = program.isActive[i] ? sigma * (program.targets[i] - all.elements[i]) / unit : 0
    }
    for (m, neuron) in neurons.enumerated() {
      for (p, multiplier) in zip(neuron.binding, neuron.multipliers) { all[p, m] = -multiplier }
    }
    return all
  }

  private func solution() -> LayerSolution {
    let candidate = program.candidate(
      weights: weights, signed: signed, .converged, method: .newton, iterations: count)
    return LayerSolution(program.original, candidate, settings)
  }

  /// Newton's method from the active sets, all of which are right or nearly so.
  private func polished() -> LayerSolution? {
    let estimate = LayerEstimate(weights: weights, signed: signed, multiplier: 0)
    let sets = neurons.map { neuron in
      var isBinding = [Bool](repeating: false, count: program.samples)
      for p in neuron.binding { isBinding[p] = true }
      return NeuronActiveSet(signs: neuron.weights.map { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 }, isBinding: isBinding)
    }
    var newton = ActiveSetNewton(program, from: sets, near: estimate, settings, workers: workers)
    guard let exact = newton.solve(stepLimit: 30) else { return nil }
    return newton.isAtCorner ? exact : exact.movedToCorner(of: program, settings)
  }
}
