// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// H = Σ_p r_p·z_p·z_pᵀ on a support S, z_pj = x_pj·s_j, for sets and weights r that change a little from one Newton step to the next:
/// only what changed is computed. Inputs that leave S stay until there are many of them, as most come back.
///
/// - Complexity: 2·P·|S| flops an input that enters and |S|² a sample whose weight changed, in place of |S|²·#{r ≠ 0}.
struct SupportGram {
  private let inputs: Matrix
  /// s.
  private let scales: [Double]
  /// The inputs that H is known for, in the order they came, and where each is; −1 for the others.
  private var members: [Int] = []
  private var place: [Int]
  /// H, the upper triangle, with room to grow.
  private var values = Matrix(rows: 0, columns: 0)
  /// r.
  private var weights: [Double]

  init(_ inputs: Matrix, scales: [Double]) {
    (self.inputs, self.scales) = (inputs, scales)
    place = Array(repeating: -1, count: inputs.columns)
    weights = Array(repeating: 0, count: inputs.rows)
  }

  /// −(H + shift·I)⁻¹·b; nil if rounding forbids.
  mutating func solve(_ b: [Double], on support: [Int], weights: [Double], shift: Double) -> [Double]? {
    update(support, weights)
    let order = support.indices.sorted { place[support[$0]] < place[support[$1]] }
    guard let factor = Cholesky(upper: shifted(order.map { place[support[$0]] }, shift)) else { return nil }
    var x = b
    for (value, k) in zip(factor.solve(b.selecting(order)), order) { x[k] = -value }
    return x
  }

  private mutating func update(_ support: [Int], _ weights: [Double]) {
    let entering = support.filter { place[$0] < 0 }
    let changed = weights.indices.filter { weights[$0] != self.weights[$0] }
    let isNear =
      4 * entering.count <= support.count && 2 * changed.count <= weights.count { $0 != 0 }
      && members.count <= 2 * support.count
    if isNear {
      reweigh(changed, to: weights)
      enter(entering)
    } else {
      build(support, weights)
    }
  }

  private mutating func build(_ support: [Int], _ weights: [Double]) {
    for j in members { place[j] = -1 }
    members = support
    for (k, j) in members.enumerated() { place[j] = k }
    self.weights = weights
    values = Matrix(rows: members.count + 32, columns: members.count + 32)
    let rows = weights.indices.filter { weights[$0] != 0 }
    values.addGram(of: inputs.block(rows, members, rowFactors: rows.map { weights[$0].squareRoot() }, scales))
  }

  /// What `changed` samples gained, then what they lost.
  private mutating func reweigh(_ changed: [Int], to weights: [Double]) {
    let changes = changed.map { weights[$0] - self.weights[$0] }
    for sign in [1.0, -1.0] {
      let those = changed.indices.filter { changes[$0] * sign > 0 }
      guard !those.isEmpty else { continue }
      let roots = those.map { abs(changes[$0]).squareRoot() }
      values.addGram(of: inputs.block(those.map { changed[$0] }, members, rowFactors: roots, scales), scale: sign)
    }
    self.weights = weights
  }

  private mutating func enter(_ entering: [Int]) {
    guard !entering.isEmpty else { return }
    let first = members.count
    for j in entering {
      place[j] = members.count
      members.append(j)
    }
    if members.count > values.columns { grow() }
    let products = inputs.columnProducts(members, with: weighted(entering))
    for k in entering.indices {
      for i in 0...(first + k) { values[i, first + k] = products[k, i] * scales[members[i]] }
    }
  }

  /// r∘z_j for the inputs j named.
  private func weighted(_ columns: [Int]) -> Matrix {
    let height = inputs.rows
    return Matrix(rows: height, columns: columns.count) { buffer in
      inputs.elements.withUnsafeBufferPointer { x in
        for (k, j) in columns.enumerated() {
          for p in 0..<height { buffer[k * height + p] = weights[p] * x[j * height + p] * scales[j] }
        }
      }
    }
  }

  private mutating func grow() {
    let old = values
    values = Matrix(rows: members.count + 64, columns: members.count + 64)
    for j in 0..<old.columns { for i in 0...j { values[i, j] = old[i, j] } }
  }

  /// H + shift·I, the upper triangle, at these places, which rise.
  private func shifted(_ places: [Int], _ shift: Double) -> Matrix {
    let (order, leading) = (places.count, values.rows)
    return Matrix(rows: order, columns: order) { buffer in
      values.elements.withUnsafeBufferPointer { h in
        for j in 0..<order {
          let column = places[j] * leading
          for i in 0...j { buffer[j * order + i] = h[column + places[i]] }
          buffer[j * order + j] += shift
          for i in j + 1..<max(order, j + 1) { buffer[j * order + i] = 0 }
        }
      }
    }
  }
}

extension Matrix {
  /// Rows and columns of self, each times its factor; those of columns are given for all of them.
  func block(_ rows: [Int], _ columns: [Int], rowFactors: [Double], _ scales: [Double]) -> Matrix {
    let height = self.rows
    return Matrix(rows: rows.count, columns: columns.count) { buffer in
      elements.withUnsafeBufferPointer { x in
        for (k, j) in columns.enumerated() {
          let scale = scales[j]
          for (i, p) in rows.enumerated() { buffer[k * rows.count + i] = x[j * height + p] * (rowFactors[i] * scale) }
        }
      }
    }
  }
}
