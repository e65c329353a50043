// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A number that depends on two variables, with its derivatives by them: what Newton's method needs of a formula, exactly.
struct Differential {
  var value: Double
  /// The derivatives by the first and the second variable.
  var first: Double
  var second: Double

  init(_ value: Double, _ first: Double = 0, _ second: Double = 0) {
    (self.value, self.first, self.second) = (value, first, second)
  }

  /// f(self), of which value and derivative are known.
  func mapped(to result: Double, slope: Double) -> Differential {
    Differential(result, slope * first, slope * second)
  }

  var squareRoot: Differential {
    let root = value.squareRoot()
    return mapped(to: root, slope: 0.5 / root)
  }

  var logarithm: Differential { mapped(to: log(value), slope: 1 / value) }

  static func + (a: Differential, b: Differential) -> Differential {
    Differential(a.value + b.value, a.first + b.first, a.second + b.second)
  }

  static func - (a: Differential, b: Differential) -> Differential {
    Differential(a.value - b.value, a.first - b.first, a.second - b.second)
  }

  static func * (a: Differential, b: Differential) -> Differential {
    Differential(
      a.value * b.value, a.first * b.value + a.value * b.first, a.second * b.value + a.value * b.second)
  }

  static func / (a: Differential, b: Differential) -> Differential {
    let quotient = a.value / b.value
    return Differential(
      quotient, (a.first - quotient * b.first) / b.value, (a.second - quotient * b.second) / b.value)
  }

  static func * (scale: Double, a: Differential) -> Differential { a.mapped(to: scale * a.value, slope: scale) }
}
