#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same planted instances through TrimLab and through what else one could use: writes peers.csv and peers.md.

    make bench-peers      (a quarter of an hour on a free core)

On one thread, for every P: the milliseconds of processor time of TrimLab's trial (draws included) and of each peer's solution (instance
given, draws not included), and what a certificate that we compute ourselves says of its answer. HiGHS (simplex and PDLP), Clarabel,
SCS, PIQP, ProxQP and cvxcla solve the whole program

    min |u|_1  s.t.  X_active'u = y,  X_inactive'u <= 0;

lars_path, celer and SPGL1 know no inequalities and solve its relaxation without them, which decides recovery as well. Then a
phase-transition grid, N = 200 and 10 trials a cell, through `trimlab run` and through the joblib + HiGHS script below.
Needs numpy and scipy; cvxpy, highspy, piqp, proxsuite, cvxcla, scikit-learn, celer, spgl1 and joblib are used if they are there and
reported as missing if not. A peer that takes more than five seconds for
the first instance solves no other; one that takes more than two minutes is ended, and the table says so.
"""
import csv
import glob
import importlib.util
import json
import multiprocessing
import os
import resource
import subprocess
import sys
import tempfile
import time
import warnings

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402
from scipy.optimize import linprog  # noqa: E402

from common import machine, table, trial_cost, write, write_csv  # noqa: E402

INSTANCES = 5


def linear_program(x, y):
    """The program as a linear program in (u+, u-)."""
    active = y > 0
    a, b = x[:, active].T, x[:, ~active].T
    return dict(
        c=np.ones(2 * x.shape[0]), A_eq=np.hstack([a, -a]), b_eq=y[active], A_ub=np.hstack([b, -b]),
        b_ub=np.zeros(b.shape[0]), bounds=(0, None), method="highs")


def highs(x, y):
    u = linprog(**linear_program(x, y)).x
    return u[:x.shape[0]] - u[x.shape[0]:]


def cvxpy(solver):
    def solve(x, y):
        import cvxpy
        u, active = cvxpy.Variable(x.shape[0]), y > 0
        problem = cvxpy.Problem(
            cvxpy.Minimize(cvxpy.norm1(u)), [x[:, active].T @ u == y[active], x[:, ~active].T @ u <= 0])
        problem.solve(solver=solver)
        return u.value
    return solve


def pdlp(x, y):
    """HiGHS's first-order method, on the linear program in (u+, u-), to its tightest sensible tolerance."""
    import highspy
    program, solver = linear_program(x, y), highspy.Highs()
    rows = np.vstack([program["A_eq"], program["A_ub"]])
    count, columns = len(program["b_eq"]), rows.shape[1]
    lp = highspy.HighsLp()
    lp.num_row_, lp.num_col_ = rows.shape
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = program["c"], np.zeros(columns), np.full(columns, highspy.kHighsInf)
    lp.row_upper_ = np.concatenate([program["b_eq"], program["b_ub"]])
    lp.row_lower_ = np.where(np.arange(rows.shape[0]) < count, lp.row_upper_, -highspy.kHighsInf)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.arange(rows.shape[0] + 1) * columns
    lp.a_matrix_.index_ = np.tile(np.arange(columns), rows.shape[0])
    lp.a_matrix_.value_ = rows.ravel()
    for name, value in dict(output_flag=False, solver="pdlp", kkt_tolerance=1e-7, threads=1).items():
        solver.setOptionValue(name, value)
    solver.passModel(lp)
    solver.run()
    u = np.array(solver.getSolution().col_value)
    return u[:x.shape[0]] - u[x.shape[0]:]


def quadratic_program(x, y):
    """(A, b, G, h, c): the linear program in (u, t) with -t <= u <= t, as solvers of quadratic programs like it."""
    active, n = y > 0, x.shape[0]
    zero, one = np.zeros, np.eye(n)
    a = np.hstack([x[:, active].T, zero((active.sum(), n))])
    g = np.vstack([np.hstack([x[:, ~active].T, zero(((~active).sum(), n))]), np.hstack([one, -one]), np.hstack([-one, -one])])
    return a, y[active], g, zero(g.shape[0]), np.concatenate([zero(n), np.ones(n)])


