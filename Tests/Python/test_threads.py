# SPDX-License-Identifier: GPL-3.0-or-later
"""Several threads at once, the GIL, and Ctrl-C."""
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from conftest import planted, without_time

import trimlab


def slow():
    """A second or more of the law of a layer."""
    return trimlab.pruned_layer(np.random.default_rng(1).standard_normal((1000, 300)), 2000, 0.2)


def test_eight_threads_say_what_one_says():
    def all_of(seed):
        X, W, Y = planted(30, 5, 70, 3, seed)
        U, evidence = trimlab.solve(X, Y, epsilon=0.3)
        pruned, report = trimlab.prune([W, np.ones((3, 2))], X, epsilon=0.2)
        return (U.tobytes(), without_time(evidence), [layer.tobytes() for layer in pruned], without_time(report),
                trimlab.certify(X, W[:, 0]), trimlab.predict(50 + seed, 4, samples=30), trimlab.pruned_layer(W, 60, 0.2))

    alone = [all_of(seed) for seed in range(16)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(all_of, list(range(16)) * 2)) == alone * 2


def test_the_gil_is_released():
    """While one thread is in the library the others go on: without that, one could count only before the call and after it."""
    thread = threading.Thread(target=slow)
    thread.start()
    longest, last, counted = 0.0, time.perf_counter(), 0
    start = last
    while thread.is_alive():
        time.sleep(0.002)
        now = time.perf_counter()
        longest, last, counted = max(longest, now - last), now, counted + 1
    total = last - start
    assert total > 0.2, "too short to show anything"
    assert longest < total / 2 and counted > 20, (longest, total, counted)


def test_ctrl_c_comes_back_and_the_library_goes_on():
    program = """
import os, signal, threading, time, numpy, trimlab
W = numpy.random.default_rng(1).standard_normal((1000, 300))
threading.Timer(0.3, lambda: os.kill(os.getpid(), signal.SIGINT)).start()
start = time.perf_counter()
try:
    trimlab.pruned_layer(W, 2000, 0.2)
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted", time.perf_counter() - start, trimlab.predict(100, 5)["recovery_samples"])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=300)
    word, seconds, count = done.stdout.split()
    assert word == "interrupted" and count == "68" and float(seconds) < 5, done
    assert done.returncode == 0, done


def test_answers_are_given_back():
    """Three hundred answers of 12 KB each would be 3.6 MB."""
    import resource

    W = np.random.default_rng(1).standard_normal((2, 50))
    for _ in range(20):
        trimlab.pruned_layer(W, 10, 0.2)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(300):
        trimlab.pruned_layer(W, 10, 0.2)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_800
