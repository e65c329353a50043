#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies all claims and writes what a referee asks of them: verdicts.md, claims.csv and seeds.csv.

    make verification       # standard and quick budgets at one seed, the quick one at 20 seeds from the date, claim by claim
    python3 tables.py trimlab 3     # at three seeds

Answers are kept in results/verification: what is there is not run again, so that an interrupted verification goes on where it was.
"""
import csv
import datetime
import json
import os
import resource
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
KEPT = "results/verification"


def used():
    """Processor seconds of the children that ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def verify(trimlab, name, claim, *options):
    """What `trimlab verify` says of one claim, with its clock and processor seconds; a refuted claim (exit code 1) is a result."""
    path = f"{KEPT}/{name}-{claim}.json"
    if os.path.exists(path):
        return json.load(open(path))
    clock, processor = time.time(), used()
    run = subprocess.run([trimlab, "verify", claim, "--json", *options], stdout=subprocess.PIPE, text=True)
    if run.returncode not in (0, 1):
        sys.exit(f"trimlab verify {claim} ended with {run.returncode}")
    answer = json.loads(run.stdout)[0] | {"clock_s": round(time.time() - clock, 2), "processor_s": round(used() - processor, 2)}
    os.makedirs(KEPT, exist_ok=True)
    with open(path, "w") as file:
        json.dump(answer, file)
    print(f"{name} {claim}: {answer['processor_s']:.0f} s", flush=True)
    return answer


def seconds(answers):
    return f"{sum(a['clock_s'] for a in answers):.0f} s by the clock ({sum(a['processor_s'] for a in answers):.0f} s of processors)"


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
        "processor_s_quick": quick["processor_s"], "processor_s_standard": standard["processor_s"],
    }


def write(name, rows):
    with open(f"{HERE}/{name}", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main(trimlab, count="20"):
    count = int(count)
    load = f"load {os.getloadavg()[0]:.1f} before"
    claims = [claim["claim"] for claim in json.loads(subprocess.check_output([trimlab, "claims", "--json"]))]
    seed = datetime.date.today().strftime("%Y%m%d")
    quick = [verify(trimlab, "quick", claim, "--budget", "quick") for claim in claims]
    standard = [verify(trimlab, "standard", claim, "--budget", "standard") for claim in claims]
    several = ("--budget", "quick", "--seeds", str(count), "--seed", seed)
    seeds = [verify(trimlab, f"{count}-seeds-{seed}", claim, *several) for claim in claims]
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
            f"`make verification`, on {len(os.sched_getaffinity(0))} cores, {load}: quick {seconds(quick)}, standard "
            f"{seconds(standard)}, {count} seeds from {seed} on {seconds(seeds)}.\n\n"
            "`margin`: the smallest deviation that would matter; `detectable`: the one that is found with probability .9. A near miss is the claim's own\n"
            "law or bound bent by twice what is detectable, through the same code. –: not a number of this claim.\n\n"
            + markdown(["claim", "verdict", "margin", "detectable, quick", "standard", "control", "its p", "near misses refuted",
                        "vacuous cells", "amendments"], shown)
            + f"\n## {count} seeds at the quick budget\n\nAlarms: {alarms}; controls that stood: {stood}.\n\n"
            + markdown(["claim", "alarms", "allowed", "controls that stood", "not borne out", "inconclusive"], counted)
            + "\n## Amendments\n\nWhat was changed after a look at data, beside the verdict of the form before.\n\n"
            + markdown(["claim", "date", "what", "why", "verdict of the form before"], amended))


if __name__ == "__main__":
    main(*sys.argv[1:])
