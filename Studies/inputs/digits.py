# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes digits.npy, N x 1797: the 8x8 images of scikit-learn's digits, a column an image, without the pixels that are the same in all."""
import os

import numpy as np
from sklearn.datasets import load_digits

X = load_digits().data.T
X = X[X.std(axis=1) > 0]
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "digits.npy")
np.save(path, X)
print(f"{path}: {X.shape[0]} inputs, {X.shape[1]} samples")