def piqp(x, y):
    import piqp
    a, b, g, h, c = map(np.asfortranarray, quadratic_program(x, y))
    solver = piqp.DenseSolver()
    solver.settings.eps_abs = solver.settings.eps_rel = 1e-9
    solver.setup(np.zeros((len(c), len(c)), order="F"), c, a, b, g, np.full(len(h), -np.inf), h)
    solver.solve()
    return np.array(solver.result.x)[:x.shape[0]]


def proxqp(x, y):
    import proxsuite
    a, b, g, h, c = quadratic_program(x, y)
    solver = proxsuite.proxqp.dense.QP(len(c), len(b), len(h))
    solver.settings.eps_abs, solver.settings.eps_rel = 1e-9, 0
    solver.init(np.zeros((len(c), len(c))), c, a, b, g, np.full(len(h), -1e20), h)
    solver.solve()
    return np.array(solver.results.x)[:x.shape[0]]


def cla(x, y):
    """The path of the lasso with inequalities, exactly, to its end."""
    from cvxcla import Lasso
    path = Lasso.problem(x[:, y > 0].T, y[y > 0]).inequality(x[:, y <= 0].T, np.zeros((y <= 0).sum())).trace()
    return path.solution(0.0)


def lars(x, y):
    from sklearn.linear_model import lars_path
    return lars_path(x[:, y > 0].T, y[y > 0], method="lasso", alpha_min=0)[2][:, -1]


def celer(x, y):
    """The lasso at a millionth of the least penalty that leaves nothing."""
    from celer import celer_path
    a, b = np.asfortranarray(x[:, y > 0].T), y[y > 0]
    penalties = np.max(np.abs(a.T @ b)) / len(b) * np.logspace(0, -6, 7)
    return celer_path(a, b, "lasso", alphas=penalties, tol=1e-12, max_iter=100)[1][:, -1]


def spgl1(x, y):
    import spgl1
    return spgl1.spg_bp(x[:, y > 0].T, y[y > 0], opt_tol=1e-7, bp_tol=1e-7, iter_lim=20_000, verbosity=0)[0]


PEERS = {
    "HiGHS": ("scipy", highs), "HiGHS-PDLP": ("highspy", pdlp), "Clarabel": ("cvxpy", cvxpy("CLARABEL")), "SCS": ("cvxpy", cvxpy("SCS")),
    "PIQP": ("piqp", piqp), "ProxQP": ("proxsuite", proxqp), "cvxcla": ("cvxcla", cla), "lars_path": ("sklearn", lars),
    "celer": ("celer", celer), "SPGL1": ("spgl1", spgl1)}
RELAXED = ("lars_path", "celer", "SPGL1")


def certificate(u, x, y, bound):
    """(Relative residual of the equalities, largest violation of the inequalities against max y, ‖u‖₁ above the proven bound)."""
    active = y > 0
    residual = np.linalg.norm(x[:, active].T @ u - y[active]) / np.linalg.norm(y[active])
    violation = max(0, np.max(x[:, ~active].T @ u, initial=0)) / y.max()
    return residual, violation, (np.abs(u).sum() - bound) / bound


def timed(solve, x, y):
    """(Milliseconds of processor time, solution): on one thread, and fair on a shared machine."""
    start = time.process_time()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        u = solve(x, y)
    return 1e3 * (time.process_time() - start), u


def bounds(binaries, x, y):
    """Proven lower bounds on |u|_1 of the program and of its relaxation, from the multipliers that `trimlab solve` ends with."""
    values = []
    with tempfile.TemporaryDirectory() as folder:
        for columns, options in ((slice(None), []), (y > 0, ["--linear"])):
            np.save(f"{folder}/X.npy", x[:, columns])
            np.save(f"{folder}/Y.npy", y[columns])
            command = [f"{binaries}/trimlab", "solve", "--inputs", f"{folder}/X.npy", "--responses", f"{folder}/Y.npy", "--json", *options]
            values.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)["dual_bound"])
    return values


