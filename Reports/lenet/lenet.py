# SPDX-License-Identifier: GPL-3.0-or-later
"""A small LeNet on scikit-learn's 8x8 digits, pruned by `trimlab prune --architecture`: writes lenet.csv.

    pip install numpy scikit-learn safetensors && python3 lenet.py ../../.build/release/trimlab

conv 8 filters 3x3, padding 1 -> max 2x2 -> conv 16 filters 3x3, padding 1 -> max 2x2 -> 64 linear -> 10 linear, trained here in numpy by Adam on
1,200 images; Net-Trim prunes for 300 of them; accuracy on the other 597. Every network is pruned by both schemes over a range of epsilon, and by
magnitude and by whole filters (PFP) to the same shares of the weights. What is left is retrained for a fifth of the epochs.
"""
import csv
import os
import subprocess
import sys
import tempfile

import numpy as np
from safetensors.numpy import load_file, save_file
from sklearn.datasets import load_digits

FOLDER = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else os.path.join(FOLDER, "../../.build/release/trimlab"))
TRAINING, SAMPLES, EPOCHS, RETRAINING, NETWORKS = 1200, 300, 30, 6, 3
EPSILONS = [0.05, 0.1, 0.2, 0.4]


def patches(images):
    """(image, row, column) x (channel, kernel row, kernel column) of 3x3 windows with a border of zeros."""
    count, channels, height, width = images.shape
    padded = np.pad(images, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (3, 3), axis=(2, 3))
    return windows.transpose(0, 2, 3, 1, 4, 5).reshape(count * height * width, channels * 9)


def spread(gradient, shape):
    """The adjoint of `patches`."""
    count, channels, height, width = shape
    gradient = gradient.reshape(count, height, width, channels, 3, 3)
    padded = np.zeros((count, channels, height + 2, width + 2))
    for row in range(3):
        for column in range(3):
            padded[:, :, row:row + height, column:column + width] += gradient[..., row, column].transpose(0, 3, 1, 2)
    return padded[:, :, 1:-1, 1:-1]


