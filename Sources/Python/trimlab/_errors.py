# SPDX-License-Identifier: GPL-3.0-or-later
"""What is raised, with the texts of the command line."""
from __future__ import annotations

import re
from typing import Any

_FLAGS = {"linear", "relu_output"}


def in_python(text: str) -> str:
    """The options in a text of the command line as parameters: --fresh-error becomes fresh_error, the flag --linear linear=True."""

    def parameter(match: re.Match[str]) -> str:
        name = match[1].replace("-", "_")
        return f"{name}=True" if name in _FLAGS else name

    return re.sub(r"--([a-z][a-z0-9-]*)", parameter, text)


class InputError(ValueError):
    """A value that makes no sense, or numbers that cannot be what they were given for; the command line's exit codes 64 and 65."""


class SolveError(ArithmeticError):
    """A program that is infeasible or was not solved to tolerance; the command line's exit code 2.

    `evidence` is what was proved all the same: the document of `trimlab solve --json` or `trimlab prune --json`. `weights` is where the
    solver stopped: U (N x M), or the list of layers.
    """

    def __init__(self, text: str, evidence: Any = None, weights: Any = None) -> None:
        super().__init__(text)
        self.evidence = evidence
        self.weights = weights
