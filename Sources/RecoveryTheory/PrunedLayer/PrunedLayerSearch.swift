// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

extension PrunedLayerLaw {
  /// What the tolerance of the layer is chosen for.
  public enum Goal: Hashable, Sendable {
    /// ε = R·‖Y‖_F.
    case relativeEpsilon(Double)
    /// This share of the N·M weights stays.
    case keptFraction(Double)
    /// This is ``PrunedLayerLaw/freshError``.
    case freshError(Double)
  }
}

/// Looks for the multiplier μ at which a layer meets a goal. As μ rises, ε falls, more weights stay and the fresh error falls.
struct PrunedLayerSearch {
  private let solvers: [StationarySolver]
  private let goal: PrunedLayerLaw.Goal
  private var curve: PrunedLayerCurve

  /// ε/‖Y‖_F where the search for a share or an error ends.
  private static let tolerances = 1e-4...(1 - 1e-9)

  init(_ solvers: [StationarySolver], _ goal: PrunedLayerLaw.Goal) throws(PrunedLawError) {
    (self.solvers, self.goal) = (solvers, goal)
    curve = try PrunedLayerCurve(solvers, relativeEpsilon: try goal.startingEpsilon)
  }

  /// - Throws: ``PrunedLawError/outOfReach(quantity:asked:nearest:)`` if no tolerance meets the goal.
  mutating func law() throws(PrunedLawError) -> PrunedLayerLaw {
    // With the start at the wanted ε every neuron's multiplier brackets the common one.
    let range = curve.multipliers
    var enclosure = Enclosure(
      low: try bound(from: range.lowerBound, by: -1), high: try bound(from: range.upperBound, by: 1))
    if enclosure.low.value < 0, enclosure.high.value > 0 {
      try enclosure.narrow(tolerance: 1e-13) { x throws(PrunedLawError) in goal.mismatch(try law(at: x)) }
    }
    guard abs(enclosure.nearest.value) < 1e-9 else { throw try outOfReach(enclosure) }
    return try law(at: enclosure.nearest.x)
  }

  private mutating func law(at logMultiplier: Double) throws(PrunedLawError) -> PrunedLayerLaw {
    PrunedLayerLaw(try curve.laws(logMultiplier: logMultiplier), of: solvers)
  }

  /// Goes from `start` in growing steps until the goal is passed or there is nothing further on.
  private mutating func bound(from start: Double, by direction: Double) throws(PrunedLawError) -> (Double, Double) {
    var (x, step) = (start, direction * 1e-6)
    while true {
      let law = try law(at: x)
      let value = goal.mismatch(law)
      if value * direction >= 0 || !Self.tolerances.contains(law.relativeEpsilon) { return (x, value) }
      x += step
      step = direction * min(max(abs(8 * step), 0.1), 1)
    }
  }

  private mutating func outOfReach(_ enclosure: Enclosure) throws(PrunedLawError) -> PrunedLawError {
    let ends = [try law(at: enclosure.low.x), try law(at: enclosure.high.x)]
    return .outOfReach(quantity: goal.name, asked: goal.value, nearest: ends.map(goal.quantity))
  }
}

extension PrunedLayerLaw.Goal {
  var value: Double {
    switch self {
    case .relativeEpsilon(let value), .keptFraction(let value), .freshError(let value): value
    }
  }

  fileprivate var name: String {
    switch self {
    case .relativeEpsilon: "a relative tolerance"
    case .keptFraction: "a share of kept weights"
    case .freshError: "a fresh error"
    }
  }

  fileprivate func quantity(_ law: PrunedLayerLaw) -> Double {
    switch self {
    case .relativeEpsilon: law.relativeEpsilon
    case .keptFraction: law.keptFraction
    case .freshError: law.freshError
    }
  }

  /// Increases with the multiplier, zero where the goal is met.
  fileprivate func mismatch(_ law: PrunedLayerLaw) -> Double {
    switch self {
    case .keptFraction: quantity(law) - value
    case .relativeEpsilon, .freshError: log(value / quantity(law))
    }
  }

  /// The ε/‖y‖ of all neurons from which the search starts.
  fileprivate var startingEpsilon: Double {
    get throws(PrunedLawError) {
      guard value > 0, value < 1 else { throw .relativeEpsilon(value) }
      if case .relativeEpsilon(let value) = self { return value }
      return 0.3
    }
  }
}
