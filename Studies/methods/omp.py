# SPDX-License-Identifier: GPL-3.0-or-later
"""Orthogonal matching pursuit on the samples on which the neuron is active (Pati, Rezaiifar, Krishnaprasad 1993).

It knows neither the number of non-zero weights nor the inequalities of the inactive samples: it stops at the residual.
"""
import numpy as np
from trimlab_method import serve


def pursue(A, y, tolerance):
    lengths = np.linalg.norm(A, axis=0)
    lengths[lengths == 0] = np.inf
    support, weights, residual = [], np.zeros(0), y
    while np.linalg.norm(residual) > tolerance and len(support) < min(A.shape):
        scores = np.abs(A.T @ residual) / lengths
        scores[support] = -1
        support.append(int(np.argmax(scores)))
        weights = np.linalg.lstsq(A[:, support], y, rcond=None)[0]
        residual = y - A[:, support] @ weights
    u = np.zeros(A.shape[1])
    u[support] = weights
    return u, len(support)


def recover(X, Y, epsilon):
    solved = []
    for y in Y:
        active = y > 0
        norm = np.linalg.norm(y)
        share = epsilon / max(np.linalg.norm(Y), 1e-300)
        solved.append(pursue(X[:, active].T, y[active], max(share, 1e-10) * norm))
    return np.array([u for u, _ in solved]).T, sum(steps for _, steps in solved)


if __name__ == "__main__":
    serve(recover)
