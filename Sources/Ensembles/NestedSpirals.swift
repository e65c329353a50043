// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import LinearAlgebra
import RandomStreams

/// Two nested spirals in the plane, one a class.
///
/// A sample of class c ∈ {0, 1} is t·(cos θ, sin θ) + noise·z with θ = 2π·turns·t + πc, z ~ N(0, I₂) and t = √(0.01 + 0.99u), u uniform
/// on [0, 1): t runs from 0.1 to 1, about evenly along the arm. Neighbouring arms are 1/(2·turns) apart. Samples alternate
/// between the classes, which so are balanced.
public struct NestedSpirals: Hashable, Sendable {
  /// P, the samples of both spirals together.
  public var samples: Int
  /// Revolutions of each arm about the origin.
  public var turns: Double
  /// Standard deviation of each coordinate about the arm.
  public var noise: Double

  /// So many samples on spirals of these turns, with noise of this standard deviation.
  public init(samples: Int, turns: Double = 1.5, noise: Double = 0.02) {
    self.samples = samples
    self.turns = turns
    self.noise = noise
  }

  /// Canonical text: the content of the stream key, so it never changes.
  public var name: String { "nested spirals, P=\(samples), turns=\(turns), noise=\(noise)" }

  /// Draw number `trial` in the study with seed `seed`.
  public func dataSet(seed: UInt64, trial: Int) -> DataSet {
    var stream = RandomStream(StreamKey(seed: seed, content: name, trial: UInt32(trial), purpose: "samples"))
    let classes = (0..<samples).map { $0 % 2 }
    var inputs = Matrix(rows: samples, columns: 2)
    for (p, arm) in classes.enumerated() {
      let radius = (0.01 + 0.99 * stream.uniform()).squareRoot()
      let angle = 2 * .pi * turns * radius + .pi * Double(arm)
      inputs[p, 0] = radius * cos(angle) + noise * stream.normal()
      inputs[p, 1] = radius * sin(angle) + noise * stream.normal()
    }
    return DataSet(inputs: inputs, targets: .classes(classes, count: 2))
  }
}
