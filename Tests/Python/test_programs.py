# SPDX-License-Identifier: GPL-3.0-or-later
"""solve beside scipy's HiGHS and the command line on the same arrays; certify beside a linear program."""
import numpy as np
import pytest
from conftest import planted, without_time
from scipy.optimize import linprog

import trimlab


def least_norm(X, y, v=None, linear=False):
    """min |u|_1 subject to u'x = y where y > 0 (everywhere if linear), u'x <= v elsewhere, as a linear program in u+ and u-."""
    on = np.ones(len(y), bool) if linear else y > 0
    v = np.zeros(len(y)) if v is None else v
    A = np.hstack([X.T, -X.T])
    found = linprog(np.ones(2 * len(X)), A_ub=A[~on] if (~on).any() else None, b_ub=v[~on] if (~on).any() else None,
                    A_eq=A[on] if on.any() else None, b_eq=y[on] if on.any() else None, method="highs")
    return found.fun if found.status == 0 else None


@pytest.mark.parametrize("samples", [20, 45, 90])
@pytest.mark.parametrize("linear", [False, True])
def test_objective_is_that_of_highs(samples, linear):
    X, W, Y = planted(30, 6, samples, 3, seed=samples)
    Y = W.T @ X if linear else Y
    U, evidence = trimlab.solve(X, Y, linear=linear)
    expected = sum(least_norm(X, y, linear=linear) for y in Y)
    assert evidence["status"] == "optimal" and evidence["relative_gap"] <= 1e-8
    assert evidence["objective"] == pytest.approx(expected, rel=1e-8)
    # Recomputed here: U meets the constraints, and is as large as it says.
    assert np.abs(U).sum() == pytest.approx(evidence["objective"], rel=1e-12)
    misfit = U.T @ X - Y
    assert np.linalg.norm(misfit[(Y > 0) | linear]) <= 1e-9 * np.linalg.norm(Y)
    assert linear or misfit[Y == 0].max() <= 1e-9 * Y.max()


def test_slack_is_read():
    X, W, Y = planted(25, 5, 40, 1, seed=4)
    V = np.where(Y > 0, 0, -0.05)
    assert trimlab.solve(X, Y, slack=V)[1]["objective"] == pytest.approx(least_norm(X, Y[0], V[0]), rel=1e-8)


@pytest.mark.parametrize("options", [{}, {"epsilon": 0.7}, {"epsilon": 0.7, "tolerance": 1e-3}, {"epsilon": 0.7, "method": "interior-point"},
                                     {"regularisation": 0.3}])
def test_solve_says_what_the_command_line_says(command, tmp_path, options):
    X, W, Y = planted(20, 4, 60, 2, seed=5)
    np.save(tmp_path / "X.npy", X)
    np.save(tmp_path / "Y.npy", Y)
    names = {"regularisation": "lambda"}
    given = [f"--{names.get(name, name)}={value}" for name, value in options.items()]
    document = command("solve", "--inputs", "X.npy", "--responses", "Y.npy", "--output", "U.npy", *given)
    U, evidence = trimlab.solve(X, Y, **options)
    assert without_time(evidence) == without_time(document)
    assert (U == np.load(tmp_path / "U.npy")).all()


def test_any_order_and_type_and_one_neuron():
    X, W, Y = planted(20, 3, 50, 1, seed=6)
    U, evidence = trimlab.solve(X, Y[0])
    assert U.shape == (20,) and np.allclose(U, W[:, 0], atol=1e-9)
    wide = np.zeros((20, 100))
    wide[:, ::2] = X
    for other in [np.asfortranarray(X), wide[:, ::2], X.astype(">f8")]:
        assert (trimlab.solve(other, Y[0])[0] == U).all()
    single = trimlab.solve(X.astype("f4"), Y[0], epsilon=1e-3)[0]
    assert np.allclose(single, W[:, 0], atol=1e-2)


def test_float64_in_c_order_is_not_copied(monkeypatch):
    from trimlab import _library

    X = np.arange(6.0).reshape(2, 3)
    assert _library.numbers("X", X) is X
    assert _library.numbers("X", X.T) is not X.T and not np.shares_memory(_library.numbers("X", X.T), X)


