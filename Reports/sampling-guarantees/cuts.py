# SPDX-License-Identifier: GPL-3.0-or-later
"""By what factor each sampling count can be cut on its sharpest instance before trials fail more often than δ and than 2δ, exactly.

    python3 cuts.py

The sums of such an instance have no feature in common, so that a trial fails where one of `blocks` counts of a multinomial law of m draws,
each of probability 1/(spread·blocks), leaves 1 ± ε times its mean. Counts are Poisson, given that they sum to m. Needs numpy.
"""
from math import ceil, exp, lgamma, log

import numpy


def poisson(mean, most):
    if mean < 1e-12:
        return numpy.eye(1, most + 1)[0]
    return numpy.array([exp(k * log(mean) - mean - lgamma(k + 1)) for k in range(most + 1)])


def failure(m, blocks, spread, epsilon):
    """P(some block's count leaves 1 ± ε of its mean)."""
    mean = m / (spread * blocks)
    one = poisson(mean, m)
    one[numpy.abs(numpy.arange(m + 1) - mean) > epsilon * mean] = 0
    one = one[: int((1 + epsilon) * mean) + 1]
    sums = numpy.ones(1)
    for _ in range(blocks):
        sums = numpy.convolve(sums, one)[: m + 1]
    rest = poisson(m - blocks * mean, m)
    whole = sum(sums[k] * rest[m - k] for k in range(len(sums)))
    return 1 - whole / exp(m * log(m) - m - lgamma(m + 1))


def cut(count, blocks, spread, epsilon, most, neurons=1):
    """The least cut of `count` draws at which one of so many neurons fails with more than this probability, in hundredths."""
    for hundredths in range(100, 1000):
        m = ceil(count * 100 / hundredths)
        if 1 - (1 - failure(m, blocks, spread, epsilon)) ** neurons > most:
            return hundredths / 100
    return None


def bernstein(total, sums, delta, epsilon, k=1):
    return k * (2 + 2 * epsilon / 3) * total * log(2 * sums / delta) / epsilon**2


EPSILON = 0.9
INSTANCES = (  # the claim, its count, blocks, spread, δ, neurons
    ("sampling-per-neuron", bernstein(100, 100, 0.1, EPSILON), 100, 1, 0.1, 1),
    ("pfp-count", bernstein(60, 2 * 30, 0.1, EPSILON, k=3), 60, 3, 0.1, 1),
    ("corenet-network", bernstein(10, 400 * 10, 0.3, EPSILON), 10, 1, 0.3, 400),
)

if __name__ == "__main__":
    print("claim,failures_whole,cut_delta,cut_2_delta")
    for claim, count, blocks, spread, delta, neurons in INSTANCES:
        whole = 1 - (1 - failure(ceil(count), blocks, spread, EPSILON)) ** neurons
        cuts = [cut(count, blocks, spread, EPSILON, factor * delta, neurons) for factor in (1, 2)]
        print(f"{claim},{whole:.2g},{cuts[0]},{cuts[1]}")
