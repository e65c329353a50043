// SPDX-License-Identifier: GPL-3.0-or-later
public import LinearAlgebra
public import RandomStreams

/// A d×count matrix B of independent N(0, 1) entries, of which only what is asked for is drawn.
///
/// Asked so far were the products Bᵀq_k with orthonormal q_k, and some columns whole. Both leave the rest as it was:
///
/// - for a unit vector q ⟂ q_1, …, q_k, the entries of Bᵀq are independent N(0, 1), also of all that went before, however
///   q was chosen (Gaussian conditioning); so a new direction costs one draw a column;
/// - given b_jᵀq_1, …, b_jᵀq_k, column j is Q·(Qᵀb_j) + (I − QQᵀ)z with z ~ N(0, I_d).
///
/// So B has its law exactly, whatever was asked for and in whatever order.
public struct LazyGaussianColumns: ~Copyable {
  /// d.
  public let dimension: Int
  /// How many columns there are.
  public let count: Int
  private var stream: RandomStream
  /// Q, d×k.
  private var basis: Matrix
  /// BᵀQ, count×k; without meaning in the rows of known columns.
  private var products: Matrix
  /// The columns drawn whole, and for each column of B where it stands among them; −1 for the others.
  private var known: Matrix
  private var positions: [Int]

  /// Columns of N(0, I_N), drawn from the stream as they are asked for.
  public init(dimension: Int, count: Int, stream: consuming RandomStream) {
    self.stream = stream
    (self.dimension, self.count) = (dimension, count)
    basis = Matrix(rows: dimension, columns: 0)
    products = Matrix(rows: count, columns: 0)
    known = Matrix(rows: dimension, columns: 0)
    positions = Array(repeating: -1, count: count)
  }

  /// Normal variates drawn so far.
  public private(set) var draws = 0

  /// Bᵀv.
  ///
  /// - Complexity: one draw for each column not yet known, unless v lies in the span of earlier vectors; 2·count·k flops
  ///   for k directions so far, 2·d for every known column and 8·d·k for the new direction.
  public mutating func transposeTimes(_ v: [Double]) -> [Double] {
    var coordinates = basis.transposeTimes(v)
    if let residual = residual(of: v, &coordinates) {
      basis.appendColumn(residual)
      products.appendColumn(drawProducts())
    }
    var result = products * coordinates
    let exact = known.transposeTimes(v)
    for j in positions.indices where positions[j] >= 0 { result[j] = exact[positions[j]] }
    return result
  }

  /// B_J, d×|J|.
  ///
  /// - Complexity: d draws and 4·d·k flops for every column not yet known.
  public mutating func columns(_ indices: [Int]) -> Matrix {
    draw(indices.filter { positions[$0] < 0 })
    return known.selectingColumns(indices.map { positions[$0] })
  }

  /// The unit vector along (I − QQᵀ)v, with ‖(I − QQᵀ)v‖ appended to the `coordinates` Qᵀv; nil if v is in the span of Q
  /// up to rounding. Projected once more after it has been scaled, q is orthogonal to Q to working precision.
  private func residual(of v: [Double], _ coordinates: inout [Double]) -> [Double]? {
    var rest = v
    basis.multiply(coordinates, scale: -1, into: &rest, adding: 1)
    let length = rest.norm2
    guard length > 1e-13 * v.norm2 else { return nil }
    coordinates.append(length)
    rest = (1 / length) * rest
    basis.multiply(basis.transposeTimes(rest), scale: -1, into: &rest, adding: 1)
    return (1 / rest.norm2) * rest
  }

  /// Independent N(0, 1), one for each column not yet known.
  private mutating func drawProducts() -> [Double] {
    let drawn = Matrix(rows: count - known.columns, columns: 1) { stream.fillNormal($0) }.elements
    draws += drawn.count
    var next = drawn.makeIterator()
    return positions.map { $0 < 0 ? next.next() ?? 0 : 0 }
  }

  /// Completes the columns `new`: Z + Q(QᵀB − QᵀZ).
  private mutating func draw(_ new: [Int]) {
    guard !new.isEmpty else { return }
    var columns = Matrix(rows: dimension, columns: new.count) { stream.fillNormal($0) }
    var change = products.selectingRows(new).transposed
    change.elements.add(Matrix.product(transposed: basis, columns).elements, scale: -1)
    columns.elements.add((basis * change).elements)
    for (offset, j) in new.enumerated() { positions[j] = known.columns + offset }
    known.appendColumns(columns)
    draws += dimension * new.count
  }
}
