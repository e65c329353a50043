# SPDX-License-Identifier: GPL-3.0-or-later
"""What solve costs beside its own solver and beside HiGHS on the same arrays: medians of milliseconds."""
import statistics
import time

import numpy as np
from conftest import planted
from test_programs import least_norm

import trimlab


def milliseconds(body):
    start = time.perf_counter()
    body()
    return 1000 * (time.perf_counter() - start)


print("N, s, P, M: through the wheel, of it not the solver, HiGHS by scipy")
for N, s, P, M in [(50, 5, 100, 1), (200, 10, 150, 1), (200, 10, 150, 10), (784, 40, 600, 1)]:
    X, _, Y = planted(N, s, P, M, seed=1)
    whole, beside = [], []
    for _ in range(21 if N < 500 else 7):
        found = {}
        whole.append(milliseconds(lambda: found.update(trimlab.solve(X, Y, workers=1)[1])))
        beside.append(whole[-1] - 1000 * found["seconds"])
    highs = [milliseconds(lambda: [least_norm(X, y) for y in Y]) for _ in range(3)]
    print(f"{N}, {s}, {P}, {M}: {statistics.median(whole):.2f} ms, {statistics.median(beside):.2f} ms, {statistics.median(highs):.1f} ms")
