# SPDX-License-Identifier: GPL-3.0-or-later
"""The Net-Trim program of a layer, and whether it returns planted weights."""
from __future__ import annotations

import ctypes
from typing import cast

import numpy as np
import numpy.typing as npt

from ._answers import Certificate, Evidence
from ._errors import SolveError
from ._library import Array, call, described, numbers, optional, real, whole


def solve(
    inputs: npt.ArrayLike,
    responses: npt.ArrayLike,
    *,
    epsilon: float | None = None,
    slack: npt.ArrayLike | None = None,
    linear: bool = False,
    regularisation: float | None = None,
    method: str = "auto",
    tolerance: float = 1e-8,
    workers: int | None = None,
) -> tuple[Array, Evidence]:
    """The weights U of least ||U||_1 with which a layer responds as before, and what proves it.

        min ||U||_1  subject to  ||(U'X - Y)_Omega||_F <= epsilon,  U'X <= V outside Omega,  Omega = {(m, p): Y > 0}

    inputs: X, N x P, one column a sample.
    responses: Y >= 0, M x P, or of length P for one neuron.
    epsilon: absolute; 0 unless given.
    slack: V, like Y, read where Y = 0; 0 unless given.
    linear: a layer without ReLU: every response counts, whatever its sign.
    regularisation: lambda > 0, in place of epsilon: ||(U'X - Y)_Omega||_F^2/(2 lambda) is added to ||U||_1.
    method: "auto", "homotopy" (epsilon = 0), "newton" (epsilon > 0), "interior-point", "admm" or "published-admm".
    tolerance: the relative duality gap up to which U is optimal; above 1e-8 residuals and violations are within 1e-6 instead of 1e-9.
    workers: neurons solved at the same time, as many as there are processors unless given; U does not depend on it.

    Returns U (N x M; of length N if Y has length P) and the evidence. X and Y are not copied if they are float64 in C order.

    As `trimlab solve`. Raises InputError, and SolveError, which has evidence and U, unless U is proved to be optimal.
    """
    x, y = numbers("X", inputs), numbers("Y", responses)
    v = None if slack is None else numbers("V", slack)
    question: dict[str, object] = {"linear": bool(linear), "method": str(method), "tolerance": real("tolerance", tolerance)}
    question |= optional(real, epsilon=epsilon) | optional(whole, workers=workers)
    if regularisation is not None:
        question["lambda"] = real("regularisation", regularisation)
    neurons = y.shape[0] if y.ndim == 2 else 1
    weights = np.zeros((x.shape[0] if x.ndim else 0, neurons), order="F")
    answer = call(
        "trimlab_solve", question, *described(x), *described(y), *described(v), ctypes.c_void_p(weights.ctypes.data),
        held=(x, y, v, weights),
    )
    found = weights[:, 0] if y.ndim == 1 else weights
    evidence = cast(Evidence, answer.document)
    if answer.complaint is not None:
        raise SolveError(answer.complaint, evidence, found)
    return found, evidence


def certify(inputs: npt.ArrayLike, weights: npt.ArrayLike) -> Certificate:
    """Whether the program at epsilon = 0 returns planted weights w from their own responses y = max(w'X, 0), and what proves it.

    With A the active samples and g the signs of w on its support, w is recovered if some nu has A'nu = g there and |a_j'nu| < 1 elsewhere;
    otherwise some null vector of A does not raise ||w||_1. Where samples lie on the neuron's hyperplane (`ties`), proposition 2 decides.

    inputs: X, N x P, one column a sample. weights: w, of length N. Nothing is copied if they are float64 in C order.

    Raises InputError.
    """
    x, w = numbers("X", inputs), numbers("w", weights)
    answer = call("trimlab_certify", None, *described(x), *described(w), held=(x, w))
    return cast(Certificate, answer.document)
