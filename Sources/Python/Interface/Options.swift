// SPDX-License-Identifier: GPL-3.0-or-later
import Answers
import ConvexRecovery
import Foundation
import Networks

/// The options of `trimlab predict` on a planted neuron.
struct PlantedOptions: Decodable {
  let dimension, sparsity: Int
  let samples, neurons: Int?
  let probability, mu: Double?

  func question() throws(Mistake) -> PlantedQuestion {
    try PlantedQuestion(
      dimension: dimension, sparsity: sparsity, samples: samples, probability: probability, neurons: neurons, mu: mu)
  }
}

/// Those of `trimlab predict --weights`.
struct PrunedLayerOptions: Decodable {
  let samples: Int?
  let excess, epsilon, density, freshError: Double?
  let linear: Bool

  func question() throws(Mistake) -> PrunedLayerQuestion {
    try PrunedLayerQuestion(
      samples: samples, excess: excess, epsilon: epsilon, density: density, freshError: freshError, isLinear: linear)
  }
}

/// Those of `trimlab solve`.
struct SolveOptions: Decodable {
  let epsilon, lambda: Double?
  let linear: Bool
  let method: String
  let tolerance: Double
  let workers: Int?

  func question() throws(Mistake) -> SolveQuestion {
    try SolveQuestion(
      epsilon: epsilon, lambda: lambda, isLinear: linear, method: try choice("--method", method), tolerance: tolerance,
      workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}

/// Those of `trimlab prune` with Net-Trim's schemes.
struct SchemeOptions: Decodable {
  let scheme: String
  let epsilon, gamma, kappa, retryKappa, holdout: Double?
  let method: String
  let tolerance: Double
  let workers: Int?
  let reluOutput: Bool

  var output: Network.Output { reluOutput ? .relu : .linear }

  func question() throws(Mistake) -> SchemeQuestion {
    let scheme: PruningScheme = try choice("--scheme", scheme, of: PruningScheme.allCases.filter(\.solvesPrograms))
    return try SchemeQuestion(
      scheme, epsilon: epsilon, gamma: gamma, kappa: kappa, retryKappa: retryKappa, holdout: holdout,
      method: try choice("--method", method), tolerance: tolerance,
      workers: workers ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}

/// The value of that name, in the words of the command line where there is none.
private func choice<Value: RawRepresentable<String> & CaseIterable>(
  _ option: String, _ name: String, of values: [Value] = Array(Value.allCases)
) throws(Mistake) -> Value {
  if let value = values.first(where: { $0.rawValue == name }) { return value }
  let names = values.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  throw Mistake("The value '\(name)' is invalid for '\(option)'. Please provide one of \(names).")
}

extension UnsafePointer<CChar> {
  /// The document that this is; numbers that JSON has not are words: "nan", "inf", "-inf".
  ///
  /// - Throws: `Mistake` naming the key.
  func decoded<Options: Decodable>(_ type: Options.Type) throws(Mistake) -> Options {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    do {
      return try decoder.decode(type, from: Data(bytes: self, count: strlen(self)))
    } catch DecodingError.dataCorrupted(let context), DecodingError.typeMismatch(_, let context) {
      throw Mistake("\(context.codingPath.last?.stringValue ?? "the question"): \(context.debugDescription)")
    } catch {
      throw Mistake("\(error)")
    }
  }
}
