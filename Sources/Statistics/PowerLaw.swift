// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A power law y ≈ C·x^α, fitted by least squares of log y on log x (errors of constant relative size).
public struct PowerLaw: Sendable {
  /// The straight line log y ≈ log C + α log x, with its residuals.
  public let fit: LeastSquaresFit

  /// Fits the law; infinite intervals where two points leave nothing to judge it by.
  /// - Parameters:
  ///   - x: positive, with at least two different values.
  ///   - y: positive, one each.
  ///   - weights: positive, inversely proportional to the variance of log y; all equal by default.
  public init(x: [Double], y: [Double], weights: [Double]? = nil) {
    precondition((x + y).allSatisfy { $0 > 0 }, "a power law needs positive values")
    fit = LeastSquaresFit(design: x.map { [1, log($0)] }, responses: y.map { log($0) }, weights: weights)
  }

  /// C.
  public var prefactor: Double { exp(fit.coefficients[0]) }
  /// α.
  public var exponent: Double { fit.coefficients[1] }
  /// The standard error of α.
  public var exponentStandardError: Double { fit.standardErrors[1] }

  /// The confidence interval of α, by Student's t.
  public func exponentInterval(confidence: Double = 0.95) -> ClosedRange<Double> {
    fit.interval(ofCoefficient: 1, confidence: confidence)
  }

  /// C·x^α.
  public func value(at x: Double) -> Double { prefactor * pow(x, exponent) }
}
