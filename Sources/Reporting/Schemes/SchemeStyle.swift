// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

/// How a scheme looks in every figure: two colours of Okabe and Ito that stay apart in grey, and shapes of its own.
struct SchemeStyle {
  let color: String
  let point, dash: Int

  static let parallel = SchemeStyle(color: "#0072B2", point: 7, dash: 1)
  static let cascade = SchemeStyle(color: "#D55E00", point: 4, dash: 2)

  static func of(_ scheme: String) -> SchemeStyle { scheme == "cascade" ? .cascade : .parallel }
}

extension SchemeResults {
  /// The schemes that networks were pruned by, parallel first.
  var schemes: [String] { Set(cells.map(\.ensemble.scheme.kind.rawValue)).sorted(by: >) }

  /// "1,200 networks, 3,600 certified layers".
  var countsText: String {
    "\(networks.count.grouped) pruned networks, \(layers.count(where: \.isCertified).grouped) certified layers"
  }
}

/// gnuplot's condition that a text column holds `value`.
func holds(_ column: Int, _ value: String) -> String {
  "strcol(\(column)) eq '\(value.replacing("'", with: "''"))'"
}
