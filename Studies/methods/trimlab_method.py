# SPDX-License-Identifier: GPL-3.0-or-later
"""Serves `def recover(X, Y, epsilon)` to trimlab: X is N x P, Y is M x P, U is N x M, as in `trimlab solve`."""
import json
import sys
from typing import Any, Callable

import numpy as np
import numpy.typing as npt


def serve(recover: Callable[[npt.NDArray[np.float64], npt.NDArray[np.float64], float], Any]) -> None:
    """Answers trial after trial until trimlab closes the pipe; recover may return U or (U, iterations)."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # what recover prints must not come between the answers
    while line := source.readline():
        trial = json.loads(line)
        N, P, M = trial["dimension"], trial["samples"], trial["neurons"]
        X = np.frombuffer(source.read(8 * N * P)).reshape(P, N).T
        Y = np.frombuffer(source.read(8 * M * P)).reshape(P, M).T
        np.random.seed(trial["seed"])
        try:
            answer = recover(X, Y, trial["epsilon"])
            U, iterations = answer if isinstance(answer, tuple) else (answer, None)
            U = np.asarray(U, dtype="<f8").reshape(N, M)
            head, body = {"status": "ok", "iterations": iterations}, U.T.tobytes()
        except ArithmeticError as problem:
            head, body = {"status": "failed", "message": str(problem)}, b""
        sink.write(json.dumps(head).encode() + b"\n" + body)
        sink.flush()
