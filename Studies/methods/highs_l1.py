# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program at epsilon = 0 as a linear program, by the dual simplex method of HiGHS."""
import numpy as np
from scipy.optimize import linprog
from trimlab_method import serve


def recover(X, Y, epsilon):
    if epsilon > 0:
        raise ArithmeticError("a linear program has no Euclidean ball; use cvxpy_l1.py")
    columns, steps = [], 0
    N = X.shape[0]
    for y in Y:
        A, B = X[:, y > 0].T, X[:, y == 0].T
        result = linprog(
            np.ones(2 * N), A_eq=np.hstack([A, -A]), b_eq=y[y > 0],
            A_ub=np.hstack([B, -B]), b_ub=np.zeros(B.shape[0]), bounds=(0, None), method="highs-ds",
            options={"primal_feasibility_tolerance": 1e-10, "dual_feasibility_tolerance": 1e-10})
        if result.x is None:
            raise ArithmeticError(result.message)
        columns.append(result.x[:N] - result.x[N:])
        steps += result.nit
    return np.array(columns).T, int(steps)


if __name__ == "__main__":
    serve(recover)
