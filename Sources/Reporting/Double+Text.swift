// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

// Numbers for people, whatever their language; what does not exist is a dash.

private let posix = Locale(identifier: "en_US_POSIX")

extension Double {
  /// With this many digits after the point.
  package func fixed(_ digits: Int) -> String {
    formatted(.number.precision(.fractionLength(digits)).grouping(.never).locale(posix)).orDash(self)
  }

  /// Rounded to `digits` significant ones.
  package func significant(_ digits: Int) -> String {
    formatted(.number.precision(.significantDigits(digits)).grouping(.never).locale(posix)).orDash(self)
  }

  /// The same without zeros at the end, as a power of ten where it is short: C's `%g`.
  package func general(_ digits: Int) -> String { String(format: "%.\(digits)g", self).orDash(self) }
}

extension Double? {
  package func fixed(_ digits: Int) -> String { self?.fixed(digits) ?? "–" }
  func significant(_ digits: Int) -> String { self?.significant(digits) ?? "–" }
  package func general(_ digits: Int) -> String { self?.general(digits) ?? "–" }
}

extension String {
  fileprivate func orDash(_ value: Double) -> String {
    value.isNaN ? "–" : value.isInfinite ? (value < 0 ? "−∞" : "∞") : self
  }
}

extension Int {
  /// 36,800.
  package var grouped: String { formatted(.number.grouping(.automatic).locale(Locale(identifier: "en_US"))) }
}
