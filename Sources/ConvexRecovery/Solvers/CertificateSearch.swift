// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The state of one certificate search: a ν with A_Γᵀν = g, and its correlations with every input.
struct CertificateSearch {
  /// A, n×N.
  let active: Matrix
  let support: [Int]
  /// g.
  let signs: [Double]
  /// A_Γ, n×s, and the factor of its Gram matrix.
  let supportColumns: Matrix
  let supportFactor: Cholesky
  /// ν.
  var certificate: [Double]
  /// Aᵀν, with zeros on Γ.
  var correlations: [Double]
  /// Q₂ᵀa_j of the columns that were in play so far.
  private lazy var projections = ColumnProjections(onComplementOf: supportColumns)

  /// Starts from the least-norm certificate ν = A_Γ(A_ΓᵀA_Γ)⁻¹g; nil if A_Γ does not have full column rank.
  init?(active: Matrix, support: [Int], signs: [Double]) {
    supportColumns = active.selectingColumns(support)
    guard supportColumns.rows >= supportColumns.columns, let factor = Cholesky(upper: supportColumns.gram()),
      factor.smallestPivot > 1e-12
    else { return nil }
    (self.active, self.support, self.signs, supportFactor) = (active, support, signs, factor)
    certificate = supportColumns * factor.solve(signs)
    correlations = []
    correlations = offSupport(active.transposeTimes(certificate))
  }

  private func offSupport(_ values: [Double]) -> [Double] {
    var values = values
    for j in support { values[j] = 0 }
    return values
  }

  /// The evidence if ν proves recovery, after its equalities have been refined and its correlations recomputed.
  mutating func proofOfRecovery(steps: Int) -> RecoveryEvidence? {
    guard correlations.normInfinity < 1 else { return nil }
    let error = signs - supportColumns.transposeTimes(certificate)
    certificate.add(supportColumns * supportFactor.solve(error))
    correlations = offSupport(active.transposeTimes(certificate))
    let margin = 1 - correlations.normInfinity
    guard margin > RecoveryEvidence.resolution else { return nil }
    return RecoveryEvidence(verdict: .recovered, margin: margin, iterations: steps)
  }

  struct Step {
    /// The Newton direction of ν, orthogonal to the columns of A_Γ.
    var direction: [Double]
    /// (‖h_{Γᶜ}‖₁ + gᵀh_Γ)/‖h‖₁ of the step's null vector h, if it has one.
    var descent: Double?
  }

  /// One semismooth Newton step on f_τ, where the columns J with |a_jᵀν| > τ are in play; nil if the data overflow.
  ///
  /// ν moves by d = Q₂y on the complement of A_Γ, where a_jᵀd = b_jᵀy with b_j = Q₂ᵀa_j ∈ ℝ^{n−s}: the support drops out.
  mutating func newtonStep(level: Double) -> Step? {
    let inPlay = correlations.indices.filter { abs(correlations[$0]) > level }
    let excesses = inPlay.map { correlations[$0] - (correlations[$0] < 0 ? -level : level) }
    let columns = projections.columns(inPlay, of: active)
    let step = columns.columns < columns.rows ? interpolationStep(columns, excesses) : nil
    guard let (y, descent) = step ?? leastSquaresStep(columns, inPlay, excesses) else { return nil }
    return Step(direction: projections.complement.vector(y), descent: descent)
  }

  /// |J| < n − s: the least y with B_Jᵀy = −e brings every column in play to its level.
  private func interpolationStep(_ columns: Matrix, _ excesses: [Double]) -> (y: [Double], descent: Double?)? {
    Cholesky(upper: columns.gram()).map { (columns * $0.solve(-1 * excesses), nil) }
  }

  /// |J| ≥ n − s: y = −H⁻¹B_J·e with H = B_J·B_Jᵀ minimises ½‖B_Jᵀy + e‖², and leaves h_J = e + B_Jᵀy, the projection of
  /// the excesses onto the null vectors of B_J.
  private func leastSquaresStep(
    _ columns: Matrix, _ inPlay: [Int], _ excesses: [Double]
  ) -> (y: [Double], descent: Double?)? {
    guard let factor = regularised(columns.gram(outer: true)) else { return nil }
    let y = -1 * factor.solve(columns * excesses)
    var h = excesses
    h.add(columns.transposeTimes(y))
    // What rounding leaves of B_J·h is projected away once more.
    h.add(columns.transposeTimes(factor.solve(columns * h)), scale: -1)
    let residue = columns.transposeTimes(factor.solve(columns * h)).norm1
    return (y, descent(along: h, inPlay, residue: residue))
  }

  /// H + μI, with the first shift μ that makes it numerically positive definite; nil if the entries overflow.
  private func regularised(_ gram: Matrix) -> Cholesky? {
    let scale = (0..<gram.rows).reduce(0) { max($0, gram[$1, $1]) }
    for shift in [1e-14, 1e-12, 1e-10, 1e-8] {
      var shifted = gram
      for i in 0..<gram.rows { shifted[i, i] += shift * scale }
      if let factor = Cholesky(upper: shifted) { return factor }
    }
    return nil
  }

  /// (‖h_{Γᶜ}‖₁ + gᵀh_Γ)/‖h‖₁ of the null vector of A that extends h_J: A_Γh_Γ = −A_Jh_J; nil if the norm grows along it.
  ///
  /// - Parameter residue: how far h_J still is from a null vector of B_J; it counts against h.
  private func descent(along h: [Double], _ inPlay: [Int], residue: Double) -> Double? {
    var full = [Double](repeating: 0, count: active.columns)
    for (j, value) in zip(inPlay, h) { full[j] = value }
    let onSupport = -1 * supportFactor.solve(supportColumns.transposeTimes(active * full))
    let growth = h.norm1 + signs.dot(onSupport) + residue * (1 + onSupport.norm1 / max(h.norm1, 1e-300))
    let relative = growth / (h.norm1 + onSupport.norm1)
    return relative <= RecoveryEvidence.resolution ? relative : nil
  }

  /// Moves ν along `direction` to the exact minimum of f_τ on that line; false if there is nothing to gain.
  mutating func advance(along direction: [Double], level: Double) -> Bool {
    let change = offSupport(active.transposeTimes(direction))
    guard change.normInfinity > 1e-10 * correlations.normInfinity else { return false }
    let step = ExcessLine(correlations: correlations, change: change, level: level).minimiser()
    guard step > 0 else { return false }
    certificate.add(direction, scale: step)
    correlations.add(change, scale: step)
    return true
  }
}
