#!/usr/bin/env python3
# Slack: how much of its bound a layer's error takes up
# The error eℓ of layer ℓ over its bound, 960 pruned networks, 3,600 certified layers: medians with
# bars from the 5 % to the 95 % quantile of the layers, and the largest (open). The theorem's bound is
# the one for link-normalised networks; known after pruning are spectral norms in the parallel scheme,
# proposition 1 with slack in the cascade. No confidence intervals: both bounds are deterministic,
# nothing may lie above 1. In the first layer both are the same, and minimisers attain them.
#
# Needs pandas and matplotlib: python3 slack.py [pdf] [svg] [png] reads slack.csv, writes slack-matplotlib.pdf.
import json
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.collections import PatchCollection
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

FIGURE = r'''{"font":8,"key":[{"columns":1,"entries":[{"color":"#707070","dash":2,"label":"error = bound","mark":"line","point":7},{"color":"#404040","dash":1,"label":"measured, median, 5 to 95 % quantile","mark":"points","point":7},{"color":"#404040","dash":1,"label":"measured, largest","mark":"points","point":6}],"height":0.1627},{"columns":2,"entries":[{"color":"#d9b81a","dash":4,"label":"the theorem's bound","mark":"points","point":9},{"color":"#277f8e","dash":2,"label":"bound known after pruning","mark":"points","point":5}],"height":0.04}],"name":"slack","names":{"x":"layer","xPlace":[0.5408,0.2916],"y":"error / bound","yPlace":[0.0189,0.6453]},"size":[5.4963,3.3333],
"panels":[{"frame":[0.1105,0.3885,0.4154,0.5138],"title":"parallel scheme","x":{"column":"layer","label":"","labelled":true,"log":false,"range":[0.5,6.5],"small":[],"step":null,"ticks":[[1,"1"],[2,"2"],[3,"3"],[4,"4"],[5,"5"],[6,"6"]]},"y":{"column":"ratio","label":"","labelled":true,"log":true,"range":[2.6691637506753937e-09,2.1367553466958245],"small":[1e-07,1e-05,0.001,0.1],"step":null,"ticks":[[1e-08,"$10^{-8}$"],[1e-06,"$10^{-6}$"],[0.0001,"$10^{-4}$"],[0.01,"$10^{-2}$"],[1,"$10^{0}$"]]},"series":[
{"color":"#707070","dash":2,"kind":"reference","mark":"line","panel":"parallel scheme","point":7,"series":"","shift":null},
{"color":"#d9b81a","dash":4,"kind":"median","mark":"points","panel":"parallel scheme","point":9,"series":"the theorem's bound","shift":-0.1},
{"color":"#d9b81a","dash":4,"kind":"largest","mark":"points","panel":"parallel scheme","point":6,"series":"the theorem's bound","shift":-0.1},
{"color":"#277f8e","dash":2,"kind":"median","mark":"points","panel":"parallel scheme","point":5,"series":"bound known after pruning","shift":0.1},
{"color":"#277f8e","dash":2,"kind":"largest","mark":"points","panel":"parallel scheme","point":6,"series":"bound known after pruning","shift":0.1}]},
{"frame":[0.5556,0.3885,0.4154,0.5138],"title":"cascade scheme","x":{"column":"layer","label":"","labelled":true,"log":false,"range":[0.5,6.5],"small":[],"step":null,"ticks":[[1,"1"],[2,"2"],[3,"3"],[4,"4"],[5,"5"],[6,"6"]]},"y":{"column":"ratio","label":"","labelled":false,"log":true,"range":[2.6691637506753937e-09,2.1367553466958245],"small":[1e-07,1e-05,0.001,0.1],"step":null,"ticks":[[1e-08,"$10^{-8}$"],[1e-06,"$10^{-6}$"],[0.0001,"$10^{-4}$"],[0.01,"$10^{-2}$"],[1,"$10^{0}$"]]},"series":[
{"color":"#707070","dash":2,"kind":"reference","mark":"line","panel":"cascade scheme","point":7,"series":"","shift":null},
{"color":"#d9b81a","dash":4,"kind":"median","mark":"points","panel":"cascade scheme","point":9,"series":"the theorem's bound","shift":-0.1},
{"color":"#d9b81a","dash":4,"kind":"largest","mark":"points","panel":"cascade scheme","point":6,"series":"the theorem's bound","shift":-0.1},
{"color":"#277f8e","dash":2,"kind":"median","mark":"points","panel":"cascade scheme","point":5,"series":"bound known after pruning","shift":0.1},
{"color":"#277f8e","dash":2,"kind":"largest","mark":"points","panel":"cascade scheme","point":6,"series":"bound known after pruning","shift":0.1}]}]}'''

MARKERS = {2: "x", 4: "s", 5: "s", 6: "o", 7: "o", 8: "^", 9: "^", 10: "v", 11: "v", 12: "D", 13: "D"}
DASHES = {1: "-", 2: (0, (5, 2.5)), 3: (0, (1.2, 1.8)), 4: (0, (5, 2, 1.2, 2)), 5: (0, (5, 2, 1.2, 2, 1.2, 2))}
OPEN = (4, 6, 8, 10, 12)
LINES, JOINED, POINTS = ("line", "contour"), ("joinedPoints",), ("points", "dots", "forest")


def look(series):
    """How matplotlib draws a line with points in the style of a series."""
    isPointed = series["mark"] not in LINES
    return dict(
        color=series["color"], linewidth=0.6 if series["mark"] in JOINED else 1.1,
        linestyle="none" if series["mark"] in POINTS else DASHES[series["dash"]],
        marker=MARKERS.get(series["point"], "") if isPointed else "",
        markersize=1.6 if series["mark"] == "dots" else 3,
        markerfacecolor="none" if series["point"] in OPEN else series["color"], markeredgewidth=0.7)