def certificate(X, w):
    """min t subject to A_G'nu = g and |a_j'nu| <= t off the support, A the active samples: recovered if and only if t < 1."""
    active, on = X[:, w @ X > 0], w != 0
    n = active.shape[1]
    rows = np.vstack([active[~on], -active[~on]])
    found = linprog(np.r_[np.zeros(n), 1], A_ub=np.c_[rows, -np.ones(len(rows))], b_ub=np.zeros(len(rows)),
                    A_eq=np.c_[active[on], np.zeros(on.sum())], b_eq=np.sign(w[on]), bounds=[(None, None)] * n + [(0, None)], method="highs")
    return found.fun if found.status == 0 else np.inf


def test_certify_beside_a_linear_program():
    verdicts = set()
    for seed in range(40):
        X, W, Y = planted(30, 4, 24 + seed, 1, seed=100 + seed)
        found, least = trimlab.certify(X, W[:, 0]), certificate(X, W[:, 0])
        assert found["verdict"] == ("recovered" if least < 1 else "not-recovered"), (seed, least)
        assert found["active_samples"] == (Y > 0).sum() and found["ties"] == 0 and found["sparsity"] == 4
        if least < 1:
            assert 0 < found["margin"] <= 1 - least + 1e-9
        else:
            assert found["margin"] <= 1e-9
        verdicts.add(found["verdict"])
        # And the program itself returns w, or something smaller.
        objective = trimlab.solve(X, Y)[1]["objective"]
        assert (objective < np.abs(W).sum() * (1 - 1e-9)) <= (found["verdict"] == "not-recovered")
    assert len(verdicts) == 2


@pytest.mark.parametrize("w, X, verdict", [
    # u = 0 is the only minimiser.
    ([0, 0], [[1, -1], [1, 2]], "recovered"),
    # No sample is active: u = 0 does as well.
    ([1, 0], [[-1, -2], [0, 1]], "not-recovered"),
    # One active sample, (1, 1): as much can be said by either input.
    ([1, 0], [[1, -1], [1, 0]], "not-recovered"),
    # The ties (0, 1) and (0, -1) forbid the second input; without them (1, 1) would be as good.
    ([1, 0], [[1, 0, 0], [1, 1, -1]], "recovered"),
    # A tie that forbids nothing of it.
    ([1, 0], [[1, 0], [1, -1]], "not-recovered"),
])
def test_certify_by_hand(w, X, verdict):
    assert trimlab.certify(np.array(X, float), np.array(w, float))["verdict"] == verdict


def test_certify_on_whole_numbers_beside_the_program():
    """Ties by chance: unique or not by the smallest and largest of each weight over all minimisers, 2 N linear programs."""
    verdicts = []
    for seed in range(30):
        random = np.random.default_rng(seed)
        N, P = 5, 7
        X, w = random.integers(-1, 2, (N, P)).astype(float), np.zeros(N)
        w[:2] = random.choice([-1.0, 1.0], 2)
        y = np.maximum(w @ X, 0)
        on, A = y > 0, np.hstack([X.T, -X.T])
        norm = np.abs(w).sum()
        ub, b = np.vstack([A[~on], np.ones(2 * N)]), np.r_[np.zeros((~on).sum()), norm]
        spread = 0
        for j in range(N):
            c = np.zeros(2 * N)
            c[j], c[N + j] = 1, -1
            for sign in (1, -1):
                found = linprog(sign * c, A_ub=ub, b_ub=b, A_eq=A[on] if on.any() else None, b_eq=y[on] if on.any() else None, method="highs")
                spread = max(spread, abs(sign * found.fun - w[j]))
        verdict = trimlab.certify(X, w)
        assert verdict["verdict"] == ("recovered" if spread < 1e-7 else "not-recovered"), (seed, spread, verdict)
        verdicts.append((verdict["verdict"], verdict["method"]))
    assert {method for _, method in verdicts} == {"certificate", "proposition-2"} and len({v for v, _ in verdicts}) == 2
