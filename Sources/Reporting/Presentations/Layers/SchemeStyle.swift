// SPDX-License-Identifier: GPL-3.0-or-later
import Claims
import Experiments

extension SchemeResults {
  /// The schemes that networks were pruned by, parallel first.
  var schemes: [PruningScheme.Kind] {
    [.parallel, .cascade].filter { kind in cells.contains { $0.ensemble.scheme.kind == kind } }
  }

  /// "1,200 networks, 3,600 certified layers".
  var countsText: String {
    "\(networks.count.grouped) pruned networks, \(layers.count(where: \.isCertified).grouped) certified layers"
  }
}
