#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How time and memory grow with N, s, P and M: writes scaling.csv and scaling.md.

    make bench-scaling

Each series varies one number and fits time = c·x^e by least squares in the logarithms; the same fit of the documented
operation counts stands beside it. Every point is a process of its own, so that its memory is its own. Needs numpy.
"""
import os
import resource
import subprocess
import sys
import tempfile

import numpy as np

from common import machine, table, trial_cost, write, write_csv


def operations(n, big_n, s, steps):
    """Flops of one certificate search: products with A, the support, Newton systems of order d = n − s (CertificateNewton)."""
    d = max(n - s, 1)
    return 2 * n * big_n * (steps + 2) + 3 * n * s * s + steps * 4 / 3 * d**3


def fit(x, y):
    """The e of y = c·x^e, and its standard error."""
    coefficients, residuals = np.polyfit(np.log(x), np.log(y), 1, full=True)[:2]
    degrees = len(x) - 2
    spread = np.sum((np.log(x) - np.mean(np.log(x))) ** 2)
    error = float(np.sqrt(residuals[0] / degrees / spread)) if degrees > 0 and len(residuals) else float("nan")
    return coefficients[0], error


SERIES = [
    # what varies, of what, sizes N:s, multiples of 2δ
    ("N", "s = N/20, P = 2δ", [(n, n // 20, 1.0) for n in (250, 500, 1000, 2000, 4000)]),
    ("N", "s = N/20, P = 1.2·2δ", [(n, n // 20, 1.2) for n in (250, 500, 1000, 2000, 4000)]),
    ("N", "s = 20, P = 1.2·2δ", [(n, 20, 1.2) for n in (250, 500, 1000, 2000, 4000)]),
    ("s", "N = 1000, P = 1.2·2δ", [(1000, s, 1.2) for s in (10, 20, 40, 80, 160)]),
    ("P", "N = 1000, s = 50", [(1000, 50, r) for r in (1.4, 2.0, 2.8, 4.0, 5.6)]),
]


def trials(binaries):
    rows = []
    for variable, label, points in SERIES:
        for method in ("certificate", "lazy"):
            for big_n, s, ratio in points:
                row, = trial_cost(binaries, "--sizes", f"{big_n}:{s}", "--ratios", ratio, "--methods", method,
                                  "--millions", 8)
                n = row["samples"] / 2
                rows.append({
                    "series": label, "varies": variable, "method": method, "N": big_n, "s": s, "P": row["samples"], "M": 1,
                    "ms": row["trial_ms"], "MiB": row["peak_mib"], "draws": n * big_n,
                    "flops": operations(n, big_n, s, row["iterations_mean"])})
    return rows


def layers(binaries):
    """`trimlab solve` at ε = 0 on planted layers of M neurons: start and files included."""
    rng, rows = np.random.default_rng(1), []
    with tempfile.TemporaryDirectory() as folder:
        x = rng.standard_normal((200, 150))
        for m in (4, 8, 16, 32, 64):
            w = np.zeros((200, m))
            for column in w.T:
                column[rng.choice(200, 10, replace=False)] = rng.standard_normal(10)
            np.save(f"{folder}/X.npy", x)
            np.save(f"{folder}/Y.npy", np.maximum(w.T @ x, 0))
            command = [f"{binaries}/trimlab", "solve", "--inputs", f"{folder}/X.npy", "--responses", f"{folder}/Y.npy",
                       "--output", f"{folder}/U.npy"]
            times = []
            for _ in range(3):
                if os.path.exists(command[-1]):
                    os.remove(command[-1])
                before = resource.getrusage(resource.RUSAGE_CHILDREN)
                subprocess.run(command, check=True, capture_output=True)
                after = resource.getrusage(resource.RUSAGE_CHILDREN)
                times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
            rows.append({"series": "layer, N = 200, s = 10, P = 150, ε = 0", "varies": "M", "method": "solve", "N": 200,
                         "s": 10, "P": 150, "M": m, "ms": 1e3 * min(times), "MiB": "", "draws": "", "flops": float(m)})
    return rows


def main(binaries):
    about = machine()
    rows = trials(binaries) + layers(binaries)
    write_csv("scaling.csv", rows)
    lines = []
    for series, method in dict.fromkeys((row["series"], row["method"]) for row in rows):
        points = [row for row in rows if (row["series"], row["method"]) == (series, method)]
        variable = points[0]["varies"]
        x = [point[variable] for point in points]
        time_fit = "{:.2f} ± {:.2f}".format(*fit(x, [point["ms"] for point in points]))
        others = ["{:.2f}".format(fit(x, [point[key] for point in points])[0]) if points[0][key] != "" else ""
                  for key in ("draws", "flops")]
        memory = f"{points[0]['MiB']:.0f} – {points[-1]['MiB']:.0f}" if points[0]["MiB"] != "" else ""
        lines.append([variable, series, method, f"{min(x):.0f} – {max(x):.0f}",
                      f"{points[0]['ms']:.3f} – {points[-1]['ms']:.3f}", time_fit, *others, memory])
    header = ["varies", "series", "method", "range", "ms", "exponent of time", "of n·N", "of flops", "MiB of the process"]
    write("scaling.md", (
        "# How cost grows\n\n"
        f"`make bench-scaling`, on {about}. Processor time of one thread, draws included.\n"
        "Exponents e of cost = c·xᵉ, with the standard error of the fit. n·N: the draws of a trial that draws everything.\n"
        "Flops: 2nN·(steps + 2) + 3ns² + steps·4/3·(n−s)³, the count that `CertificateNewton` documents with n − s columns in\n"
        "play; for a layer, its neurons are separate, so M. Where time grows slower than both, fixed costs dominate its low "
        "end.\n\n") + table(header, lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
