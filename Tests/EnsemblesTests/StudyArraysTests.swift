// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Ensembles
import Foundation
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

/// Inputs and weights from files: the same numbers whatever the format, each sample at most once.
@Suite struct StudyArraysTests {
  private let folder: TemporaryFolder
  private let arrays: StudyArrays
  /// Three inputs, four samples: column p of X is (p, 10p, 5).
  private let entries: [[Double]] = [[1, 2, 3, 4], [10, 20, 30, 40], [5, 5, 5, 5]]

  init() throws {
    folder = try TemporaryFolder()
    arrays = StudyArrays(folder: folder.url)
    try NPY.write(NumericArray(shape: [3, 4], elements: entries.flatMap { $0 }), to: try folder.path("X.npy"))
    let records = (0..<4).map { p in entries.map { $0[p] } }
    let lines = records.map { $0.map { "\($0)" }.joined(separator: ",") }
    _ = try folder.path("X.csv", "a,b,c\r\n" + lines.joined(separator: "\r\n") + "\r\n")
    try IDX.write(
      NumericArray(shape: [4, 3], elements: records.flatMap { $0 }), as: .float64, to: try folder.path("X.idx"))
    try IDX.write(NumericArray(shape: [4, 3], elements: records.flatMap { $0 }), to: try folder.path("bytes.idx"))
  }

  @Test(arguments: [("X.npy", 1.0), ("X.csv", 1), ("X.idx", 1), ("bytes.idx", 1.0 / 255)])
  func allFormatsHoldTheSame(_ name: String, _ scale: Double) throws {
    let matrix = try arrays.matrix(name)
    #expect(matrix.rows == 4 && matrix.columns == 3)
    for p in 0..<4 { for j in 0..<3 { expectClose(matrix[p, j], scale * entries[j][p], absolute: 1e-15, name) } }
  }

  /// (1, 2, 3, 4) has mean 2.5 and variance 1.25; a constant becomes 0.
  @Test func standardisedInputsHaveMeanZeroAndVarianceOne() throws {
    let matrix = try arrays.matrix(FileSamples(path: "X.npy", isStandardised: true))
    let expected = [-1.5, -0.5, 0.5, 1.5].map { $0 / 1.25.squareRoot() }
    for p in 0..<4 {
      expectClose(matrix[p, 0], expected[p], absolute: 1e-15)
      expectClose(matrix[p, 1], expected[p], absolute: 1e-14)
      #expect(matrix[p, 2] == 0)
    }
  }

  @Test(arguments: [
    ("1,2\n3\n", "line 2: 1 numbers where the lines before have 2"), ("1,2\n3,x\n", "line 2: 'x' is no number"),
    ("a,b\n", "holds no numbers"), ("1,nan\n", "has nan at record 1, entry 2; all must be finite"),
  ])
  func whatIsNoTableIsNamed(_ text: String, _ message: String) throws {
    _ = try folder.path("bad.csv", text)
    let error = #expect(throws: (any Error).self) { try arrays.matrix("bad.csv") }
    #expect("\(error!)".contains("bad.csv") && "\(error!)".contains(message), "\(error!)")
  }

  @Test func aTrialTakesColumnsOnceEachAndAllOfThemWhereItAsksForAll() throws {
    _ = try arrays.matrix("X.npy")
    var stream = RandomStream(StreamKey(seed: 3, content: "file", trial: 0, purpose: "test"))
    let inputs = InputDistribution.file(FileSamples(path: "X.npy"))
    var seen: Set<[Double]> = []
    for trial in 1...40 {
      let ensemble = PlantedEnsemble(dimension: 3, sparsity: 1, samples: 2, inputs: inputs)
      let neuron = PlantedNeuron(ensemble, seed: 1, trial: trial, arrays: arrays, stream: &stream)
      let samples = Matrix.joiningRows(neuron.active, neuron.inactive(stream: &stream))
      let rows = (0..<2).map { samples.row($0) }
      #expect(rows[0] != rows[1])
      seen.formUnion(rows)
    }
    #expect(seen == Set((0..<4).map { p in entries.map { $0[p] } }))
    let whole = PlantedEnsemble(dimension: 3, sparsity: 1, samples: 4, inputs: inputs)
    let all = PlantedNeuron(whole, seed: 1, trial: 1, arrays: arrays, stream: &stream)
    #expect(all.active.rows + all.inactive(stream: &stream).rows == 4)
  }

  @Test func aTrialHasTheLargestWeightsOfItsColumn() throws {
    try NPY.write(
      NumericArray(shape: [4, 2], elements: [1, -5, -3, 0.5, 2, 7, 0.1, 6]), to: try folder.path("W.npy"))
    _ = try arrays.matrix("W.npy")
    var stream = RandomStream(StreamKey(seed: 3, content: "file", trial: 0, purpose: "test"))
    let ensemble = PlantedEnsemble(dimension: 4, sparsity: 2, samples: 9, weights: .file(path: "W.npy"))
    for (trial, expected) in [(1, [0, -3, 2, 0]), (2, [0, 0, 7, 6]), (3, [0, -3, 2, 0])] as [(Int, [Double])] {
      let neuron = PlantedNeuron(ensemble, seed: 1, trial: trial, arrays: arrays, stream: &stream)
      #expect(neuron.weights == expected, "trial \(trial)")
    }
  }

  @Test func powerLawWeightsAreTheirLaw() {
    var stream = RandomStream(StreamKey(seed: 3, content: "power law", trial: 0, purpose: "test"))
    let ensemble = PlantedEnsemble(dimension: 20, sparsity: 6, samples: 9, weights: .powerLaw(exponent: 2))
    let neurons = (0..<20).map { PlantedNeuron(ensemble, seed: 1, trial: $0, stream: &stream) }
    for neuron in neurons {
      let sizes = neuron.values.map(abs).sorted(by: >)
      for (k, size) in sizes.enumerated() { expectClose(size, 1 / Double((k + 1) * (k + 1)), relative: 1e-14) }
    }
    #expect(Set(neurons.map { $0.values.map { $0 < 0 } }).count > 10, "signs differ")
    #expect(Set(neurons.map { neuron in neuron.values.firstIndex { abs($0) == 1 } }).count > 3, "so does the order")
  }
}
