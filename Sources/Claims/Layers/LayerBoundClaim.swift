// SPDX-License-Identifier: GPL-3.0-or-later
public import Experiments
import Networks

/// A bound on the errors of a pruned network's layers, refuted by a single certified layer beyond it.
///
/// `verify` checks it on planted, dense and trained networks of 2 to 6 layers, narrower and wider than the samples are many, and on chains
/// of one neuron a layer, which attain it: the cascade's bound in every layer, the parallel one as ε → 0, since e_ℓ = (1 − Π(1 − R))‖Y‖
/// there, of a bound ℓR‖Y‖.
public struct LayerBoundClaim: Claim {
  /// Its name on the command line and in studies.
  public let name: String
  /// An inequality that always holds: a single violation refutes it.
  public let kind = ClaimClass.proved
  public let statement, falseVariant: String
  /// What was promised before any trial was run.
  public let registered: ClaimProtocol
  /// Which bound is judged.
  public let bound: ErrorBound
  /// What it speaks of; no output: of either.
  let schemes: [PruningScheme.Kind]
  let output: Network.Output?
  /// Of so many times 2, 15 or 75 networks of each kind, size, ε and γ, by the budget.
  let networks: Int
  /// With what to look for a network that comes close to the bound.
  var search: PruningScheme?

  /// What a study of the claim measures.
  public var experiment: any Experiment { LayerExperiment(bound) }

  /// Whether the claim speaks of networks pruned like these; that they are link-normalised, where it asks for it, aside.
  public func covers(_ ensemble: SchemeEnsemble) -> Bool {
    schemes.contains(ensemble.scheme.kind) && (output == nil || output == ensemble.output)
  }

  /// Why a study of these cells could say nothing of the claim; nil where it can.
  public func problem(with cells: [Cell]) -> CellProblem? {
    let ensembles = cells.map(SchemeEnsemble.init)
    guard !ensembles.contains(where: covers), let first = ensembles.first else { return nil }
    return CellProblem(
      LayerExperiment.scheme,
      "\(name) says nothing of the \(first.scheme.kind.rawValue) scheme with output '\(first.output.rawValue)'; theorem-1 is of "
        + "parallel and relu, theorem-2 of cascade and relu, proposition-s1 of linear")
  }

  /// What the trials say of the claim, or of its false variant.
  public func judge(_ cells: [CellTrials], _ variant: ClaimVariant, alarmRate: Double) -> Finding {
    judge(cells.filter { covers(SchemeEnsemble($0.cell)) }.layers, variant, alarmRate: alarmRate)
  }

  /// Judges the claim by the layers it speaks of.
  public func judge(
    _ layers: [MeasuredLayer], _ variant: ClaimVariant = .stated, alarmRate: Double = VerificationPlan.standardAlarmRate
  ) -> Finding {
    let share = variant == .falsified && bound != .linkNormalised ? 0.9 : 1
    let checks = layers.filter { covers($0.ensemble) }.map { LayerCheck($0, bound, share: share) }
    return finding(
      checks.tests, trials: checks.count, counted: checks.count(where: \.isCertified), alarmRate: alarmRate,
      remarks: checks.remarks)
  }

  /// The largest ratio that the search finds is judged like any other.
  public func supplement(_ finding: inout Finding, _ plan: VerificationPlan) async {
    guard let search else { return }
    let climb = TightnessSearch(search, plan)
    let found = await climb.largestRatios()
    finding.remarks.append(climb.remark(found))
    if max(found.random, found.chain) > 1 + 1e-9 {
      finding.violations += 1
      finding.verdict = .refuted
    }
  }
}

extension LayerBoundClaim {
  /// What `verify` measures.
  public func verification(_ plan: VerificationPlan) -> Verification {
    let networks = networks * plan.choose(quick: 2, standard: 15, thorough: 75)
    let random = ensembles(plan, bound == .linkNormalised ? .linkNormalised : .natural(gain: 1))
    return Verification(
      experiment,
      random.map { ($0.cell, networks) }
        + chains.map { ($0.cell, plan.choose(quick: 200, standard: 400, thorough: 400)) })
  }

  /// A bound for any network is claimed nine tenths as large of the same networks; one for link-normalised networks of others.
  public func falseVerification(_ plan: VerificationPlan) -> Verification? {
    guard bound == .linkNormalised else { return nil }
    return Verification(experiment, ensembles(plan, .natural(gain: 10)).map(\.cell), trials: 1)
  }

  private var prunings: [PruningScheme] {
    schemes.flatMap { kind in
      switch kind {
      case .parallel: [0.003, 0.03, 0.3].map { PruningScheme.parallel(epsilon: $0) }
      case .cascade: [(0.01, 1), (0.03, 1.1), (0.3, 2)].map { PruningScheme.cascade(epsilon: $0, gamma: $1) }
      }
    }
  }

  private func ensembles(_ plan: VerificationPlan, _ scale: SchemeEnsemble.Scale) -> [SchemeEnsemble] {
    let sizes = plan.choose(
      quick: [(2, 12, 30), (3, 8, 40), (4, 16, 10), (6, 6, 20)],
      standard: [(2, 20, 50), (3, 12, 60), (4, 24, 16), (5, 10, 40), (6, 8, 30)],
      thorough: [(2, 60, 150), (3, 30, 200), (4, 60, 40), (5, 20, 100), (6, 12, 60)])
    return SchemeEnsemble.Networks.allCases.flatMap { kind in
      sizes.flatMap { depth, width, samples in
        prunings.map {
          SchemeEnsemble(
            networks: kind, scale: scale, depth: depth, width: width, samples: samples, output: output ?? .relu,
            hasBias: depth % 2 == 0, scheme: $0)
        }
      }
    }
  }

  /// Of six layers, which attain every bound where they are alive: one in thirty-two has no negative weight beyond the first layer.
  private var chains: [SchemeEnsemble] {
    prunings.map {
      SchemeEnsemble(
        networks: .dense, scale: bound == .linkNormalised ? .linkNormalised : .natural(gain: 10), depth: 6, width: 1,
        samples: 5,
        output: output ?? .relu, hasBias: false, scheme: $0)
    }
  }
}
