#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two workers against one, and dispatcher and store with many sleeping ones: writes workers.csv, dispatch.csv and workers.md.

    make bench-workers      (ten minutes on two free cores)

The same study of trials at P₅₀ by one worker and by two, in turns, each the least of three runs by the clock, from start to exit without
figures. The second table is what dispatch-cost prints: see its help.
"""
import csv
import io
import subprocess
import sys
import tempfile
import time

from common import machine, table, write, write_csv

# N, s, P = P50, trials: about ten seconds of one worker each.
STUDIES = [(20, 2, 14, 100_000), (200, 10, 82, 40_000), (1000, 50, 408, 2_500), (4000, 200, 1631, 80)]


def seconds(binaries, study, workers):
    n, s, p, trials = study
    with tempfile.TemporaryDirectory() as folder:
        with open(f"{folder}/study.yaml", "w") as file:
            file.write(f"study: workers\nclaim: recovery-law\nseed: 1\ngrid:\n  dimension: [{n}]\n  sparsity: [{s}]\n  samples: [{p}]\n"
                       f"trials: {{each: {trials}}}\nmethod: certificate\n")
        start = time.perf_counter()
        done = subprocess.run([f"{binaries}/trimlab", "run", f"{folder}/study.yaml", "--output", f"{folder}/out", "--no-figures",
                               "--workers", str(workers)], capture_output=True, text=True)
        assert done.returncode in (0, 1), done.stderr
        return time.perf_counter() - start


def main(binaries, share=1.0):
    about, rows = machine(), []
    for n, s, p, trials in STUDIES:
        study = (n, s, p, max(2, int(trials * float(share))))
        times = {1: [], 2: []}
        for _ in range(3):
            for workers in times:
                times[workers].append(seconds(binaries, study, workers))
        one, two = min(times[1]), min(times[2])
        rows.append({"N": n, "s": s, "P": p, "trials": study[3], "one_s": one, "two_s": two, "ratio": one / two})
    write_csv("workers.csv", rows)
    printed = subprocess.run([f"{binaries}/dispatch-cost"], check=True, capture_output=True, text=True).stdout
    dispatch = list(csv.DictReader(io.StringIO(printed)))
    write_csv("dispatch.csv", dispatch)
    write("workers.md", (
        f"# Workers\n\n`make bench-workers`, on {about}.\n\n## Two against one\n\nWhole runs of `trimlab run`, laws and report included, the least of three by the clock.\n\n")
        + table(["N", "s", "P", "trials", "one, s", "two, s", "ratio"],
                [[r["N"], r["s"], r["P"], r["trials"], f"{r['one_s']:.2f}", f"{r['two_s']:.2f}", f"{r['ratio']:.2f}"] for r in rows])
        + "\n## Dispatcher and store with sleeping trials\n\n`dispatch-cost`: a thread a worker; trials sleep so long that all workers together would finish the rate asked\n"
        "for, and not at all where none is.\n\n"
        + table(["workers", "asked a minute", "trials", "s", "reached a minute", "share", "processor, µs a trial"],
                [[r["workers"], r["asked_per_minute"], r["trials"], r["seconds"], r["trials_per_minute"], r["share"],
                  r["processor_us_per_trial"]] for r in dispatch]))


if __name__ == "__main__":
    main(*sys.argv[1:])
