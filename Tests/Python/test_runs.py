# SPDX-License-Identifier: GPL-3.0-or-later
"""read on a run made here; the helper for own methods; what is installed."""
import csv
import json
import shutil
import sqlite3
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest
from conftest import COMMAND, ROOT

import trimlab


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("study") / "quickstart"
    subprocess.run([COMMAND, "run", ROOT / "Studies/quickstart.yaml", "--trials", "5", "--output", folder], check=True, capture_output=True)
    return folder


def test_frames_hold_what_the_files_hold(run):
    trials, cells, summary = trimlab.read(run)
    for name, frame in [("cells", cells), ("summary", summary)]:
        rows = list(csv.DictReader(open(run / f"{name}.csv", encoding="utf-8")))
        assert len(rows) == len(frame) > 0 and list(rows[0]) == list(frame.columns)
    rows = list(csv.DictReader(open(run / "cells.csv", encoding="utf-8")))
    assert [float(row["predicted_exact"]) for row in rows] == list(cells.predicted_exact)
    stored = sqlite3.connect(run / "trials.sqlite").execute("SELECT count(*), sum(verdict = 'success') FROM trial").fetchone()
    assert (len(trials), (trials.verdict == "success").sum()) == stored
    # Both say the same: the rates of the cells are those of their trials.
    key = ["dimension", "sparsity", "samples"]
    rates = trials.assign(won=trials.verdict == "success").groupby(key).won.mean()
    assert np.allclose(cells.set_index(key).rate.sort_index(), rates.sort_index())


def test_units_are_those_of_the_package(run):
    trials, cells, summary = trimlab.read(run)
    assert cells.attrs["units"]["seconds_mean"] == "s" and cells.attrs["units"]["dimension"] == "inputs"
    assert trials.attrs["units"]["seconds"] == "s" and trials.attrs["units"]["samples"] == "samples"
    assert summary.attrs["units"]["samples50"] == "samples" and "P" in cells.attrs["meanings"]["samples"]
    package = json.loads((run / "datapackage.json").read_text())
    fields = next(r for r in package["resources"] if r["name"] == "cells")["schema"]["fields"]
    assert cells.attrs["units"] == {f["name"]: f["unit"] for f in fields if "unit" in f}
    assert set(cells.attrs["meanings"]) == set(cells.columns)


def test_a_report_without_trials():
    trials, cells, _ = trimlab.read(ROOT / "Reports/quickstart")
    assert len(trials) == 0 and len(cells) > 0


def test_folders_that_are_none(run, tmp_path):
    with pytest.raises(FileNotFoundError, match="is not a run folder: it has no datapackage.json; make one with trimlab run"):
        trimlab.read(tmp_path)
    broken = tmp_path / "broken"
    shutil.copytree(run, broken)
    (broken / "trials.sqlite").write_bytes(b"no database")
    for leftover in broken.glob("trials.sqlite-*"):
        leftover.unlink()
    with pytest.raises(trimlab.InputError, match="trials.sqlite"):
        trimlab.read(broken)
    (broken / "datapackage.json").write_text("{")
    with pytest.raises(trimlab.InputError, match="datapackage.json"):
        trimlab.read(broken)


def test_the_helper_for_own_methods_is_the_studies_own(tmp_path):
    import trimlab.method

    assert Path(trimlab.method.__file__).read_bytes() == (ROOT / "Studies/methods/trimlab_method.py").read_bytes()
    (tmp_path / "least.py").write_text(
        "from trimlab.method import serve\nimport numpy as np\nserve(lambda X, Y, epsilon: np.linalg.lstsq(X.T, Y.T, rcond=None)[0])\n")
    (tmp_path / "own.yaml").write_text(
        "study: own\nclaim: survey\nseed: 1\ngrid:\n  dimension: [10]\n  sparsity: [2]\n  samples: [40]\ntrials: {each: 3}\n"
        f"method: {{command: [{sys.executable}, least.py], timeout: 60}}\n")
    subprocess.run([COMMAND, "run", "own.yaml", "--output", "own"], cwd=tmp_path, check=True, capture_output=True)
    assert len(trimlab.read(tmp_path / "own").trials) == 3


def test_versions():
    said = subprocess.run([COMMAND, "--version"], check=True, capture_output=True, text=True).stdout.split()[0]
    assert trimlab.__version__ == version("trimlab") == said == trimlab.versions()["trimlab"].split()[0]
    assert {"gsl", "openblas", "openblas_core"} <= set(trimlab.versions())


def test_where_the_suite_is_not_needed_it_is_not_loaded():
    """The helper of own methods and read need no shared library, and pandas is asked for by read alone."""
    program = "import sys, trimlab, trimlab.method; from trimlab import _library; print(_library._library.cache_info().currsize, 'pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True).stdout.split() == ["0", "False"]
