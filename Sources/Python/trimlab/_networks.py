# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole networks."""
from __future__ import annotations

import ctypes
from collections.abc import Sequence
from typing import cast

import numpy as np
import numpy.typing as npt

from ._answers import PruneReport
from ._errors import InputError, SolveError
from ._library import Array, call, described, numbers, optional, real, whole

#: The weights of a layer, N x M, or they and its bias, of length M.
Layer = npt.ArrayLike | tuple[npt.ArrayLike, npt.ArrayLike | None]
#: The same as it is returned.
Pruned = Array | tuple[Array, Array]


def prune(
    layers: Sequence[Layer],
    inputs: npt.ArrayLike,
    *,
    epsilon: float,
    scheme: str = "parallel",
    gamma: float | None = None,
    kappa: float | None = None,
    retry_kappa: float | None = None,
    holdout: float | None = None,
    relu_output: bool = False,
    method: str = "auto",
    tolerance: float = 1e-8,
    workers: int | None = None,
) -> tuple[list[Pruned], PruneReport]:
    """Prunes a network by Net-Trim, with a bound on what it loses.

    layers: for each layer W (N x M, as in Y = max(W'X + b, 0)), or a tuple (W, b) with a bias of length M. Of PyTorch's nn.Linear:
        (module.weight.detach().numpy().T, module.bias.detach().numpy()).
    inputs: X, N x P, one column a sample.
    epsilon: R: a layer's tolerance is R ||Y||_F, in the cascade that of the first.
    scheme: "parallel" (each layer for itself) or "cascade" (each after the ones before it).
    gamma, kappa, retry_kappa: the cascade's, as in `trimlab prune --help`.
    holdout: the share of the samples kept from the parallel scheme; the report has the error on them beside the law's prediction.
    relu_output: the last layer has a ReLU too; without, it is linear, as before a soft-max.
    method, tolerance, workers: as of `solve`.

    Returns the layers that are left, each in the form in which it was given, in float64, and the report.

    As `trimlab prune`. Raises InputError, and SolveError, which has report and layers, unless every layer is proved to be optimal.
    """
    if len(layers) == 0:
        raise InputError("there are no layers; give the weights of at least one")
    # nn.Linear's order, neuron by neuron: what is passed in as weight.T is not copied.
    weights, biases = [], []
    for index, layer in enumerate(layers):
        given, bias = layer if isinstance(layer, tuple) else (layer, None)
        array = numbers(f"layers[{index}]", np.asarray(given).T)
        if array.ndim != 2:
            raise InputError(f"the weights of layer {index} have the shape {array.T.shape}; expected N×M")
        weights.append(array)
        biases.append(None if bias is None else np.atleast_1d(numbers(f"the bias of layer {index}", bias)))
    x = numbers("X", inputs)
    question: dict[str, object] = {
        "scheme": str(scheme), "epsilon": real("epsilon", epsilon), "method": str(method), "tolerance": real("tolerance", tolerance),
        "relu_output": bool(relu_output),
    }
    question |= optional(real, gamma=gamma, kappa=kappa, retry_kappa=retry_kappa, holdout=holdout) | optional(whole, workers=workers)
    left = [np.zeros_like(array) for array in weights]
    left_biases = [None if bias is None else np.zeros_like(bias) for bias in biases]
    shapes = [length for array in weights for length in reversed(array.shape)]
    depth = len(weights)
    answer = call(
        "trimlab_prune", question, ctypes.c_ssize_t(depth), (ctypes.c_ssize_t * (2 * depth))(*shapes), _pointers(weights), _pointers(biases),
        (ctypes.c_ssize_t * depth)(*(0 if bias is None else bias.size for bias in biases)), *described(x), _pointers(left),
        _pointers(left_biases), held=(weights, biases, x, left, left_biases),
    )
    found: list[Pruned] = [array.T if bias is None else (array.T, bias) for array, bias in zip(left, left_biases)]
    report = cast(PruneReport, answer.document)
    if answer.complaint is not None:
        raise SolveError(answer.complaint, report, found)
    return found, report


def _pointers(arrays: Sequence[Array | None]) -> ctypes.Array[ctypes.c_void_p]:
    return (ctypes.c_void_p * len(arrays))(*(None if array is None else array.ctypes.data for array in arrays))
