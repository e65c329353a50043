# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sample-counts.csv: the samples for a failure probability of at most N^(1-mu), by `trimlab predict`.

Usage: python3 Reports/theorem-3/sample_counts.py .build/release/trimlab > Reports/theorem-3/sample-counts.csv
"""
import json
import subprocess
import sys

COLUMNS = ["theorem3_samples", "certificate_samples", "recovery_samples", "samples_50_percent"]


def counts(dimension, sparsity, exponent):
    options = ["--dimension", dimension, "--sparsity", sparsity, "--mu", exponent, "--json"]
    answer = subprocess.run([sys.argv[1], "predict", *map(str, options)], check=True, capture_output=True)
    return json.loads(answer.stdout)


print(",".join(["dimension", "sparsity", "mu"] + COLUMNS))
for dimension in [100, 200, 500, 1000, 2000, 5000, 10000]:
    for fraction in [0.01, 0.02, 0.05, 0.1]:
        for exponent in [1.5, 2]:
            sparsity = round(fraction * dimension)
            answer = counts(dimension, sparsity, exponent)
            print(",".join(str(value) for value in [dimension, sparsity, exponent] + [answer[c] for c in COLUMNS]))
