// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra

/// A point of the dual of a `LayerProgram`: ν on the active entries, η ≥ 0 on the others.
public struct LayerMultipliers: Sendable {
  /// P×M: ν where y > 0 (everywhere for a linear layer), −η elsewhere.
  public var signed: Matrix
  /// What `signed` leaves out of a ray that is known to more digits than doubles have; nil for 0.
  var low: Matrix?

  /// The point of the dual with these signed multipliers, P×M, at any scale.
  public init(signed: Matrix) { self.signed = signed }

  /// The lower bound on min ‖U‖₁ that (ν, η) proves, whatever produced it.
  ///
  /// With g = Σ⟨y, ν⟩ − ε‖ν‖_F − Σ⟨v, η⟩ and the reduced costs C = XᵀN (N the signed multipliers), every feasible U has
  /// g ≤ ⟨U, C⟩ ≤ ‖U‖₁·max|C|, so the optimum is at least g/max|C|. At ε = 0 the neurons are separate programs and
  /// their bounds add up. In the regularised form t·(⟨y, ν⟩ − ⟨v, η⟩) − λt²‖ν‖²/2 is a bound for every t ≤ 1/max|C|. Entries of
  /// the wrong sign are set to 0 first. Beyond the range of doubles the bound is 0.
  ///
  /// - Complexity: one product with the inputs, 2·P·N·M flops.
  public func lowerBound(_ program: LayerProgram) -> Double {
    let proper = clipped(to: program).normalised
    let costs = program.source.adjoint(proper.signed)
    guard program.epsilon > 0 else {
      return (0..<program.neurons).reduce(0) { sum, m in
        let value = proper.gain(program, neuron: m)
        return value > 0 && value.isFinite ? sum + value.over(Array(costs.column(m)).normInfinity) : sum
      }
    }
    let value = (0..<program.neurons).reduce(0) { $0 + proper.gain(program, neuron: $1) }
    let (cost, norm) = (costs.elements.normInfinity, proper.activeNorm(program))
    guard value > 0, value.isFinite else { return 0 }
    guard let lambda = program.lambda else {
      let spent = program.epsilon * norm
      return value > spent ? (value - spent).over(cost) : 0
    }
    let scale = min(1 / cost, value / (lambda * norm * norm))
    let bound = scale.isFinite ? scale * (value - lambda * scale * norm * norm / 2) : .infinity
    return bound.isNaN ? 0 : bound
  }

  /// Σ N·t of a neuron, 0 where t = ∞.
  private func gain(_ program: LayerProgram, neuron m: Int) -> Double {
    (m * signed.rows..<(m + 1) * signed.rows).reduce(0) { sum, i in
      let target = program.target(i)
      return target.isFinite ? sum + signed.elements[i] * target : sum
    }
  }

  /// ‖ν‖_F.
  private func activeNorm(_ program: LayerProgram) -> Double {
    (0..<signed.columns).map { m in
      (m * signed.rows..<(m + 1) * signed.rows).filter(program.isActive).map { signed.elements[$0] }.norm2
    }.norm2
  }

  /// N·t entry by entry, 0 where t = ∞; and ε‖ν‖_F, 0 in the regularised form.
  func terms(_ program: LayerProgram) -> (values: [Double], spent: Double) {
    let values = zip(signed.elements, program.targets).map { $1.isFinite ? $0 * $1 : 0 }
    let radius = program.lambda == nil && program.epsilon > 0 ? program.epsilon : 0
    return (values, radius > 0 ? radius * activeNorm(program) : 0)
  }

  /// The same with entries of the wrong sign, and those of absent bounds, set to 0: a point of the dual up to scale. It is not copied
  /// where it is one already.
  func clipped(to program: LayerProgram) -> LayerMultipliers {
    func isProper(_ i: Int) -> Bool {
      program.isActive(i) || (program.target(i).isFinite ? signed.elements[i] <= 0 : signed.elements[i] == 0)
    }
    guard !signed.elements.indices.allSatisfy(isProper) || low != nil else { return self }
    var clipped = self
    for i in signed.elements.indices where !isProper(i) { clipped.signed.elements[i] = 0 }
    for i in signed.elements.indices where clipped.signed.elements[i] == 0 { clipped.low?.elements[i] = 0 }
    return clipped
  }

  /// Divided by a power of two, so that the largest entry is of order 1/P: sums of it with the largest doubles do not overflow.
  var normalised: LayerMultipliers {
    let largest = signed.elements.normInfinity
    guard largest > 0, largest.isFinite else { return self }
    let exponent = -largest.exponentOrZero - Int(Double(signed.rows).exponent) - 2
    var all = LayerMultipliers(signed: signed.scaled(by: .twoTo(exponent)))
    all.low = low?.scaled(by: .twoTo(exponent))
    return all
  }

  /// One neuron's multipliers of the samples `rows` as those of neuron `m` of a layer that has all samples; 0 elsewhere.
  func lifted(to rows: [Int], of samples: Int, neuron m: Int = 0, of neurons: Int = 1) -> LayerMultipliers {
    func lifted(_ values: Matrix) -> Matrix {
      var all = Matrix(rows: samples, columns: neurons)
      for (i, p) in rows.enumerated() { all[p, m] = values[i, 0] }
      return all
    }
    var whole = LayerMultipliers(signed: lifted(signed))
    whole.low = low.map(lifted)
    return whole
  }

  func withoutActivePart(in program: LayerProgram) -> LayerMultipliers {
    var inactive = self
    for (i, isActive) in program.activity.enumerated() where isActive {
      inactive.signed.elements[i] = 0
      inactive.low?.elements[i] = 0
    }
    return inactive
  }
}

extension Double {
  /// self/cost for a proof: nothing where the cost is not known.
  fileprivate func over(_ cost: Double) -> Double { cost.isNaN ? 0 : self / cost }

  /// The exponent, within what a power of two can undo; 0 for 0 and for what is not finite.
  var exponentOrZero: Int { self != 0 && isFinite ? min(max(Int(exponent), -1000), 1000) : 0 }
}
