#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The law of the pruned layer beside networks trained on real data: prunes each on some of the samples and measures on the rest.

    python3 -m venv venv && venv/bin/pip install numpy scikit-learn safetensors
    venv/bin/python Reports/real-layers/layers.py .build/release/trimlab > Reports/real-layers/layers.csv
"""
import json, subprocess, sys, tempfile, warnings
from pathlib import Path

import numpy as np
from safetensors.numpy import save_file
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits
from sklearn.neural_network import MLPClassifier, MLPRegressor
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
HOLDOUT = "0.4"
TOLERANCES = ["0.1", "0.3"]


def data_sets():
    """Name, samples by row, targets, hidden layers, whether targets are classes."""
    digits, cancer, diabetes = load_digits(), load_breast_cancer(), load_diabetes()
    standard = StandardScaler().fit_transform
    yield "digits", digits.data / 16, digits.target, (50, 30), True
    yield "breast cancer", standard(cancer.data), cancer.target, (40, 20), True
    yield "diabetes", standard(diabetes.data), standard(diabetes.target[:, None])[:, 0], (40, 20), False


def train(samples, targets, hidden, has_classes):
    """A network with its layers as PyTorch stores them."""
    kind = MLPClassifier if has_classes else MLPRegressor
    model = kind(hidden_layer_sizes=hidden, random_state=0, max_iter=300, alpha=1e-3).fit(samples, targets)
    tensors = {}
    for index, (weights, bias) in enumerate(zip(model.coefs_, model.intercepts_)):
        tensors[f"layers.{index}.weight"] = np.ascontiguousarray(weights.T)
        tensors[f"layers.{index}.bias"] = bias
    return tensors


def main(trimlab):
    print("data,epsilon,samples,layer,kept,kept_law,norm1_ratio,norm1_law,fresh_error,fresh_law")
    for name, samples, targets, hidden, has_classes in data_sets():
        with tempfile.TemporaryDirectory() as folder:
            network, inputs, pruned = (str(Path(folder) / file) for file in ("net.safetensors", "X.npy", "pruned.safetensors"))
            save_file(train(samples, targets, hidden, has_classes), network)
            order = np.random.default_rng(0).permutation(len(samples))
            np.save(inputs, np.ascontiguousarray(samples[order].T))
            for epsilon in TOLERANCES:
                command = [trimlab, "prune", "--network", network, "--inputs", inputs, "--scheme", "parallel", "--epsilon", epsilon]
                command += ["--holdout", HOLDOUT, "--output", pruned, "--force", "--json"]
                report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                for layer in report["holdout"]["layers"]:
                    values = [
                        layer[key]
                        for key in (
                            "kept", "predicted_kept", "norm1_ratio", "predicted_norm1_ratio", "fresh_error",
                            "predicted_fresh_error",
                        )
                    ]
                    print(name, epsilon, report["samples"], layer["layer"], *(f"{v:.4g}" for v in values), sep=",", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
