// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// **Theorem 3** (Supplement, Theorem 4.5). Let X have independent N(0, 1) entries, w* be s-sparse and y = ReLU(Xᵀw*). With
///
///     P = (11s + 7) μ ln N samples, μ > 1,
///
/// w* is the unique solution of the Net-Trim program at ε = 0 with probability at least 1 − N^{1−μ}. For M neurons that share X,
/// all are recovered with probability at least 1 − M N^{1−μ}.
public struct Theorem3: Sendable, Equatable {
  /// N.
  public let dimension: Int
  /// s.
  public let sparsity: Int

  /// The theorem for N inputs and s non-zero weights.
  public init(dimension: Int, sparsity: Int) {
    precondition(dimension >= 1 && (0...dimension).contains(sparsity), "0 ≤ s ≤ N, N ≥ 1")
    self.dimension = dimension
    self.sparsity = sparsity
  }

  /// 11s + 7.
  public var constant: Double { 11 * Double(sparsity) + 7 }

  /// ⌈(11s + 7) μ ln N⌉.
  public func samples(exponent μ: Double) -> Int {
    Int((constant * μ * log(Double(dimension))).rounded(.up))
  }

  /// The largest μ with (11s + 7) μ ln N ≤ P; the theorem speaks of this P where it is above 1.
  public func exponent(samples: Int) -> Double {
    Double(samples) / (constant * log(Double(dimension)))
  }

  /// M N^{1−μ}, which bounds the probability that any of M neurons is not recovered; above 1 it says nothing.
  public func failureBound(exponent μ: Double, neurons: Int = 1) -> Double {
    Double(neurons) * pow(Double(dimension), 1 - μ)
  }

  /// The samples with which all of M neurons are recovered with probability at least 1 − N^{1−μ}: the theorem at the exponent
  /// μ + ln M/ln N, so ⌈(11s + 7)(μ ln N + ln M)⌉.
  public func samples(exponent μ: Double, allOf neurons: Int) -> Int {
    Int((constant * (μ * log(Double(dimension)) + log(Double(neurons)))).rounded(.up))
  }
}
