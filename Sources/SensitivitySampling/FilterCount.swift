// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation

/// PFP's count of the filters to draw: as its theorem has it, and as its authors' code computes it.
public enum FilterCount: String, Hashable, Sendable, CaseIterable {
  /// (6 + 2ε)·S·log(4η/δ)/ε², η the filters that take the channels times their patches, S of whole kernels.
  case theorem
  /// K·(6 + 2ε)·2C·S·log(8(p + 1)k/δ)/ε² for K = C = 3, p patches and kernels of k entries, S of single entries.
  case code

  /// Of what the sensitivity is a share: whole kernels in the theorem, single entries in the code.
  public var share: ChannelSensitivities.Share { self == .theorem ? .kernel : .entry }

  /// m as a real number.
  public func draws(total: Double, epsilon: Double, logarithm: Double) -> Double {
    let published = BernsteinCount.published.draws(total: total, epsilon: epsilon, logarithm: logarithm)
    return self == .theorem ? published : 3 * 2 * 3 * published
  }

  /// The logarithm of the count for a layer.
  public func logarithm(of layer: FilterLayer, delta: Double) -> Double {
    let patches = Double(layer.geometry.outputHeight * layer.geometry.outputWidth)
    switch self {
    case .theorem: return log(4 * Double(layer.filters) * patches / delta)
    case .code: return log(8 * (patches + 1) * Double(layer.rowsPerChannel) / delta)
    }
  }
}
