// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// What a ray proves: multipliers N with gain g = Σ⟨y, ν⟩ − ε‖ν‖_F − Σ⟨v, η⟩ > 0 whose costs C = XᵀN should vanish.
///
/// Every feasible U has g ≤ ⟨U, C⟩. So no solution has ‖U‖₁ below g/max|C|: the excluded norm. That alone says little
/// about whether there is a solution: with inputs of 10⁻⁵, weights of 10⁵ are ordinary. What does is the size of the
/// terms x_{jp}u_j that make up the activities. With δ = max |C_j|/Σ_p|x_{jp}N_p|, the relative change of the data that makes
/// the ray exact (Oettli and Prager),
///
///     g ≤ δ·Σ_p |N_p|·Σ_j |x_{jp}u_j|,
///
/// hence the terms are on average, weighted by |N_p|, at least g/(δ·Σ|N_p t_p|) times as large as the targets t
/// they have to add up to. This *cancellation* does not depend on the units of any input or sample; from
/// ``SolverSettings/cancellation`` on no weights in doubles can be told to be feasible. For an exact ray it is infinite.
///
/// C is computed in twice the working precision, and so is the ray where a solver knows it (``LayerMultipliers``); g is
/// reduced by what rounding can have added. Both numbers are lower bounds.
///
/// Source: Oettli, Prager (1964).
struct Exclusion {
  private(set) var norm = 0.0
  private(set) var cancellation = 0.0

  /// - Parameter ray: with the signs that multipliers must have.
  init(by ray: LayerMultipliers, in program: LayerProgram) {
    let n = program.lambda == nil ? ray.normalised : ray.withoutActivePart(in: program).normalised
    let (terms, spent) = n.terms(program)
    let size = terms.norm1
    let rest = n.low.map { LayerMultipliers(signed: $0).terms(program) }
    let rounding = 2 * .ulpOfOne * Double(terms.count + 4) * (size + spent)
    let gain = terms.reduce(0, +) - spent - rounding - (rest.map { $0.values.norm1 + $0.spent } ?? 0)
    guard gain > 0, gain.isFinite, size.isFinite else { return }
    let (cost, share) = n.costs(program.inputs)
    guard cost.isFinite && share.isFinite else { return }
    norm = gain / cost
    cancellation = gain / (share * size)
  }
}

extension LayerMultipliers {
  /// max|C| and max |C_j|/Σ_p|x_{jp}N_p|, each rounded up; 0 where all that is 0 is so exactly.
  fileprivate func costs(_ inputs: Matrix) -> (largest: Double, share: Double) {
    let rounding = Double(inputs.rows + 2) * .ulpOfOne
    var (largest, share) = (0.0, 0.0)
    for m in 0..<signed.columns where signed.column(m).contains(where: { $0 != 0 }) {
      let (values, sizes) = inputs.compensatedTransposeTimes(
        Array(signed.column(m)), low: low.map { Array($0.column(m)) })
      for j in values.indices where sizes[j] > 0 {
        if values[j] == 0 && low == nil && isExact(inputs, j, m) { continue }
        let cost = abs(values[j]) * (1 + .ulpOfOne) + rounding * rounding * sizes[j]
        guard cost.isFinite else { return (.infinity, .infinity) }
        (largest, share) = (max(largest, cost), max(share, cost / sizes[j]))
      }
    }
    return (largest, share)
  }

  /// Whether every product of input j with column m is a double: what cancels then cancels exactly.
  private func isExact(_ inputs: Matrix, _ j: Int, _ m: Int) -> Bool {
    (0..<inputs.rows).allSatisfy { p in
      let (x, n) = (inputs[p, j], signed[p, m])
      return (-(x * n)).addingProduct(x, n) == 0
    }
  }
}
