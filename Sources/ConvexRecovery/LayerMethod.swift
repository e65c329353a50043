// SPDX-License-Identifier: GPL-3.0-or-later

/// How a `LayerProgram` is solved.
public enum LayerMethod: String, CaseIterable, Sendable {
  /// The homotopy at ε = 0 and, for neurons it fails on, the interior-point method; at ε > 0 Newton's method, and the
  /// interior-point method where that gives up.
  case automatic = "auto"
  /// Neuron by neuron along exact solution paths; ε = 0 only.
  case homotopy
  /// A little of ADMM, then the proximal method of multipliers, neuron by neuron, by Newton's method; ε > 0 only.
  case newton
  /// The interior-point method, and from inside the optimal face to one of its corners.
  case interiorPoint = "interior-point"
  /// ADMM, accelerated, until its own multipliers prove the gap.
  case admm
  /// ADMM as published, to its own stopping rule.
  case publishedADMM = "published-admm"

  /// Whether the method can solve programs of this fit.
  public func applies(to fit: LayerProgram.Fit) -> Bool {
    switch self {
    case .homotopy: fit == .within(epsilon: 0)
    case .newton: fit != .within(epsilon: 0)
    default: true
    }
  }
}
