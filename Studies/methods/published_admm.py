# SPDX-License-Identifier: GPL-3.0-or-later
"""The ADMM of Net-Trim as its authors publish it, in our own words (Aghasi, Abdi, Romberg 2020, algorithm 1).

Scaling by .3 sqrt(max(XX')), rho = 100, and a stopping rule that looks at the movement of the weights alone.
"""
import numpy as np
from scipy.linalg import cho_factor, cho_solve
from trimlab_method import serve


def project(Z, Y, active, epsilon):
    """The nearest activities that keep the ball on the active samples and are at most 0 elsewhere."""
    W = np.where(active, Y, np.minimum(Z, 0))
    misfit = np.where(active, Z - Y, 0)
    length = np.linalg.norm(misfit)
    return W + misfit * min(1, epsilon / length) if length > 0 else W


def recover(X, Y, epsilon, rho=100.0, steps=20000):
    scale = 0.3 * np.sqrt(np.max((X @ X.T).diagonal()))
    X, Y, epsilon = X / scale, Y / scale, epsilon / scale
    active, N, M = Y > 0, X.shape[0], Y.shape[0]
    factor = cho_factor(X @ X.T + np.eye(N))
    W3, U1, U2 = np.zeros((N, M)), np.zeros((M, X.shape[1])), np.zeros((N, M))
    for step in range(1, steps + 1):
        W1 = project(W3.T @ X - U1, Y, active, epsilon)
        Z = W3 - U2
        W2 = np.sign(Z) * np.maximum(np.abs(Z) - 1 / rho, 0)
        old, W3 = W3, cho_solve(factor, X @ (W1 + U1).T + W2 + U2)
        U1 += W1 - W3.T @ X
        U2 += W2 - W3
        if np.linalg.norm(W3 - old) < 5e-9 * N * M:
            break
    return W2, step


if __name__ == "__main__":
    serve(recover)
