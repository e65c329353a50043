# SPDX-License-Identifier: GPL-3.0-or-later
"""Layers of a network trained on MNIST beside the law of the pruned layer: writes law.csv.

    make data && python3 law.py ../../.build/release/trimlab     (needs numpy and safetensors)

784-300-1000-100-10, trained by `trimlab prune --scheme magnitude --density 1 --retrain` on 3,500 images for ten epochs. Fifty neurons of each
layer (all of the last) are pruned by `trimlab prune --holdout`, for the inputs that they had, on 500 of the other 1,500 images and measured on 1,000.
"""
import csv
import json
import os
import subprocess
import sys
import tempfile

import numpy as np
from safetensors.numpy import load_file, save_file

FOLDER = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(FOLDER, "../../.build/release/trimlab"))
INPUTS = os.path.join(FOLDER, "../../Studies/inputs")
WIDTHS, TRAINING, NEURONS, EPSILONS = [784, 300, 1000, 100, 10], 3500, 50, [0.2, 0.4]


def idx(name):
    with open(os.path.join(INPUTS, name), "rb") as file:
        header = file.read(4)
        shape = np.frombuffer(file.read(4 * header[3]), ">u4")
        return np.frombuffer(file.read(), np.uint8).reshape(shape)


def run(folder, network, inputs, *options):
    output = os.path.join(folder, "out.safetensors")
    document = subprocess.run(
        [PROGRAM, "prune", "--network", network, "--inputs", inputs, "--output", output, "--force", "--json", *map(str, options)],
        check=True, capture_output=True, text=True).stdout
    return load_file(output), json.loads(document)


def train(folder, images, labels, random):
    tensors = {}
    for i, (n, m) in enumerate(zip(WIDTHS, WIDTHS[1:])):
        tensors[f"layers.{i}.weight"] = random.standard_normal((m, n)) * np.sqrt(2 / n)
        tensors[f"layers.{i}.bias"] = np.zeros(m)
    paths = [os.path.join(folder, name) for name in ("start.safetensors", "X.npy", "y.npy")]
    save_file(tensors, paths[0])
    np.save(paths[1], images.T.copy())
    np.save(paths[2], labels.astype(float))
    return run(folder, paths[0], paths[1], "--scheme", "magnitude", "--density", 1, "--retrain", "--epochs", 10, "--labels", paths[2])[0]


def main():
    random = np.random.default_rng(1)
    images, labels = idx("mnist-images-idx3-ubyte").reshape(-1, 784) / 255, idx("mnist-labels-idx1-ubyte")
    order = random.permutation(len(images))
    images, labels = images[order], labels[order]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        network = train(folder, images[:TRAINING], labels[:TRAINING], random)
        signal = images[TRAINING:]
        path, samples = os.path.join(folder, "layer.safetensors"), os.path.join(folder, "S.npy")
        for layer in range(4):
            weights, bias = network[f"layers.{layer}.weight"], network[f"layers.{layer}.bias"]
            save_file({"layers.0.weight": weights[:NEURONS].copy(), "layers.0.bias": bias[:NEURONS].copy()}, path)
            np.save(samples, signal.T.copy())
            for epsilon in EPSILONS:
                document = run(
                    folder, path, samples, "--scheme", "parallel", "--epsilon", epsilon, "--tolerance", 1e-3, "--holdout", 0.6667,
                    "--linear-output" if layer == 3 else "--relu-output")[1]
                found = document["holdout"]["layers"][0]
                rows.append({
                    "layer": layer + 1, "inputs": weights.shape[1], "neurons": len(bias[:NEURONS]), "epsilon": epsilon,
                    "kept": found["kept"], "kept_law": round(found["predicted_kept"], 1),
                    "norm1": round(found["norm1_ratio"], 4), "norm1_law": round(found["predicted_norm1_ratio"], 4),
                    "error": round(found["fresh_error"], 4), "error_law": round(found["predicted_fresh_error"], 4)})
                print(rows[-1], flush=True)
            signal = np.maximum(signal @ weights.T + bias, 0)
    with open(os.path.join(FOLDER, "law.csv"), "w", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main()
