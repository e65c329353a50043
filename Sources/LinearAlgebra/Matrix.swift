// SPDX-License-Identifier: GPL-3.0-or-later

/// A dense real matrix, stored by columns.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public private(set) var columns: Int
  /// rows × columns entries; column j occupies `elements[j * rows ..< (j + 1) * rows]`.
  public var elements: [Double]

  /// The zero matrix.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: Array(repeating: 0, count: rows * columns))
  }

  /// A matrix over `elements`, given column by column.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "\(rows)×\(columns) needs \(rows * columns) entries")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// A matrix whose entries `fill` writes, column by column; no entry is read before.
  public init(rows: Int, columns: Int, filledBy fill: (UnsafeMutableBufferPointer<Double>) -> Void) {
    self.init(
      rows: rows, columns: columns,
      elements: Array(unsafeUninitializedCapacity: rows * columns) { buffer, count in
        fill(UnsafeMutableBufferPointer(rebasing: buffer[..<(rows * columns)]))
        count = rows * columns
      })
  }

  /// The matrix whose only column is `column`.
  public init(column: [Double]) { self.init(rows: column.count, columns: 1, elements: column) }

  /// The entry in row i and column j, from 0.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { elements[column * rows + row] }
    set { elements[column * rows + row] = newValue }
  }

  /// Column `j`.
  public func column(_ j: Int) -> ArraySlice<Double> { elements[j * rows..<(j + 1) * rows] }

  /// Row `i`.
  public func row(_ i: Int) -> [Double] { (0..<columns).map { self[i, $0] } }

  /// Aᵀ.
  public var transposed: Matrix {
    Matrix(rows: columns, columns: rows) { buffer in
      for j in 0..<columns { for i in 0..<rows { buffer[i * columns + j] = self[i, j] } }
    }
  }

  /// The columns named by `indices`, in that order.
  ///
  /// - Complexity: O(rows · |indices|).
  public func selectingColumns(_ indices: [Int]) -> Matrix {
    Matrix(rows: rows, columns: indices.count) { buffer in
      elements.withUnsafeBufferPointer { source in
        guard let target = buffer.baseAddress, let start = source.baseAddress else { return }
        for k in 0..<indices.count { (target + k * rows).update(from: start + indices[k] * rows, count: rows) }
      }
    }
  }

  /// The columns in `range`.
  public func selectingColumns(_ range: Range<Int>) -> Matrix {
    Matrix(
      rows: rows, columns: range.count, elements: Array(elements[range.lowerBound * rows..<range.upperBound * rows]))
  }

  /// The rows named by `indices`, in that order.
  ///
  /// - Complexity: O(|indices| · columns).
  public func selectingRows(_ indices: [Int]) -> Matrix {
    Matrix(rows: indices.count, columns: columns) { buffer in
      elements.withUnsafeBufferPointer { source in
        var next = 0
        for j in 0..<columns {
          for i in indices {
            buffer[next] = source[j * rows + i]
            next += 1
          }
        }
      }
    }
  }

  /// The rows in `range`.
  public func selectingRows(_ range: Range<Int>) -> Matrix { selectingRows(Array(range)) }

  /// Adds `column` on the right.
  ///
  /// - Complexity: O(rows), amortised.
  public mutating func appendColumn(_ column: [Double]) {
    precondition(column.count == rows, "a column of \(column.count) for \(rows) rows")
    elements.append(contentsOf: column)
    columns += 1
  }

  /// Adds the columns of `other` on the right.
  ///
  /// - Complexity: O(rows·columns of `other`), amortised.
  public mutating func appendColumns(_ other: Matrix) {
    precondition(other.rows == rows, "columns of \(other.rows) for \(rows) rows")
    elements.append(contentsOf: other.elements)
    columns += other.columns
  }

  /// Deletes column `j` and moves the later ones to the left.
  ///
  /// - Complexity: O(rows·columns).
  public mutating func removeColumn(_ j: Int) {
    elements.removeSubrange(j * rows..<(j + 1) * rows)
    columns -= 1
  }

  /// Multiplies column j by `factors`[j].
  ///
  /// - Complexity: rows·columns flops.
  public mutating func scaleColumns(by factors: [Double]) {
    precondition(factors.count == columns, "\(factors.count) factors for \(columns) columns")
    let height = rows
    elements.withUnsafeMutableBufferPointer { entries in
      for j in factors.indices { for i in j * height..<(j + 1) * height { entries[i] *= factors[j] } }
    }
  }

  /// A over B.
  public static func joiningRows(_ a: Matrix, _ b: Matrix) -> Matrix {
    precondition(a.columns == b.columns, "matrices one over the other need equal widths")
    guard a.rows > 0 else { return b }
    guard b.rows > 0 else { return a }
    var elements: [Double] = []
    elements.reserveCapacity(a.elements.count + b.elements.count)
    for j in 0..<a.columns {
      elements += a.column(j)
      elements += b.column(j)
    }
    return Matrix(rows: a.rows + b.rows, columns: a.columns, elements: elements)
  }

  /// [A, B] side by side.
  public static func joiningColumns(_ a: Matrix, _ b: Matrix) -> Matrix {
    precondition(a.rows == b.rows, "matrices side by side need equal heights")
    return Matrix(rows: a.rows, columns: a.columns + b.columns, elements: a.elements + b.elements)
  }
}
