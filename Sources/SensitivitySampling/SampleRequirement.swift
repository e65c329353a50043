// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// How many samples CoreNet takes sensitivities from, |S| = ⌈log(8ηη*/δ)·log(ηη*)⌉: with fewer its theorem for fresh samples says nothing.
///
/// Its assumption is P(g_j ≤ M_j/K) ≤ exp(−1/K′) for the largest share M_j that an edge can have. Then K′·log(8ηη*/δ) samples all have
/// shares below M_j/K with probability δ/(8ηη*) at most; K′ = log(ηη*).
///
/// Source: Baykal et al. (ICLR 2019, arXiv 1804.05345).
public func coreNetSamples(edges: Double, delta: Double) -> Double {
  (log(8 * edges / delta) * log(edges)).rounded(.up)
}

extension CoreNetConstants {
  /// |S|, for ηη* edges.
  public var samples: Double { coreNetSamples(edges: Double(neurons * width), delta: delta) }
}
