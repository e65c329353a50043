# SPDX-License-Identifier: GPL-3.0-or-later
"""prune beside `trimlab prune` on the same numbers."""
import numpy as np
import pytest
from conftest import without_time
from safetensors.numpy import load_file, save_file

import trimlab


def network(widths, seed, bias=True):
    random = np.random.default_rng(seed)
    weights = [random.standard_normal((n, m)) for n, m in zip(widths, widths[1:])]
    return [(W, random.standard_normal(W.shape[1])) if bias else W for W in weights], random.standard_normal((widths[0], 120))


def save(layers, path):
    tensors = {}
    for index, layer in enumerate(layers):
        W, b = layer if isinstance(layer, tuple) else (layer, None)
        tensors[f"layers.{index}.weight"] = np.ascontiguousarray(W.T)
        if b is not None:
            tensors[f"layers.{index}.bias"] = b
    save_file(tensors, path)


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("options", [
    {"scheme": "parallel", "epsilon": 0.1}, {"scheme": "parallel", "epsilon": 0.1, "holdout": 0.25, "tolerance": 1e-4},
    {"scheme": "cascade", "epsilon": 0.05, "gamma": 1.2}, {"scheme": "cascade", "epsilon": 0.05, "relu_output": True},
])
def test_prune_does_what_the_command_line_does(command, tmp_path, options, bias):
    layers, X = network([10, 12, 8, 3], seed=1, bias=bias)
    save(layers, tmp_path / "net.safetensors")
    np.save(tmp_path / "X.npy", X)
    given = [f"--{name.replace('_', '-')}" + ("" if value is True else f"={value}") for name, value in options.items()]
    document = command("prune", "--network", "net.safetensors", "--inputs", "X.npy", "--output", "pruned.safetensors", *given)
    pruned, report = trimlab.prune(layers, X, **options)
    assert without_time(report) == without_time(document)
    written = load_file(tmp_path / "pruned.safetensors")
    for index, layer in enumerate(pruned):
        W, b = layer if bias else (layer, None)
        assert (W.T == written[f"layers.{index}.weight"]).all() and W.shape == np.shape(layers[index][0] if bias else layers[index])
        assert b is None or (b == written[f"layers.{index}.bias"]).all()


def test_the_error_is_that_of_the_layers_returned():
    layers, X = network([10, 12, 3], seed=2)
    pruned, report = trimlab.prune(layers, X, epsilon=0.1)

    def outputs(layers):
        (W, b), (V, c) = layers
        return V.T @ np.maximum(W.T @ X + b[:, None], 0) + c[:, None]

    assert np.linalg.norm(outputs(pruned) - outputs(layers)) == pytest.approx(report["error_as_written"], rel=1e-9)
    assert sum(np.count_nonzero(W) + np.count_nonzero(b) for W, b in pruned) == report["nonzeros_after"] < report["nonzeros_before"]


def test_a_network_that_cannot_be_pruned():
    layers, X = network([6, 6, 2], seed=3)
    with pytest.raises(trimlab.SolveError, match="Layer 1 is infeasible at κ = 0.01: enlarge kappa, or search with retry_kappa 0.01.") as caught:
        trimlab.prune(layers, X, scheme="cascade", epsilon=0.05, kappa=0.01)
    assert caught.value.evidence["status"] == "infeasible" and len(caught.value.weights) == 2


def test_layers_that_do_not_fit():
    layers, X = network([6, 5, 2], seed=4)
    for broken, text in [
        ([layers[1], layers[0]], "tensor 'layers.1.weight' takes 6 inputs where the layer before has 2 outputs"),
        ([(layers[0][0], layers[0][1][:2]), layers[1]], r"tensor 'layers.0.bias' has the shape \[2\]; expected \[5\]"),
        ([(layers[0][0] * np.nan, layers[0][1]), layers[1]], r"layers.0.weight\[0, 0\] is nan; every weight must be finite"),
        ([], "there are no layers"),
        ([np.ones(3)], r"the weights of layer 0 have the shape \(3,\); expected N×M"),
    ]:
        with pytest.raises(trimlab.InputError, match=text):
            trimlab.prune(broken, X, epsilon=0.1)
    with pytest.raises(trimlab.InputError, match="X is 4×120 where the network has 6 inputs"):
        trimlab.prune(layers, X[:4], epsilon=0.1)
