// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// How a file stores a number.
enum ElementType {
  case float32, float64

  enum ByteOrder {
    case little, big
  }

  var byteCount: Int {
    switch self {
    case .float32: MemoryLayout<Float>.size
    case .float64: MemoryLayout<Double>.size
    }
  }

  /// The numbers that fill `bytes`.
  func decode(_ bytes: UnsafeRawBufferPointer, _ order: ByteOrder) -> [Double] {
    switch self {
    case .float32: bytes.integers(order).map { Double(Float(bitPattern: $0)) }
    case .float64: bytes.integers(order).map { Double(bitPattern: $0) }
    }
  }

  /// The numbers in little-endian order, rounded to the type.
  func encode(_ numbers: [Double]) -> Data {
    func bytes<Bits: FixedWidthInteger>(_ patterns: [Bits]) -> Data {
      patterns.map(\.littleEndian).withUnsafeBytes { Data($0) }
    }
    return switch self {
    case .float32: bytes(numbers.map { Float($0).bitPattern })
    case .float64: bytes(numbers.map(\.bitPattern))
    }
  }
}

extension UnsafeRawBufferPointer {
  fileprivate func integers<Bits: FixedWidthInteger>(_ order: ElementType.ByteOrder) -> some Collection<Bits> {
    (0..<count / MemoryLayout<Bits>.size).lazy.map { i in
      let stored = loadUnaligned(fromByteOffset: i * MemoryLayout<Bits>.size, as: Bits.self)
      return order == .little ? Bits(littleEndian: stored) : Bits(bigEndian: stored)
    }
  }
}
