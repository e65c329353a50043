# SPDX-License-Identifier: GPL-3.0-or-later
"""Seconds to solve a whole layer to a certified gap, beside CVXPY with Clarabel on the same arrays.

    pip install numpy cvxpy clarabel && python3 layers.py ../../.build/release/trimlab > layers.md

Layers are planted: Gaussian inputs, a third of each neuron's weights non-zero, ε = .05‖Y‖_F. In the cascade rows the
inputs are perturbed by 5 % and V and ε are those of the cascade scheme at γ = 1.1. Every process has one thread.
"""
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

os.environ.update({name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS")})
import numpy


def layer(seed, dimension, neurons, samples, scheme):
    """X (N×P), Y (M×P), V (M×P or None) and ε."""
    random = numpy.random.default_rng(seed)
    x = random.standard_normal((dimension, samples))
    w = random.standard_normal((dimension, neurons)) * (random.random((dimension, neurons)) < 1 / 3)
    y = numpy.maximum(w.T @ x, 0)
    if scheme == "parallel":
        return x, y, None, float(0.05 * numpy.linalg.norm(y))
    x = x + 0.05 * random.standard_normal(x.shape)
    v = w.T @ x
    return x, y, v, float((1.1 * ((v - y)[y > 0] ** 2).sum()) ** 0.5)


def trimlab(program, folder, method="auto"):
    """The program's own report, and its largest memory in MiB."""
    x, y, v, epsilon = program
    arguments = [sys.argv[1], "solve", "--json", "--method", method, f"--epsilon={epsilon!r}"]
    for name, array in (("inputs", x), ("responses", y), ("slack", v)):
        if array is not None:
            numpy.save(f"{folder}/{name}.npy", array)
            arguments += [f"--{name}", f"{folder}/{name}.npy"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as process:
        report = json.loads(process.stdout.read())
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    return report, usage.ru_maxrss / 1024


def clarabel(program):
    """Objective, seconds in all, seconds in Clarabel itself, and residual/ε."""
    import cvxpy

    x, y, v, epsilon = program
    active = y > 0
    u = cvxpy.Variable((x.shape[0], y.shape[0]))
    responses = u.T @ x
    constraints = [
        cvxpy.norm((responses - y)[active]) <= epsilon,
        responses[~active] <= (numpy.zeros_like(y) if v is None else v)[~active],
    ]
    problem = cvxpy.Problem(cvxpy.Minimize(cvxpy.sum(cvxpy.abs(u))), constraints)
    start = time.perf_counter()
    problem.solve(solver="CLARABEL", tol_gap_rel=1e-8, tol_feas=1e-9)
    seconds = time.perf_counter() - start
    residual = numpy.linalg.norm((u.value.T @ x - y)[active])
    return problem.value, seconds, problem.solver_stats.solve_time, residual / epsilon


def row(shape, scheme, folder, repeats, peer):
    dimension, neurons, samples = shape
    programs = [layer(seed, dimension, neurons, samples, scheme) for seed in range(repeats)]
    ours = [trimlab(program, folder) for program in programs]
    assert all(report["status"] == "optimal" for report, _ in ours)
    seconds = statistics.median(report["seconds"] for report, _ in ours)
    gap = max(abs(report["relative_gap"]) for report, _ in ours)
    residual = max(report["residual_norm"] / report["epsilon"] for report, _ in ours)
    memory = max(memory for _, memory in ours)
    cells = [f"{dimension}", f"{neurons}", f"{samples}", scheme, f"{seconds:.3g}", f"{gap:.0e}",
             f"{residual - 1:+.0e}", f"{memory:.0f}"]
    if peer:
        # In a process of its own: what this one holds would count as the memory of the programs that it starts.
        with ProcessPoolExecutor(1) as other:
            theirs = list(other.map(clarabel, programs))
        difference = max(abs(value / report["objective"] - 1) for (value, *_), (report, _) in zip(theirs, ours))
        published = [trimlab(program, folder, "published-admm")[0] for program in programs]
        in_all, inside = (statistics.median(t[k] for t in theirs) for k in (1, 2))
        cells += [f"{in_all:.3g}", f"{inside:.3g}", f"{in_all / seconds:.0f}", f"{inside / seconds:.0f}",
                  f"{difference:.0e}", f"{statistics.median(r['residual_norm'] / r['epsilon'] for r in published):.4g}",
                  f"{statistics.median(r['seconds'] for r in published):.3g}"]
    else:
        cells += ["–"] * 7
    print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    columns = ["N", "M", "P", "scheme", "trimlab, s", "gap", "residual/ε − 1", "MiB", "CVXPY + Clarabel, s",
               "Clarabel alone, s", "ratio", "ratio alone", "objectives differ by", "published ADMM residual/ε", "its s"]
    print("| " + " | ".join(columns) + " |\n|" + "---|" * len(columns))
    with tempfile.TemporaryDirectory() as folder:
        row((100, 20, 300), "parallel", folder, 5, peer=True)
        row((100, 20, 300), "cascade", folder, 5, peer=True)
        row((200, 50, 600), "parallel", folder, 1, peer=True)
        row((500, 300, 2000), "parallel", folder, 1, peer=False)
