#!/usr/bin/env python3
# Means of correlation
# ‖X_{Γᶜ,Ω} ξ‖_∞, below 1 where ξ certifies recovery. Means of 579 to 1,000 trials a point; bars: 95 %
# intervals by Student's t.
#
# Needs pandas and matplotlib: python3 correlation.py [pdf] [svg] [png] reads correlation.csv, writes correlation-matplotlib.pdf.
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

FIGURE = r'''{"font":8,"key":[{"columns":1,"entries":[{"color":"#404040","dash":1,"label":"measured, 95 % intervals by Student's t","mark":"joinedPoints","point":7}],"height":0.1538},{"columns":3,"entries":[{"color":"#440154","dash":1,"label":"samples 40","mark":"joinedPoints","point":7},{"color":"#277f8e","dash":1,"label":"samples 80","mark":"joinedPoints","point":5},{"color":"#d9b81a","dash":1,"label":"samples 160","mark":"joinedPoints","point":9}],"height":0.0563}],"name":"correlation","names":{"x":"sparsity","xPlace":[0.5408,0.26],"y":"correlation","yPlace":[0.0189,0.6303]},"size":[5.4963,2.3704],
"panels":[{"frame":[0.1105,0.398,0.2671,0.4645],"title":"dimension 50","x":{"column":"sparsity","label":"","labelled":true,"log":false,"range":[0.24,20.76],"small":[],"step":null,"ticks":[[5,"5"],[10,"10"],[15,"15"],[20,"20"]]},"y":{"column":"correlation","label":"","labelled":true,"log":false,"range":[-0.8975012492289862,30.83932430694096],"small":[],"step":null,"ticks":[[0,"0"],[10,"10"],[20,"20"],[30,"30"]]},"series":[
{"color":"#440154","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 50","point":7,"series":"samples 40","shift":-0.08},
{"color":"#277f8e","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 50","point":5,"series":"samples 80","shift":0},
{"color":"#d9b81a","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 50","point":9,"series":"samples 160","shift":0.08}]},
{"frame":[0.4072,0.398,0.2671,0.4645],"title":"dimension 100","x":{"column":"sparsity","label":"","labelled":true,"log":false,"range":[0.24,20.76],"small":[],"step":null,"ticks":[[5,"5"],[10,"10"],[15,"15"],[20,"20"]]},"y":{"column":"correlation","label":"","labelled":false,"log":false,"range":[-0.8975012492289862,30.83932430694096],"small":[],"step":null,"ticks":[[0,"0"],[10,"10"],[20,"20"],[30,"30"]]},"series":[
{"color":"#440154","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 100","point":7,"series":"samples 40","shift":-0.16},
{"color":"#277f8e","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 100","point":5,"series":"samples 80","shift":0},
{"color":"#d9b81a","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 100","point":9,"series":"samples 160","shift":0.16}]},
{"frame":[0.704,0.398,0.2671,0.4645],"title":"dimension 200","x":{"column":"sparsity","label":"","labelled":true,"log":false,"range":[0.24,20.76],"small":[],"step":null,"ticks":[[5,"5"],[10,"10"],[15,"15"],[20,"20"]]},"y":{"column":"correlation","label":"","labelled":false,"log":false,"range":[-0.8975012492289862,30.83932430694096],"small":[],"step":null,"ticks":[[0,"0"],[10,"10"],[20,"20"],[30,"30"]]},"series":[
{"color":"#440154","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 200","point":7,"series":"samples 40","shift":-0.32},
{"color":"#277f8e","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 200","point":5,"series":"samples 80","shift":0},
{"color":"#d9b81a","dash":1,"kind":"measured","mark":"joinedPoints","panel":"dimension 200","point":9,"series":"samples 160","shift":0.32}]}]}'''

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
