// SPDX-License-Identifier: GPL-3.0-or-later
import CGLPK
import ConvexRecovery
import LinearAlgebra
import RandomStreams
import TestSupport
import Testing

/// Proposition 2 beside GLPK, which finds how far each weight can move among the minimisers.
@Suite struct UniquenessCertificateTests {
  /// Whole numbers from −k to k, and responses of planted signs.
  private func program(_ dimension: Int, _ samples: Int, largest: Double, trial: Int) throws -> LayerProgram {
    var stream = RandomStream(StreamKey(seed: 3, content: "\(dimension)", trial: UInt32(trial), purpose: "unique"))
    let inputs = Matrix(
      rows: samples, columns: dimension,
      elements: (0..<samples * dimension).map { _ in (stream.uniform() * (2 * largest + 1)).rounded(.down) - largest })
    let weights = (0..<dimension).map { $0 < 2 ? stream.sign() : 0 }
    return try LayerProgram(inputs: inputs, responses: Matrix(column: (inputs * weights).map { max($0, 0) }))
  }

  /// The conditions hold iff GLPK's minimisers do not spread; both happen, and inactive samples bind.
  @Test(arguments: [(6, 6, 1.0), (8, 9, 1), (9, 10, 2)])
  func theConditionsAreThoseOfASingleMinimiser(dimension: Int, samples: Int, largest: Double) throws {
    var (alone, amongOthers, tied) = (0, 0, 0)
    for trial in 0..<60 {
      let program = try program(dimension, samples, largest: largest, trial: trial)
      let solution = program.solve()
      #expect(solution.status == .optimal)
      let certificate = UniquenessCertificate(of: solution.weights.elements, in: program)
      let spread = try #require(GLPKFace.spread(program, norm: solution.objective))
      #expect(
        certificate.provesUniqueness == (spread < 1e-5), "\(dimension), trial \(trial): \(spread), \(certificate)")
      #expect(certificate.provesOptimality)
      if spread < 1e-5 { alone += 1 } else { amongOthers += 1 }
      if certificate.ties > 0 && certificate.provesUniqueness { tied += 1 }
    }
    #expect(alone > 5 && amongOthers > 5 && tied > 5, "\(alone) alone, \(amongOthers) among others, \(tied) tied")
  }

  /// What the certificate says of z is so: Λ = X̃ᵀz is sign(u) on the support, below 1 by the strictness off it, and z ≤ −strictness on ties.
  @Test func theMultipliersAreThoseOfTheConditions() throws {
    for trial in 0..<40 {
      let program = try program(8, 9, largest: 1, trial: trial)
      let weights = program.solve().weights.elements
      let certificate = UniquenessCertificate(of: weights, in: program)
      guard certificate.provesUniqueness else { continue }
      let slopes = program.inputs.transposeTimes(certificate.multipliers)
      let activities = program.inputs * weights
      for j in weights.indices {
        if weights[j] != 0 {
          expectClose(slopes[j], weights[j] > 0 ? 1 : -1, absolute: 1e-7, "trial \(trial), weight \(j)")
        } else {
          #expect(abs(slopes[j]) <= 1 - certificate.strictness + 1e-12, "trial \(trial), weight \(j)")
        }
      }
      for p in activities.indices where program.responses[p, 0] == 0 {
        let z = certificate.multipliers[p]
        #expect(activities[p] < -1e-7 ? z == 0 : z <= -certificate.strictness + 1e-12, "trial \(trial), sample \(p)")
      }
    }
  }

  /// (1, 0) and (0, 1) tie where x = (1, 1): no z is strict. A second sample that is inactive and binds parts them: −u₁ ≤ 0 leaves the
  /// face alone, u₁ ≤ 0 leaves (0, 1) only, and that by its multiplier.
  @Test func aTieIsPartedByAnInactiveSample() throws {
    func certificate(_ rows: [[Double]], _ responses: [Double], of weights: [Double]) throws -> UniquenessCertificate {
      let inputs = Matrix(rows: 2, columns: rows.count, elements: rows.flatMap { $0 }).transposed
      return UniquenessCertificate(
        of: weights, in: try LayerProgram(inputs: inputs, responses: Matrix(column: responses)))
    }
    let tie = try certificate([[1, 1]], [1], of: [0, 1])
    #expect(!tie.provesUniqueness && tie.provesOptimality && tie.hasFullRank)
    let still = try certificate([[1, 1], [-1, 0]], [1, 0], of: [0, 1])
    #expect(!still.provesUniqueness && still.ties == 1)
    let parted = try certificate([[1, 1], [1, 0]], [1, 0], of: [0, 1])
    #expect(parted.provesUniqueness && parted.ties == 1)
    // Not a minimiser at all: (2, 0)'s only multiplier is 1/2 where x = (2, 4).
    let longer = try certificate([[2, 4]], [4], of: [2, 0])
    #expect(!longer.provesUniqueness && !longer.provesOptimality)
    // Two weights on one sample: no rank.
    let halves = try certificate([[1, 1]], [1], of: [0.5, 0.5])
    #expect(!halves.hasFullRank && !halves.provesUniqueness && halves.provesOptimality)
  }
}

/// GLPK on the face of minimisers of a neuron at ε = 0, as a linear program in (u⁺, u⁻) with one row more: ‖u‖₁ ≤ the optimum.
private enum GLPKFace {
  /// The largest distance between two minimisers in any coordinate; nil where a program was not solved.
  static func spread(_ program: LayerProgram, norm: Double) -> Double? {
    var widest = 0.0
    for j in 0..<program.dimension {
      guard let most = extreme(program, norm, weight: j, GLP_MAX),
        let least = extreme(program, norm, weight: j, GLP_MIN)
      else { return nil }
      widest = max(widest, most - least)
    }
    return widest
  }

  private static func extreme(_ program: LayerProgram, _ norm: Double, weight: Int, _ direction: Int32) -> Double? {
    let lp = glp_create_prob()
    defer { glp_delete_prob(lp) }
    glp_term_out(GLP_OFF)
    glp_set_obj_dir(lp, direction)
    let (rows, inputs) = (program.samples, program.inputs)
    glp_add_rows(lp, Int32(rows + 1))
    for p in 0..<rows {
      let y = program.responses[p, 0]
      glp_set_row_bnds(lp, Int32(p + 1), y > 0 ? GLP_FX : GLP_UP, y, y)
    }
    glp_set_row_bnds(lp, Int32(rows + 1), GLP_UP, 0, norm * (1 + 1e-10))
    glp_add_cols(lp, Int32(2 * program.dimension))
    let indices = (0...rows + 1).map { Int32($0) }
    for j in 0..<program.dimension {
      for (offset, sign) in [1.0, -1].enumerated() {
        let k = Int32(2 * j + offset + 1)
        glp_set_obj_coef(lp, k, j == weight ? sign : 0)
        glp_set_col_bnds(lp, k, GLP_LO, 0, 0)
        glp_set_mat_col(lp, k, Int32(rows + 1), indices, [0] + inputs.column(j).map { sign * $0 } + [1])
      }
    }
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.tol_bnd = 1e-9
    guard glp_simplex(lp, &options) == 0, glp_get_status(lp) == GLP_OPT else { return nil }
    return glp_get_obj_val(lp)
  }
}
