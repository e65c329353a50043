# SPDX-License-Identifier: GPL-3.0-or-later
"""Normalised iterative hard thresholding on the active samples (Blumensath, Davies 2010).

It has to be told the number of non-zero weights: `python3 iht.py S`.
"""
import sys

import numpy as np
from trimlab_method import serve


def threshold(A, y, s, steps=500):
    u = np.zeros(A.shape[1])
    support = np.argsort(-np.abs(A.T @ y))[:s]
    for step in range(1, steps + 1):
        gradient = A.T @ (y - A @ u)
        g = gradient[support]
        length = g @ g
        moved = A[:, support] @ g
        size = length / (moved @ moved) if length > 0 else 1.0
        while True:
            new = u + size * gradient
            kept = np.argsort(-np.abs(new))[:s]
            clipped = np.zeros_like(u)
            clipped[kept] = new[kept]
            change = clipped - u
            if set(kept) == set(support):
                break
            growth = np.linalg.norm(A @ change) ** 2
            if growth == 0 or size <= 0.99 * (change @ change) / growth:
                break
            size /= 2
        u, support = clipped, kept
        if np.linalg.norm(change) <= 1e-9 * np.linalg.norm(u):
            break
    return u, step


def recover(X, Y, epsilon):
    s = int(sys.argv[1])
    solved = [threshold(X[:, y > 0].T, y[y > 0], s) for y in Y]
    return np.array([u for u, _ in solved]).T, sum(steps for _, steps in solved)


if __name__ == "__main__":
    serve(recover)
