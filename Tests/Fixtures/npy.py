#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes npy.csv: .npy files as numpy itself makes them, one a row, in base64.

python3 Tests/Fixtures/npy.py > Tests/Fixtures/npy.csv    (made with numpy 2.4.6)
"""
import base64
import io

import numpy


def row(group, array, version=(1, 0)):
    file = io.BytesIO()
    numpy.lib.format.write_array(file, array, version=version)
    order = "C" if array.flags.c_contiguous else "F"
    shape = "x".join(map(str, array.shape))
    print(group, version[0], array.dtype.str, order, shape, base64.b64encode(file.getvalue()).decode(), sep=",")


def values(shape, dtype, order="C"):
    """Entry k in C order is (−1)ᵏ(k+1)/8, which float32 holds exactly."""
    numbers = [(-1) ** k * (k + 1) / 8 for k in range(int(numpy.prod(shape)))]
    return numpy.array(numbers).reshape(shape).astype(dtype).copy(order=order)


print("group,version,dtype,order,shape,file")
for version in [(1, 0), (2, 0), (3, 0)]:
    for dtype in ["<f4", ">f4", "<f8", ">f8"]:
        row("values", values((5,), dtype), version)
        row("values", values((2, 3), dtype), version)
        row("values", values((2, 3), dtype, "F"), version)
for shape in [(1, 4), (4, 1), (1, 1), (0,), (0, 3), (3, 0)]:
    row("values", values(shape, "<f8"))
for dtype in ["<f4", ">f8"]:
    special = [numpy.nan, numpy.inf, -numpy.inf, -0.0, 2.0**-149, -(2.0**127)]
    row("special", numpy.array(special, dtype))
for dtype in ["<i8", "|b1", "<f2", "<c16", "<U3", "|O", [("a", "<f8"), ("b", "<i4")]]:
    row("dtype", numpy.zeros((2, 3), dtype))
for shape in [(), (2, 2, 2)]:
    row("dimensions", values(shape, "<f8"))
