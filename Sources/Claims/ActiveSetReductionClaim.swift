// SPDX-License-Identifier: GPL-3.0-or-later
package import ConvexRecovery
import Ensembles
import LinearAlgebra

/// **Lemma A, the active-set reduction.** w* is the unique minimiser of
///
///     min ‖u‖₁  subject to  x_pᵀu = y_p for p ∈ Ω,  x_pᵀu ≤ 0 for p ∉ Ω
///
/// iff it is the unique minimiser of the same program without its inequalities.
///
/// - Hypothesis: the inequalities are strict at w*, which has probability 1 for inputs with a density. It is certified if they
///   are so by more than the verdicts resolve: a minimiser other than w* that an inactive sample stops is then seen to differ
///   from it. Both programs are solved with a certificate.
/// - Measured: verdicts on the same instances by the whole program, by the active samples' program, and by the active
///   samples' certificates.
/// - Verdict: a theorem on each instance, refuted by a single disagreement.
public struct ActiveSetReductionClaim: Claim {
  public let name = "active-set-reduction"
  public let kind = ClaimClass.proved
  public let statement = "w* is the unique minimiser of the program iff it is so given its active samples alone."
  public let falseVariant = "all active samples but one"

  public init() {}

  /// Near the phase transition, where verdicts are most sensitive.
  static let ensembles = [
    PlantedEnsemble(dimension: 20, sparsity: 2, samples: 12),
    PlantedEnsemble(dimension: 50, sparsity: 5, samples: 32),
    PlantedEnsemble(dimension: 50, sparsity: 1, samples: 10, weights: .signs),
    PlantedEnsemble(dimension: 60, sparsity: 20, samples: 74, weights: .uniform),
    PlantedEnsemble(dimension: 100, sparsity: 5, samples: 40, inputs: .uniform),
    PlantedEnsemble(dimension: 100, sparsity: 10, samples: 66, inputs: .correlated(rho: 0.5)),
  ]

  /// The verdicts on one instance.
  package struct Comparison: Sendable {
    var wholeProgram: RecoveryVerdict
    var reducedProgram: RecoveryVerdict
    var reducedCertificate: RecoveryVerdict
    /// Whether the two programs' minimisers are the same.
    var sameMinimiser: Bool
    /// min over p ∉ Ω of −x_pᵀw*/(‖x_p‖‖w*‖): no closer to w* does an inactive sample stop a minimiser (relative).
    var strictness: Double

    package init(
      wholeProgram: RecoveryVerdict, reducedProgram: RecoveryVerdict, reducedCertificate: RecoveryVerdict,
      sameMinimiser: Bool = true, strictness: Double = 1
    ) {
      self.wholeProgram = wholeProgram
      self.reducedProgram = reducedProgram
      self.reducedCertificate = reducedCertificate
      self.sameMinimiser = sameMinimiser
      self.strictness = strictness
    }

    var isCertified: Bool {
      strictness > 2 * PlantedWeights.resolution && wholeProgram != .undecided && reducedProgram != .undecided
    }
    var disagrees: Bool {
      wholeProgram != reducedProgram || (reducedCertificate != .undecided && wholeProgram != reducedCertificate)
    }
  }

  public func examine(_ variant: ClaimVariant, _ plan: VerificationPlan) async -> Finding {
    let trials = plan.choose(quick: 200, standard: 2_000, thorough: 100_000)
    var comparisons: [Comparison] = []
    for ensemble in Self.ensembles {
      comparisons += await plan.map(trials) { workspace, number in
        let neuron = PlantedNeuron(ensemble, seed: plan.seed, trial: number, stream: &workspace.stream)
        return Self.compare(neuron, inactive: neuron.inactive(stream: &workspace.stream), variant)
      }
    }
    return judge(comparisons)
  }

  private static func compare(_ neuron: PlantedNeuron, inactive: Matrix, _ variant: ClaimVariant) -> Comparison {
    let whole = LayerProgram(active: neuron.active, responses: neuron.responses, inactive: inactive)
    let kept = 0..<(variant == .stated ? neuron.active.rows : max(neuron.active.rows - 1, 0))
    let reduced = LayerProgram(
      active: neuron.active.selectingRows(kept), responses: Array(neuron.responses[kept]),
      inactive: Matrix(rows: 0, columns: whole.dimension))
    let (solution, reducedSolution) = (Homotopy().solve(whole), Homotopy().solve(reduced))
    let planted = PlantedWeights(neuron)
    let certificate = CertificateNewton().decide(
      active: reduced.inputs, support: neuron.support, signs: neuron.signs)
    let distance = (solution.weights.elements - reducedSolution.weights.elements).norm2
    return Comparison(
      wholeProgram: planted.verdict(on: solution), reducedProgram: planted.verdict(on: reducedSolution),
      reducedCertificate: certificate.verdict, sameMinimiser: distance <= 1e-6 * solution.weights.elements.norm2,
      strictness: planted.strictness(of: inactive))
  }

  package func judge(_ comparisons: [Comparison]) -> Finding {
    let counting = comparisons.filter(\.isCertified)
    let disagreements = counting.count(where: \.disagrees)
    let failing = counting.filter { $0.wholeProgram == .notRecovered }
    let different = failing.count { !$0.sameMinimiser }
    return Finding(
      trials: comparisons.count, hypothesesCertified: counting.count, violations: disagreements,
      measured: Double(disagreements), bound: 0, slack: Double(-disagreements),
      verdict: ClaimVerdict(violations: disagreements, counting: counting.count),
      remarks: [
        "\(counting.count - failing.count) instances recovered, \(failing.count) not; "
          + "in \(different) of the latter the two programs have different minimisers",
        "\(comparisons.count - counting.count) instances with an inactive sample almost tied at w* not counted",
      ])
  }
}
