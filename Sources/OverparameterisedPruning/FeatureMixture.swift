// SPDX-License-Identifier: GPL-3.0-or-later

/// The joint law of a feature's variance Λ and its weight B: finitely many kinds of features, by decreasing Λ^½|B|.
///
/// The weight of one of p features is β = B/√p, so that the signal E[ΛB²] = Σ Λβ² does not depend on p.
public struct FeatureMixture: Hashable, Sendable {
  /// Features of one kind.
  public struct Kind: Hashable, Sendable {
    /// Of all features; the shares of a mixture sum to 1.
    public var share: Double
    /// Λ.
    public var variance: Double
    /// B.
    public var weight: Double

    /// A share of the features, with the variance Λ and the weight B that they have.
    public init(share: Double, variance: Double, weight: Double) {
      (self.share, self.variance, self.weight) = (share, variance, weight)
    }

    /// Λ^½|B|, by which a feature informs.
    public var importance: Double { variance.squareRoot() * abs(weight) }
    /// ΛB².
    var signal: Double { variance * weight * weight }
  }

  /// By decreasing importance.
  public let kinds: [Kind]

  /// - Precondition: positive shares that sum to 1, and positive variances.
  public init(_ kinds: [Kind]) {
    precondition(kinds.allSatisfy { $0.share > 0 && $0.variance > 0 }, "shares and variances are positive: \(kinds)")
    precondition(abs(kinds.reduce(0) { $0 + $1.share } - 1) < 1e-9, "shares sum to 1: \(kinds)")
    self.kinds = kinds.sorted { $0.importance > $1.importance }
  }

  /// E[f(kind)].
  public func mean(_ f: (Kind) -> Double) -> Double { kinds.reduce(0) { $0 + $1.share * f($1) } }

  /// E[ΛB²], the variance that the features explain.
  public var signal: Double { mean(\.signal) }

  /// The mixture with the mean variance E[Λ] for every feature, each feature's signal kept.
  public var isotropic: FeatureMixture {
    let variance = mean(\.variance)
    return FeatureMixture(
      kinds.map { kind in
        let sign = kind.weight < 0 ? -1.0 : 1
        return Kind(share: kind.share, variance: variance, weight: sign * (kind.signal / variance).squareRoot())
      })
  }

  /// What each kind contributes to the most important `share` of all features; at most its own share.
  func leadingShares(_ share: Double) -> [Double] {
    var left = share
    return kinds.map { kind in
      defer { left = max(left - kind.share, 0) }
      return min(kind.share, left)
    }
  }

  /// The kinds of `count` features, by decreasing importance.
  ///
  /// - Complexity: O(count).
  func features(_ count: Int) -> [Kind] {
    var ends: [Int] = []
    var cumulated = 0.0
    for kind in kinds {
      cumulated += kind.share
      ends.append(Int((cumulated * Double(count)).rounded()))
    }
    return kinds.indices.flatMap { index in
      Array(repeating: kinds[index], count: ends[index] - (index == 0 ? 0 : ends[index - 1]))
    }
  }
}
