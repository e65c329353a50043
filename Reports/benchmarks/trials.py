#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a trial costs in multiples of its draws, on one thread: writes trials.csv and trials.md.

    make bench-trials      (5 minutes on a free core)
"""
import sys

from common import machine, table, trial_cost, write, write_csv

SMALL = ["200:10", "500:25", "1000:50"]


def main(binaries):
    about = machine()
    rows = trial_cost(binaries, "--sizes", *SMALL, "--methods", "certificate", "lazy", "--repeats", 3, "--millions", 8)
    rows += trial_cost(binaries, "--sizes", "4000:200", "10000:100", "--methods", "certificate", "lazy", "--millions", 20, "--repeats", 2)
    write_csv("trials.csv", rows)
    lines = []
    for drawn, lazy in zip(rows[::2], rows[1::2]):
        lines.append([
            f"{drawn['dimension']:.0f}", f"{drawn['sparsity']:.0f}", drawn["ratio"], f"{drawn['samples']:.0f}",
            f"{drawn['draw_ms']:.3f}", f"{drawn['call_ms']:.3f}", f"{drawn['trial_ms']:.3f}",
            f"{drawn['multiple_of_calls']:.2f}", f"{drawn['multiple']:.2f}", f"{lazy['trial_ms']:.3f}",
            f"{lazy['trial_ms'] / drawn['call_ms']:.2f}", f"{lazy['trial_ms'] / drawn['draw_ms']:.2f}",
            f"{drawn['iterations_mean']:.1f}", f"{drawn['peak_mib']:.0f}"])
    header = ["N", "s", "P/2δ", "P", "draws, ms", "by calls, ms", "trial, ms", "× calls", "× draws", "lazy trial, ms", "× calls",
              "× draws", "steps", "MiB so far"]
    write("trials.md", (
        "# What a trial costs, one thread\n\n"
        f"`make bench-trials`, on {about}. Processor time; draws and trials take turns, least of 2 or 3 runs of the same "
        "trials.\nDraws are the entries of the active samples, n·N numbers, in blocks, and by a call of GSL each as it was before "
        "blocks;\na lazy trial draws only what its certificate asks for.\n\n") + table(header, lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
