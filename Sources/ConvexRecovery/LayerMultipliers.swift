// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A point of the dual of a `LayerProgram`: ν on the active entries, η ≥ 0 on the others.
public struct LayerMultipliers: Sendable {
  /// P×M: ν where y > 0 (everywhere for a linear layer), −η elsewhere.
  public var signed: Matrix

  public init(signed: Matrix) { self.signed = signed }

  /// The lower bound on min ‖U‖₁ that (ν, η) proves, whatever produced it.
  ///
  /// With g = Σ⟨y, ν⟩ − ε‖ν‖_F − Σ⟨v, η⟩ and the reduced costs C = XᵀN (N the signed multipliers), every feasible U has
  /// g ≤ ⟨U, C⟩ ≤ ‖U‖₁·max|C|, so the optimum is at least g/max|C|. At ε = 0 the neurons are separate programs and
  /// their bounds add up. In the regularised form t·(⟨y, ν⟩ − ⟨v, η⟩) − λt²‖ν‖²/2 is a bound for every t ≤ 1/max|C|. Entries of
  /// the wrong sign are set to 0 first.
  ///
  /// - Complexity: one product with the inputs, 2·P·N·M flops.
  public func lowerBound(_ program: LayerProgram) -> Double {
    let proper = clipped(to: program).signed
    let costs = program.source.adjoint(proper)
    let values = (0..<program.neurons).map { m in
      (0..<program.samples).reduce(0.0) { $0 + proper[$1, m] * program.target(sample: $1, neuron: m) }
    }
    guard program.epsilon > 0 else {
      return values.indices.reduce(0) { sum, m in
        values[m] > 0 ? sum + values[m] / Array(costs.column(m)).normInfinity : sum
      }
    }
    let (norm, cost) = (activePart(of: proper, in: program).frobeniusNorm, costs.elements.normInfinity)
    guard let lambda = program.lambda else {
      let value = values.reduce(0, +) - program.epsilon * norm
      return value > 0 ? value / cost : 0
    }
    let value = values.reduce(0, +)
    guard value > 0 else { return 0 }
    let scale = min(1 / cost, value / (lambda * norm * norm))
    return scale.isFinite ? scale * (value - lambda * scale * norm * norm / 2) : .infinity
  }

  /// The lower bound on ‖U‖₁ alone; the same as ``lowerBound(_:)`` in the constrained form.
  ///
  /// In the regularised form only the inequalities force ‖U‖₁ up.
  func normBound(_ program: LayerProgram) -> Double {
    guard program.lambda != nil else { return lowerBound(program) }
    var inactive = clipped(to: program).signed
    inactive.elements.add(activePart(of: inactive, in: program).elements, scale: -1)
    return LayerMultipliers(signed: inactive).lowerBound(program)
  }

  /// The same with entries of the wrong sign set to 0: a point of the dual up to scale.
  func clipped(to program: LayerProgram) -> LayerMultipliers {
    var proper = signed
    for m in 0..<program.neurons {
      for p in 0..<program.samples where !program.isActive(sample: p, neuron: m) { proper[p, m] = min(signed[p, m], 0) }
    }
    return LayerMultipliers(signed: proper)
  }

  private func activePart(of matrix: Matrix, in program: LayerProgram) -> Matrix {
    var active = matrix
    for m in 0..<program.neurons {
      for p in 0..<program.samples where !program.isActive(sample: p, neuron: m) { active[p, m] = 0 }
    }
    return active
  }
}

extension LayerProgram {
  /// y_{m,p} where it binds as an equality, v_{m,p} where it bounds.
  func target(sample p: Int, neuron m: Int) -> Double {
    isActive(sample: p, neuron: m) ? responses[p, m] : slack?[p, m] ?? 0
  }
}
