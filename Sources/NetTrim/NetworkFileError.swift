// SPDX-License-Identifier: GPL-3.0-or-later
public import ArrayFiles

/// Why tensors do not form a network.
public enum NetworkFileError: Error, Hashable, Sendable, CustomStringConvertible {
  case noLayers(found: [String])
  /// A tensor that layers up to number `last` need.
  case missing(String, last: Int)
  case weightShape(String, [Int])
  case biasShape(String, [Int], expected: Int)
  /// A layer that does not take what the one before gives.
  case inputs(String, found: Int, expected: Int)
  case notFinite(String, index: [Int], value: Double)
  case tensor(ArrayFileError.Problem)

  public var description: String {
    switch self {
    case .noLayers(let found):
      "no tensor is named layers.0.weight; name the list of nn.Linear modules 'layers'"
        + (found.isEmpty ? "" : " (found \(found.prefix(3).joined(separator: ", "))\(found.count > 3 ? ", …" : ""))")
    case .missing(let name, let last):
      "tensor '\(name)' is missing though there is a layer \(last); "
        + "number the nn.Linear modules 0, 1, 2, … without gaps"
    case .weightShape(let name, let shape):
      "tensor '\(name)' has the shape \(shape); expected [outputs, inputs], each at least 1, as nn.Linear stores it"
    case .biasShape(let name, let shape, let expected):
      "tensor '\(name)' has the shape \(shape); expected [\(expected)], one entry per output of the layer"
    case .inputs(let name, let found, let expected):
      "tensor '\(name)' takes \(found) inputs where the layer before has \(expected) outputs; "
        + "its shape must be [outputs, \(expected)]"
    case .notFinite(let name, let index, let value):
      "\(name)[\(index.map(String.init).joined(separator: ", "))] is \(value); every weight must be finite"
    case .tensor(let problem): "\(problem)"
    }
  }
}
