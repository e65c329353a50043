# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls of the shared library: a question in JSON and arrays by pointer, an answer in JSON."""
from __future__ import annotations

import ctypes
import functools
import json
import math
import sys
import threading
from pathlib import Path
from typing import Any, NamedTuple, cast

import numpy as np
import numpy.typing as npt

from ._errors import InputError, in_python

Array = npt.NDArray[np.float64]


class Answer(NamedTuple):
    document: Any
    #: Of what is not optimal; None if all is.
    complaint: str | None


@functools.cache
def _library() -> ctypes.CDLL:
    path = Path(__file__).with_name("libTrimLabC.dylib" if sys.platform == "darwin" else "libTrimLabC.so")
    try:
        library = ctypes.CDLL(str(path))
    except OSError as problem:
        raise ImportError(
            f"{problem}; TrimLab's library needs GSL, OpenBLAS and LAPACKE: apt install libgsl27 libopenblas0 liblapacke, "
            "or brew install gsl openblas lapack"
        ) from problem
    library.trimlab_free.argtypes = [ctypes.c_void_p]
    library.trimlab_free.restype = None
    return library


def numbers(name: str, values: npt.ArrayLike) -> Array:
    """`values` as float64 in C order: the array itself where it is that, else a copy."""
    array = np.asarray(values)
    if array.dtype.kind not in "fiub":
        raise InputError(f"{name} has the dtype {array.dtype}; expected real numbers, such as float64")
    return np.require(array, dtype=np.float64, requirements=["C", "A"])


def described(array: Array | None) -> tuple[Any, ...]:
    """An array as C takes it: where it begins, its lengths, and how many they are."""
    if array is None:
        return ctypes.c_void_p(), ctypes.c_void_p(), ctypes.c_ssize_t(0)
    lengths = (ctypes.c_ssize_t * max(array.ndim, 1))(*array.shape)
    return ctypes.c_void_p(array.ctypes.data), lengths, ctypes.c_ssize_t(array.ndim)


def whole(name: str, value: Any) -> int:
    """`value` as an int, NumPy's among them."""
    try:
        return int(value.__index__())
    except AttributeError:
        raise InputError(f"{name} is {value!r}; expected a whole number") from None


def real(name: str, value: Any) -> float | str:
    """`value` as JSON has it: not a number and infinity are words there."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        raise InputError(f"{name} is {value!r}; expected a number") from None
    return number if math.isfinite(number) else str(number)


def optional(kind: Any, **values: Any) -> dict[str, Any]:
    """Those values that are not None, each by `kind`."""
    return {name: kind(name, value) for name, value in values.items() if value is not None}


def call(function: str, question: dict[str, Any] | None, *arguments: Any, held: Any = None) -> Answer:
    """The answer to `question`; `held` are the arrays that `arguments` point into, which live until the library is done with them.

    Raises InputError with the text of the command line.
    """
    entry = getattr(_library(), function)
    asked = [] if question is None else [ctypes.c_char_p(json.dumps(question, allow_nan=False).encode())]

    def ask() -> tuple[int, str, str]:
        answer, message = ctypes.c_void_p(), ctypes.c_void_p()
        code = entry(*asked, *arguments, ctypes.byref(answer), ctypes.byref(message))
        return code, _taken(answer), _taken(message)

    code, document, message = _interruptible(ask, held)
    if code in (64, 65):
        raise InputError(in_python(message))
    if code not in (0, 2):
        raise RuntimeError(message)
    return Answer(json.loads(document), in_python(message) if code == 2 else None)


def _taken(text: ctypes.c_void_p) -> str:
    found = ctypes.cast(text, ctypes.c_char_p).value if text.value else b""
    _library().trimlab_free(text)
    return (found or b"").decode()


def _interruptible(ask: Any, held: Any) -> tuple[int, str, str]:
    """On another thread if this is the one that Ctrl-C interrupts: the library would not come back for it."""
    if threading.current_thread() is not threading.main_thread():
        return cast("tuple[int, str, str]", ask())
    found: list[tuple[int, str, str]] = []
    failed: list[BaseException] = []

    def work(_held: Any = held) -> None:
        try:
            found.append(ask())
        except BaseException as problem:
            failed.append(problem)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join()
    if failed:
        raise failed[0]
    return found[0]


def versions() -> dict[str, str]:
    """Versions of the suite with its commit, of the libraries whose results could differ in the last bits, and of the packages built in."""
    return cast("dict[str, str]", call("trimlab_versions", None).document)
