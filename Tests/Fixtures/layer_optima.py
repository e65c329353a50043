# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes layer_optima.json: small layer programs and their optima by CVXPY with Clarabel.

    pip install cvxpy clarabel && python3 layer_optima.py
"""
import json

import cvxpy
import numpy


def layer(seed, dimension, neurons, samples, tolerance, kind):
    """A layer with entries of three decimals, so that the file holds exactly what was solved."""
    random = numpy.random.default_rng(seed)
    x = random.standard_normal((samples, dimension)).round(3)
    w = random.standard_normal((dimension, neurons)) * (random.random((dimension, neurons)) < 0.4)
    z = (x @ w).round(3)
    v = None
    if kind == "linear":
        y = (z + 0.3 * random.standard_normal(z.shape)).round(3)
    else:
        y = numpy.maximum(z, 0)
        if kind == "slack":
            v = numpy.where(y > 0, 0, z + (random.random(z.shape) < 0.5) * random.random(z.shape).round(3)).round(3)
    epsilon = round(float(tolerance * numpy.linalg.norm(y)), 6)
    return {"kind": kind, "inputs": x, "responses": y, "slack": v, "epsilon": epsilon, "lambda": None}


def regularised(case, fraction):
    """The same layer in the regularised form, with λ a fraction of the one at which U = 0."""
    x, y = case["inputs"], case["responses"]
    return {**case, "epsilon": None, "lambda": round(float(fraction * abs(x.T @ y).max()), 6)}


def optimum(case):
    x, y, v = case["inputs"], case["responses"], case["slack"]
    active = numpy.ones_like(y, bool) if case["kind"] == "linear" else y > 0
    u = cvxpy.Variable((x.shape[1], y.shape[1]))
    residual = (x @ u - y)[active]
    objective = cvxpy.sum(cvxpy.abs(u))
    if case["lambda"] is None:
        constraints = [cvxpy.norm(residual) <= case["epsilon"]]
    else:
        objective, constraints = objective + cvxpy.sum_squares(residual) / (2 * case["lambda"]), []
    if not active.all():
        constraints.append((x @ u)[~active] <= (numpy.zeros_like(y) if v is None else v)[~active])
    problem = cvxpy.Problem(cvxpy.Minimize(objective), constraints)
    problem.solve(solver="CLARABEL", tol_gap_rel=1e-11, tol_gap_abs=1e-11, tol_feas=1e-11)
    return problem.status, problem.value


shapes = [(8, 1, 12), (8, 3, 24), (12, 2, 10), (5, 4, 20)]
cases = []
for kind in ("relu", "slack", "linear"):
    for seed, (dimension, neurons, samples) in enumerate(shapes):
        for tolerance in (0.02, 0.3):
            constrained = layer(seed, dimension, neurons, samples, tolerance, kind)
            for case in (constrained, regularised(constrained, tolerance)):
                status, value = optimum(case)
                case["optimum"] = None if status == "infeasible" else value
                cases.append(case)
                print(kind, seed, tolerance, case["lambda"], status, value)
with open("layer_optima.json", "w") as file:
    as_rows = lambda a: a if not isinstance(a, numpy.ndarray) else a.tolist()
    lines = [json.dumps({k: as_rows(v) for k, v in case.items()}) for case in cases]
    file.write("[\n" + ",\n".join(lines) + "\n]\n")
