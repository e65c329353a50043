// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import RecoveryTheory

/// w_j = Φ⁻¹((j − ½)/s) for j ≤ s, else 0: the weights of the reference table.
func quantileWeights(_ dimension: Int, _ sparsity: Int) -> [Double] {
  (1...dimension).map { j in j <= sparsity ? normalQuantile((Double(j) - 0.5) / Double(sparsity)) : 0 }
}

/// Φ⁻¹ by bisection of the error function.
private func normalQuantile(_ probability: Double) -> Double {
  var (low, high) = (-9.0, 9.0)
  for _ in 0..<70 {
    let middle = (low + high) / 2
    if 0.5 * erfc(-middle / 2.0.squareRoot()) < probability { low = middle } else { high = middle }
  }
  return (low + high) / 2
}

/// N weights of which s are not zero, of a shape that strains a solver in its own way.
enum WeightFamily: CaseIterable {
  case quantiles, signs, powerLaw, exponential, oneLarge

  func weights(_ dimension: Int, _ sparsity: Int) -> [Double] {
    switch self {
    case .quantiles: quantileWeights(dimension, sparsity)
    default: (0..<dimension).map { j in j < sparsity ? value(j, sparsity) : 0 }
    }
  }

  private func value(_ j: Int, _ sparsity: Int) -> Double {
    switch self {
    case .quantiles, .signs: j % 2 == 0 ? 1 : -1
    case .powerLaw: 1 / Double(j + 1)
    case .exponential: exp(-20 * Double(j) / Double(sparsity))
    case .oneLarge: j == 0 ? 100 : 1e-3
    }
  }
}

/// ∫ f(x)φ(x) dx over intervals that the cuts separate, by Gauss's rule of three points in pieces; f may jump at the cuts.
func gaussianMean(cuts: [Double] = [], of function: (Double) -> Double) -> Double {
  let ends = ([-9] + cuts.map { min(max($0, -9), 9) } + [9]).sorted()
  let nodes = [(-0.6.squareRoot(), 5.0 / 18), (0, 8.0 / 18), (0.6.squareRoot(), 5.0 / 18)]
  return zip(ends, ends.dropFirst()).reduce(0) { sum, interval in
    let steps = max(12, Int(12 * (interval.1 - interval.0)))
    let width = (interval.1 - interval.0) / Double(steps)
    return (0..<steps).reduce(sum) { sum, k in
      nodes.reduce(sum) { sum, node in
        let x = interval.0 + width * (Double(k) + (1 + node.0) / 2)
        return sum + width * node.1 * function(x) * exp(-x * x / 2) / (2 * Double.pi).squareRoot()
      }
    }
  }
}
