// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra
import RandomStreams
import Statistics

/// **Lemma B, the sign flip.** Given their number n, the active samples' null space {h : x_pᵀh = 0, p ∈ Ω} has the law of the
/// null space of an n×N standard Gaussian matrix: a random sign on every sample changes no null space and makes half-Gaussians
/// Gaussian.
///
/// - Measured: ‖Πu‖², Π the projection onto the null space, along w* (where the active samples are half-Gaussian) and along a
///   coordinate off Γ. Active samples are drawn by rejection, not by flipping signs, which would assume the lemma.
/// - Verdict: refuted by a two-sample Kolmogorov–Smirnov test of one of the statistics (exact p-values, Holm).
public struct SignFlipClaim: Claim {
  public let name = "sign-flip"
  public let kind = ClaimClass.exactLaw
  public let statement = "Given n, the active samples' null space is distributed as that of n Gaussian samples."
  public let falseVariant = "samples of mean w*/‖w*‖, not symmetric"

  public init() {}

  static let ensembles = [
    NullSpaceEnsemble(dimension: 20, sparsity: 2, activeSamples: 8),
    NullSpaceEnsemble(dimension: 40, sparsity: 4, activeSamples: 15),
    NullSpaceEnsemble(dimension: 50, sparsity: 10, activeSamples: 40),
  ]

  /// Both samples of one statistic.
  package struct Comparison: Sendable {
    var label: String
    var active: [Double]
    var gaussian: [Double]

    package init(label: String, active: [Double], gaussian: [Double]) {
      self.label = label
      self.active = active
      self.gaussian = gaussian
    }
  }

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let trials = plan.choose(quick: 1_000, standard: 8_000, thorough: 100_000)
    let mean = variant == .stated ? 0.0 : 1
    var comparisons: [Comparison] = []
    for ensemble in Self.ensembles {
      let active = await plan.map(trials) { workspace, number in
        ensemble.active(mean: mean, seed: plan.seed, trial: number, in: &workspace)
      }
      let gaussian = await plan.map(trials) { workspace, number in
        ensemble.gaussian(seed: plan.seed, trial: number, in: &workspace)
      }
      let shape = "N = \(ensemble.dimension), n = \(ensemble.activeSamples)"
      comparisons += [
        Comparison(
          label: "\(shape), along w*", active: active.map(\.alongWeights), gaussian: gaussian.map(\.alongWeights)),
        Comparison(
          label: "\(shape), along a coordinate", active: active.map(\.alongCoordinate),
          gaussian: gaussian.map(\.alongCoordinate)),
      ]
    }
    return judge(comparisons, alarmRate: plan.alarmRate)
  }

  package func judge(_ comparisons: [Comparison], alarmRate: Double) -> Finding {
    let tests = comparisons.map { KolmogorovSmirnov($0.active, $0.gaussian) }
    let pValues = holmAdjusted(tests.map(\.pValue))
    let trials = comparisons.reduce(0) { $0 + $1.active.count + $1.gaussian.count }
    let worst = pValues.indices.min { pValues[$0] < pValues[$1] }
    return Finding(
      trials: trials, violations: pValues.count { $0 <= alarmRate },
      measured: worst.map { RunningSummary(comparisons[$0].active).mean } ?? .nan,
      bound: worst.map { RunningSummary(comparisons[$0].gaussian).mean } ?? .nan, pValue: pValues.min(),
      verdict: ClaimVerdict(pValue: pValues.min() ?? 1, alarmRate: alarmRate, counting: trials),
      remarks: comparisons.indices.map { index in
        "\(comparisons[index].label): Kolmogorov–Smirnov distance \(rounded(tests[index].statistic)), "
          + "corrected p = \(rounded(pValues[index]))"
      })
  }
}

/// Null spaces of n samples of ℝᴺ, beside s-sparse weights.
struct NullSpaceEnsemble: Sendable {
  let dimension: Int
  let sparsity: Int
  let activeSamples: Int

  /// ‖Πu‖² of one null space, for two unit vectors u.
  struct Lengths: Sendable {
    /// u = w*/‖w*‖.
    var alongWeights: Double
    /// u a coordinate off Γ.
    var alongCoordinate: Double
  }

  /// Samples on which the neuron responds, out of Gaussian samples whose mean is `mean`·w*/‖w*‖.
  func active(mean: Double, seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> Lengths {
    restart(&workspace.stream, seed, trial, "active samples, mean \(mean)")
    let weights = direction(&workspace.stream)
    var samples = Matrix(rows: dimension, columns: 0)
    while samples.columns < activeSamples {
      let sample = weights.map { mean * $0 + workspace.stream.normal() }
      if sample.dot(weights) > 0 { samples.appendColumn(sample) }
    }
    return lengths(samples, weights)
  }

  func gaussian(seed: UInt64, trial: Int, in workspace: inout TrialWorkspace) -> Lengths {
    restart(&workspace.stream, seed, trial, "gaussian samples")
    let weights = direction(&workspace.stream)
    return lengths(
      Matrix(rows: dimension, columns: activeSamples) { workspace.stream.fillNormal($0) }, weights)
  }

  private func restart(_ stream: inout RandomStream, _ seed: UInt64, _ trial: Int, _ purpose: String) {
    let content = "null space, N=\(dimension), s=\(sparsity), n=\(activeSamples)"
    stream.restart(at: StreamKey(seed: seed, content: content, trial: UInt32(trial), purpose: purpose))
  }

  /// w*/‖w*‖, on the first s coordinates: Gaussian samples do not tell coordinates apart.
  private func direction(_ stream: inout RandomStream) -> [Double] {
    let values = (0..<sparsity).map { _ in stream.normal() }
    return (1 / values.norm2) * values + Array(repeating: 0, count: dimension - sparsity)
  }

  /// - Parameter samples: N×n, one sample a column.
  private func lengths(_ samples: Matrix, _ weights: [Double]) -> Lengths {
    guard let gram = Cholesky(upper: samples.gram()) else { return Lengths(alongWeights: .nan, alongCoordinate: .nan) }
    func squaredLength(_ u: [Double]) -> Double {
      let products = samples.transposeTimes(u)
      return 1 - products.dot(gram.solve(products))
    }
    let coordinate = Array(repeating: 0, count: dimension - 1) + [1.0]
    return Lengths(alongWeights: squaredLength(weights), alongCoordinate: squaredLength(coordinate))
  }
}
