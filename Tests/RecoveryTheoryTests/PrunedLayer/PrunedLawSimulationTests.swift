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

  /// Responses with errors of norm ε, which is what keeps w feasible: 40 neurons of N = 80, eight weights not 0, on P samples. Without the
  /// noise the law is off by more than a tenth; ReLU neurons' errors are of the active samples alone.
  @Test(arguments: [(120, 0.1, false), (240, 0.05, false), (240, 0.2, true)])
  func noisyNeuronsFollowTheLaw(samples: Int, relative: Double, isLinear: Bool) throws {
    let weights = quantileWeights(80, 8)
    let law = try PrunedNeuronLaw(
      weights: weights, samples: samples, relativeEpsilon: relative, isLinear: isLinear, noise: 1)
    let exact = try PrunedNeuronLaw(weights: weights, samples: samples, relativeEpsilon: relative, isLinear: isLinear)
    #expect(abs(exact.weightError / law.weightError - 1) > 0.1)
    let squares = try (0..<40).map { trial in
      let error = try noisyError(weights, samples, relative, isLinear: isLinear, trial: trial)
      return error * error
    }
    let mean = squares.reduce(0, +) / 40
    let variance = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    expectClose(
      mean.squareRoot(), law.weightError, absolute: 5.5 * (variance / 40).squareRoot() / 2 / mean.squareRoot(),
      relative: 0.025, "P=\(samples) R=\(relative) linear=\(isLinear)")
  }

  /// ‖û − w‖/‖w‖.
  private func noisyError(
    _ weights: [Double], _ samples: Int, _ relative: Double, isLinear: Bool, trial: Int
  ) throws -> Double {
    let inputs = normalSamples(samples, weights.count, trial: UInt32(trial))
    let exact = (inputs * weights).map { isLinear ? $0 : max($0, 0) }
    var stream = RandomStream(StreamKey(seed: 16, content: "noisy law", trial: UInt32(trial), purpose: "errors"))
    let errors = exact.map { $0 == 0 ? 0 : stream.normal() }
    let epsilon = relative * exact.norm2
    let scale = epsilon / errors.norm2
    let least = exact.filter { $0 != 0 }.map(abs).min() ?? 0
    let noisy = zip(exact, errors).map { y, error in
      isLinear ? y + scale * error : y == 0 ? 0 : max(y + scale * error, least)
    }
    let program = try LayerProgram(
      inputs: inputs, responses: Matrix(column: noisy), epsilon: epsilon, activation: isLinear ? .linear : .relu)
    let solution = program.solve()
    try #require(solution.status == .optimal)
    return (solution.weights.elements - weights).norm2 / weights.norm2
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
