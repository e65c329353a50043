// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import NetTrim
import Networks
import RandomStreams
import SensitivitySampling

extension PruneCommand {
  /// Removes the filters and neurons of least sensitivity, the last layer's aside.
  func pruneFilters(_ source: NetworkFile, _ samples: Matrix, into files: PrunedFiles) throws {
    let network = source.network
    try requireFinite(samples)
    let data = try labelled(samples, for: network)
    let budget = Int(((magnitude.density ?? 1) * Double(network.nonzeros)).rounded())
    // The largest sensitivities are taken: nothing is drawn.
    var stream = RandomStream(StreamKey(seed: 1, content: "", trial: 0, purpose: "unused"))
    let start = ContinuousClock.now
    let pruned = network.pruningFilters(
      keeping: budget, choice: .deterministic, inputs: samples, from: &stream)
    let seconds = start.duration(to: .now) / .seconds(1)
    let written = source.replacingLayers(by: pruned)
    let report = MagnitudeReport(
      self, network, try self.network(in: written), samples: samples, data: data, seconds: seconds)
    try files.write(written, report)
    print(json ? try report.json : report.text)
  }
}
