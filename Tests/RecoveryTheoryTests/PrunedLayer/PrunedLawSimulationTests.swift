// SPDX-License-Identifier: GPL-3.0-or-later
import ConvexRecovery
import Foundation
import LinearAlgebra
import RandomStreams
import RecoveryTheory
import TestSupport
import Testing

/// Net-Trim itself on drawn samples, beside the law.
@Suite struct PrunedLawSimulationTests {
  /// 40 neurons of N = 60 on P = 180 samples. Each mean must be within 5.5 standard errors of the law (false alarms below 1e-7 in all)
  /// and a bias of 2.5 %, what the law may be off at so small an N: it vanishes as 1/N, and is under 1 % at N = 100.
  @Test(arguments: [(0.1, false), (0.3, false), (0.3, true)])
  func neuronsFollowTheLaw(relative: Double, isLinear: Bool) throws {
    let weights = quantileWeights(60, 60)
    let law = try PrunedNeuronLaw(weights: weights, samples: 180, relativeEpsilon: relative, isLinear: isLinear)
    var trials: [[Double]] = []
    for trial in 0..<40 {
      let inputs = normalSamples(180, 60, trial: UInt32(trial))
      trials.append(try measured(weights, inputs, relative, isLinear: isLinear))
    }
    let names = ["kept", "‖û‖₁/‖w‖₁", "fresh error", "sample error"]
    for (k, expected) in [law.kept, law.norm1Ratio, law.freshError, law.sampleError].enumerated() {
      let values = trials.map { $0[k] }
      let mean = values.reduce(0, +) / 40
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
      expectClose(
        mean, expected, absolute: 5.5 * (variance / 40).squareRoot(), relative: 0.025,
        "\(names[k]) R=\(relative) linear=\(isLinear)")
    }
  }

  /// kept, ‖û‖₁/‖w‖₁, the error on fresh inputs and on the samples; ε is R times the norm of the responses drawn.
  private func measured(
    _ weights: [Double], _ inputs: Matrix, _ relative: Double, isLinear: Bool
  ) throws -> [Double] {
    let activity = Matrix(column: inputs * weights)
    let responses = isLinear ? activity : Matrix(column: activity.elements.map { max($0, 0) })
    let program = try LayerProgram(
      inputs: inputs, responses: responses, epsilon: relative * responses.elements.norm2,
      activation: isLinear ? .linear : .relu)
    let solution = program.solve()
    try #require(solution.status == .optimal)
    let u = solution.weights.elements
    let new = isLinear ? inputs * u : (inputs * u).map { max($0, 0) }
    return [
      Double(u.count { $0 != 0 }), u.norm1 / weights.norm1, freshError(u, weights, isLinear: isLinear),
      (new - responses.elements).norm2 / responses.elements.norm2,
    ]
  }

  /// Of given weights, by the arc-cosine kernel.
  private func freshError(_ u: [Double], _ w: [Double], isLinear: Bool) -> Double {
    guard !isLinear else { return (u - w).norm2 / w.norm2 }
    let (ν, ω) = (u.norm2, w.norm2)
    let θ = acos(max(-1, min(1, u.dot(w) / (ν * ω))))
    let square = (ν * ν + ω * ω) / 2 - ν * ω / .pi * (sin(θ) + (.pi - θ) * cos(θ))
    return (2 * square).squareRoot() / ω
  }
}

/// P×N standard normal numbers, of which each trial has its own.
func normalSamples(_ samples: Int, _ dimension: Int, trial: UInt32) -> Matrix {
  var stream = RandomStream(StreamKey(seed: 15, content: "pruned law", trial: trial, purpose: "inputs"))
  return Matrix(
    rows: samples, columns: dimension, elements: (0..<(samples * dimension)).map { _ in stream.normal() })
}
