// SPDX-License-Identifier: GPL-3.0-or-later
import HardThresholding
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

@Suite struct RestrictedIsometryTests {
  private func normal(_ rows: Int, _ columns: Int, trial: UInt32 = 0) -> Matrix {
    var stream = RandomStream(StreamKey(seed: 9, content: "\(rows)×\(columns)", trial: trial, purpose: "isometry"))
    return Matrix(rows: rows, columns: columns) { stream.fillNormal($0) }
  }

  @Test func theMatrixIsTheModel() {
    let model = GatedModel(inputs: normal(20, 4), generators: normal(4, 3))
    let weights = normal(4, 3, trial: 1)
    expectClose((model.matrix * weights.elements - model.responses(to: weights)).normInfinity, 0, absolute: 1e-12)
  }

  /// One entry: the columns' norms. Two: the eigenvalues (a + b)/2 ± √((a − b)²/4 + c²) of every pair.
  @Test func oneAndTwoEntriesAreInClosedForm() {
    let model = GatedModel(inputs: normal(30, 3), generators: normal(3, 2))
    let gram = model.matrix.gram()
    func constant(_ values: [Double]) -> Double {
      let (least, most) = (values.min() ?? 0, values.max() ?? 0)
      return (most - least) / (most + least)
    }
    let norms = (0..<6).map { gram[$0, $0] }
    expectClose(RestrictedIsometry(of: model, sparsity: 1).constant, constant(norms), relative: 1e-12)
    let pairs = (0..<6).flatMap { i in
      (0..<i).flatMap { j in
        let (middle, half) = ((gram[i, i] + gram[j, j]) / 2, (gram[i, i] - gram[j, j]) / 2)
        let radius = (half * half + gram[j, i] * gram[j, i]).squareRoot()
        return [middle - radius, middle + radius]
      }
    }
    let two = RestrictedIsometry(of: model, sparsity: 2)
    expectClose(two.constant, constant(pairs), relative: 1e-10)
    expectClose(two.step, 2 / ((pairs.min() ?? 0) + (pairs.max() ?? 0)), relative: 1e-10)
  }

  /// All entries: the model's own singular values; and no sparse W leaves the isometry.
  @Test func theExtremesAreTheExtremes() {
    let model = GatedModel(inputs: normal(50, 4), generators: normal(4, 2))
    let values = SingularValueDecomposition(model.matrix).values
    let (most, least) = (values[0] * values[0], values[7] * values[7])
    expectClose(
      RestrictedIsometry(of: model, sparsity: 8).constant, (most - least) / (most + least), relative: 1e-10)
    let three = RestrictedIsometry(of: model, sparsity: 3)
    var stream = RandomStream(StreamKey(seed: 9, content: "", trial: 0, purpose: "sparse"))
    for _ in 0..<200 {
      var weights = Matrix(rows: 4, columns: 2)
      for i in stream.subset(size: 3, of: 8) { weights.elements[i] = stream.normal() }
      let gain = three.step * model.responses(to: weights).dot(model.responses(to: weights))
      let square = weights.elements.dot(weights.elements)
      #expect(gain <= (1 + three.constant) * square * (1 + 1e-9) && gain >= (1 - three.constant) * square * (1 - 1e-9))
    }
  }

  /// Where δ_{3S} is below 1/√3 the path contracts by √3·δ_{3S}, to W* itself; every iterate has at most S entries.
  @Test func aCertifiedPathContracts() {
    var certified = 0
    for trial in 0..<20 {
      var planted = Matrix(rows: 8, columns: 1)
      (planted[trial % 8, 0], planted[(trial + 3) % 8, 0]) = (1.5, -1)
      let model = GatedModel(inputs: normal(200, 8, trial: UInt32(trial)), generators: planted)
      let isometry = RestrictedIsometry(of: model, sparsity: 6)
      guard isometry.contraction < 1 else { continue }
      certified += 1
      let path = model.thresholdingPath(
        model.responses(to: planted), keeping: 2, step: isometry.step, iterations: 100)
      var error = planted.frobeniusNorm
      for weights in path {
        let next = (weights.elements - planted.elements).norm2
        #expect(next <= isometry.contraction * error + 1e-13, "trial \(trial)")
        #expect(weights.elements.count { $0 != 0 } <= 2)
        error = next
      }
      #expect(error < 1e-9)
    }
    #expect(certified > 5, "\(certified)")
  }
}
