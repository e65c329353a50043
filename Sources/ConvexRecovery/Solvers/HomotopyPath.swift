// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// The state of one homotopy: where on the path it stands, and what changes next.
struct HomotopyPath {
  /// What ends a linear piece of the path.
  enum Breakpoint {
    case entersSupport(input: Int, sign: Double)
    case leavesSupport(position: Int)
    case bindsInequality(row: Int)
    case freesInequality(row: Int)
    case pathEnds
  }

  let program: ScaledProgram
  let settings: SolverSettings
  /// Every sample, P×N.
  let samples: Matrix
  /// The samples that bind by inequality.
  let inequalities: [Int]
  /// y and v, v moved by the perturbation.
  let targets: [Double]
  /// Weights of the ℓ₁ norm, up to the perturbation.
  let costs: [Double]

  /// λ.
  var lambda: Double
  /// S, in the order of `factor`, and the signs of u on it.
  var support: [Int] = []
  var signs: [Double] = []
  /// u on S.
  var weights: [Double] = []
  var isInSupport: [Bool]
  /// R as a mask: 1 on binding rows.
  var binding: [Double]
  /// The columns S of the samples, P×|S| growing by columns.
  var supportColumns: Matrix
  /// Factor of G = X_{R,S}ᵀX_{R,S}.
  var factor: UpdatableCholesky
  /// X_{R}ᵀ(t_R − X_R·u), whose entries are λ·cost·sign on S and smaller elsewhere.
  var correlations: [Double]
  /// The samples' X·u.
  var activities: [Double]
  var breakpoints = 0
  /// Whether G has been so near to singular that its factor alone does not give the direction.
  var isDelicate = false
  /// How far rounding can move a quantity relative to its scale, and a correlation and an activity (absolute).
  let rounding: Double
  let roundingOfCorrelations: Double
  let roundingOfActivities: Double

  init(_ program: ScaledProgram, _ care: PathCare, _ settings: SolverSettings) {
    (self.program, self.settings) = (program, settings)
    samples = program.inputs
    inequalities = program.bounded
    var targets = program.targets
    for (p, lift) in zip(inequalities, care.offsets(inequalities.count)) { targets[p] += lift }
    self.targets = targets
    costs = zip(program.costs, care.offsets(program.dimension, from: inequalities.count + 1)).map { $0 * (1 + $1) }
    binding = targets.indices.map { program.isActive[$0] || program.isBounded[$0] && targets[$0] < 0 ? 1 : 0 }
    supportColumns = Matrix(rows: samples.rows, columns: 0)
    isInSupport = Array(repeating: false, count: program.dimension)
    factor = UpdatableCholesky(capacity: 32)
    activities = Array(repeating: 0, count: samples.rows)
    correlations = samples.transposeTimes(zip(targets, binding).map { $0 * $1 })
    lambda = zip(correlations, costs).reduce(0) { max($0, abs($1.0) / $1.1) }
    rounding = care.rounding
    roundingOfCorrelations = rounding * lambda
    roundingOfActivities = rounding * max(targets.selecting(program.active).normInfinity, 1)
  }

  /// Follows the path until λ = 0, or until a tie makes G singular or `limit` breakpoints have passed.
  mutating func follow(atMost limit: Int) -> StopReason {
    guard lambda > 0, admitFirst() else { return .stalled }
    while breakpoints < limit {
      let piece = direction()
      let (step, next) = firstBreakpoint(along: piece)
      advance(by: step, along: piece)
      breakpoints += 1
      guard apply(next) else { return lambda > 0 ? .stalled : .converged }
    }
    return .iterationLimit
  }

  /// Lets the input with the largest correlation into the support.
  private mutating func admitFirst() -> Bool {
    let first = correlations.indices.max { abs(correlations[$0]) / costs[$0] < abs(correlations[$1]) / costs[$1] }
    return first.map { enterSupport($0, sign: correlations[$0] < 0 ? -1 : 1) } ?? false
  }

  /// Rates of change as λ falls by 1.
  struct Direction {
    /// G⁻¹(cost ∘ sign), of u on S.
    var weights: [Double]
    /// X_S·weights, of the activities.
    var activities: [Double]
    /// −Xᵀ(activities on R), of the correlations.
    var correlations: [Double]
  }

  /// - Complexity: 2·P·(N + |S|) flops.
  private func direction() -> Direction {
    let aim = zip(support, signs).map { costs[$0] * $1 }
    var weights = factor.solve(aim)
    if isDelicate { for _ in 0..<2 { weights.add(factor.solve(aim - gramTimes(weights))) } }
    let activities = supportColumns * weights
    let correlations = samples.transposeTimes(zip(activities, binding).map { $0 * $1 })
    return Direction(weights: weights, activities: activities, correlations: correlations)
  }

  /// X_{R,S}ᵀX_{R,S}·w by way of the samples, which lose half the digits that G does.
  private func gramTimes(_ w: [Double]) -> [Double] {
    supportColumns.transposeTimes(zip(supportColumns * w, binding).map { $0 * $1 })
  }

  private mutating func advance(by step: Double, along piece: Direction) {
    lambda -= step
    weights.add(piece.weights, scale: step)
    activities.add(piece.activities, scale: step)
    correlations.add(piece.correlations, scale: -step)
    if breakpoints % 16 == 15 { refresh() }
  }

  /// Recomputes activities and correlations from u, so that rounding does not add up along the path.
  private mutating func refresh() {
    activities = supportColumns * weights
    correlations = samples.transposeTimes(
      targets.indices.map { binding[$0] * (targets[$0] - activities[$0]) })
  }
}
