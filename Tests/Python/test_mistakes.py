# SPDX-License-Identifier: GPL-3.0-or-later
"""Errors have the command line's texts, with parameters in place of options."""
import numpy as np
import pytest
from conftest import planted

import trimlab


def texts(command, *arguments, code):
    return command(*arguments, code=code).splitlines()[0].removeprefix("Error: ").removeprefix("error: ")


@pytest.mark.parametrize("values", [
    {"sparsity": 11}, {"dimension": 0}, {"mu": 1.0}, {"mu": 400.0}, {"probability": 1.0}, {"samples": -3}, {"neurons": 0}, {"dimension": 10**8},
])
def test_predict(command, values):
    asked = {"dimension": 10, "sparsity": 2} | values
    text = texts(command, "predict", *[f"--{name}={value}" for name, value in asked.items()], code=64)
    with pytest.raises(trimlab.InputError) as caught:
        trimlab.predict(**asked)
    assert str(caught.value) == text.replace("--", "") and isinstance(caught.value, ValueError)


@pytest.mark.parametrize("values, text", [
    ({"samples": 3, "epsilon": 1.5}, "epsilon 1.5 is not between 0 and 1, both excluded: give one that is, such as 0.2."),
    ({"samples": 3, "fresh_error": -1}, "fresh_error -1.0 is not between 0 and 1, both excluded: give one that is, such as 0.2."),
    ({"epsilon": 0.2}, "weights needs samples, the number of samples to prune on, or excess."),
    ({"samples": 3}, "weights needs one of epsilon, density and fresh_error; 0 are given."),
    ({"samples": 3, "epsilon": float("nan")}, "epsilon nan is not between 0 and 1, both excluded: give one that is, such as 0.2."),
    ({"samples": "many", "epsilon": 0.2}, "samples is 'many'; expected a whole number"),
    ({"samples": 3, "epsilon": "small"}, "epsilon is 'small'; expected a number"),
])
def test_pruned_layer(values, text):
    with pytest.raises(trimlab.InputError) as caught:
        trimlab.pruned_layer(np.ones((3, 2)), **values)
    assert str(caught.value) == text


X, Y = np.array([[2.0, 1], [1, 0]]), np.array([[4.0, 0]])


@pytest.mark.parametrize("name, array", [
    ("X", [[2, 1], [np.nan, 0]]), ("X", [[2, np.inf], [1, 0]]), ("Y", [[4, 0], [-3, 0]]), ("Y", [[4, 0, 1]]), ("X", [[1, 2, 3], [4, 5, 6]]),
    ("V", [[0, 1], [2, 3]]), ("X", np.zeros((2, 0))), ("X", [2, 1]),
])
def test_arrays_of_solve(command, tmp_path, name, array):
    arrays = {"X": X, "Y": Y, "V": np.zeros((1, 2))} | {name: np.array(array, float)}
    for key, value in arrays.items():
        np.save(tmp_path / f"{key}.npy", value)
    text = texts(command, "solve", "--inputs", "X.npy", "--responses", "Y.npy", "--slack", "V.npy", code=65)
    with pytest.raises(trimlab.InputError) as caught:
        trimlab.solve(arrays["X"], arrays["Y"], slack=arrays["V"])
    assert f".npy: {caught.value}".endswith(text.replace("use --linear", "use linear=True").partition(".npy")[2])


@pytest.mark.parametrize("options, text", [
    ({"epsilon": -1}, "epsilon -1.0: expected a finite number, at least 0"),
    ({"epsilon": float("nan")}, "epsilon nan: expected a finite number, at least 0"),
    ({"epsilon": 1, "regularisation": 1}, "lambda takes the place of epsilon: give one of them"),
    ({"method": "homotopy", "epsilon": 1}, "method homotopy does not apply unless ε = 0: use auto, or newton"),
    ({"method": "simplex"}, "The value 'simplex' is invalid for 'method'. Please provide one of 'auto', 'homotopy', 'newton', 'interior-point', "
                            "'admm', 'published-admm'."),
    ({"tolerance": 0}, "tolerance 0.0: expected a number between 0 and 1, such as 1e-8"),
    ({"workers": 0}, "workers 0: expected at least 1"),
    ({"workers": 2**70}, None),
])
def test_options_of_solve(options, text):
    with pytest.raises(trimlab.InputError) as caught:
        trimlab.solve(X, Y, **options)
    assert text is None or str(caught.value) == text


def test_kinds_of_numbers_and_shapes():
    for array, text in [(X * 1j, "X has the dtype complex128; expected real numbers, such as float64"),
                        (np.array([["a"]]), "X has the dtype <U1; expected real numbers, such as float64"),
                        (np.zeros((2, 2, 2)), "X is 3-dimensional, of shape (2, 2, 2); reshape to one or two dimensions"),
                        (np.float64(1), "X is 0-dimensional, of shape (); reshape to one or two dimensions")]:
        with pytest.raises(trimlab.InputError) as caught:
            trimlab.solve(array, Y)
        assert str(caught.value) == text
    with pytest.raises(trimlab.InputError, match=r"w\[1\] is nan; expected finite numbers"):
        trimlab.certify(X, [1, np.nan])
    with pytest.raises(trimlab.InputError, match=r"w has the shape \[3\] where X has 2 inputs"):
        trimlab.certify(X, [1, 0, 0])
    with pytest.raises(trimlab.InputError, match=r"X\[0, 1\] is inf; every entry must be finite"):
        trimlab.certify([[1, np.inf]], [1])


def test_a_program_without_solution(command, tmp_path):
    X, Y = np.array([[1.0, 1.0]]), np.array([[1.0, 2.0]])
    np.save(tmp_path / "X.npy", X)
    np.save(tmp_path / "Y.npy", Y)
    document = command("solve", "--inputs", "X.npy", "--responses", "Y.npy", code=2)
    with pytest.raises(trimlab.SolveError) as caught:
        trimlab.solve(X, Y)
    assert str(caught.value) == "N = 1, M = 1, P = 2: infeasible, no U meets the constraints"
    assert caught.value.evidence["status"] == document["status"] == "infeasible" and caught.value.weights.shape == (1, 1)


def test_an_error_leaves_the_library_usable():
    for _ in range(3):
        with pytest.raises(trimlab.InputError):
            trimlab.predict(10, 11)
        assert trimlab.predict(100, 5)["recovery_samples"] == 68
    X, W, Y = planted(10, 2, 40, 1, seed=1)
    assert np.allclose(trimlab.solve(X, Y)[0], W)
