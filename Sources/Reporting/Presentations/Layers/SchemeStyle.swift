// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

extension SchemeResults {
  /// The schemes that networks were pruned by, parallel first.
  var schemes: [String] { Set(cells.map(\.ensemble.scheme.kind.rawValue)).sorted(by: >) }

  /// "1,200 networks, 3,600 certified layers".
  var countsText: String {
    "\(networks.count.grouped) pruned networks, \(layers.count(where: \.isCertified).grouped) certified layers"
  }
}
