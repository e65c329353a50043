// SPDX-License-Identifier: GPL-3.0-or-later
public import ConvexRecovery

/// Why a scheme cannot be run. Layers, inputs and samples count from 0.
public enum SchemeError: Error, Hashable, Sendable, CustomStringConvertible {
  case inputs(found: Int, expected: Int, samples: Int)
  case noSamples
  case notFinite(input: Int, sample: Int, value: Double)
  /// The network's own responses are not finite.
  case overflow(layer: Int)
  case toleranceCount(found: Int, expected: Int)
  case epsilon(Double)
  case gammaCount(found: Int, layers: Int)
  case gamma(Double)
  case kappa(Double)
  case program(layer: Int, ProgramError)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .inputs(let found, let expected, let samples):
      "X is \(found)×\(samples) where the network has \(expected) inputs; expected N×P, one column per sample"
        + (samples == expected ? "; X looks transposed, save X.T" : "")
    case .noSamples: "X holds no samples; a scheme needs at least one"
    case .notFinite(let input, let sample, let value):
      "X[\(input), \(sample)] is \(value); every entry must be finite"
    case .overflow(let layer):
      "the responses of layer \(layer) to X are not finite; scale X or the weights down"
    case .toleranceCount(let found, let expected): "\(found) tolerances ε for \(expected) layers; give one a layer"
    case .epsilon(let value): "the tolerance ε is \(value); it must be finite and at least 0"
    case .gammaCount(let found, let layers):
      "\(found) values of γ for \(layers) layers; give one for every layer but the first, or one for all"
    case .gamma(let value): "γ is \(value); it must be finite and at least 1"
    case .kappa(let value): "the risk coefficient κ is \(value); it must be above 0 and at most 1"
    case .program(let layer, let error): "layer \(layer): \(error)"
    }
  }
}
