// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// The dictionary that an `.npy` file begins with, e.g. `{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }`.
struct NPYHeader {
  let elementType: ElementType
  let byteOrder: ElementType.ByteOrder
  let isFortranOrder: Bool
  let shape: [Int]
  /// The bytes that the entries take.
  let byteCount: Int

  /// Reads the keys in any order, as numpy does.
  init(_ text: String) throws(ArrayFileError.Problem) {
    var (type, fortran, lengths): (String?, Bool?, [Int]?)
    var scanner = HeaderScanner(text)
    try scanner.expect("{")
    while !scanner.skip("}") {
      let key = try scanner.string()
      try scanner.expect(":")
      switch key {
      case "descr": type = try scanner.type()
      case "fortran_order": fortran = try scanner.boolean()
      case "shape": lengths = try scanner.lengths()
      default: throw .malformedHeader("unknown key '\(key)'")
      }
      if !scanner.isAt("}") { try scanner.expect(",") }
    }
    try scanner.expectEnd()
    guard let type else { throw .malformedHeader("'descr' is missing") }
    guard let fortran else { throw .malformedHeader("'fortran_order' is missing") }
    guard let lengths else { throw .malformedHeader("'shape' is missing") }
    try self.init(type: type, isFortranOrder: fortran, shape: lengths)
  }

  private init(type: String, isFortranOrder: Bool, shape: [Int]) throws(ArrayFileError.Problem) {
    switch type {
    case "<f4": (elementType, byteOrder) = (.float32, .little)
    case ">f4": (elementType, byteOrder) = (.float32, .big)
    case "<f8": (elementType, byteOrder) = (.float64, .little)
    case ">f8": (elementType, byteOrder) = (.float64, .big)
    default: throw .unsupportedType(type)
    }
    guard (1...2).contains(shape.count) else { throw .dimensions(shape: shape) }
    let (count, countOverflows) = shape[0].multipliedReportingOverflow(by: shape.dropFirst().first ?? 1)
    let (byteCount, bytesOverflow) = count.multipliedReportingOverflow(by: elementType.byteCount)
    guard !countOverflows && !bytesOverflow else {
      throw .malformedHeader("shape \(shape) exceeds any memory")
    }
    self.isFortranOrder = isFortranOrder
    self.shape = shape
    self.byteCount = byteCount
  }

  /// The array of which a file in this form has the `entries`.
  func array(_ entries: Data) -> NumericArray {
    let elements = entries.withUnsafeBytes { elementType.decode($0, byteOrder) }
    guard isFortranOrder && shape.count == 2 else { return NumericArray(shape: shape, elements: elements) }
    let (rows, columns) = (shape[0], shape[1])
    return NumericArray(
      shape: shape, elements: elements.indices.map { elements[$0 % columns * rows + $0 / columns] })
  }

  /// The header of an array of little-endian doubles in C order.
  static func text(shape: [Int]) -> String {
    let lengths = shape.map { "\($0)" }.joined(separator: ", ") + (shape.count == 1 ? "," : "")
    return "{'descr': '<f8', 'fortran_order': False, 'shape': (\(lengths)), }"
  }
}
