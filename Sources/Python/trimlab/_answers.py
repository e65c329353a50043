# SPDX-License-Identifier: GPL-3.0-or-later
"""The answers: dictionaries with the keys of the command line's JSON."""
from __future__ import annotations

from typing import TypedDict


class _Counts(TypedDict):
    dimension: int
    sparsity: int
    #: 2 delta is where half of all trials succeed, as N grows.
    statistical_dimension_asymptotic: float
    statistical_dimension_exact: float
    #: The first P whose exact probability reaches 1/2.
    samples_50_percent: int
    mu: float
    #: N^(1 - mu), for which the counts below are.
    failure_target: float
    theorem3_samples: int
    certificate_samples: int
    recovery_samples: int
    normal_samples: int


class Prediction(_Counts, total=False):
    """The laws of a planted neuron; keys after the counts are there if they were asked for."""

    #: With `samples`. Failures are computed as failures, not as 1 - success.
    samples: int
    success_exact: float
    failure_exact: float
    success_normal: float
    certificate_success_exact: float
    certificate_failure_exact: float
    #: With `probability`.
    probability: float
    samples_for_probability: int
    #: With `neurons`.
    neurons: int
    failure_bound_all_neurons: float
    theorem3_samples_all_neurons: int
    certificate_samples_all_neurons: int
    recovery_samples_all_neurons: int
    normal_samples_all_neurons: int


class Limit(TypedDict):
    """With samples without number."""

    kept: float
    norm1_ratio: float


#: The law of one neuron; `lambda`, a word of Python's, is the multiplier of ||u||_1, and omega the scale of the responses.
PrunedNeuron = TypedDict(
    "PrunedNeuron",
    {
        "relative_epsilon": float,
        "alpha_over_omega": float,
        "tau_over_omega": float,
        "lambda": float,
        "kept": float,
        "norm1_ratio": float,
        "fresh_error": float,
    },
)


class PrunedLayer(TypedDict):
    """What Net-Trim leaves of a layer."""

    dimension: int
    neurons: int
    #: P; the answer where `excess` is asked for.
    samples: int
    #: R, relative to ||Y||_F; the answer where `density` or `fresh_error` is asked for.
    relative_epsilon: float
    linear: bool
    #: Expected non-zero weights, of N M.
    kept: float
    kept_fraction: float
    #: ||U||_1/||W||_1.
    norm1_ratio: float
    #: On inputs that are not among the samples, relative to the responses: the root of the ratio of means.
    fresh_error: float
    unlimited: Limit
    per_neuron: list[PrunedNeuron]


class Evidence(TypedDict, total=False):
    """What is proved of U, recomputed from U; None stands for what is infinite or undefined."""

    #: "optimal", "infeasible" or "not-converged".
    status: str
    tolerance: float
    residual_tolerance: float
    violation_tolerance: float
    #: ||U||_1.
    objective: float | None
    #: No weights that meet the constraints are smaller, by dual multipliers.
    dual_bound: float | None
    excluded_norm: float | None
    #: (objective - dual_bound)/objective.
    relative_gap: float | None
    #: ||(U'X - Y)_Omega||_F, at most epsilon.
    residual_norm: float | None
    epsilon: float | None
    max_violation: float | None
    relative_violation: float | None
    nonzeros: int
    method: str
    iterations: int
    stop: str
    #: Of the solving alone.
    seconds: float


class Certificate(TypedDict):
    """Whether planted weights are recovered."""

    #: "recovered", "not-recovered" or "undecided".
    verdict: str
    #: Recovered: 1 - max |a_j'nu| off the support of a dual certificate nu. Not recovered: by how much the l1 norm falls along a null vector.
    margin: float | None
    #: "certificate", or "proposition-2" where samples lie on the neuron's hyperplane.
    method: str
    dimension: int
    sparsity: int
    samples: int
    active_samples: int
    ties: int
    iterations: int


class LayerReport(TypedDict):
    """A layer before and after pruning."""

    layer: int
    inputs: int
    neurons: int
    status: str
    method: str
    iterations: int
    nonzeros_before: int
    nonzeros_after: int
    norm1_before: float | None
    norm1_after: float | None
    #: Absolute.
    epsilon: float | None
    kappa: float
    residual_norm: float | None
    max_violation: float | None
    relative_violation: float | None
    relative_gap: float | None
    hypotheses_certified: bool
    response_norm: float | None
    #: ||Y_pruned - Y||_F of the pruned network behind this layer.
    measured_error: float | None
    #: The theorem's for any network, the one for link-normalised networks, and what is known after pruning.
    bound: float | None
    bound_link_normalised: float | None
    bound_sharp: float | None


class HeldOutLayer(TypedDict):
    layer: int
    kept: int
    predicted_kept: float
    norm1_ratio: float | None
    predicted_norm1_ratio: float
    fresh_error: float | None
    predicted_fresh_error: float


class HeldOut(TypedDict):
    samples: int
    output_error: float | None
    layers: list[HeldOutLayer]


class PruneReport(TypedDict, total=False):
    """What pruning did to a network."""

    scheme: str
    tolerance: float
    residual_tolerance: float
    violation_tolerance: float
    epsilon: float
    gamma: float
    kappa: float
    samples: int
    status: str
    nonzeros_before: int
    nonzeros_after: int
    is_link_normalised: bool
    error_as_written: float | None
    seconds: float
    layers: list[LayerReport]
    holdout: HeldOut