def select(data, series):
    """The rows of a series."""
    for column in ("panel", "series", "kind"):
        if column in data:
            data = data[data[column].fillna("").astype(str) == series[column]]
    return data


def draw(axes, figure, panel, series, data):
    x, y = (data[panel[side]["column"]] for side in "xy")
    low, high = ({side: data.get(f"{panel[side]['column']}_{end}") for side in "xy"} for end in ("low", "high"))
    if series["shift"] is not None:
        x = x * series["shift"] if panel["x"]["log"] else x + series["shift"]
    if series["mark"] == "cells":
        cells = [Rectangle((a, c), b - a, d - c) for a, b, c, d in zip(low["x"], high["x"], low["y"], high["y"])]
        colors = figure["color"]
        shades = LinearSegmentedColormap.from_list("", [tuple(stop) for stop in colors["stops"]])
        drawn = PatchCollection(cells, cmap=shades, linewidth=0.1, edgecolor="face", rasterized=len(cells) > 2000)
        drawn.set_array(data[colors["column"]].to_numpy())
        drawn.set_clim(*colors["range"])
        return axes.add_collection(drawn)
    if series["mark"] == "boxes":
        axes.bar(x, y, width=high["x"] - low["x"], color=series["color"], alpha=0.5, linewidth=0)
        return None
    if series["mark"] == "band":
        axes.fill(x, y, color=series["color"], alpha=0.2, linewidth=0)
        return None
    if series["mark"] == "contour":
        axes.plot(x, y, color="white", linewidth=2.4)
    style = look(series)
    if series["mark"] == "forest" and low["x"] is not None:
        axes.errorbar(
            x, y, xerr=[(x - low["x"]).clip(lower=0), (high["x"] - x).clip(lower=0)], fmt="none",
            ecolor=series["color"], elinewidth=0.7, capsize=1.5, capthick=0.7)
    elif low["y"] is not None and series["mark"] in POINTS + JOINED:
        lowest = panel["y"]["range"][0] if panel["y"]["log"] else None
        below = y - low["y"] if lowest is None else y - low["y"].where(low["y"] > 0, lowest)
        barred = below.notna()
        axes.errorbar(
            x[barred], y[barred], yerr=[below[barred].clip(lower=0), (high["y"] - y)[barred].clip(lower=0)],
            fmt="none", ecolor=series["color"], elinewidth=0.7, capsize=1.5, capthick=0.7)
    axes.plot(x, y, **style)
    return None


def frame(axes, panel):
    for side, axis in (("x", axes.xaxis), ("y", axes.yaxis)):
        described = panel[side]
        if described["log"]:
            axis._set_axes_scale("log")
        getattr(axes, f"set_{side}lim")(*described["range"])
        if described["ticks"] is not None:
            axis.set_ticks([place for place, label in described["ticks"]], [label for place, label in described["ticks"]])
            axis.set_minor_locator(matplotlib.ticker.FixedLocator(described["small"]))
            axis.set_minor_formatter(matplotlib.ticker.NullFormatter())
        elif described["step"] is not None:
            axis.set_major_locator(matplotlib.ticker.MultipleLocator(described["step"]))
        if not described["labelled"]:
            axis.set_tick_params(labelleft=False, labelbottom=False)
        if described["label"]:
            getattr(axes, f"set_{side}label")(described["label"])
    axes.set_title(panel["title"])
    axes.grid(color="#e4e4e4", linewidth=0.5)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def sample(entry):
    if entry["mark"] in ("boxes", "band"):
        return Patch(facecolor=entry["color"], alpha=0.5 if entry["mark"] == "boxes" else 0.2, label=entry["label"])
    return Line2D([], [], label=entry["label"], **{**look(entry), "markersize": 3})


def main():
    folder = pathlib.Path(__file__).parent
    figure = json.loads(FIGURE)
    data = pd.read_csv(folder / f"{figure['name']}.csv", low_memory=False)
    size = figure["font"]
    plt.rcParams.update({
        "font.size": size, "axes.titlesize": size, "axes.labelsize": size, "xtick.labelsize": size,
        "ytick.labelsize": size, "legend.fontsize": size, "svg.hashsalt": figure["name"], "pdf.fonttype": 42,
        "axes.linewidth": 0.5, "xtick.major.width": 0.5, "ytick.major.width": 0.5, "axes.edgecolor": "#404040"})
    page = plt.figure(figsize=figure["size"])
    cells = None
    for panel in figure["panels"]:
        axes = page.add_axes(panel["frame"])
        frame(axes, panel)
        for series in panel["series"]:
            cells = draw(axes, figure, panel, series, select(data, series)) or cells
    if figure["names"]["x"]:
        page.text(*figure["names"]["xPlace"], figure["names"]["x"], ha="center", va="center")
    if figure["names"]["y"]:
        page.text(*figure["names"]["yPlace"], figure["names"]["y"], ha="center", va="center", rotation=90)
    if cells is not None:
        page.colorbar(cells, cax=page.add_axes(figure["color"]["bar"]), label=figure["color"]["label"])
    for part in figure["key"]:
        page.legend(
            handles=[sample(entry) for entry in part["entries"]], loc="center", bbox_to_anchor=(0.5, part["height"]),
            ncols=part["columns"], frameon=False, handlelength=3, columnspacing=1.4, borderaxespad=0)
    for kind in sys.argv[1:] or ["pdf"]:
        # No time of making: the same data make the same bytes.
        dates = {"CreationDate": None} if kind == "pdf" else {"Date": None} if kind == "svg" else {}
        page.savefig(folder / f"{figure['name']}-matplotlib.{kind}", metadata=dates, dpi=300)


if __name__ == "__main__":
    main()
