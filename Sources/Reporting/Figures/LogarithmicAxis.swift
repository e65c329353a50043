// SPDX-License-Identifier: GPL-3.0-or-later

/// gnuplot's own logarithmic tics are whole decades: too few on an axis of one or two.
let logarithmicTics: String = {
  let places = (-1...6).flatMap { exponent in
    ["1", "2", "5"].map { digit in
      exponent < 0 ? "0.\(digit)" : digit + String(repeating: "0", count: exponent)
    }
  }
  return ["x", "y"].map { "set \($0)tics (\(places.joined(separator: ", ")))" }.joined(separator: "\n")
}()

extension [Double] {
  /// The range of a logarithmic axis that holds the positive ones, with a margin; gnuplot's own choice where there is none.
  var logarithmicRange: String {
    let positive = filter { $0 > 0 && $0.isFinite }
    guard let least = positive.min(), let most = positive.max() else { return "[*:*]" }
    return "[\(least / 1.25):\(most * 1.25)]"
  }
}
