# SPDX-License-Identifier: GPL-3.0-or-later
"""predict and pruned_layer beside the command line, and the exact law beside its definition."""
import math

import numpy as np
import pytest

import trimlab


def test_predict_says_what_the_command_line_says(command):
    found = trimlab.predict(100, 5, samples=572, probability=0.95, neurons=100)
    assert found == command("predict", "--dimension", 100, "--sparsity", 5, "--samples", 572, "--probability", 0.95, "--neurons", 100)
    # The published example.
    assert (found["theorem3_samples"], found["certificate_samples"], found["recovery_samples"]) == (572, 178, 68)


def test_theorem_3_by_hand():
    for N, s, mu in [(50, 3, 2), (200, 10, 1.5)]:
        assert trimlab.predict(N, s, mu=mu)["theorem3_samples"] == math.ceil((11 * s + 7) * mu * math.log(N))


@pytest.mark.parametrize("goal", [{"epsilon": 0.2}, {"density": 0.4}, {"fresh_error": 0.6}])
@pytest.mark.parametrize("linear", [False, True])
def test_pruned_layer_says_what_the_command_line_says(command, tmp_path, goal, linear):
    W = np.random.default_rng(1).standard_normal((30, 4))
    np.save(tmp_path / "W.npy", W)
    options = [f"--{name.replace('_', '-')}={value}" for name, value in goal.items()] + ["--linear"] * linear
    assert trimlab.pruned_layer(W, 90, **goal, linear=linear) == command("predict", "--weights", "W.npy", "--samples", 90, *options)


def test_pruned_layer_of_one_neuron_and_of_any_order(command, tmp_path):
    w = np.random.default_rng(2).standard_normal(12)
    np.save(tmp_path / "w.npy", w)
    expected = command("predict", "--weights", "w.npy", "--epsilon", 0.3, "--excess", 0.2)
    assert trimlab.pruned_layer(w, epsilon=0.3, excess=0.2) == expected
    W = np.random.default_rng(3).standard_normal((6, 5))
    assert trimlab.pruned_layer(np.asfortranarray(W), 40, 0.2) == trimlab.pruned_layer(W, 40, 0.2) == trimlab.pruned_layer(W[::1][:], 40, 0.2)
    assert trimlab.pruned_layer(np.repeat(W, 2, axis=0)[::2], 40, 0.2) == trimlab.pruned_layer(W, 40, 0.2)
