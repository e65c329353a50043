// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

extension HomotopyPath {
  /// The fall of λ to the nearest breakpoint, and which it is.
  ///
  /// A quantity that stands on its bound counts only if it is about to cross it: one that has just arrived moves away.
  /// A quantity that would pass its bound by no more than rounding when λ reaches 0 does not count: it is tied there.
  func firstBreakpoint(along piece: Direction) -> (step: Double, Breakpoint) {
    var step = lambda
    var next = Breakpoint.pathEnds
    func consider(_ distance: Double, _ speed: Double, rounding: Double, _ candidate: Breakpoint) {
      guard speed > 0, max(distance, 0) < step * speed, distance - lambda * speed < -rounding else { return }
      (step, next) = (max(distance, 0) / speed, candidate)
    }
    for j in correlations.indices where !isInSupport[j] {
      let (c, rate, cost) = (correlations[j], piece.correlations[j], costs[j])
      consider(lambda * cost - c, cost - rate, rounding: roundingOfCorrelations, .entersSupport(input: j, sign: 1))
      consider(lambda * cost + c, cost + rate, rounding: roundingOfCorrelations, .entersSupport(input: j, sign: -1))
    }
    var last = weights
    last.add(piece.weights, scale: lambda)
    let roundingOfWeights = rounding * last.normInfinity
    for (position, sign) in signs.enumerated() {
      consider(
        sign * weights[position], -sign * piece.weights[position], rounding: roundingOfWeights,
        .leavesSupport(position: position))
    }
    for row in inequalities {
      let (excess, rate) = (activities[row] - targets[row], piece.activities[row])
      if binding[row] == 0 {
        consider(-excess, rate, rounding: roundingOfActivities, .bindsInequality(row: row))
      } else {
        consider(excess, -rate, rounding: roundingOfActivities, .freesInequality(row: row))
      }
    }
    return (step, next)
  }

  /// Changes S or R as the breakpoint says; false when the path is over or G would become singular.
  mutating func apply(_ breakpoint: Breakpoint) -> Bool {
    switch breakpoint {
    case .entersSupport(let input, let sign): return enterSupport(input, sign: sign)
    case .leavesSupport(let position):
      leaveSupport(position)
      return !support.isEmpty
    case .bindsInequality(let row):
      binding[row] = 1
      factor.update(supportColumns.row(row))
      return true
    case .freesInequality(let row):
      guard factor.downdate(supportColumns.row(row)) else { return false }
      binding[row] = 0
      return true
    case .pathEnds: return false
    }
  }

  mutating func enterSupport(_ input: Int, sign: Double) -> Bool {
    let column = Array(samples.column(input))
    let bound = zip(column, binding).map { $0 * $1 }
    let (border, square) = (factor.halfSolve(supportColumns.transposeTimes(bound)), bound.dot(bound))
    var distance = square - border.dot(border)
    if distance < settings.homotopy.delicate * square {
      isDelicate = true
      distance = refinedDistance(bound)
    }
    guard distance > settings.homotopy.dependent * square else { return false }
    factor.append(border: border, squaredDistance: distance)
    supportColumns.appendColumn(column)
    support.append(input)
    isInSupport[input] = true
    signs.append(sign)
    weights.append(0)
    return true
  }

  /// The squared distance of a column from the span of the support's, from the refined residual itself: nothing cancels.
  private func refinedDistance(_ column: [Double]) -> Double {
    var residual = column
    for _ in 0..<3 {
      let step = factor.solve(supportColumns.transposeTimes(residual))
      residual = residual - zip(supportColumns * step, binding).map { $0 * $1 }
    }
    return residual.dot(residual)
  }

  private mutating func leaveSupport(_ position: Int) {
    factor.remove(at: position)
    supportColumns.removeColumn(position)
    isInSupport[support.remove(at: position)] = false
    signs.remove(at: position)
    weights.remove(at: position)
  }
}
