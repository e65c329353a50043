// SPDX-License-Identifier: GPL-3.0-or-later

/// Holm's adjusted p-values, in the order given: those at or below α are rejected at a family-wise false-alarm rate of
/// at most α, however the tests depend on each other.
///
/// p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1) p₍ⱼ₎) for the sorted p₍₁₎ ≤ … ≤ p₍ₘ₎. Source: Holm, Scand. J. Statist. 6
/// (1979).
public func holmAdjusted(_ pValues: [Double]) -> [Double] {
  var adjusted = pValues
  var largest = 0.0
  for (rank, index) in pValues.indices.sorted(by: { pValues[$0] < pValues[$1] }).enumerated() {
    largest = max(largest, min(1, Double(pValues.count - rank) * pValues[index]))
    adjusted[index] = largest
  }
  return adjusted
}
