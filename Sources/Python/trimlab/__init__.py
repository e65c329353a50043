# SPDX-License-Identifier: GPL-3.0-or-later
"""Provable network pruning (Net-Trim) from Python: the laws, the program of a layer with its proof, whole networks, and what studies measured.

What `trimlab` does on the command line, on NumPy arrays. Shapes are the papers': X is N x P, one column a sample; Y is M x P, or of length
P for one neuron; weights are N x M. Every answer is the JSON document that the command prints, and wrong input raises an exception with the
command's text, in which options are spelled as parameters.

Calls release the GIL and may be made from several threads at once; an array must not be written to while a call reads it. Ctrl-C returns
to Python at once, and the call that was left ends by itself.
"""
from importlib.metadata import PackageNotFoundError, version

from ._answers import (
    Certificate,
    Evidence,
    LayerReport,
    PrunedLayer,
    PrunedNeuron,
    Prediction,
    PruneReport,
)
from ._errors import InputError, SolveError
from ._laws import predict, pruned_layer
from ._library import versions
from ._networks import prune
from ._programs import certify, solve
from ._runs import Run, read

try:
    __version__ = version("trimlab")
except PackageNotFoundError:  # the sources, not the wheel
    __version__ = "0"

__all__ = [
    "Certificate", "Evidence", "InputError", "LayerReport", "Prediction", "PruneReport", "PrunedLayer", "PrunedNeuron", "Run", "SolveError",
    "certify", "predict", "prune", "pruned_layer", "read", "solve", "versions",
]
