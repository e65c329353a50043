# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes convolution.json: responses of a small network with convolutions, by scipy.signal.correlate2d and windows cut out by hand.

Three images of 2 channels, 9x6 pixels:
  layer 0: 3 filters of 3x2, stride 1, padding 1, ReLU; maxima of 2x2, 2 apart
  layer 1: 4 filters of 2x2, stride 2, padding 1, ReLU; means of 2x2, 1 apart
  layer 2: 5 linear outputs of the flattened images
Arrays are flat, in C order. Needs numpy and scipy.
"""
import json
import os

import numpy as np
from scipy.signal import correlate2d

random = np.random.default_rng(7)


def convolve(images, weights, bias, stride, padding):
    padded = np.pad(images, ((0, 0), (0, 0), (padding, padding), (padding, padding)))
    return np.array([[
        sum(correlate2d(channel, kernel, mode="valid") for channel, kernel in zip(image, kernels))[::stride, ::stride] + b
        for kernels, b in zip(weights, bias)] for image in padded])


def pool(images, size, stride, reduce):
    rows, columns = ((extent - size) // stride + 1 for extent in images.shape[2:])
    return np.array([[[[reduce(channel[r * stride:r * stride + size, c * stride:c * stride + size])
                        for c in range(columns)] for r in range(rows)] for channel in image] for image in images])


relu = lambda x: np.maximum(x, 0)
images = random.standard_normal((3, 2, 9, 6))
first, first_bias = random.standard_normal((3, 2, 3, 2)), random.standard_normal(3)
second, second_bias = random.standard_normal((4, 3, 2, 2)), random.standard_normal(4)

responses = [relu(convolve(images, first, first_bias, 1, 1))]
responses.append(relu(convolve(pool(responses[0], 2, 2, np.max), second, second_bias, 2, 1)))
flat = pool(responses[1], 2, 1, np.mean).reshape(3, -1)
last, last_bias = random.standard_normal((5, flat.shape[1])), random.standard_normal(5)
responses.append(flat @ last.T + last_bias)

arrays = {
    "images": images, "layers.0.weight": first, "layers.0.bias": first_bias, "layers.1.weight": second,
    "layers.1.bias": second_bias, "layers.2.weight": last, "layers.2.bias": last_bias,
    **{f"responses.{i}": r for i, r in enumerate(responses)}}
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "convolution.json")
with open(path, "w") as file:
    json.dump({name: {"shape": a.shape, "elements": a.ravel().tolist()} for name, a in arrays.items()}, file, indent=1)
    file.write("\n")
