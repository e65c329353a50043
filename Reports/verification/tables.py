#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies all claims and writes what a referee asks of them: verdicts.md, claims.csv and seeds.csv.

    make verification                       # standard and quick budgets at one seed, the quick one at 20 seeds from the date
"""
import csv
import datetime
import json
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SEEDS = 20


def verify(trimlab, *options):
    """The JSON of `trimlab verify` and its seconds; a refuted claim (exit code 1) is a result."""
    start = time.time()
    run = subprocess.run([trimlab, "verify", "--json", *options], stdout=subprocess.PIPE, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"trimlab verify ended with {run.returncode}")
    return json.loads(run.stdout), time.time() - start


def brief(value):
    return "–" if value is None else f"{value:.2g}" if isinstance(value, float) else str(value)


def markdown(head, rows):
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows]) + "\n"


def row(quick, standard):
    control, misses = standard["negative_control"], standard["negative_control"]["near_misses"]
    return {
        "claim": standard["claim"], "class": standard["class"], "verdict_quick": quick["verdict"],
        "verdict_standard": standard["verdict"], "unit": standard["unit"], "margin": standard["margin"],
        "detectable_quick": quick["detectable"], "detectable_standard": standard["detectable"],
        "trials_quick": quick["trials"], "trials_standard": standard["trials"],
        "control": control["variant"], "control_measured": control["measured"], "control_bound": control["bound"],
        "control_p": control["p_value"], "control_refuted": control["verdict"] == "refuted",
        "near_misses": len(misses), "near_misses_refuted": sum(miss["refuted"] for miss in misses),
        "near_miss_p_largest": max((miss["p_value"] for miss in misses if miss["p_value"] is not None), default=None),
        "vacuous_cells": standard["vacuous_cells"], "amendments": len(standard["amendments"]),
    }


def write(name, rows):
    with open(f"{HERE}/{name}", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(trimlab):
    load = f"load {os.getloadavg()[0]:.1f} before"
    quick, quick_seconds = verify(trimlab, "--budget", "quick")
    standard, standard_seconds = verify(trimlab, "--budget", "standard")
    seed = datetime.date.today().strftime("%Y%m%d")
    seeds, seeds_seconds = verify(trimlab, "--budget", "quick", "--seeds", str(SEEDS), "--seed", seed)
    rows = [row(*pair) for pair in zip(quick, standard)]
    write("claims.csv", rows)
    write("seeds.csv", seeds)
    alarms = sum(claim["alarms"] for claim in seeds)
    stood = sum(claim["control_stood"] for claim in seeds)
    shown = [[r["claim"], r["verdict_standard"], f"{brief(r['margin'])} {r['unit'] or ''}", brief(r["detectable_quick"]),
              brief(r["detectable_standard"]), r["control"], brief(r["control_p"]),
              f"{r['near_misses_refuted']} of {r['near_misses']}", str(r["vacuous_cells"]), str(r["amendments"])] for r in rows]
    counted = [[s["claim"], str(s["alarms"]), str(s["allowed"]), str(s["control_stood"]), str(s["not_borne_out"]), str(s["inconclusive"])]
               for s in seeds]
    amended = [[claim["claim"], a["date"], a["what"], a["why"], a["first_verdict"]] for claim in standard for a in claim["amendments"]]
    with open(f"{HERE}/verdicts.md", "w") as file:
        file.write(
            "# What verification finds, and what it could have found\n\n"
            f"`make verification`, on {len(os.sched_getaffinity(0))} cores, {load}: quick {quick_seconds:.0f} s, standard {standard_seconds:.0f} s, "
            f"{SEEDS} seeds from {seed} on {seeds_seconds:.0f} s ({seeds_seconds / SEEDS:.0f} s a seed).\n\n"
            "`margin`: the smallest deviation that would matter; `detectable`: the one that is found with probability .9. A near miss is the claim's own\n"
            "law or bound bent by twice what is detectable, through the same code. –: not a number of this claim.\n\n"
            + markdown(["claim", "verdict", "margin", "detectable, quick", "standard", "control", "its p", "near misses refuted",
                        "vacuous cells", "amendments"], shown)
            + f"\n## {SEEDS} seeds at the quick budget\n\nAlarms: {alarms}; controls that stood: {stood}.\n\n"
            + markdown(["claim", "alarms", "allowed", "controls that stood", "not borne out", "inconclusive"], counted)
            + "\n## Amendments\n\nWhat was changed after a look at data, beside the verdict of the form before.\n\n"
            + markdown(["claim", "date", "what", "why", "verdict of the form before"], amended))


if __name__ == "__main__":
    main(*sys.argv[1:])
