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
  private static let tolerances = 1e-3...(1 - 1e-9)

  init(_ solvers: [StationarySolver], _ goal: PrunedLayerLaw.Goal) throws(PrunedLawError) {
    (self.solvers, self.goal) = (solvers, goal)
    curve = try PrunedLayerCurve(solvers, relativeEpsilon: try goal.startingEpsilon)
  }

  /// - Throws: ``PrunedLawError/outOfReach(quantity:asked:nearest:)`` if no tolerance meets the goal.
  mutating func law() throws(PrunedLawError) -> PrunedLayerLaw {
    var enclosure = try enclosed()
    try enclosure.narrow(tolerance: 1e-13) { x throws(PrunedLawError) in goal.mismatch(try law(at: x)) }
    guard abs(enclosure.nearest.value) < 1e-9 else { throw try outOfReach(enclosure) }
    return PrunedLayerLaw(try curve.laws(logMultiplier: enclosure.nearest.x, isChecked: true), of: solvers)
  }

  private mutating func law(at logMultiplier: Double) throws(PrunedLawError) -> PrunedLayerLaw {
    PrunedLayerLaw(try curve.laws(logMultiplier: logMultiplier, isChecked: false), of: solvers)
  }

  /// Two multipliers between which the goal is met, or twice the one beyond which there is nothing.
  ///
  /// The first step goes half as far again as a tolerance that falls with the power 0.7 of the multiplier would have it.
  private mutating func enclosed() throws(PrunedLawError) -> Enclosure {
    var last = try value(at: curve.middle)
    var step = -1.5 / 0.7 * last.value
    while abs(last.value) > 1e-13 {
      let next = try value(at: last.x + step)
      if (next.value < 0) != (last.value < 0) {
        return next.x < last.x ? Enclosure(low: next, high: last) : Enclosure(low: last, high: next)
      }
      last = next
      let relative = try law(at: last.x).relativeEpsilon
      if !Self.tolerances.contains(relative), (relative > 0.5) == (last.value > 0) { break }
      step = (step < 0 ? -1 : 1) * min(max(2 * abs(step), 0.01), 1)
    }
    return Enclosure(low: last, high: last)
  }

  private mutating func value(at x: Double) throws(PrunedLawError) -> (x: Double, value: Double) {
    (x, goal.mismatch(try law(at: x)))
  }

  private mutating func outOfReach(_ enclosure: Enclosure) throws(PrunedLawError) -> PrunedLawError {
    let ends = Set([enclosure.low.x, enclosure.high.x]).sorted()
    var nearest: [Double] = []
    for x in ends { nearest.append(goal.quantity(try law(at: x))) }
    return .outOfReach(quantity: goal.name, asked: goal.value, nearest: nearest)
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
