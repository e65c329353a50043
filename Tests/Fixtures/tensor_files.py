#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes tensor_files.csv: files as the safetensors package itself makes them, one a row, in base64.

python3 Tests/Fixtures/tensor_files.py > Tests/Fixtures/tensor_files.csv    (made with safetensors 0.8.0, numpy 2.4.6)
"""
import base64

import numpy
from safetensors.numpy import save


def row(group, tensors, metadata=None):
    print(group, base64.b64encode(save(tensors, metadata)).decode(), sep=",")


def values(shape, dtype):
    """Entry k in C order is (−1)ᵏ(k+1)/8, which float32 holds exactly."""
    numbers = [(-1) ** k * (k + 1) / 8 for k in range(int(numpy.prod(shape)))]
    return numpy.array(numbers).reshape(shape).astype(dtype)


print("group,file")
for dtype in ["float32", "float64"]:
    row(dtype, {"layers.0.weight": values((2, 3), dtype), "layers.0.bias": values((2,), dtype)})
row("metadata", {"t": values((3,), "float64")}, {"format": "pt/é \"quoted\""})
row("shapes", {"scalar": values((), "float32"), "empty": values((0, 3), "float32"), "cube": values((2, 1, 2), "float32")})
row("none", {})
row("special", {"t": numpy.array([numpy.nan, numpy.inf, -numpy.inf, -0.0, 2.0**-149, -(2.0**127)], "float32")})
row("mixed", {"layers.0.weight": values((1, 2), "float64"), "steps": numpy.arange(3), "half": values((3,), "float16")})
for dtype in ["bool", "uint8", "int8", "int16", "uint16", "float16", "int32", "uint32", "int64", "uint64", "complex64"]:
    row("dtype", {"t": numpy.ones((2, 3), dtype)})
