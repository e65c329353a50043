// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import Statistics

/// A scaling f of the sample complexity that s ln(N/s) is held against, its constants and exponents fitted to small N.
struct RivalScaling {
  let name: String
  /// The constant times f.
  let prediction: (_ dimension: Int, _ sparsity: Int) -> Double

  /// The largest N that scalings are fitted to.
  static let largestFitted = 400

  /// What else may describe P₅₀: s^a N^b, s(1 + ln(N/s)), s ln N, N and s, beside s ln(N/s) itself; none where too few pairs of N and s
  /// are there to fit.
  static func all<Cell: MeasuredTransition>(fittedTo cells: [Cell]) -> [RivalScaling] {
    let small = cells.filter { $0.dimension <= largestFitted && $0.samples(0.5) != nil }
    guard small.count > 3, Set(small.map(\.dimension)).count > 1 else { return [] }
    func scaled(_ name: String, _ scale: @escaping (Double, Double) -> Double) -> RivalScaling {
      let logarithms = small.map { cell in
        log((cell.samples(0.5) ?? .nan) / scale(Double(cell.dimension), Double(cell.sparsity)))
      }
      let constant = exp(logarithms.reduce(0, +) / Double(logarithms.count))
      return RivalScaling(name: name) { constant * scale(Double($0), Double($1)) }
    }
    return [
      scaled("s ln(N/s)") { $1 * log($0 / $1) }, scaled("s (1 + ln(N/s))") { $1 * (1 + log($0 / $1)) },
      powerLaw(small), scaled("s ln N") { $1 * log($0) }, scaled("s") { $1 }, scaled("N") { n, _ in n },
    ]
  }

  private static func powerLaw(_ cells: [some MeasuredTransition]) -> RivalScaling {
    let fit = LeastSquaresFit(
      design: cells.map { [1, log(Double($0.sparsity)), log(Double($0.dimension))] },
      responses: cells.map { log($0.samples(0.5) ?? .nan) })
    let (a, b) = (fit.coefficients[1], fit.coefficients[2])
    return RivalScaling(name: "s^\(rounded(a)) N^\(rounded(b))") { dimension, sparsity in
      exp(fit.coefficients[0] + a * log(Double(sparsity)) + b * log(Double(dimension)))
    }
  }

  /// The root mean square of ln P₅₀/prediction over the cells; NaN over none.
  func error(on cells: [some MeasuredTransition]) -> Double {
    let errors = cells.compactMap { cell in
      cell.samples(0.5).map { log($0 / prediction(cell.dimension, cell.sparsity)) }
    }
    return (errors.reduce(0) { $0 + $1 * $1 } / Double(errors.count)).squareRoot()
  }
}
