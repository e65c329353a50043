// SPDX-License-Identifier: GPL-3.0-or-later

/// A dense array of numbers as files hold them, whatever their format: a shape and the entries in C order.
public struct NumericArray: Hashable, Sendable {
  /// The length of each dimension.
  public let shape: [Int]
  /// The entries, the last index moving fastest.
  public let elements: [Double]

  /// An array of this shape whose elements are in C order.
  public init(shape: [Int], elements: [Double]) {
    precondition(elements.count == shape.reduce(1, *), "shape \(shape) does not hold \(elements.count) entries")
    self.shape = shape
    self.elements = elements
  }
}
