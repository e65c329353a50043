// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
public import Networks

/// Which weights of a layer are large enough to stay; a bias counts as one more input's weight.
///
/// Source: Han, Pool, Tran, Dally, "Learning both weights and connections for efficient neural networks" (NIPS 2015).
public enum MagnitudeRule: Hashable, Sendable {
  /// |w| ≥ q·σ, σ the standard deviation of the layer's non-zero weights about their mean. Of many Gaussian weights of mean 0 it
  /// keeps the share erfc(q/√2).
  case quality(Double)
  /// The largest |w|, as many as make this share of all weights of the layer, rounded.
  case density(Double)
  /// This many of the largest |w|; all that are not zero where there are fewer.
  case nonzeros(Int)

  /// The rule after round `round` of `rounds` on the way from `layer` to this rule: counts fall by the same factor in
  /// every round; a quality is applied in each, to the survivors' own σ.
  func step(_ round: Int, of rounds: Int, from layer: Layer) -> MagnitudeRule {
    guard let target = count(in: layer) else { return self }
    let start = Double(max(layer.nonzeros, 1))
    let share = Double(round) / Double(rounds)
    return .nonzeros(target == 0 && round < rounds ? 1 : Int((start * pow(Double(target) / start, share)).rounded()))
  }

  /// How many weights of `layer` the rule keeps at most; nil where their sizes decide.
  fileprivate func count(in layer: Layer) -> Int? {
    switch self {
    case .quality: nil
    case .density(let density): Int((density * Double(layer.extended.elements.count)).rounded())
    case .nonzeros(let count): count
    }
  }
}

extension Layer {
  /// The layer with the weights and biases that `rule` keeps, zero elsewhere. Equal |w| stay in the order of storage.
  ///
  /// - Precondition: q ≥ 0, a density in 0…1, a count ≥ 0.
  /// - Complexity: O(n log n) for n weights.
  public func pruned(_ rule: MagnitudeRule) -> Layer {
    var weights = extended
    if case .quality(let quality) = rule {
      precondition(quality >= 0, "quality \(quality)")
      let threshold = quality * deviation(of: weights.elements.filter { $0 != 0 })
      for i in weights.elements.indices where abs(weights.elements[i]) < threshold { weights.elements[i] = 0 }
    } else if let count = rule.count(in: self) {
      precondition(count >= 0, "\(count) weights")
      let order = weights.elements.indices.sorted { first, second in
        let (a, b) = (abs(weights.elements[first]), abs(weights.elements[second]))
        return a == b ? first < second : a > b
      }
      for i in order.dropFirst(count) { weights.elements[i] = 0 }
    }
    return Layer(extended: weights, hasBias: bias != nil)
  }
}

/// √(Σ(x − mean)²/n).
private func deviation(of values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let mean = values.reduce(0, +) / Double(values.count)
  return (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count)).squareRoot()
}
