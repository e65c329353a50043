// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// One instance as an own method gets it: a line of JSON, X and Y.
public struct MethodRequest: Sendable {
  /// The trial's number.
  public let trial: Int
  /// For whatever the method draws itself; below 2⁵³, which every language reads exactly.
  public let seed: UInt64
  /// N, P and M.
  public let dimension, samples, neurons: Int
  /// The Frobenius tolerance of the responses, absolute; 0 where they are exact.
  public let epsilon: Double
  /// X, sample by sample, P·N.
  public let inputs: [Double]
  /// Y, sample by sample, P·M.
  public let responses: [Double]

  /// - Precondition: P·N inputs and P·M responses.
  public init(
    trial: Int, seed: UInt64, shape: (dimension: Int, samples: Int, neurons: Int), epsilon: Double, inputs: [Double],
    responses: [Double]
  ) {
    precondition(inputs.count == shape.samples * shape.dimension && responses.count == shape.samples * shape.neurons)
    (self.trial, self.seed, self.epsilon) = (trial, seed, epsilon)
    (dimension, samples, neurons) = shape
    (self.inputs, self.responses) = (inputs, responses)
  }

  var line: String {
    """
    {"trial": \(trial), "seed": \(seed), "dimension": \(dimension), "samples": \(samples), "neurons": \(neurons), \
    "epsilon": \(epsilon)}

    """
  }
}

/// What an own method found.
public struct MethodAnswer: Hashable, Sendable {
  /// As the method counts them; nil where it does not.
  public let iterations: Int?
  /// U, neuron by neuron, N·M.
  public let weights: [Double]
}

/// The line of an answer.
struct AnswerLine: Decodable {
  let status: String
  let iterations: Int?
  let message: String?

  /// Longer lines are no lines of this protocol.
  static let limit = 1 << 16

  /// - Throws: ``MethodFailure``.
  init(_ bytes: some Collection<UInt8>) throws(MethodFailure) {
    guard let line = try? JSONDecoder().decode(AnswerLine.self, from: Data(bytes)),
      ["ok", "failed"].contains(line.status)
    else {
      let text = String(decoding: bytes.prefix(80), as: UTF8.self)
      throw .nonsense(
        "'\(text)'; expected a line {\"status\": \"ok\", \"iterations\": 12} or {\"status\": \"failed\", \"message\": \"…\"}",
        stderr: "")
    }
    self = line
  }
}
