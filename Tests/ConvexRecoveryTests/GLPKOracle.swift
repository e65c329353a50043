// SPDX-License-Identifier: GPL-3.0-or-later
import CGLPK
import ConvexRecovery
import LinearAlgebra

/// GLPK's answer to a `NeuronProgram`, as a linear program in (u⁺, u⁻).
enum GLPKOracle {
  enum Answer { case optimal(Double), infeasible }

  static func solve(_ program: NeuronProgram) -> Answer? {
    let lp = glp_create_prob()
    defer { glp_delete_prob(lp) }
    glp_term_out(GLP_OFF)
    let n = program.targets.count
    let (rows, dimension) = (n + program.bounds.count, program.dimension)
    glp_add_rows(lp, Int32(rows))
    for (i, y) in program.targets.enumerated() { glp_set_row_bnds(lp, Int32(i + 1), GLP_FX, y, y) }
    for (i, v) in program.bounds.enumerated() { glp_set_row_bnds(lp, Int32(n + i + 1), GLP_UP, 0, v) }
    glp_add_cols(lp, Int32(2 * dimension))
    let indices = (0...rows).map { Int32($0) }
    for j in 0..<dimension {
      let column = [0] + Array(program.equalities.column(j)) + Array(program.inequalities.column(j))
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
