# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a run or one of its children with SIGKILL fifty times, and compares what is stored with an undisturbed run.

usage: python3 kills.py TRIMLAB METHODS_FOLDER SCRATCH_FOLDER
"""
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time

trimlab, methods, scratch = (os.path.abspath(path) for path in sys.argv[1:])
os.makedirs(scratch, exist_ok=True)
study = os.path.join(scratch, "kills.yaml")
with open(study, "w") as file:
    file.write(f"""
study: kills
claim: survey
seed: 3
method: {{command: [python3, {methods}/omp.py]}}
grid: {{dimension: [30], sparsity: [3], samples: [12, 18, 24, 30]}}
trials: {{each: 12000}}
""")


def children(parent):
    found = []
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            fields = open(f"/proc/{entry}/stat").read().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent and fields[0] != "Z":
            found.append(int(entry))
    return found


def is_alive(process):
    try:
        return open(f"/proc/{process}/stat").read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def start(folder):
    return subprocess.Popen(
        [trimlab, "run", study, "--output", os.path.join(scratch, folder), "--no-figures", "--workers", "2"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def trials(folder):
    query = """SELECT cell.name, number, verdict, error, recovered_norm, iterations, certified, residual, violation, failure
               FROM trial JOIN cell ON cell.id = cell_id ORDER BY 1, 2"""
    return sqlite3.connect(os.path.join(scratch, folder, "trials.sqlite")).execute(query).fetchall()


random.seed(1)
kills, orphans, of_parent, of_children = 0, 0, 0, 0
run = start("killed")
while kills < 50:
    time.sleep(random.uniform(0.3, 1.2))
    if run.poll() is not None:
        sys.exit(f"the run was over after {kills} kills; raise the number of trials")
    own = children(run.pid)
    if not own:
        continue
    kills += 1
    if kills % 2:
        of_children += 1
        os.kill(random.choice(own), signal.SIGKILL)
    else:
        of_parent += 1
        os.kill(run.pid, signal.SIGKILL)
        run.wait()
        deadline = time.time() + 2
        while any(map(is_alive, own)) and time.time() < deadline:
            time.sleep(0.01)
        orphans += sum(map(is_alive, own))
        run = start("killed")
run.wait()
start("whole").wait()
killed, whole = trials("killed"), trials("whole")
print(f"{of_parent} kills of the run, {of_children} of a child: {orphans} orphans")
print(f"{len(killed)} trials, {sum(a != b for a, b in zip(killed, whole))} of {len(whole)} differ from the undisturbed run")
sys.exit(killed != whole or orphans > 0)
