# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known before anything is pruned."""
from __future__ import annotations

from typing import cast

import numpy.typing as npt

from ._answers import Prediction, PrunedLayer
from ._library import call, described, numbers, optional, real, whole


def predict(
    dimension: int,
    sparsity: int,
    *,
    samples: int | None = None,
    probability: float | None = None,
    neurons: int | None = None,
    mu: float | None = None,
) -> Prediction:
    """How many samples a planted ReLU neuron needs.

    N = `dimension` inputs, s = `sparsity` non-zero weights, P standard Gaussian samples; the program at epsilon = 0 is asked for the weights.
    `recovery_samples` is the fewest P with which the exact law fails with probability at most N^(1 - mu) (mu = 2 unless given),
    `theorem3_samples` is (11 s + 7) mu ln N.

    samples: P whose probabilities of success and failure are wanted too.
    probability: the success, between 0 and 1, that `samples_for_probability` is the fewest P for.
    neurons: M that share the samples: counts with which all of them are recovered, by the union bound.

    As `trimlab predict --dimension N --sparsity s`. Raises InputError.
    """
    question = {"dimension": whole("dimension", dimension), "sparsity": whole("sparsity", sparsity)}
    question |= optional(whole, samples=samples, neurons=neurons)
    question |= optional(real, probability=probability, mu=mu)
    return cast(Prediction, call("trimlab_predict", question).document)


def pruned_layer(
    weights: npt.ArrayLike,
    samples: int | None = None,
    epsilon: float | None = None,
    *,
    density: float | None = None,
    fresh_error: float | None = None,
    excess: float | None = None,
    linear: bool = False,
) -> PrunedLayer:
    """What Net-Trim leaves of a layer of weights W from P standard Gaussian samples, by the law of a pruned layer.

    weights: W, N x M, or of length N for one neuron.
    samples: P, or None if `excess` C is given: then the fewest P whose error on new inputs is at most (1 + C) R.
    epsilon: R, between 0 and 1; the program's tolerance is R ||Y||_F.
    density, fresh_error: in place of `epsilon`: the R that leaves this share of the weights, or that has this error on new inputs.
    linear: the layer has no ReLU.

    As `trimlab predict --weights`. Raises InputError.
    """
    array = numbers("W", weights)
    question: dict[str, object] = {"linear": bool(linear)}
    question |= optional(whole, samples=samples)
    question |= optional(real, epsilon=epsilon, density=density, fresh_error=fresh_error, excess=excess)
    return cast(PrunedLayer, call("trimlab_pruned_layer", question, *described(array), held=array).document)
