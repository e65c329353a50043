# SPDX-License-Identifier: GPL-3.0-or-later
"""What the benchmark scripts share: running trial-cost, and writing tables."""
import csv
import io
import os
import platform
import subprocess

FOLDER = os.path.dirname(os.path.abspath(__file__))


def trial_cost(binaries, *options):
    """The rows that trial-cost prints, numbers as numbers."""
    table = subprocess.run(
        [f"{binaries}/trial-cost", *map(str, options)], check=True, capture_output=True, text=True).stdout
    return [{key: number(value) for key, value in row.items()} for row in csv.DictReader(io.StringIO(table))]


def number(text):
    try:
        return float(text)
    except ValueError:
        return text


def machine():
    """Processor and number of cores, as a line of a report."""
    model = platform.processor() or platform.machine()
    try:
        with open("/proc/cpuinfo") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when this began"


def table(header, rows):
    """A Markdown table."""
    lines = ["| " + " | ".join(header) + " |", "|" + "---|" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows]) + "\n"


def write(name, text):
    with open(f"{FOLDER}/{name}", "w") as file:
        file.write(text)
    print(text)


def write_csv(name, rows):
    with open(f"{FOLDER}/{name}", "w", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
