// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// A number as remarks print it: three significant digits.
func rounded(_ value: Double) -> String { String(format: "%.3g", value) }
