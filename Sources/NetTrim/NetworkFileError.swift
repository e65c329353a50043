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
  /// As many layers of an architecture as there are not.
  case layerCount(found: Int, expected: Int)
  /// No [filters, channels, rows, columns].
  case filterShape(String, [Int])
  /// A convolution of another number of channels than the layer before has filters.
  case channels(String, found: Int, expected: Int)
  /// A fully connected layer of other inputs than the images before it have pixels.
  case flattened(String, found: Int, channels: Int, height: Int, width: Int)
  /// Kernels that fit nowhere into images of so many pixels.
  case kernel(String, [Int], height: Int, width: Int, padding: Int)
  /// A window of pooling, before the layer of that tensor, that is larger than the images.
  case window(String, size: Int, height: Int, width: Int)
  case notFinite(String, index: [Int], value: Double)
  case tensor(ArrayFileError.Problem)

  /// In words, for messages.
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
        + (shape.count == 4 ? "; convolutions are layers of an --architecture" : "")
    case .biasShape(let name, let shape, let expected):
      "tensor '\(name)' has the shape \(shape); expected [\(expected)], one entry per output of the layer"
    case .inputs(let name, let found, let expected):
      "tensor '\(name)' takes \(found) inputs where the layer before has \(expected) outputs; "
        + "its shape must be [outputs, \(expected)]"
    case .layerCount(let found, let expected):
      "the tensors layers.0.weight to layers.\(found - 1).weight are \(found) layers, the architecture has \(expected); "
        + "list one for each"
    case .filterShape(let name, let shape):
      "tensor '\(name)' has the shape \(shape), the architecture a convolution; "
        + "expected [filters, channels, rows, columns], each at least 1, as nn.Conv2d stores it"
    case .channels(let name, let found, let expected):
      "tensor '\(name)' takes \(found) channels where \(expected) come in; its shape must be [filters, \(expected), rows, columns]"
    case .flattened(let name, let found, let channels, let height, let width):
      "tensor '\(name)' takes \(found) inputs where \(channels) channels of \(height)×\(width) pixels come in; "
        + "its shape must be [outputs, \(channels * height * width)]; see stride, padding and pooling of the layers before"
    case .kernel(let name, let shape, let height, let width, let padding):
      "tensor '\(name)' has kernels of \(shape[2])×\(shape[3]) pixels where images have \(height)×\(width) with a padding of "
        + "\(padding); enlarge the padding or see the layers before"
    case .window(let name, let size, let height, let width):
      "before tensor '\(name)' windows of \(size)×\(size) pixels are pooled where images have \(height)×\(width); "
        + "choose smaller ones"
    case .notFinite(let name, let index, let value):
      "\(name)[\(index.map(String.init).joined(separator: ", "))] is \(value); every weight must be finite"
    case .tensor(let problem): "\(problem)"
    }
  }
}