def forward(weights, images):
    """The outputs, and what the gradient needs of every layer."""
    signal, tape = images, []
    for layer in range(2):
        columns = patches(signal)
        kernels = weights[f"layers.{layer}.weight"]
        count, _, height, width = signal.shape
        response = columns @ kernels.reshape(len(kernels), -1).T + weights[f"layers.{layer}.bias"]
        response = np.maximum(response, 0).reshape(count, height, width, -1).transpose(0, 3, 1, 2)
        blocks = response.reshape(count, -1, height // 2, 2, width // 2, 2)
        pooled = blocks.max(axis=(3, 5))
        tape.append((signal.shape, columns, response, pooled))
        signal = pooled
    flat = signal.reshape(len(signal), -1)
    hidden = np.maximum(flat @ weights["layers.2.weight"].T + weights["layers.2.bias"], 0)
    return hidden @ weights["layers.3.weight"].T + weights["layers.3.bias"], (tape, flat, hidden)


def gradient(weights, images, labels):
    outputs, (tape, flat, hidden) = forward(weights, images)
    shares = np.exp(outputs - outputs.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    shares[np.arange(len(labels)), labels] -= 1
    found, error = {}, shares / len(labels)
    for layer, inputs in ((3, hidden), (2, flat)):
        found[f"layers.{layer}.weight"], found[f"layers.{layer}.bias"] = error.T @ inputs, error.sum(axis=0)
        error = (error @ weights[f"layers.{layer}.weight"]) * (inputs > 0)
    error = error.reshape(tape[1][3].shape)
    for layer in (1, 0):
        shape, columns, response, pooled = tape[layer]
        # A window passes its error on to its maxima, which a ReLU's zeros are not.
        large = lambda values: values.repeat(2, axis=2).repeat(2, axis=3)
        error = large(error) * (response == large(pooled)) * (response > 0)
        rows = error.transpose(0, 2, 3, 1).reshape(len(columns), -1)
        kernels = weights[f"layers.{layer}.weight"]
        found[f"layers.{layer}.weight"] = (rows.T @ columns).reshape(kernels.shape)
        found[f"layers.{layer}.bias"] = rows.sum(axis=0)
        error = spread(rows @ kernels.reshape(len(kernels), -1), shape)
    return found


def train(weights, images, labels, epochs, random, keep_zeros=False):
    weights = {name: value.copy() for name, value in weights.items()}
    free = {name: value != 0 if keep_zeros else np.ones_like(value) for name, value in weights.items()}
    means, squares = ({name: np.zeros_like(v) for name, v in weights.items()} for _ in range(2))
    step = 0
    for epoch in range(epochs):
        order = random.permutation(len(images))
        rate = 0.002 * (1 - 0.9 * epoch / max(1, epochs - 1))
        for start in range(0, len(order), 40):
            batch, step = order[start:start + 40], step + 1
            for name, value in gradient(weights, images[batch], labels[batch]).items():
                means[name] = 0.9 * means[name] + 0.1 * value
                squares[name] = 0.999 * squares[name] + 0.001 * value ** 2
                move = means[name] / (1 - 0.9 ** step) / (np.sqrt(squares[name] / (1 - 0.999 ** step)) + 1e-8)
                weights[name] -= rate * move * free[name]
    return weights


def untrained(random):
    shapes = [(8, 1, 3, 3), (16, 8, 3, 3), (64, 64), (10, 64)]
    weights = {}
    for layer, shape in enumerate(shapes):
        weights[f"layers.{layer}.weight"] = random.standard_normal(shape) * np.sqrt(2 / np.prod(shape[1:]))
        weights[f"layers.{layer}.bias"] = np.zeros(shape[0])
    return weights


def accuracy(weights, images, labels):
    return float((forward(weights, images)[0].argmax(axis=1) == labels).mean())


def kept(weights):
    return sum(int((value != 0).sum()) for value in weights.values())


def prune(folder, *options):
    output = os.path.join(folder, "pruned.safetensors")
    command = [
        PROGRAM, "prune", "--network", os.path.join(folder, "net.safetensors"), "--inputs", os.path.join(folder, "X.npy"),
        "--architecture", os.path.join(FOLDER, "lenet.yaml"), "--output", output, "--force", *map(str, options)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return load_file(output)


def methods(folder):
    """Every pruned network, with what it is; magnitude and filters go by the shares that the schemes leave."""
    total = kept(load_file(os.path.join(folder, "net.safetensors")))
    for scheme in ("parallel", "cascade"):
        for epsilon in EPSILONS:
            net = prune(folder, "--scheme", scheme, "--epsilon", epsilon, "--tolerance", 1e-4)
            yield scheme, epsilon, net
            if scheme == "cascade":
                share = kept(net) / total
                for other in ("magnitude", "filters"):
                    yield other, epsilon, prune(folder, "--scheme", other, "--density", share)


def main():
    digits = load_digits()
    images, labels = digits.images[:, None] / 16, digits.target
    rows = []
    for number in range(NETWORKS):
        random = np.random.default_rng(number)
        order = random.permutation(len(images))
        training, test = order[:TRAINING], order[TRAINING:]
        net = train(untrained(random), images[training], labels[training], EPOCHS, random)
        before = accuracy(net, images[test], labels[test])
        with tempfile.TemporaryDirectory() as folder:
            save_file(net, os.path.join(folder, "net.safetensors"))
            np.save(os.path.join(folder, "X.npy"), images[training[:SAMPLES]].reshape(SAMPLES, -1).T)
            for method, epsilon, pruned in methods(folder):
                again = train(pruned, images[training], labels[training], RETRAINING, random, keep_zeros=True)
                rows.append({
                    "network": number, "method": method, "epsilon": epsilon, "weights": kept(net), "kept": kept(pruned),
                    **{f"kept_{i}": int((pruned[f"layers.{i}.weight"] != 0).sum()) for i in range(4)},
                    "accuracy_before": round(before, 4),
                    "accuracy_after": round(accuracy(pruned, images[test], labels[test]), 4),
                    "accuracy_retrained": round(accuracy(again, images[test], labels[test]), 4)})
                print(rows[-1], flush=True)
    with open(os.path.join(FOLDER, "lenet.csv"), "w", newline="") as file:
        table = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


if __name__ == "__main__":
    main()
