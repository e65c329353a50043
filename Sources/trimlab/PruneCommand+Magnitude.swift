// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import Ensembles
import LinearAlgebra
import MagnitudePruning
import NetTrim
import Networks

extension PruneCommand {
  func pruneByMagnitude(_ source: NetworkFile, _ samples: Matrix, into files: PrunedFiles) throws {
    let network = source.network
    try requireFinite(samples)
    let data = try labelled(samples, for: network)
    let pruning = MagnitudePruning(
      rules: try magnitude.rules(for: network), schedule: magnitude.schedule, retraining: magnitude.training)
    // Without retraining the classes are not looked at.
    let unlabelled = DataSet(inputs: samples, targets: .values(samples))
    let start = ContinuousClock.now
    let pruned = pruning.prune(network, on: data ?? unlabelled, seed: magnitude.seed ?? 1, trial: 1)
    let seconds = start.duration(to: .now) / .seconds(1)
    guard pruned.layers.allSatisfy({ $0.extended.elements.allSatisfy(\.isFinite) }) else {
      throw UnfitArray(path: inputs, reason: "retraining diverged at --rate \(magnitude.rate ?? 0.001); lower the rate")
    }
    let written = source.replacingLayers(by: pruned)
    let report = MagnitudeReport(
      self, network, try self.network(in: written), samples: samples, data: data, seconds: seconds)
    try files.write(written, report)
    print(json ? try report.json : report.text)
  }

  func requireFinite(_ samples: Matrix) throws {
    guard samples.rows > 0 else { throw UnfitArray(path: inputs, reason: "\(SchemeError.noSamples)") }
    guard let i = samples.elements.firstIndex(where: { !$0.isFinite }) else { return }
    let error = SchemeError.notFinite(
      input: i / samples.rows, sample: i % samples.rows, value: samples.elements[i])
    throw UnfitArray(path: inputs, reason: "\(error)")
  }

  /// nil without labels.
  func labelled(_ samples: Matrix, for network: Network) throws -> DataSet? {
    guard let labels = magnitude.labels else { return nil }
    if let last = network.readings?.last, last.patches > 1 {
      throw UnfitArray(
        path: self.network,
        reason:
          "the last layer answers each image in \(last.patches) places; --labels needs one answer, as of a linear layer"
      )
    }
    let classes = network.layers[network.depth - 1].neurons
    return try DataSet(samples: samples, of: inputs, labels: labels, classes: classes)
  }
}

extension DataSetError: ExitCoded {
  var exitStatus: ExitStatus { .badData }
}
