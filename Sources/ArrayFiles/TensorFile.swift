// SPDX-License-Identifier: GPL-3.0-or-later
package import Foundation

/// Named tensors and remarks, as a safetensors file holds them.
///
/// Tensors of every type are kept as their bytes, so that a file can be written again with some of them replaced and
/// the others untouched.
public struct TensorFile: Hashable, Sendable {
  /// In the order of their data.
  public var tensors: [Tensor]
  /// `__metadata__`; nil where the file has none.
  public var metadata: [String: String]?

  /// The file with these tensors, in the order given, and this metadata.
  public init(tensors: [Tensor], metadata: [String: String]? = nil) {
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The tensor of that name.
  ///
  /// - Complexity: O(tensors).
  public subscript(name: String) -> Tensor? { tensors.first { $0.name == name } }
}

/// A tensor by name.
public struct Tensor: Hashable, Sendable {
  /// As the file has it, e.g. `layers.0.weight`.
  public let name: String
  /// How its numbers are stored.
  public let type: TensorType
  /// The length of each dimension; empty for a single number.
  public let shape: [Int]
  /// The entries in C order, little-endian.
  package let bytes: Data

  package init(name: String, type: TensorType, shape: [Int], bytes: Data) {
    self.name = name
    self.type = type
    self.shape = shape
    self.bytes = bytes
  }

  /// A tensor of `elements` in C order; F32 rounds them to the nearest.
  ///
  /// - Precondition: `type` is F32 or F64, and `shape` holds as many entries.
  public init(name: String, type: TensorType, shape: [Int], elements: [Double]) {
    precondition(elements.count == shape.reduce(1, *), "shape \(shape) does not hold \(elements.count) entries")
    guard let elementType = type.elementType else { preconditionFailure("numbers are written as F32 or F64") }
    self.init(name: name, type: type, shape: shape, bytes: elementType.encode(elements))
  }

  /// The entries in C order.
  ///
  /// - Throws: ``ArrayFileError/Problem/unsupportedTensor(name:type:)`` unless the type is F32 or F64.
  /// - Complexity: O(entries).
  public var elements: [Double] {
    get throws(ArrayFileError.Problem) {
      guard let elementType = type.elementType else { throw .unsupportedTensor(name: name, type: type) }
      return bytes.withUnsafeBytes { elementType.decode($0, .little) }
    }
  }

  /// The same tensor with other entries, in the same type.
  public func replacing(_ elements: [Double]) -> Tensor {
    Tensor(name: name, type: type, shape: shape, elements: elements)
  }
}

/// The types of entries that the safetensors format knows, by its names for them.
public enum TensorType: String, Hashable, Sendable, CaseIterable {
  case boolean = "BOOL"
  case float4 = "F4"
  case float6e2m3 = "F6_E2M3"
  case float6e3m2 = "F6_E3M2"
  case unsigned8 = "U8"
  case signed8 = "I8"
  case float8e5m2 = "F8_E5M2"
  case float8e4m3 = "F8_E4M3"
  case float8e5m2fnuz = "F8_E5M2FNUZ"
  case float8e4m3fnuz = "F8_E4M3FNUZ"
  case float8e8m0 = "F8_E8M0"
  case signed16 = "I16"
  case unsigned16 = "U16"
  case float16 = "F16"
  case bfloat16 = "BF16"
  case signed32 = "I32"
  case unsigned32 = "U32"
  case float32 = "F32"
  case complex64 = "C64"
  case float64 = "F64"
  case signed64 = "I64"
  case unsigned64 = "U64"

  /// Bits an entry takes.
  var bitCount: Int {
    switch self {
    case .float4: 4
    case .float6e2m3, .float6e3m2: 6
    case .boolean, .unsigned8, .signed8: 8
    case .float8e5m2, .float8e4m3, .float8e5m2fnuz, .float8e4m3fnuz, .float8e8m0: 8
    case .signed16, .unsigned16, .float16, .bfloat16: 16
    case .signed32, .unsigned32, .float32: 32
    case .complex64, .float64, .signed64, .unsigned64: 64
    }
  }

  /// The number type whose entries can be read and written; nil for the others.
  var elementType: ElementType? {
    switch self {
    case .float32: .float32
    case .float64: .float64
    default: nil
    }
  }
}
