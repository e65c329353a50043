// SPDX-License-Identifier: GPL-3.0-or-later
import Ensembles
import Foundation
import StudyModel
import Testing

@Suite struct GridTests {
  @Test func cellsAscend() throws {
    let grid = ["grid.dimension=[40, 20]", "grid.sparsity=[5, 2]", "grid.samples=[15, 10]"]
    let cells = try decode(tinyStudy, overrides: grid).ensembles
    let triples = cells.map { [$0.dimension, $0.sparsity, $0.samples] }
    #expect(
      triples == [
        [20, 2, 10], [20, 2, 15], [20, 5, 10], [20, 5, 15], [40, 2, 10], [40, 2, 15], [40, 5, 10], [40, 5, 15],
      ])
  }

  @Test func fractionsAreRoundedToAtLeastOneAndAtMostAll() throws {
    let cells = try decode(tinyStudy, overrides: ["grid.sparsity={fractions: [0.001, 0.02, 0.13, 1]}"]).ensembles
    let sparsities = Dictionary(grouping: cells, by: \.dimension).mapValues { Set($0.map(\.sparsity)).sorted() }
    #expect(sparsities == [20: [1, 3, 20], 40: [1, 5, 40]])
  }

  /// 2δ/(s ln(N/s)) is 2.66, 2.72, 2.86 and 3.18 at s/N = .01, .05, .1 and .2, to three digits.
  @Test(arguments: [(10_000, 100, 2.66), (10_000, 500, 2.72), (10_000, 1000, 2.86), (10_000, 2000, 3.18)])
  func relativeSamplesAreMultiplesOfThePredictedMedian(_ dimension: Int, _ sparsity: Int, _ constant: Double) throws {
    let grid = [
      "grid.dimension=[\(dimension)]", "grid.sparsity=[\(sparsity)]",
      "grid.samples={relative-to: predicted, from: 0.5, to: 1.5, count: 3}",
    ]
    let samples = try decode(tinyStudy, overrides: grid).ensembles.map(\.samples)
    let median = constant * Double(sparsity) * log(Double(dimension) / Double(sparsity))
    try #require(samples.count == 3)
    for (actual, multiple) in zip(samples, [0.5, 1, 1.5]) {
      #expect(abs(Double(actual) / (multiple * median) - 1) < 0.003, "\(actual) for \(multiple) × \(median)")
    }
  }

  @Test func multiplesThatRoundToTheSameCountAreOneCell() throws {
    let grid = [
      "grid.dimension=[10]", "grid.sparsity=[1]",
      "grid.samples={relative-to: predicted, from: 0.01, to: 1.2, count: 1000}",
    ]
    let samples = try decode(tinyStudy, overrides: grid).ensembles.map(\.samples)
    #expect(samples == Array(1...(samples.last ?? 0)))
  }
}
