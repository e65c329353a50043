// SPDX-License-Identifier: GPL-3.0-or-later

/// An experiment that prunes with as many draws as a theorem asks for, so that a trial fails with probability at most δ.
///
/// A trial succeeds where its error is at most ε, and is undecided where nothing was drawn.
public protocol SamplingExperiment: Experiment {
  init()
}

extension SamplingExperiment {
  /// How far a bound can be cut before it fails is how loose it is.
  public static var cut: Parameter<Double> {
    Parameter("cut", "How many times fewer draws than the theorem asks for", .numbers(1...1_000_000), standard: 1)
  }
  /// |S|, the samples that sensitivities are the maximum over.
  public static var samples: Parameter<Int> {
    Parameter(
      "samples", "|S|, the samples that sensitivities are the maximum over", unit: "samples", .integers(1...1_000),
      standard: 50)
  }
  /// δ, the probability to fail, at most.
  public static var delta: Parameter<Double> {
    Parameter("delta", "δ, the probability to fail, at most", .numbers(0.0001...0.5), standard: 0.1)
  }
  /// ε, the relative error.
  public static var epsilon: Parameter<Double> {
    Parameter("epsilon", "ε, the relative error", .numbers(0.02...0.99), standard: 0.5)
  }

  /// Draws relative to what they are drawn from; vacuous above 1.
  public static var drawsRatio: Quantity {
    Quantity("draws_ratio", "Draws relative to what they are drawn from; vacuous above 1")
  }
  /// 1 where the error is beyond what the theorem states, else 0.
  public static var failed: Quantity {
    Quantity("failed", "1 where the error is beyond what the theorem states, else 0", kind: .flag)
  }
  /// Share of what there is to draw from that was drawn.
  public static var keptFraction: Quantity {
    Quantity("kept_fraction", "Share of what there is to draw from that was drawn")
  }
}
