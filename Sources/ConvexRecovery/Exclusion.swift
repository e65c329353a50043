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
/// C is computed in twice the working precision and g is reduced by what rounding can have added, so that both numbers are lower bounds.
///
/// Source: Oettli, Prager (1964); the compensated product of Ogita, Rump, Oishi, "Accurate sum and dot product" (2005).
struct Exclusion {
  private(set) var norm = 0.0
  private(set) var cancellation = 0.0

  /// - Parameter ray: with the signs that multipliers must have.
  init(by ray: LayerMultipliers, in program: LayerProgram) {
    let n = program.lambda == nil ? ray.normalised : ray.withoutActivePart(in: program).normalised
    let (terms, radius) = n.terms(program)
    let (size, spent) = (terms.reduce(0) { $0 + abs($1) }, radius)
    let gain = terms.reduce(0, +) - spent - 2.0.squareRoot() * .ulpOfOne * Double(terms.count + 4) * (size + spent)
    guard gain > 0, gain.isFinite, size.isFinite else { return }
    let (cost, share) = n.costs(program.inputs)
    guard cost.isFinite && share.isFinite else { return }
    norm = gain / cost
    cancellation = gain / (share * size)
  }
}

extension LayerMultipliers {
  /// max|C| and max |C_j|/Σ_p|x_{jp}N_p|, each rounded up.
  fileprivate func costs(_ inputs: Matrix) -> (largest: Double, share: Double) {
    let rows = inputs.rows
    let unit = Double.ulpOfOne / 2
    var (largest, share) = (0.0, 0.0)
    for m in 0..<signed.columns where signed.column(m).contains(where: { $0 != 0 }) {
      for j in 0..<inputs.columns {
        var (high, low, size) = (0.0, 0.0, 0.0)
        for p in 0..<rows {
          let (x, n) = (inputs.elements[j * rows + p], signed.elements[m * rows + p])
          let product = x * n
          let sum = high + product
          let back = sum - high
          low += ((high - (sum - back)) + (product - back)) + (-product).addingProduct(x, n)
          high = sum
          size += abs(product)
        }
        guard size > 0 else { continue }
        let rounding = Double(rows + 2) * unit
        let cost = abs(high + low) * (1 + 4 * unit) + 4 * rounding * rounding * size
        // A sum whose terms and total are exact is 0 for certain.
        if high == 0 && low == 0 && isExact(inputs, j, m) { continue }
        if !cost.isFinite { return (.infinity, .infinity) }
        largest = max(largest, cost)
        share = max(share, cost / size)
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
