// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import Parallel

extension LayerProgram {
  /// Solves the program and certifies the result; whatever the method, the status is judged on the numbers returned.
  ///
  /// `workers`: how many threads the neurons are shared among, by the homotopy and Newton's method; the result is
  /// the same for any number.
  ///
  /// - Precondition: `method.applies(to: fit)`.
  public func solve(
    method: LayerMethod = .automatic, settings: SolverSettings = SolverSettings(), workers: Int = 1
  ) -> LayerSolution {
    precondition(method.applies(to: fit), "\(method.rawValue) does not apply to \(fit)")
    if method != .publishedADMM, let trivial = trivialSolution(settings) { return trivial }
    let solution =
      switch method {
      case .automatic: epsilon == 0 ? solveExactly(settings, workers) : solveInTurn(settings, workers)
      case .newton: solveByNewton(atMost: settings.admm.iterationLimit, settings, workers)
      case .homotopy: solveByNeuron(.all, settings, workers) { Homotopy(settings).solve($0) }
      case .interiorPoint where epsilon == 0:
        solveByNeuron(.all, settings, workers) { $0.solveByInteriorPoint(settings) }
      case .interiorPoint: solveByInteriorPoint(settings)
      case .admm: ADMM.accelerated.solve(self, settings)
      case .publishedADMM: ADMM.published.solve(self, settings)
      }
    return method == .publishedADMM ? solution : solution.withExactZeros(of: self, settings)
  }

  /// U = 0 where that is optimal, or where no U makes a difference.
  private func trivialSolution(_ settings: SolverSettings) -> LayerSolution? {
    let isBlank = source.largestEntry == 0
    guard isBlank || lambda != nil || responses.frobeniusNorm <= epsilon else { return nil }
    let origin = origin(isBlank ? .ray(residualOfOrigin) : .converged, settings)
    return origin.status == .optimal || isBlank ? origin : nil
  }

  /// U = 0; what it leaves, Y itself, are the multipliers that prove it in the regularised form.
  private func origin(_ stop: StopReason, _ settings: SolverSettings) -> LayerSolution {
    let candidate = Candidate(
      weights: Matrix(rows: dimension, columns: neurons),
      multipliers: LayerMultipliers(signed: lambda == nil ? Matrix(rows: samples, columns: neurons) : responses),
      stop: stop, method: "origin", iterations: 0)
    return LayerSolution(self, candidate, settings)
  }

  /// ε = 0: every neuron by the homotopy, and those it fails on by the interior-point method.
  private func solveExactly(_ settings: SolverSettings, _ workers: Int) -> LayerSolution {
    solveByNeuron(.all, settings, workers) { neuron in
      let exact = Homotopy(settings).solve(neuron)
      guard exact.status == .notConverged else { return exact }
      let interior = neuron.solveByInteriorPoint(settings)
      if interior.status != .notConverged { return interior }
      let approximate = ADMM.accelerated.solve(neuron, settings)
      return approximate.status != .notConverged ? approximate : exact.isFeasible ? exact : interior
    }
  }

  private func solveByNewton(atMost limit: Int, _ settings: SolverSettings, _ workers: Int) -> LayerSolution {
    var newton = NewtonFromADMM(self, settings, workers: workers)
    return newton.solve(atMost: limit)
  }

  /// Newton's method, on every real and random layer measured the fastest by far; the interior-point method where that gives up; and
  /// Newton's method from many more iterations of ADMM where both do.
  private func solveInTurn(_ settings: SolverSettings, _ workers: Int) -> LayerSolution {
    var newton = NewtonFromADMM(self, settings, workers: workers)
    let quick = newton.solve(atMost: settings.proximal.start)
    if quick.status != .notConverged { return quick }
    let interior = solveByInteriorPoint(settings)
    if interior.status != .notConverged { return interior }
    let slow = newton.solve(atMost: settings.newton.slowLimit)
    return slow.status != .notConverged ? slow : interior
  }

  /// Inside the optimal face, then at one of its corners; from nearer or further inside if that gets stuck.
  func solveByInteriorPoint(_ settings: SolverSettings) -> LayerSolution {
    let scaled = ScaledProgram(self, settings)
    let program = epsilon == 0 && scaled.dimension > 0 ? scaled.whitened() : scaled
    var best: LayerSolution?
    for distance in settings.interiorPoint.distances {
      let solution = InteriorPoint(distance: distance, settings: settings).solve(program).crossedOver(settings)
      if solution.status != .notConverged { return solution }
      if best.map({ !$0.isFeasible && solution.isFeasible }) ?? true { best = solution }
    }
    guard let best else { preconditionFailure("at least one distance") }
    return best
  }

  /// Which samples of a neuron count.
  enum Samples { case all, inactive }

  /// Solves neuron by neuron, where they are separate programs, and certifies the result on the layer as a whole.
  func solveByNeuron(
    _ samples: Samples, _ settings: SolverSettings, _ workers: Int,
    _ solve: @Sendable (LayerProgram) -> LayerSolution
  ) -> LayerSolution {
    let rows = (0..<neurons).map { m in
      (0..<self.samples).filter { samples == .all || !isActive(sample: $0, neuron: m) }
    }
    let parts = concurrentMap(neurons, workers: workers) { m in
      let alone = neuron(m)
      return solve(samples == .all ? alone : alone.restricted(to: rows[m], fit: .within(epsilon: 0)))
    }
    var candidate = Candidate(
      weights: Matrix(rows: dimension, columns: 0),
      multipliers: LayerMultipliers(signed: Matrix(rows: self.samples, columns: neurons)), stop: .converged,
      method: Set(parts.map(\.method)).sorted(by: >).joined(separator: " and "), iterations: 0)
    for (m, part) in parts.enumerated() {
      candidate.weights.appendColumn(part.weights.elements)
      candidate.iterations += part.iterations
      for (i, p) in rows[m].enumerated() { candidate.multipliers.signed[p, m] = part.multipliers.signed[i, 0] }
      if part.status == .notConverged, part.stop.ray == nil { candidate.stop = part.stop }
    }
    // Only one neuron's: a ray of several would prove what the weaker of them does.
    let contradiction = parts.firstIndex { $0.status == .infeasible } ?? parts.firstIndex { $0.stop.ray != nil }
    if let m = contradiction, let ray = parts[m].stop.ray {
      candidate.stop = .ray(ray.lifted(to: rows[m], of: self.samples, neuron: m, of: neurons))
    }
    return LayerSolution(self, candidate, settings)
  }
}
