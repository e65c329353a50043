# SPDX-License-Identifier: GPL-3.0-or-later
"""Three steps of Adam (Kingma and Ba 2015, algorithm 1) on (w − 3)²/2 from w = 1, in 30 digits."""
from decimal import Decimal, getcontext

getcontext().prec = 30
rate, momentum, memory, epsilon = (Decimal(x) for x in ("0.1", "0.9", "0.99", "0.01"))
w, m, v = Decimal(1), Decimal(0), Decimal(0)
for t in range(1, 4):
    g = w - 3
    m = momentum * m + (1 - momentum) * g
    v = memory * v + (1 - memory) * g * g
    w -= rate * (m / (1 - momentum**t)) / ((v / (1 - memory**t)).sqrt() + epsilon)
    print(f"{w:.17f}")
