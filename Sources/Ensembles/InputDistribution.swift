// SPDX-License-Identifier: GPL-3.0-or-later

/// The law of a sample x ∈ ℝᴺ; every entry has mean 0 and variance 1, except for `reluOutputs` and `file`.
public enum InputDistribution: Hashable, Sendable {
  /// Independent N(0, 1) entries.
  case gaussian
  /// Independent signs.
  case rademacher
  /// Independent entries, uniform on [−√3, √3).
  case uniform
  /// Independent entries: N(0, 1/density) with probability `density`, else 0.
  case sparseGaussian(density: Double)
  /// Independent entries of Student's law, scaled to variance 1; `degrees` > 2.
  case student(degrees: Double)
  /// Independent entries, each normal with standard deviation σ with probability 1 − `share` and `scale`·σ with probability `share`.
  case mixture(share: Double, scale: Double)
  /// Gaussian with Cov(x_i, x_j) = rho^|i−j|.
  case correlated(rho: Double)
  /// Gaussian, with Cov(x_i, x_j) = rho within each block of `block` neighbours and 0 between blocks; rho ≥ 0.
  case blockCorrelated(rho: Double, block: Int)
  /// x = Ag, g ~ N(0, I_rank), A an N×rank matrix of each instance's own whose rows are uniform on the unit sphere.
  case lowRank(rank: Int)
  /// Outputs of a random ReLU network of `layers` layers of width N on Gaussian inputs: the samples a deeper layer sees.
  case reluOutputs(layers: Int)
  /// Columns of a matrix in a file, without replacement.
  case file(FileSamples)

  /// Canonical text: part of the stream keys and of the store, so it never changes.
  public var name: String {
    switch self {
    case .gaussian: "gaussian"
    case .rademacher: "rademacher"
    case .uniform: "uniform"
    case .sparseGaussian(let density): "sparse-gaussian(density=\(density))"
    case .student(let degrees): "student(degrees=\(degrees))"
    case .mixture(let share, let scale): "mixture(share=\(share),scale=\(scale))"
    case .correlated(let rho): "correlated(rho=\(rho))"
    case .blockCorrelated(let rho, let block): "correlated(rho=\(rho),block=\(block))"
    case .lowRank(let rank): "low-rank(rank=\(rank))"
    case .reluOutputs(let layers): "relu-outputs(layers=\(layers))"
    case .file(let samples): samples.name
    }
  }

  /// Whether samples have a density on ℝᴺ, so that minimisers tie with probability 0.
  public var hasDensity: Bool {
    switch self {
    case .gaussian, .uniform, .student, .mixture, .correlated, .blockCorrelated: true
    case .rademacher, .sparseGaussian, .lowRank, .reluOutputs, .file: false
    }
  }

  /// Whether the entries of a sample are independent of each other.
  var hasIndependentEntries: Bool {
    switch self {
    case .gaussian, .rademacher, .uniform, .sparseGaussian, .student, .mixture: true
    case .correlated, .blockCorrelated, .lowRank, .reluOutputs, .file: false
    }
  }

  /// Whether x and −x have the same law and xᵀw ≠ 0 almost surely for every w ≠ 0 of the given kind.
  ///
  /// Then half of all samples are active, and an active sample is a sample whose sign makes xᵀw positive.
  func isActiveHalfTheTime(for weights: WeightDistribution) -> Bool {
    switch self {
    case .gaussian, .uniform, .student, .mixture, .correlated, .blockCorrelated: true
    case .rademacher: weights.isContinuous
    case .sparseGaussian, .lowRank, .reluOutputs, .file: false
    }
  }
}

/// Samples that come from a file: each column of its N×P' matrix is one.
public struct FileSamples: Hashable, Sendable {
  /// As the study has it, relative to its folder.
  public let path: String
  /// Whether every input is shifted and scaled to mean 0 and variance 1 over the file.
  public let isStandardised: Bool

  /// The samples of the file at `path`, every input brought to mean 0 and variance 1 if `isStandardised`.
  public init(path: String, isStandardised: Bool = false) { (self.path, self.isStandardised) = (path, isStandardised) }

  var name: String { "file(\(path)\(isStandardised ? ",standardise=true" : ""))" }
}
