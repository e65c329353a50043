// SPDX-License-Identifier: GPL-3.0-or-later

/// Why numbers do not form a Net-Trim program. Indices count from 0 and follow the paper's shapes (X is N×P).
public enum ProgramError: Error, Hashable, Sendable, CustomStringConvertible {
  case empty(array: String, rows: Int, columns: Int)
  case notFinite(array: String, row: Int, sample: Int, value: Double)
  case sampleMismatch(array: String, samples: Int, expected: Int)
  case negativeResponse(neuron: Int, sample: Int, value: Double)
  case slackShape(neurons: Int, samples: Int, expectedNeurons: Int, expectedSamples: Int)
  case epsilon(Double)
  case lambda(Double)

  /// In words, for messages.
  public var description: String {
    switch self {
    case .empty(let array, let rows, let columns):
      "\(array) is \(rows)×\(columns); a program needs at least one input, one neuron and one sample"
    case .notFinite(let array, let row, let sample, let value):
      "\(array)[\(row), \(sample)] is \(value); every entry must be finite"
    case .sampleMismatch(let array, let samples, let expected):
      "\(array) has \(samples) samples (columns) where X has \(expected); both must hold one column per sample"
    case .negativeResponse(let neuron, let sample, let value):
      "Y[\(neuron), \(sample)] is \(value); ReLU responses are never negative (for a linear last layer use --linear)"
    case .slackShape(let neurons, let samples, let expectedNeurons, let expectedSamples):
      "V is \(neurons)×\(samples) where Y is \(expectedNeurons)×\(expectedSamples); both must have the same shape"
    case .epsilon(let value):
      "the tolerance is \(value); it must be finite and at least 0"
    case .lambda(let value):
      "the regularisation is \(value); it must be finite and more than 0"
    }
  }
}
