// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import LinearAlgebra
import RandomStreams
import Statistics
import TestSupport
import Testing

private func columns(_ dimension: Int, _ count: Int, _ number: UInt32) -> LazyGaussianColumns {
  LazyGaussianColumns(
    dimension: dimension, count: count,
    stream: RandomStream(StreamKey(seed: 3, content: "lazy columns", trial: number, purpose: "test")))
}

private func all(_ columns: inout LazyGaussianColumns) -> Matrix { columns.columns(Array(0..<columns.count)) }

/// Whatever is asked first, all answers belong to one and the same matrix.
@Test func answersAgreeWithTheMatrixCompletedAfterwards() {
  var stream = RandomStream(StreamKey(seed: 3, content: "lazy columns", trial: 0, purpose: "questions"))
  for number in 0..<20 {
    var lazy = columns(12, 30, UInt32(number))
    var products: [(vector: [Double], product: [Double])] = []
    var blocks: [(indices: [Int], block: Matrix)] = []
    for _ in 0..<8 {
      let v = (0..<12).map { _ in stream.normal() }
      products.append((v, lazy.transposeTimes(v)))
      let indices = (0..<30).filter { _ in stream.uniform() < 0.1 }
      blocks.append((indices, lazy.columns(indices)))
      // In the span of what was asked before, but for rounding.
      let combination = 0.3 * products[0].vector - v
      products.append((combination, lazy.transposeTimes(combination)))
    }
    let matrix = all(&lazy)
    for (v, product) in products { expectClose((matrix.transposeTimes(v) - product).normInfinity, 0, absolute: 1e-12) }
    for (indices, block) in blocks { #expect(matrix.selectingColumns(indices) == block) }
    #expect(lazy.draws <= 12 * 30 + 30 * 8)
  }
}

/// A vector that is nearly in the span of earlier ones has a product that is accurate all the same.
@Test func nearlyDependentVectorsKeepTheirProducts() {
  for size in [1e-3, 1e-8, 1e-11, 1e-14] {
    var lazy = columns(6, 10, 99)
    var v = [1.0, 2, 3, 4, 5, 6]
    let first = lazy.transposeTimes(v)
    v[2] += size
    let second = lazy.transposeTimes(v)
    let matrix = all(&lazy)
    expectClose((second - first - size * matrix.row(2)).normInfinity, 0, absolute: 1e-12, "\(size)")
  }
}

/// The law is that of independent N(0, 1) entries although every question depends on the answers before: a search for a
/// direction of large products, of which some columns are then drawn whole. Kolmogorov–Smirnov tests of each of the 12 entries,
/// and of the 66 products of two of them over √2·their normalised sum's law: see below. 78 tests at 1e-8 each: false alarm below 1e-6.
@Test func adaptiveQuestionsLeaveTheLawAlone() {
  let (trials, d, count) = (20_000, 3, 4)
  var samples = Array(repeating: [Double](), count: d * count)
  for number in 0..<trials {
    var lazy = columns(d, count, UInt32(number))
    let first = lazy.transposeTimes([1, 0, 0])
    let best = first.indices.max { first[$0] < first[$1] } ?? 0
    let towards = lazy.columns([best]).elements
    let second = lazy.transposeTimes(towards)
    _ = lazy.columns(second.indices.filter { second[$0] > 1 })
    let matrix = all(&lazy)
    for i in samples.indices { samples[i].append(matrix.elements[i]) }
  }
  func normal(_ x: Double) -> Double { 0.5 * erfc(-x / 2.0.squareRoot()) }
  for i in samples.indices {
    #expect(KolmogorovSmirnov(samples[i], against: normal).pValue > 1e-8, "entry \(i)")
    for k in 0..<i {
      // (x + y)/√2 is N(0, 1) if and only if the covariance vanishes, given N(0, 1) entries that are jointly normal.
      let sums = zip(samples[i], samples[k]).map { ($0 + $1) / 2.0.squareRoot() }
      #expect(KolmogorovSmirnov(sums, against: normal).pValue > 1e-8, "entries \(i), \(k)")
    }
  }
}
