# SPDX-License-Identifier: GPL-3.0-or-later
"""What a study measured."""
from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ._errors import InputError

if TYPE_CHECKING:
    import pandas as pd


class Run(NamedTuple):
    """The tables of a run as pandas frames; attrs["units"] and attrs["meanings"] of each say what its columns are."""

    #: A row a trial, with the parameters of its cell.
    trials: pd.DataFrame
    #: A row a cell of the grid: rates, intervals, the laws beside them.
    cells: pd.DataFrame
    #: A row a curve: fits and verdicts.
    summary: pd.DataFrame


def read(folder: str | PathLike[str]) -> Run:
    """The trials, cells and summary in a folder of `trimlab run`, or of Reports/, which has no trials: that frame is then empty.

    Units and meanings of the columns are from datapackage.json. Needs pandas (pip install trimlab[read]). Raises FileNotFoundError for a
    folder without a run, and InputError for a run that is not whole.
    """
    import pandas as pd

    place = Path(folder)
    try:
        package = json.loads((place / "datapackage.json").read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise FileNotFoundError(f"{place} is not a run folder: it has no datapackage.json; make one with trimlab run") from problem
    except json.JSONDecodeError as problem:
        raise InputError(f"{place / 'datapackage.json'}: {problem}; write it anew with trimlab report {place}") from problem
    fields = _fields(package)
    # From pandas 3 on that is the default, and asking for it is deprecated.
    exact: dict[str, Any] = {"float_precision": "round_trip"} if int(pd.__version__.split(".")[0]) < 3 else {}
    frames = {name: pd.read_csv(place / f"{name}.csv", **exact) for name in ("cells", "summary")}
    frames["trials"] = _trials(place / "trials.sqlite")
    for name, frame in frames.items():
        known = fields.get(name, {})
        frame.attrs["units"] = {column: known[column]["unit"] for column in frame.columns if known.get(column, {}).get("unit")}
        frame.attrs["meanings"] = {column: known[column]["description"] for column in frame.columns if column in known}
        frame.attrs["study"] = package.get("name", "")
    return Run(frames["trials"], frames["cells"], frames["summary"])


def _fields(package: dict[str, Any]) -> dict[str, dict[str, dict[str, Any]]]:
    """Every table's columns by name; the trials' are those of both of their tables."""
    tables: dict[str, dict[str, dict[str, Any]]] = {}
    for resource in package["resources"]:
        for table in resource.get("tables", []):
            if table["name"] in ("cell", "trial"):
                tables.setdefault("trials", {}).update({field["name"]: field for field in table["schema"]["fields"]})
        if "schema" in resource:
            tables[resource["name"]] = {field["name"]: field for field in resource["schema"]["fields"]}
    return tables


def _trials(database: Path) -> pd.DataFrame:
    import pandas as pd

    if not database.exists():
        return pd.DataFrame()
    with closing(sqlite3.connect(f"{database.absolute().as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return pd.read_sql_query("SELECT * FROM trial_log ORDER BY trial", connection)
        except pd.errors.DatabaseError as problem:
            raise InputError(f"{database}: {problem}; it is of another version, or no store of trials") from problem
