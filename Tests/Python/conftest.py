# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the wheel share: the command line, arrays of a planted layer, folders."""
import json
import os
import subprocess
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
#: The command line beside which the wheel's answers are held.
COMMAND = os.environ.get("TRIMLAB", str(ROOT / ".build/release/trimlab"))


@pytest.fixture
def command(tmp_path):
    """`trimlab ARGUMENTS --json` in a folder of its own: its document, or its text where it refuses."""

    def run(*arguments, code=0):
        done = subprocess.run([COMMAND, *map(str, arguments), "--json"], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout) if done.stdout else done.stderr

    return run


def planted(dimension, sparsity, samples, neurons, seed):
    """X (N x P), W (N x M) and Y = max(W'X, 0)."""
    random = np.random.default_rng(seed)
    X = random.standard_normal((dimension, samples))
    W = np.zeros((dimension, neurons))
    for m in range(neurons):
        W[random.choice(dimension, sparsity, replace=False), m] = random.standard_normal(sparsity)
    return X, W, np.maximum(W.T @ X, 0)


def without_time(document):
    """Seconds differ from call to call."""
    if isinstance(document, dict):
        return {key: without_time(value) for key, value in document.items() if key != "seconds"}
    return [without_time(value) for value in document] if isinstance(document, list) else document
