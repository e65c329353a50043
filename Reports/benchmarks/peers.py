#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same planted instances through TrimLab and through HiGHS (scipy), on one thread, in one run.

    make bench-trials

prints, for every P, the milliseconds a trial costs: its draws, TrimLab's whole trial (draws included) and HiGHS's
solution of  min 1'(u+ + u-)  s.t.  X_active'u = y,  X_inactive'u <= 0  (instance given, draws not included).
Needs numpy and scipy.
"""
import csv
import glob
import io
import os
import subprocess
import sys
import tempfile
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np  # noqa: E402
from scipy.optimize import linprog  # noqa: E402


def highs(x, y):
    """(seconds, objective) of the Net-Trim program as a linear program."""
    active = y > 0
    a, b = x[:, active].T, x[:, ~active].T
    start = time.perf_counter()
    result = linprog(
        np.ones(2 * x.shape[0]), A_eq=np.hstack([a, -a]), b_eq=y[active], A_ub=np.hstack([b, -b]),
        b_ub=np.zeros(b.shape[0]), bounds=(0, None), method="highs")
    return time.perf_counter() - start, result.fun


def main(binary, *options):
    with tempfile.TemporaryDirectory() as folder:
        table = subprocess.run(
            [binary, "--export", folder, *options], check=True, capture_output=True, text=True).stdout
        print("| P/2δ | P | draws, ms | trial, ms | × draws | HiGHS, ms | HiGHS / trial |")
        print("|---|---|---|---|---|---|---|")
        for row in csv.DictReader(io.StringIO(table)):
            pattern = f"{folder}/N{row['dimension']}_s{row['sparsity']}_P{row['samples']}_*_X.npy"
            times = [
                highs(np.load(name), np.load(name.replace("_X.npy", "_y.npy")))[0] for name in sorted(glob.glob(pattern))]
            mean = 1e3 * sum(times) / len(times)
            trial = float(row["trial_ms"])
            print(f"| {row['ratio']} | {row['samples']} | {float(row['draw_ms']):.3f} | {trial:.3f} "
                  f"| {float(row['multiple']):.2f} | {mean:.1f} | {mean / trial:.0f} |", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
