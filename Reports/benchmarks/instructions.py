#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instructions that a trial executes, by callgrind: writes instructions.csv and instructions.md.

    make bench-instructions

Times on a busy machine scatter by a tenth and more; these counts move in their fifth digit. Callgrind has no
AVX-512, so that OpenBLAS takes its Haswell kernels here, on any machine. Needs valgrind and strip:
valgrind cannot read the debugging information of Swift 6.3.
"""
import os
import re
import subprocess
import sys
import tempfile

from common import table, write, write_csv

TRIALS = 4
CASES = [("certificate", ratio) for ratio in (0.8, 1.0, 1.2, 2.0)] + [("lazy", ratio) for ratio in (0.8, 1.0, 1.2, 2.0)]
CASES += [("program", 1.2)]


def instructions(binaries, method, ratio, function):
    """Instructions inside `function`, a pattern of symbols, per trial."""
    draws = 245 / 2 * ratio / 1.2 * 500 / 1e6
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["strip", "--strip-debug", "-o", f"{folder}/trial-cost", f"{binaries}/trial-cost"], check=True)
        counts = subprocess.run(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/out", f"--toggle-collect={function}",
             f"{folder}/trial-cost", "--sizes", "500:25", "--ratios", str(ratio), "--methods", method, "--repeats", "1",
             "--millions", str((TRIALS + 0.5) * draws)],
            check=True, capture_output=True, text=True, env={**os.environ, "OPENBLAS_CORETYPE": "Haswell"})
    trials = int(counts.stdout.splitlines()[1].split(",")[5])
    return int(re.search(r"Collected : (\d+)", counts.stderr).group(1)) / trials, trials


def main(binaries):
    rows = []
    for method, ratio in CASES:
        trial, trials = instructions(binaries, method, ratio, "*PlantedRecoveryV5trial*")
        draws, _ = instructions(binaries, method, ratio, "*DrawFloorAAV4drawyySiF")
        calls, _ = instructions(binaries, method, ratio, "*DrawFloorAAV11drawByCallsyySiF")
        rows.append({"method": method, "ratio": ratio, "trials": trials, "trial": round(trial), "draws": round(draws), "calls": round(calls),
                     "multiple": round(trial / draws, 3), "multiple_of_calls": round(trial / calls, 3)})
    write_csv("instructions.csv", rows)
    write("instructions.md", (
        "# Instructions of a trial, N = 500, s = 25\n\n"
        f"`make bench-instructions`: callgrind's counts, means of about {TRIALS} trials; draws are those of the active samples, in\n"
        "blocks and by a call of GSL each.\n\n")
        + table(["method", "P/2δ", "trials", "instructions", "of the draws", "×", "by calls", "×"],
                [[r["method"], r["ratio"], r["trials"], f"{r['trial']:,}", f"{r['draws']:,}", f"{r['multiple']:.2f}",
                  f"{r['calls']:,}", f"{r['multiple_of_calls']:.2f}"] for r in rows]))


if __name__ == "__main__":
    main(*sys.argv[1:])
