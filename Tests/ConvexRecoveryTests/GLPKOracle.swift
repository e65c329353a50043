// SPDX-License-Identifier: GPL-3.0-or-later
import CGLPK
import ConvexRecovery
import LinearAlgebra

/// GLPK's answer to a neuron at ε = 0, as a linear program in (u⁺, u⁻).
enum GLPKOracle {
  enum Answer { case optimal(Double), infeasible }

  static func solve(_ program: LayerProgram) -> Answer? {
    let lp = glp_create_prob()
    defer { glp_delete_prob(lp) }
    glp_term_out(GLP_OFF)
    let (rows, dimension, inputs) = (program.samples, program.dimension, program.inputs)
    glp_add_rows(lp, Int32(rows))
    for p in 0..<rows {
      let y = program.responses[p, 0]
      if program.isActive(sample: p, neuron: 0) {
        glp_set_row_bnds(lp, Int32(p + 1), GLP_FX, y, y)
      } else {
        let v = program.slack?[p, 0] ?? 0
        glp_set_row_bnds(lp, Int32(p + 1), v.isFinite ? GLP_UP : GLP_FR, 0, v)
      }
    }
    glp_add_cols(lp, Int32(2 * dimension))
    let indices = (0...rows).map { Int32($0) }
    for j in 0..<dimension {
      let column = [0] + Array(inputs.column(j))
      for (offset, values) in [column, column.map { -$0 }].enumerated() {
        let k = Int32(2 * j + offset + 1)
        glp_set_obj_coef(lp, k, 1)
        glp_set_col_bnds(lp, k, GLP_LO, 0, 0)
        glp_set_mat_col(lp, k, Int32(rows), indices, values)
      }
    }
    var options = glp_smcp()
    glp_init_smcp(&options)
    options.tol_bnd = 1e-10
    options.tol_dj = 1e-10
    guard glp_simplex(lp, &options) == 0 else { return nil }
    switch glp_get_status(lp) {
    case GLP_OPT: return .optimal(glp_get_obj_val(lp))
    case GLP_NOFEAS: return .infeasible
    default: return nil
    }
  }
}