def costs(binaries, size, ratio, *options):
    """(Trial, program): what trial-cost says of them at one P."""
    return trial_cost(binaries, "--sizes", size, "--ratios", ratio, "--methods", "certificate", "program", *options)


def compare(binaries, size, ratio):
    """One row for every solver at one P; TrimLab is timed before and after the others."""
    with tempfile.TemporaryDirectory() as folder:
        before = costs(binaries, size, ratio, "--export", folder, "--instances", INSTANCES)
        names = sorted(glob.glob(f"{folder}/*_X.npy"))
        instances = [(np.load(name), np.load(name.replace("_X.npy", "_y.npy"))) for name in names]
    proven = [bounds(binaries, x, y) for x, y in instances]
    peers = {name: measured(name, instances, proven) for name, peer in PEERS.items() if is_there(peer[0])}
    both = zip(before, costs(binaries, size, ratio))
    trial, program = (dict(first, trial_ms=(first["trial_ms"] + second["trial_ms"]) / 2) for first, second in both)
    results = {"TrimLab trial": (trial["trial_ms"], "", "", ""),
               "TrimLab program": (program["trial_ms"], "", "", program["gap_largest"]), **peers}
    return [{"N": int(trial["dimension"]), "s": int(trial["sparsity"]), "ratio": ratio, "P": int(trial["samples"]),
             "solver": name, "ms": ms, "decision_ratio": quotient(ms, trial["trial_ms"]),
             "program_ratio": quotient(ms, program["trial_ms"]), "residual": residual, "violation": violation, "gap": gap}
            for name, (ms, residual, violation, gap) in results.items()]


def quotient(ms, ours):
    return ms / ours if isinstance(ms, float) else ""


def is_there(package):
    return importlib.util.find_spec(package) is not None


# Seconds that a peer gets at one P, and that its first solution may take if all instances are to be solved.
LIMIT, PATIENCE = 120, 5


