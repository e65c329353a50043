// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A number as remarks print it: three significant digits, a dash for one that does not exist.
func rounded(_ value: Double) -> String {
  value.isNaN ? "–" : value.isInfinite ? (value < 0 ? "−∞" : "∞") : String(format: "%.3g", value)
}
