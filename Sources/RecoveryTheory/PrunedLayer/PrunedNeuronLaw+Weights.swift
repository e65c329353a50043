// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The law of one weight after pruning: u = soft(λq + a·w/ω; 1)/b with q ~ N(0, 1), zero with positive probability.
public struct PrunedWeightLaw: Sendable {
  /// a·w/ω and λ: mean and standard deviation of what is thresholded at 1.
  let center: Double
  let spread: Double
  /// 1/b, in units of the weights.
  let unit: Double

  /// P(u = 0).
  public var massAtZero: Double { 1 - upper((1 - center) / spread) - upper((1 + center) / spread) }

  /// E u.
  public var mean: Double {
    unit * spread * (Tail(at: (1 - center) / spread).excess - Tail(at: (1 + center) / spread).excess)
  }

  /// E|u|.
  public var meanMagnitude: Double {
    unit * spread * (Tail(at: (1 - center) / spread).excess + Tail(at: (1 + center) / spread).excess)
  }

  /// E u².
  public var secondMoment: Double {
    let square = unit * unit * spread * spread
    return square * (Tail(at: (1 - center) / spread).secondExcess + Tail(at: (1 + center) / spread).secondExcess)
  }

  /// P(u ≤ value); it jumps by ``massAtZero`` at 0.
  public func probability(atMost value: Double) -> Double {
    guard unit > 0 else { return value >= 0 ? 1 : 0 }
    let threshold = value >= 0 ? 1.0 : -1.0
    return upper((center - threshold - value / unit) / spread)
  }

  /// The density of u at a value other than 0.
  public func density(at value: Double) -> Double {
    guard unit > 0 else { return 0 }
    let threshold = value > 0 ? 1.0 : -1.0
    return Tail(at: (center - threshold - value / unit) / spread).density / (spread * unit)
  }

  private func upper(_ x: Double) -> Double { Tail(at: x).upper }
}

extension PrunedNeuronLaw {
  /// The law of the weight that was `weight` before; all mass at 0 if the neuron is pruned away.
  public func law(ofWeight weight: Double) -> PrunedWeightLaw {
    guard kept > 0 else { return PrunedWeightLaw(center: 0, spread: 1e-3, unit: 0) }
    return PrunedWeightLaw(center: signalGain * weight / norm, spread: lambda, unit: norm / scale)
  }
}