def measured(name, instances, proven):
    """(Median milliseconds, largest residual, violation and gap) of one peer, in a process that is ended when it takes too long."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=answered, args=(name, instances, sender))
    process.start()
    sender.close()
    try:
        results = receiver.recv() if receiver.poll(LIMIT) else f"not in {LIMIT} s"
    except EOFError:
        results = "failed"
    process.kill()
    process.join()
    if isinstance(results, str):
        return results, "", "", ""
    errors = [certificate(u, x, y, bound[name in RELAXED]) for (_, u), (x, y), bound in zip(results, instances, proven)]
    return float(np.median([ms for ms, _ in results])), *map(float, np.max(errors, axis=0))


def answered(name, instances, sender):
    """Times of one peer and its answers, after a run to warm up, or why there are none; slow ones solve the first instance only."""
    solve = PEERS[name][1]
    try:
        first = timed(solve, *instances[0])
        results = [first] if first[0] > 1e3 * PATIENCE else [timed(solve, x, y) for x, y in instances]
        sender.send(results if all(u is not None and np.isfinite(u).all() for _, u in results) else "failed")
    except Exception as error:
        sender.send(f"failed ({type(error).__name__})")


SPARSITIES = [2, 5, 10, 20, 30, 40, 60, 80]
SAMPLES = list(range(20, 401, 20))
TRIALS = 10


def one_trial(sparsity, samples, seed):
    """(Recovered, seconds of processor time) of a trial as one would write it in numpy."""
    start = time.process_time()
    rng = np.random.default_rng([sparsity, samples, seed])
    w = np.zeros(200)
    w[rng.choice(200, sparsity, replace=False)] = rng.standard_normal(sparsity)
    x = rng.standard_normal((200, samples))
    y = np.maximum(w @ x, 0)
    recovered = np.linalg.norm(highs(x, y) - w) < 1e-5 * np.linalg.norm(w)
    return recovered, time.process_time() - start


def grid_by_joblib():
    """(Seconds of processor time, share recovered) of the whole grid, without the start of the workers."""
    from joblib import Parallel, delayed
    trials = [(s, p, k) for s in SPARSITIES for p in SAMPLES for k in range(TRIALS)]
    results = Parallel(n_jobs=os.cpu_count())(delayed(one_trial)(*trial) for trial in trials)
    return sum(seconds for _, seconds in results), np.mean([recovered for recovered, _ in results])


def grid_by_trimlab(binaries):
    """(Seconds of processor time, wall-clock seconds, share recovered) of the whole grid, from start to report."""
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/grid.yaml", "w") as file:
            file.write("study: grid\nclaim: recovery-law\nseed: 1\ngrid:\n  dimension: [200]\n"
                       f"  sparsity: {SPARSITIES}\n  samples: {SAMPLES}\ntrials: {{each: {TRIALS}}}\n")
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([f"{binaries}/trimlab", "run", f"{folder}/grid.yaml", "--output", f"{folder}/out", "--no-figures"],
                       check=True, capture_output=True)
        seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
        with open(f"{folder}/out/cells.csv") as file:
            cells = list(csv.DictReader(file))
    processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return processor, seconds, sum(int(cell["recovered"]) for cell in cells) / sum(int(cell["trials"]) for cell in cells)


def grid(binaries):
    """The section on the grid."""
    cells, trials = len(SPARSITIES) * len(SAMPLES), TRIALS * len(SPARSITIES) * len(SAMPLES)
    runs = [grid_by_trimlab(binaries)]
    text = f"\n## A phase-transition grid, N = 200: {cells} cells, {trials} trials\n\n"
    if not is_there("joblib"):
        return text + f"`trimlab run` takes {runs[0][0]:.2f} s of processor time; joblib is missing.\n"
    other, share = grid_by_joblib()
    runs += [grid_by_trimlab(binaries) for _ in range(2)]
    processor, wall, rate = sorted(runs)[1]
    return text + (
        f"`trimlab run`, from start to report: {processor:.2f} s of processor time ({wall:.2f} s by the clock), the median of one\n"
        f"run before and two after the others. joblib + HiGHS: {other:.0f} s of processor time without the start of its\n"
        f"workers. **{other / processor:.0f} ×**. Share recovered: {rate:.3f} and "
        f"{share:.3f}, on draws of their own.\n")


def shown(value):
    return f"{value:.1e}" if isinstance(value, float) else value


def times(value, digits=1):
    return f"{value:.{digits}f}" if isinstance(value, float) else value


def main(binaries):
    about = machine()
    missing = [name for name, (package, _) in PEERS.items() if not is_there(package)]
    rows = [row for ratio in (0.8, 1.0, 1.2, 2.0) for row in compare(binaries, "500:25", ratio)]
    write_csv("peers.csv", rows)
    header = ["P/2δ", "solver", "ms", "decision ratio", "whole-program ratio", "residual", "violation", "gap"]
    lines = [[r["ratio"], r["solver"], times(r["ms"], 2), times(r["decision_ratio"]), times(r["program_ratio"]),
              shown(r["residual"]), shown(r["violation"]) if r["solver"] not in RELAXED else "relaxed", shown(r["gap"])] for r in rows]
    write("peers.md", (
        "# Peers on the same instances, N = 500, s = 25, one thread\n\n"
        f"`make bench-peers`, on {about}.\n"
        f"Missing, so not timed: {', '.join(missing) or 'none'}.\n\n"
        "Processor time. TrimLab's times include the draws, the peers' do not; CVXPY's compilation counts for Clarabel and SCS, as\n"
        "users pay it. *Decision ratio*: to TrimLab's trial, which decides recovery by a certificate; *whole-program ratio*: to TrimLab's\n"
        "solution of the whole program, w* unknown. What the answers are worth is computed here from u alone: residual\n"
        "‖X_Ωᵀu − y‖/‖y‖, violation max(X_Ωᶜᵀu)₊/max y, gap (‖u‖₁ − bound)/bound with the proven bound of TrimLab's multipliers (below 0\n"
        "where u is not feasible). lars_path, celer and SPGL1 solve the relaxation without inequalities, and are held against its\n"
        f"bound. Medians of {INSTANCES} instances (of one where it takes more than\n{PATIENCE} s), largest errors; TrimLab's are means over many trials.\n\n") + table(header, lines) + grid(binaries))


if __name__ == "__main__":
    main(*sys.argv[1:])
