// SPDX-License-Identifier: GPL-3.0-or-later
package import RecoveryTheory

/// What is asked of a layer that would be pruned at ε = R·‖Y‖_F on standard Gaussian samples.
package struct PrunedLayerQuestion {
  /// How many samples a layer is pruned on.
  package enum SampleCount {
    case given(Int)
    /// As many as keep the error on new inputs within (1 + C)·R.
    case excess(Double, relativeEpsilon: Double)
  }

  package let samples: SampleCount
  package let goal: PrunedLayerLaw.Goal
  package let isLinear: Bool

  /// Exactly one of `samples` and `excess`, and exactly one of `epsilon`, `density` and `freshError`.
  ///
  /// - Throws: `Mistake` naming the option.
  package init(
    samples: Int?, excess: Double?, epsilon: Double?, density: Double?, freshError: Double?, isLinear: Bool
  ) throws(Mistake) {
    self.isLinear = isLinear
    switch (samples, excess) {
    case (let samples?, nil):
      try Mistake.requireCount("--samples", samples, 1...PrunedLayerLaw.mostSamples)
      self.samples = .given(samples)
    case (nil, let excess?):
      try Mistake.requireExcess(excess)
      guard density == nil, freshError == nil else {
        throw Mistake("--excess needs --epsilon, whose multiple the error on new inputs is.")
      }
      self.samples = .excess(excess, relativeEpsilon: try Mistake.requireRelativeEpsilon(epsilon))
    case (nil, nil):
      throw Mistake("--weights needs --samples, the number of samples to prune on, or --excess.")
    case (_?, _?):
      throw Mistake("--excess asks how many samples are needed: leave out --samples, or it.")
    }
    goal = try Self.goal(epsilon: epsilon, density: density, freshError: freshError)
  }

  private static func goal(
    epsilon: Double?, density: Double?, freshError: Double?
  ) throws(Mistake) -> PrunedLayerLaw.Goal {
    let given = [epsilon, density, freshError].count { $0 != nil }
    guard given == 1 else {
      throw Mistake("--weights needs one of --epsilon, --density and --fresh-error; \(given) are given.")
    }
    if let density {
      try Mistake.requireShare("--density", density)
      return .keptFraction(density)
    }
    if let freshError {
      try Mistake.requireShare("--fresh-error", freshError)
      return .freshError(freshError)
    }
    return .relativeEpsilon(try Mistake.requireRelativeEpsilon(epsilon))
  }
}
