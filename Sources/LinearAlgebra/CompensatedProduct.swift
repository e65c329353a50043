// SPDX-License-Identifier: GPL-3.0-or-later

extension Matrix {
  /// Aᵀ(x + low) as if in twice the working precision and then rounded, and |A|ᵀ|x|.
  ///
  /// The value is off by at most 2⁻⁵³ of itself and ((rows + 2)·2⁻⁵³)²·4 of the size.
  ///
  /// - Complexity: 20·rows·columns flops.
  ///
  /// Source: Ogita, Rump, Oishi, "Accurate sum and dot product" (2005), algorithm 5.3.
  public func compensatedTransposeTimes(_ x: [Double], low: [Double]? = nil) -> (values: [Double], sizes: [Double]) {
    precondition(x.count == rows && (low?.count ?? rows) == rows, "a vector of \(x.count) for \(rows) rows")
    var (values, sizes): ([Double], [Double]) = ([], [])
    for j in 0..<columns {
      var (high, rest, size) = (0.0, 0.0, 0.0)
      for p in 0..<rows {
        let a = elements[j * rows + p]
        let product = a * x[p]
        let sum = high + product
        let back = sum - high
        rest += ((high - (sum - back)) + (product - back)) + (-product).addingProduct(a, x[p])
        if let low { rest = rest.addingProduct(a, low[p]) }
        high = sum
        size += abs(product)
      }
      values.append(high + rest)
      sizes.append(size)
    }
    return (values, sizes)
  }
}
