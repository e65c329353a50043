// SPDX-License-Identifier: GPL-3.0-or-later
import Experiments
import Foundation
import OverparameterisedPruning
import Statistics

private typealias Regression = OverparameterisedRiskExperiment

/// One quantity of one model at growing p, and whether its error goes to 0.
struct RiskExtrapolation: LimitTest {
  let quantity: Quantity
  let label: String
  let trials: Int
  /// The error at p = ∞, relative to the limit; for the coordinates' distance, D(p₂) − (p₁/p₂)^¼·D(p₁).
  var limit: Double
  let standardError: Double
  /// A distance may fall faster.
  let isOneSided: Bool
  /// (p, root mean square error), ascending.
  let course: [(features: Int, error: Double)]

  /// The tests of one model's cells, which differ in p; none where there is one p only, or κ is too near 1.
  static func tests(of cells: [CellTrials], _ law: RegressionLaw) -> [RiskExtrapolation] {
    let designs = cells.map { (OverparameterisedCell($0.cell), $0) }
      .filter { $0.1.outcomes.count > 1 }.sorted { $0.0.features < $1.0.features }
    guard let first = designs.first, let last = designs.last, last.0.features > first.0.features else { return [] }
    let risks = last.0.limits(law).compactMap { limit in
      last.0.isFarFromInterpolation(limit.quantity)
        ? RiskExtrapolation(limit.quantity, of: designs.map { ($0, $1.values(limit.quantity)) }, limit: limit.value)
        : nil
    }
    guard last.0.isFarFromInterpolation(Regression.fullRisk) else { return risks }
    return risks + [RiskExtrapolation(distanceOf: designs.map { ($0, $1.values(Regression.coordinateDistance)) })]
  }

  /// With a mean error of a + c/p: a from the ends, (p₂m₂ − p₁m₁)/(p₂ − p₁).
  private init(_ quantity: Quantity, of values: [(design: OverparameterisedCell, risks: [Double])], limit: Double) {
    let errors = values.map { (features: Double($0.design.features), values: $0.risks.map { $0 / limit - 1 }) }
    let (first, last) = (errors[0], errors[errors.count - 1])
    let (low, high) = (RunningSummary(first.values), RunningSummary(last.values))
    let weight = last.features / (last.features - first.features)
    self.limit = weight * high.mean - (weight - 1) * low.mean
    standardError = hypot(weight * high.standardError, (weight - 1) * low.standardError)
    isOneSided = false
    (self.quantity, label) = (quantity, values[0].design.label(quantity))
    trials = errors.reduce(0) { $0 + $1.values.count }
    course = errors.map { (Int($0.features), rootMeanSquare($0.values)) }
  }

  private init(distanceOf values: [(design: OverparameterisedCell, distances: [Double])]) {
    let (first, last) = (values[0], values[values.count - 1])
    let (low, high) = (RunningSummary(first.distances), RunningSummary(last.distances))
    let factor = pow(Double(first.design.features) / Double(last.design.features), 0.25)
    limit = high.mean - factor * low.mean
    standardError = hypot(high.standardError, factor * low.standardError)
    isOneSided = true
    (quantity, label) = (Regression.coordinateDistance, first.design.label(Regression.coordinateDistance))
    trials = values.reduce(0) { $0 + $1.distances.count }
    course = values.map { ($0.design.features, rootMeanSquare($0.distances)) }
  }

  /// α in error ∝ p^(−α), by least squares in logarithms.
  var exponent: Double {
    let fit = LeastSquaresFit(
      design: course.map { [1, log(Double($0.features))] }, responses: course.map { log($0.error) })
    return -fit.coefficients[1]
  }
}

extension OverparameterisedCell {
  fileprivate func label(_ quantity: Quantity) -> String { "\(quantity.name) at κ = \(rounded(ratio))" }
}

private func rootMeanSquare(_ values: [Double]) -> Double {
  (values.reduce(0) { $0 + $1 * $1 } / Double(values.count)).squareRoot()
}

extension RiskExtrapolation {
  var remark: String {
    let errors = course.map { "\(rounded($0.error)) at p = \($0.features)" }.joined(separator: ", ")
    return "\(label): \(rounded(limit)) ± \(rounded(standardError)) in the limit, root mean square \(errors), "
      + "falling as p^(−\(rounded(exponent)))"
  }
}
