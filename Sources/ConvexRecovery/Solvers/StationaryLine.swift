// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// Which of a neuron's weights are non-zero, with what sign, and which of its inequalities bind.
struct NeuronActiveSet: Equatable {
  /// −1, 0 or 1 for each input.
  var signs: [Double]
  /// For each sample; false on Ω.
  var isBinding: [Bool]
}

/// Where one neuron's weights and multipliers are stationary, given its active set (S, T) and s = c∘sign on S, as a function of the
/// ball's multiplier σ.
///
/// With A = X_{Ω,S} and B = X_{T,S}, min Σc_j|u_j| + σ/2·‖A·u − y‖² subject to B·u = v has
///
///     σAᵀ(A·u − y) + s + Bᵀη = 0,   B·u = v,
///
/// so that u = u₀ − d/σ and η = σh₀ − g. Here (u₀, h₀) solves the system without s, and (d, g) with s alone. The residual
/// y − A·u₀ and the change A·d are orthogonal, hence ‖y − A·u‖² = ‖y − A·u₀‖² + ‖A·d‖²/σ².
struct StationaryLine {
  let support: [Int]
  let binding: [Int]
  /// u₀ on S and h₀ on T.
  let fit: SaddlePointSystem.Point
  /// d on S and g on T.
  let shrinkage: SaddlePointSystem.Point
  /// y − A·u₀ and A·d on Ω.
  private(set) var misfit: [Double]
  let change: [Double]
  /// Whether u is the only solution on S.
  let isUnique: Bool

  /// Solves for the active set of neuron `m`, whose active samples are `active`; nil if the system has no solution in
  /// floating point.
  ///
  /// Where the system leaves freedom, the solution nearest to `estimate` is taken.
  ///
  /// - Complexity: |S|²·(|Ω| + |T|) + |S|³/3 + |S|²·|T| flops.
  init?(
    _ program: ScaledProgram, _ inputs: Matrix, neuron m: Int, active: [Int], _ set: NeuronActiveSet,
    near estimate: LayerEstimate
  ) {
    support = set.signs.indices.filter { set.signs[$0] != 0 }
    binding = set.isBinding.indices.filter { set.isBinding[$0] }
    let columns = inputs.selectingColumns(support)
    let (a, b) = (columns.selectingRows(active), columns.selectingRows(binding))
    let targets = active.map { program.targets[m * program.samples + $0] }
    let bounds = binding.map { program.targets[m * program.samples + $0] }
    let signs = support.map { set.signs[$0] * program.costs[$0] }
    guard let system = SaddlePointSystem(a, b) else { return nil }
    let still = bounds.map { _ in 0.0 }
    let shrinkage = system.solution(signs, still, near: .zero(support.count, binding.count))
    var start = SaddlePointSystem.Point(
      primal: support.map { estimate.weights[$0, m] },
      dual: binding.map { -estimate.signed[$0, m] / estimate.multiplier })
    start.add(shrinkage, scale: 1 / estimate.multiplier)
    var fit = system.solution(a.transposeTimes(targets), bounds, near: start)
    // The subtraction y − A·u₀ loses what the two have in common; Aᵀ(y − A·u₀) = Bᵀh₀ restores it.
    misfit = targets - a * fit.primal
    let lost = system.solution(
      b.transposeTimes(fit.dual) - a.transposeTimes(misfit), still, near: .zero(support.count, binding.count))
    misfit.add(a * lost.primal)
    fit.dual.add(lost.dual, scale: -1)
    change = a * shrinkage.primal
    (self.fit, self.shrinkage, isUnique) = (fit, shrinkage, system.isUnique)
  }
}

/// Weights and signed multipliers, with the ball's multiplier σ > 0 that goes with them.
struct LayerEstimate {
  var weights: Matrix
  var signed: Matrix
  var multiplier: Double
}
