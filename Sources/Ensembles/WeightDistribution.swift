// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
package import RandomStreams

/// The law of the non-zero entries of planted weights.
public enum WeightDistribution: Hashable, Sendable {
  /// N(0, 1).
  case gaussian
  /// ±1.
  case signs
  /// Uniform on [−√3, √3).
  case uniform
  /// ±k^(−exponent), k = 1, 2, …, s in random order: compressible weights.
  case powerLaw(exponent: Double)
  /// The s largest entries of a column of an N×K matrix in a file, at their own places; trial t takes column t, and the first again
  /// after the last.
  case file(path: String)

  /// The laws without numbers of their own.
  public static let simple: [WeightDistribution] = [.gaussian, .signs, .uniform]

  /// Canonical text: part of the stream keys and of the store, so it never changes.
  public var name: String {
    switch self {
    case .gaussian: "gaussian"
    case .signs: "signs"
    case .uniform: "uniform"
    case .powerLaw(let exponent): "power-law(exponent=\(exponent))"
    case .file(let path): "file(\(path))"
    }
  }

  /// Whether no sum of several weights with signs is 0, almost surely.
  var isContinuous: Bool {
    switch self {
    case .gaussian, .uniform: true
    case .signs, .powerLaw, .file: false
    }
  }

  /// - Precondition: no weights from a file, which are not drawn.
  package func fill(_ buffer: UnsafeMutableBufferPointer<Double>, from stream: inout RandomStream) {
    switch self {
    case .gaussian: stream.fillNormal(buffer)
    case .signs: stream.fillSigns(buffer)
    case .uniform: stream.fillUniform(buffer)
    case .powerLaw(let exponent):
      var ranks = Array(buffer.indices)
      stream.shuffle(&ranks)
      for (place, rank) in ranks.enumerated() { buffer[place] = stream.sign() * pow(Double(rank + 1), -exponent) }
    case .file: preconditionFailure("weights from a file are not drawn")
    }
  }
}
