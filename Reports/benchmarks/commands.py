#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What whole commands cost, start and files included: writes commands.csv and commands.md.

    make bench-commands                          or, beside an older binary:
    Reports/benchmarks/commands.py .build/release BINARY

Times are of whole processes, least of several; CPU seconds are theirs and their children's, gnuplot's with them. The report's share of
a run is what `report` takes of the folder that it left.
"""
import os
import random
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from array import array

from common import machine, table, write, write_csv

STUDY = """study: grid-of-160
claim: recovery-law
seed: 1
grid:
  dimension: [200]
  sparsity: [4, 8, 12, 16, 20, 24, 28, 32]
  samples: {relative-to: predicted, from: 0.5, to: 1.6, count: 20}
trials: {each: 10}
"""


def save(path, rows, columns, values):
    """A matrix of float64 as .npy."""
    head = f"{{'descr': '<f8', 'fortran_order': False, 'shape': ({rows}, {columns}), }}"
    head += " " * (-(len(head) + 11) % 64) + "\n"
    with open(path, "wb") as file:
        file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(head)) + head.encode() + array("d", values).tobytes())


def problem(folder):
    """X (20×60) and the responses of a neuron with the weights 1 and −1, without numpy."""
    stream = random.Random(1)
    x = [stream.gauss(0, 1) for _ in range(20 * 60)]
    save(f"{folder}/X.npy", 20, 60, x)
    save(f"{folder}/Y.npy", 1, 60, [max(x[3 * 60 + p] - x[7 * 60 + p], 0) for p in range(60)])


def measured(command, folder, repeats):
    """(Wall-clock seconds, CPU seconds) of a process, the least of each."""
    def once():
        before = os.times()
        start = time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - start
        after = os.times()
        return seconds, after.children_user + after.children_system - before.children_user - before.children_system
    runs = [once() for _ in range(repeats)]
    return min(run[0] for run in runs), min(run[1] for run in runs)


def commands(folder, studies):
    """Name, arguments and repeats of every command; what runs a study is followed by the report of what it ran."""
    yield "--version", ["--version"], 20
    yield "solve, N = 20, M = 1, P = 60", ["solve", "--inputs", "X.npy", "--responses", "Y.npy", "--output", "U.npy", "--force"], 20
    for dimension, sparsity in ((200, 10), (1000, 50), (100_000, 1000)):
        yield f"predict, N = {dimension:,}, s = {sparsity:,}", [
            "predict", "--dimension", str(dimension), "--sparsity", str(sparsity), "--json"], 5
    for name, study in (("quickstart", f"{studies}/quickstart.yaml"), ("160 cells × 10 trials, N = 200", f"{folder}/grid.yaml")):
        yield f"run, {name}", ["run", study, "--output", "results", "--workers", "1"], 1
        yield f"its report, {name}", ["report", "results", "--output", "again", "--force"], 1


def rows(binary, label, studies):
    with tempfile.TemporaryDirectory() as folder:
        problem(folder)
        with open(f"{folder}/grid.yaml", "w") as file:
            file.write(STUDY)
        for name, arguments, repeats in commands(folder, studies):
            if arguments[0] == "run":
                shutil.rmtree(f"{folder}/results", ignore_errors=True)
            shutil.rmtree(f"{folder}/again", ignore_errors=True)
            wall, cpu = measured([binary, *arguments], folder, repeats)
            yield {"binary": label, "command": name, "seconds": wall, "cpu_seconds": cpu, "load": os.getloadavg()[0]}


def shares(found):
    """The report's share of each run, of wall-clock and of CPU time."""
    by_name = {row["command"]: row for row in found}
    for name, row in by_name.items():
        if name.startswith("run, "):
            report = by_name["its report, " + name.removeprefix("run, ")]
            row["report_share"] = report["seconds"] / row["seconds"]
            row["report_share_cpu"] = report["cpu_seconds"] / row["cpu_seconds"]
    return found


def main(binaries, *older):
    about = machine()
    studies = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Studies")
    found = []
    for binary, label in [(path, "before") for path in older] + [(f"{binaries}/trimlab", "now")]:
        found += shares(list(rows(os.path.abspath(binary), label, os.path.abspath(studies))))
    columns = ["binary", "command", "seconds", "cpu_seconds", "report_share", "report_share_cpu", "load"]
    write_csv("commands.csv", [{column: row.get(column, "") for column in columns} for row in found])
    lines = [[
        row["command"], row["binary"], f"{row['seconds']:.3f}", f"{row['cpu_seconds']:.3f}",
        f"{row['report_share']:.0%}" if "report_share" in row else "",
        f"{row['report_share_cpu']:.0%}" if "report_share" in row else "", f"{row['load']:.1f}"]
        for row in sorted(found, key=lambda row: [other["command"] for other in found].index(row["command"]))]
    header = ["command", "binary", "seconds", "CPU, s", "of it the report", "of its CPU", "load"]
    write("commands.md", (
        "# What whole commands cost\n\n"
        f"`make bench-commands`, on {about}. Whole processes, start and files included, one worker; least of 20 runs (version, solve), 5\n"
        "(predict) or one. CPU seconds are user and system time of the process and its children. The report is made anew, figures and\n"
        "all, by `report` of the folder that `run` left.\n\n") + table(header, lines))


if __name__ == "__main__":
    main(*sys.argv[1:])
