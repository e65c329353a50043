// SPDX-License-Identifier: GPL-3.0-or-later

/// e_1, …, e_L of the recurrence e_ℓ = a_ℓ + f_ℓ·e_{ℓ−1}, e_0 = 0: what a network makes of the discrepancies a_ℓ that its
/// layers add when layer ℓ is f_ℓ-Lipschitz; in closed form e_ℓ = Σ_{j≤ℓ} a_j·Π_{j<k≤ℓ} f_k.
func propagated(_ added: [Double], factors: [Double]) -> [Double] {
  precondition(added.count == factors.count, "a factor for every layer")
  var bounds: [Double] = []
  for (discrepancy, factor) in zip(added, factors) {
    let before = bounds.last.map { factor * $0 } ?? 0
    bounds.append(discrepancy + before)
  }
  return bounds
}
