// SPDX-License-Identifier: GPL-3.0-or-later
import LinearAlgebra

/// **Proposition 2**: the conditions of Karush, Kuhn and Tucker, with slacks, under which u is the only minimiser of a neuron's program at
/// ε = 0. With slack variables t the program is
///
///     min ‖u‖₁  subject to  X̃·(u, t) = (y, v),  t ≥ 0,      X̃ = [X_Ωᵀ 0; X_Ωᶜᵀ I],
///
/// and (u, t) is its only solution if the columns of X̃ on supp u and supp t are independent, and some Λ = X̃ᵀz has
///
///     Λ_j = sign(u_j) on supp u,  |Λ_j| < 1 off it;   Λ_{N+p} = 0 where t_p > 0,  Λ_{N+p} < 0 where t_p = 0.
///
/// z vanishes where the slack does not, so both are conditions on the binding samples B = Ω ∪ {p : t_p = 0}: X_{supp u, B} has full rank, and
/// z on B. (S.28) is the case without inactive samples that bind. The conditions are necessary too: a linear program has a strictly
/// complementary pair of solutions (Goldman, Tucker 1956), and a solution that is the only one is its primal half.
///
/// The largest strictness is found by a program of the same kind, with unknowns (z, τ): min τ subject to the equalities,
/// |Λ_j| ≤ τ and −z_p ≥ 1 − τ. What is reported is recomputed from the z found.
///
/// Source: Supplement, Section 4.4, Proposition 2.
public struct UniquenessCertificate: Sendable {
  /// z on all samples, 0 where there is slack; empty where none satisfies the equalities.
  public let multipliers: [Double]
  /// The least of 1 − |Λ_j| off supp u and −Λ_{N+p} where t_p = 0; at most 1, ∞ where there are no such entries, and −∞ without z.
  public let strictness: Double
  /// Whether the columns of X̃ on supp u and supp t are independent.
  public let hasFullRank: Bool
  /// Inactive samples without slack.
  public let ties: Int

  /// Strictness below which an inequality counts as an equality: 100 times what programs resolve.
  public static let resolution = 1e-6
  /// What multipliers cost beside τ: enough to keep them bounded, and less than strictness is worth.
  private static let price = 1e-6

  /// Whether the conditions hold.
  public var provesUniqueness: Bool { hasFullRank && strictness > Self.resolution }
  /// Whether they hold but for the strictness of the inequalities: then u is a minimiser, perhaps among others.
  public var provesOptimality: Bool { strictness > -Self.resolution }

  /// Of u, a minimiser's weights, those that are negligible being exactly 0.
  ///
  /// - Precondition: one ReLU neuron at ε = 0.
  /// - Complexity: a program of |supp u| + 2(N − |supp u|) + ties samples and |B| + 1 unknowns.
  public init(of weights: [Double], in program: LayerProgram, settings: SolverSettings = SolverSettings()) {
    precondition(program.neurons == 1 && program.epsilon == 0 && program.activation == .relu, "one neuron at ε = 0")
    let face = OptimalFace(of: weights, in: program, settings)
    let inputs = program.inputs.selectingRows(face.binding)
    ties = face.tied.count
    hasFullRank =
      face.support.isEmpty
      || PivotedQR(inputs.selectingColumns(face.support), rankTolerance: 1e-9).rank == face.support.count
    guard let z = Self.strictest(inputs, weights, face, settings) else {
      (multipliers, strictness) = ([], -.infinity)
      return
    }
    let slopes = inputs.transposeTimes(z)
    let support = Set(face.support)
    let isMet = face.support.allSatisfy { abs(slopes[$0] - (weights[$0] > 0 ? 1 : -1)) <= 1e-8 }
    let off = slopes.indices.filter { !support.contains($0) }.map { 1 - abs(slopes[$0]) }
    let bound = face.binding.indices.filter { face.isTied[$0] }.map { -z[$0] }
    strictness = isMet ? (off + bound).min() ?? .infinity : -.infinity
    var all = [Double](repeating: 0, count: program.samples)
    for (value, p) in zip(z, face.binding) { all[p] = value }
    multipliers = all
  }

  /// z on the binding samples; nil where the equalities contradict each other.
  private static func strictest(
    _ inputs: Matrix, _ weights: [Double], _ face: OptimalFace, _ settings: SolverSettings
  ) -> [Double]? {
    let count = face.binding.count
    guard count > 0 else { return face.support.isEmpty ? [] : nil }
    var (rows, targets, bounds): ([[Double]], [Double], [Double]) = ([], [], [])
    func append(_ row: [Double], target: Double = 0, bound: Double = 0) {
      rows.append(row)
      targets.append(target)
      bounds.append(bound)
    }
    for j in weights.indices {
      let column = Array(inputs.column(j))
      if weights[j] != 0 {
        append((weights[j] > 0 ? 1.0 : -1) * column + [0], target: 1)
      } else {
        for sign in [1.0, -1] { append(sign * column + [-1]) }
      }
    }
    for i in 0..<count where face.isTied[i] {
      append((0..<count).map { $0 == i ? 1.0 : 0 } + [-1], bound: -1)
    }
    guard !rows.isEmpty else { return Array(repeating: 0, count: count) }
    let matrix = Matrix(rows: count + 1, columns: rows.count, elements: rows.flatMap { $0 }).transposed
    let program = try? LayerProgram(
      inputs: matrix, responses: Matrix(column: targets), slack: Matrix(column: bounds))
    let costs = Array(repeating: price, count: count) + [1]
    guard let solution = program?.weighted(by: costs).solve(settings: settings), solution.status == .optimal else {
      return nil
    }
    return solution.weights.elements.prefix(count).map { $0 / price }
  }
}

/// Where a point of a neuron's program binds.
private struct OptimalFace {
  let support: [Int]
  /// Samples without slack, ascending, and which of them are inactive.
  let binding: [Int]
  let isTied: [Bool]

  var tied: [Int] { zip(binding, isTied).filter(\.1).map(\.0) }

  init(of weights: [Double], in program: LayerProgram, _ settings: SolverSettings) {
    support = weights.indices.filter { weights[$0] != 0 }
    let activities = program.source.activities(of: Matrix(column: weights)).elements
    let targets = program.targets
    let tolerance = 10 * settings.violation * max(program.violationScale, 1e-300)
    let isActive = activities.indices.map { program.isActive(sample: $0, neuron: 0) }
    let binding = activities.indices.filter { isActive[$0] || targets[$0] - activities[$0] <= tolerance }
    self.binding = binding
    isTied = binding.map { !isActive[$0] }
  }
}
