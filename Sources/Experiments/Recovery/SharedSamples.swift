// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import LinearAlgebra
import RandomStreams

/// M planted neurons on the same P Gaussian samples: a layer as Theorem 3 has it.
struct SharedSamples: Sendable, Hashable {
  let dimension: Int
  let sparsity: Int
  let samples: Int
  let neurons: Int

  /// Canonical text of what is drawn: the content of its stream keys.
  var name: String { "\(neurons) neurons on shared gaussian inputs, N=\(dimension), s=\(sparsity), P=\(samples)" }

  /// Whether all neurons of layer number `trial` are recovered from the samples on which each responds.
  ///
  /// - Complexity: P·N draws, and one certificate a neuron.
  func verdict(seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> RecoveryVerdict {
    workspace.stream.restart(at: StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: "inputs"))
    let inputs = Matrix(rows: samples, columns: dimension) { workspace.stream.fillNormal($0) }
    workspace.stream.restart(at: StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: "weights"))
    let verdicts = (0..<neurons).map { _ in verdict(on: inputs, &workspace.stream) }
    if verdicts.contains(.notRecovered) { return .notRecovered }
    return verdicts.contains(.undecided) ? .undecided : .recovered
  }

  private func verdict(on inputs: Matrix, _ stream: inout RandomStream) -> RecoveryVerdict {
    let support = stream.subset(size: sparsity, of: dimension)
    let values = support.map { _ in stream.normal() }
    let responses = inputs.selectingColumns(support) * values
    let active = inputs.selectingRows(responses.indices.filter { responses[$0] > 0 })
    let signs = values.map { $0 < 0 ? -1.0 : 1 }
    return CertificateNewton().decide(active: active, support: support, signs: signs).verdict
  }
}
