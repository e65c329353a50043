# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes exact_law_mpmath.csv: Theorems C, D and E in high precision, an independent second way.

No contour is moved and nothing is tilted or kept in logarithms: the oscillating integrals are summed on the real line
with enough digits to survive their cancellation, and the certificate's failures are 1 - success.
Run: python3 exact_law_mpmath.py > exact_law_mpmath.csv   (about ten minutes; needs mpmath)
"""
from mpmath import binomial, erf, erfi, exp, gamma, log, mp, mpf, nstr, pi, quad, sqrt

# (N, s): (decimal digits, P ...)
CASES = {
    (20, 2): (60, [8, 14, 20, 26, 34]),
    (100, 5): (150, [20, 30, 41, 52, 70, 429, 572]),
    (100, 20): (90, [72, 87, 102, 118, 133]),
    (200, 10): (280, [57, 69, 82, 94, 106, 163, 1240]),
    (400, 8): (150, [58, 71, 83, 96, 108]),
    (500, 10): (290, [1455]),
    (1000, 50): (400, [340, 390, 408, 430, 490]),
}


def volumes(N, s):
    free = N - s
    # With T = S_m + sqrt(s) Z and phi_T its characteristic function, trapezoidal sums on the real line of
    #   E exp(-S_m^2/2s) = sqrt(2 pi s) f_T(0) = sqrt(s/2pi) int phi_T dt,   v_N = P(T < 0) = 1/2 - (1/pi) int_0 Im phi_T/t dt.
    # Their aliases are the law of T near 2pi/h, of probability 10^-dps: T is Gaussian-tailed about its mean.
    digits = mp.dps * log(10)
    h = 2 * pi / (free + sqrt(2 * digits * N) + 10)
    ts = [k * h for k in range(int(sqrt(2 * digits / s) / h) + 1)]
    phi = [exp(-t * t / 2) * (1 + 1j * erfi(t / sqrt(2))) for t in ts]
    power = [exp(-s * t * t / 2) + 0j for t in ts]
    internal = []
    for m in range(free + 1):
        internal.append(sqrt(mpf(s) / (2 * pi)) * 2 * h * (sum(p.real for p in power) - mpf(1) / 2))
        if m < free:
            power = [p * f for p, f in zip(power, phi)]
    mean = free * sqrt(2 / pi)
    below = mpf(1) / 2 - h / pi * (mean / 2 + sum(p.imag / t for p, t in zip(power[1:], ts[1:])))
    # gamma: trapezoidal sum in ln x of x exp(-(l+1)x^2) erf(x)^K; it starts at e^-75, which only a small K would notice.
    step = mpf(1) / 250
    xs = [exp(k * step) for k in range(-int(75 / step), int(mpf("2.6") / step))]
    gauss, erfs = [exp(-x * x) for x in xs], [erf(x) for x in xs]
    ratio = [g / e for g, e in zip(gauss, erfs)]
    term = [step * x * g**s * e ** (N - s) for x, g, e in zip(xs, gauss, erfs)]
    external = {}
    for l in range(s - 1, N):
        K = N - l - 1
        if K >= 12:
            integral = sum(term)
        else:
            end = sqrt(mp.dps * mpf("2.31") / (l + 1))
            integral = quad(lambda x: exp(-(l + 1) * x * x) * erf(x) ** K, [0, end / 4, end]) if K else sqrt(pi / (l + 1)) / 2
        external[l] = sqrt((l + 1) / pi) * integral
        term = [a * r for a, r in zip(term, ratio)]
    v = {s - 1 + m: binomial(free, m) * sqrt(mpf(s + m) / s) * internal[m] * external[s - 1 + m]
         for m in range(free + 1)}
    v[N] = below
    return v


def certificate(N, s, most):
    """P(certificate | n) for n = s ... most, summed in ln y, y the chi variable."""
    step = mpf(1) / (400 if most > 400 else 150)
    ys = [exp(k * step) for k in range(-int(12 / step), int(mpf("4.6") / step))]
    base = [step * exp(-y * y / 2) * erf(y / sqrt(2 * s)) ** (N - s) for y in ys]
    law = {}
    for n in range(s, most + 1):
        k = n - s + 1
        base = [b * y for b, y in zip(base, ys)]
        law[n] = sum(base) / (mpf(2) ** (mpf(k) / 2 - 1) * gamma(mpf(k) / 2))
    return law


print("N,s,P,delta_exact,variance_exact,recovery_success,recovery_failure,certificate_success,certificate_failure")
for (N, s), (digits, counts) in CASES.items():
    mp.dps = digits
    v = volumes(N, s)
    assert abs(sum(v.values()) - 1) < mpf(10) ** -30, (N, s)
    delta = sum(j * v[j] for j in v)
    variance = sum((j - delta) ** 2 * v[j] for j in v)
    mp.dps = 50
    law = certificate(N, s, max(counts))
    for P in counts:
        mp.dps = digits
        weight = [binomial(P, n) / mpf(2) ** P for n in range(P + 1)]
        failure = sum(weight[n] * 2 * sum(v[j] for j in range(n + 1, N + 1, 2) if j in v) for n in range(min(P, N) + 1))
        mp.dps = 50
        success = sum(weight[n] * law[n] for n in range(s, P + 1))
        numbers = [delta, variance, 1 - failure, failure, success, 1 - success]
        print(",".join([str(N), str(s), str(P)] + [nstr(x, 17) for x in numbers]), flush=True)
