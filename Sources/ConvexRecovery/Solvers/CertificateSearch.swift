// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The state of one certificate search: a ν = ν₀ + Q₂y with A_Γᵀν = g, and its correlations with every input.
struct CertificateSearch<Inputs: OffSupportInputs & ~Copyable> {
  /// y.
  private var position: [Double]
  /// c, the correlations of ν₀.
  private let origin: [Double]
  /// Aᵀν, with zeros on Γ.
  private var correlations: [Double]
  /// H = B_J·B_Jᵀ of the columns last in play, if there were enough of them.
  private var normal: NormalMatrix

  /// Starts from the least-norm certificate ν₀.
  init(_ inputs: inout Inputs) {
    position = Array(repeating: 0, count: inputs.dimension)
    origin = inputs.correlations(at: position)
    correlations = origin
    normal = NormalMatrix(order: inputs.dimension)
  }

  /// The evidence if ν proves recovery, after its correlations have been recomputed.
  mutating func proofOfRecovery(_ inputs: inout Inputs, steps: Int) -> RecoveryEvidence? {
    guard correlations.normInfinity < 1 else { return nil }
    if steps > 0 { correlations = inputs.correlations(at: position) }
    let margin = 1 - correlations.normInfinity
    guard margin > RecoveryEvidence.resolution else { return nil }
    return RecoveryEvidence(verdict: .recovered, margin: margin, iterations: steps)
  }

  struct Step {
    /// The Newton direction of y.
    var direction: [Double]
    /// (‖h_{Γᶜ}‖₁ + gᵀh_Γ)/‖h_{Γᶜ}‖₁ of the step's null vector h, if it has one along which the norm does not grow.
    var descent: Double?
  }

  /// One semismooth Newton step on f_τ, where the columns J with |a_jᵀν| > τ are in play; nil if the data overflow.
  mutating func newtonStep(_ inputs: inout Inputs, level: Double) -> Step? {
    let inPlay = correlations.indices.filter { abs(correlations[$0]) > level }
    let excesses = inPlay.map { correlations[$0] - (correlations[$0] < 0 ? -level : level) }
    let columns = inputs.columns(inPlay)
    let step = columns.columns < columns.rows ? interpolationStep(columns, excesses) : nil
    return step ?? leastSquaresStep(columns, inPlay, excesses)
  }

  /// |J| < d: the least y with B_Jᵀy = −e brings every column in play to its level.
  private func interpolationStep(_ columns: Matrix, _ excesses: [Double]) -> Step? {
    Cholesky(upper: columns.gram()).map { Step(direction: columns * $0.solve(-1 * excesses), descent: nil) }
  }

  /// |J| ≥ d: y = −H⁻¹B_J·e with H = B_J·B_Jᵀ minimises ½‖B_Jᵀy + e‖², and leaves h_J = e + B_Jᵀy, the projection of
  /// the excesses onto the null vectors of B_J.
  private mutating func leastSquaresStep(_ columns: Matrix, _ inPlay: [Int], _ excesses: [Double]) -> Step? {
    guard let factor = normal.factor(columns, of: inPlay) else { return nil }
    let y = -1 * factor.solve(columns * excesses)
    var h = excesses
    h.add(columns.transposeTimes(y))
    // What rounding leaves of B_J·h is projected away once more.
    h.add(columns.transposeTimes(factor.solve(columns * h)), scale: -1)
    let residue = columns.transposeTimes(factor.solve(columns * h)).norm1
    return Step(direction: y, descent: descent(along: h, origin.selecting(inPlay), residue: residue))
  }

  /// (‖h_J‖₁ − c_Jᵀh_J)/‖h_J‖₁; nil if the norm grows along the null vector of A that extends h_J.
  ///
  /// - Parameter residue: how far h_J still is, in the ℓ₁ norm, from a null vector of B_J; it counts against h.
  private func descent(along h: [Double], _ origin: [Double], residue: Double) -> Double? {
    let length = h.norm1
    let relative = (length - origin.dot(h) + residue * (1 + origin.normInfinity)) / length
    return relative <= RecoveryEvidence.resolution ? relative : nil
  }

  /// Moves ν along Q₂·`direction` to the exact minimum of f_τ on that line; false if there is nothing to gain.
  mutating func advance(_ inputs: inout Inputs, along direction: [Double], level: Double) -> Bool {
    let change = inputs.change(along: direction)
    guard change.normInfinity > 1e-10 * correlations.normInfinity else { return false }
    let step = ExcessLine(correlations: correlations, change: change, level: level).minimiser()
    guard step > 0 else { return false }
    position.add(direction, scale: step)
    correlations.add(change, scale: step)
    return true
  }
}
