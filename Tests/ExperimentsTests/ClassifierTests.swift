// SPDX-License-Identifier: GPL-3.0-or-later
import ArrayFiles
import Ensembles
import Experiments
import Foundation
import LinearAlgebra
import RandomStreams
import StudyModel
import TestSupport
import Testing

private typealias Classifier = ClassifierExperiment

/// Images of 3×3 pixels of which one row is bright, in IDX files as MNIST's.
private struct Images {
  let folder: TemporaryFolder

  init(count: Int = 90, labels: (Int) -> Double = { Double($0 % 3) }) throws {
    folder = try TemporaryFolder()
    var stream = RandomStream(StreamKey(seed: 1, content: "images", trial: 0, purpose: "test"))
    var pixels: [Double] = []
    for image in 0..<count {
      for pixel in 0..<9 {
        let base = pixel / 3 == image % 3 ? 150.0 : 30
        pixels.append((base + 100 * stream.uniform()).rounded())
      }
    }
    try IDX.write(NumericArray(shape: [count, 3, 3], elements: pixels), to: try folder.path("images"))
    try IDX.write(NumericArray(shape: [count], elements: (0..<count).map(labels)), to: try folder.path("labels"))
  }

  func study(_ more: String = "training: 60", grid: String = "") throws -> Study {
    let text = """
      study: tiny
      claim: classifier-survey
      seed: 1
      images: {file: images}
      labels: {file: labels}
      \(more)
      size: 0.1
      epochs: 200
      retraining: 50
      grid: {regularisation: [dropout, l1], samples: [40], scheme: [parallel, cascade], epsilon: [0.05, 0.3]\(grid)}
      trials: {each: 1}
      """
    return try Study(StudyFile(name: try folder.path("tiny.yaml", text), text: text))
  }
}

/// Counts and accuracies of pruned classifiers, from files to quantities.
@Suite struct ClassifierTests {
  private let images: Images

  init() throws { images = try Images() }

  private func outcomes(_ study: Study) throws -> [(cell: Cell, outcome: TrialOutcome)] {
    var workspace = TrialWorkspace()
    return try study.grid.cells.map {
      ($0, try study.experiment.trial($0, seed: 1, number: 1, in: &workspace).result.get())
    }
  }

  /// 9·30·100·10·3: 270 + 3,000 + 1,000 + 30 weights.
  @Test func everyCellIsMeasured() throws {
    let measured = try outcomes(images.study())
    #expect(measured.count == 8)
    for (cell, outcome) in measured {
      #expect(outcome.success == true, "\(cell)")
      let after = outcome.byItem(Classifier.weightsAfter)
      let whole = try #require(after[0])
      #expect(
        after.keys.sorted() == [0, 1, 2, 3, 4] && (1...4).reduce(0) { $0 + (after[$1] ?? 0) } == whole, "\(cell)")
      expectClose(try #require(outcome[Classifier.sparsity]), 1 - whole / 4300, absolute: 1e-12, "\(cell)")
      // They learn: guessing is right in a third.
      #expect(try #require(outcome[Classifier.accuracyBefore]) > 0.9, "\(cell)")
      if cell[Classifier.epsilon] == 0.05 {
        #expect(try #require(outcome[Classifier.accuracyRetrained]) > 0.9, "\(cell)")
      }
      for quantity in [Classifier.accuracyAfter, Classifier.accuracyMagnitude, Classifier.accuracyMagnitudeRetrained] {
        #expect((0...1).contains(try #require(outcome[quantity])), "\(cell)")
      }
    }
  }

  /// The same network whatever it is pruned for; a larger ε keeps less.
  @Test func cellsShareTheirNetworks() throws {
    let measured = try outcomes(images.study())
    for pair in [(0, 1), (2, 3), (4, 5), (6, 7)].map({ (measured[$0].outcome, measured[$1].outcome) }) {
      #expect(pair.0[Classifier.weightsBefore] == pair.1[Classifier.weightsBefore])
      #expect(try #require(pair.0[Classifier.weightsAfter]) > #require(pair.1[Classifier.weightsAfter]))
    }
    #expect(measured[0].outcome[Classifier.weightsBefore] == 4300)
    #expect(try #require(measured[4].outcome[Classifier.weightsBefore]) < 4300, "the penalty leaves zeros")
  }

  /// They grow with ε, which they are on the images pruned for.
  @Test func freshErrorsAreOfLayersForThemselves() throws {
    let measured = try outcomes(images.study())
    for (less, more) in zip(measured, measured.dropFirst()) where less.cell[Classifier.epsilon] == 0.05 {
      let (small, large) = (less.outcome.byItem(Classifier.freshError), more.outcome.byItem(Classifier.freshError))
      guard less.cell[Classifier.scheme] == .parallel else {
        #expect(small.isEmpty && large.isEmpty)
        continue
      }
      #expect(small.keys.sorted() == [1, 2, 3, 4])
      for layer in 1...4 {
        #expect(try 0.025 < #require(small[layer]) && #require(small[layer]) < #require(large[layer]), "layer \(layer)")
      }
    }
  }

  /// Every image is on one side, and each trial draws anew.
  @Test func heldOutImagesAreNotTrainedOn() throws {
    let study = try images.study()
    let data = try StudyArrays(folder: images.folder.url).dataSet(samples: "images", labels: "labels")
    #expect(data.inputs.rows == 90 && data.inputs.elements.allSatisfy { (0...1).contains($0) })
    func rows(_ data: DataSet) -> [[Double]] { (0..<data.samples).map { data.inputs.row($0) } }
    let networks = ClassifierNetworks(study.grid.cells[0])
    let (training, heldOut) = networks.split(data, seed: 1, trial: 1)
    #expect(training.samples == 60 && heldOut.samples == 30)
    #expect(Set(rows(training) + rows(heldOut)) == Set(rows(data)))
    #expect(networks.split(data, seed: 1, trial: 2).training != training)
    // A label stays with its image: the bright row.
    guard case .classes(let classes, _) = heldOut.targets else { return }
    for (row, label) in zip(rows(heldOut), classes) {
      let sums = (0..<3).map { band in row[3 * band..<3 * band + 3].reduce(0, +) }
      #expect(sums.firstIndex(of: sums.max() ?? 0) == label)
    }
  }

  @Test(arguments: [
    ("training: 90", "90 of the 90 samples of images leave none to hold out"),
    ("training: 30", "40 samples of a training set of 30"),
    ("training: 60\nepoch: 3", "epoch"),
  ])
  func mistakesAreNamed(_ more: String, _ words: String) throws {
    let error = #expect(throws: StudyError.self) { _ = try images.study(more) }
    #expect("\(try #require(error))".contains(words))
  }

  @Test func labelsThatDoNotFitAreNamed() throws {
    try IDX.write(NumericArray(shape: [2], elements: [0, 1]), to: try images.folder.path("labels"))
    let error = #expect(throws: StudyError.self) { _ = try images.study() }
    #expect("\(try #require(error))".contains("2 targets for the 90 samples of images"))
  }
}
