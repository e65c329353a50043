# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program, with its Frobenius ball, as CVXPY writes it and Clarabel solves it."""
import cvxpy as cp
import numpy as np
from trimlab_method import serve


def recover(X, Y, epsilon):
    N, M = X.shape[0], Y.shape[0]
    U = cp.Variable((N, M))
    activities, active = U.T @ X, Y > 0
    constraints = []
    if active.any():
        misfit = cp.vec(activities - Y, order="F")[np.flatnonzero(active.ravel(order="F"))]
        constraints.append(misfit == 0 if epsilon == 0 else cp.norm(misfit, 2) <= epsilon)
    if not active.all():
        constraints.append(cp.vec(activities, order="F")[np.flatnonzero(~active.ravel(order="F"))] <= 0)
    problem = cp.Problem(cp.Minimize(cp.sum(cp.abs(U))), constraints)
    problem.solve(solver=cp.CLARABEL)
    if U.value is None:
        raise ArithmeticError(problem.status)
    return U.value, problem.solver_stats.num_iters


if __name__ == "__main__":
    serve(recover)
