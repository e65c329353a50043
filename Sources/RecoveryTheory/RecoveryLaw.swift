// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation

/// **Theorem D.** Basis pursuit with n Gaussian measurements of an s-sparse vector of ℝᴺ fails with probability
///
///     1 − p_BP(n) = 2(v_{n+1} + v_{n+3} + v_{n+5} + …)
///
/// It fails when the measurements' null space, a uniformly random subspace, meets the descent cone: the conic Crofton
/// formula gives that probability by the cone's intrinsic volumes. Since the volumes of either parity sum to ½, success is
/// 2(v_{n−1} + v_{n−3} + …), so neither is computed as 1 less the other.
extension DescentConeVolumes {
  /// p_BP(n), n ≥ 0.
  public func basisPursuitSuccess(measurements: Int) -> Double {
    sparsity == 0 || measurements >= dimension ? 1 : min(1, 2 * sum(downFrom: measurements - 1))
  }

  /// 1 − p_BP(n), n ≥ 0; 0 where it is below 10⁻³⁰⁷.
  public func basisPursuitFailure(measurements: Int) -> Double {
    sparsity == 0 || measurements >= dimension ? 0 : min(1, 2 * sum(from: measurements + 1))
  }
}

/// **Theorem C.** The Net-Trim program at ε = 0 recovers a ReLU neuron's s-sparse weights from P Gaussian samples with
/// probability
///
///     P(recovery | P) = Σ_n Bin(n; P, ½) p_BP(n)
///
/// n counts the active samples. The inactive ones never decide recovery (their inequalities are strict at the planted weights), and
/// random signs make the half-Gaussian active samples Gaussian without changing their null space.
public struct RecoveryLaw: RecoveryCurve {
  /// v_j of the descent cone.
  public let volumes: DescentConeVolumes

  /// The law of neurons whose descent cone has these volumes.
  public init(_ volumes: DescentConeVolumes) {
    self.volumes = volumes
  }

  /// - Complexity: that of ``DescentConeVolumes``; each probability afterwards costs O(√P).
  public init(dimension: Int, sparsity: Int) {
    self.init(DescentConeVolumes(dimension: dimension, sparsity: sparsity))
  }

  /// P(recovery) with P samples.
  public func success(samples: Int) -> Double {
    if volumes.sparsity == 0 { return 1 }
    return binomialMixture(samples: samples, over: volumes.support.lowerBound...Int.max) { n in
      log(volumes.basisPursuitSuccess(measurements: n))
    }
  }

  /// 1 − P(recovery) with P samples, right to a relative error however small it is.
  public func failure(samples: Int) -> Double {
    if volumes.sparsity == 0 { return 0 }
    return binomialMixture(samples: samples, over: 0...volumes.support.upperBound) { n in
      log(volumes.basisPursuitFailure(measurements: n))
    }
  }

  /// The first P whose success probability reaches ½.
  public var median: Int { samples(successAtLeast: 0.5) }
}
