#!/usr/bin/env python3
# The 50 % point under each condition, over the exact law's
# Samples at 50 % success over those of the exact law for Gaussian inputs, 7,200 trials, 40 a cell;
# bars: 95 % profile-likelihood intervals. To the right of 1 a condition needs more samples than the
# law. Without a measured 50 % point: omp at N = 60, s = 11; auto at N = 60, s = 12; auto at N = 60, s
# = 13; auto at N = 60, s = 14; omp at N = 60, s = 14; auto at N = 60, s = 15; auto at N = 60, s = 16;
# omp at N = 60, s = 16; auto at N = 60, s = 17; auto at N = 60, s = 19; omp at N = 60, s = 19; auto
# at N = 60, s = 21; auto at N = 60, s = 22; omp at N = 60, s = 22; auto at N = 60, s = 24; auto at N
# = 60, s = 25; omp at N = 60, s = 25; auto at N = 60, s = 27; omp at N = 60, s = 27; auto at N = 60,
# s = 29; omp at N = 60, s = 29; auto at N = 60, s = 30; omp at N = 60, s = 30; auto at N = 60, s =
# 32; omp at N = 60, s = 32; auto at N = 60, s = 36; omp at N = 60, s = 36.
#
# Needs pandas and matplotlib: python3 conditions.py [pdf] [svg] [png] reads conditions.csv, writes conditions-matplotlib.pdf.
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

FIGURE = r'''{"font":8,"key":[{"columns":1,"entries":[{"color":"#707070","dash":2,"label":"theory: exact law","mark":"line","point":7},{"color":"#404040","dash":1,"label":"measured, 95 % intervals","mark":"forest","point":7}],"height":0.301},{"columns":3,"entries":[{"color":"#440154","dash":1,"label":"$s = 1$","mark":"forest","point":7},{"color":"#440154","dash":1,"label":"$s = 2$","mark":"forest","point":5},{"color":"#440154","dash":1,"label":"$s = 3$","mark":"forest","point":9},{"color":"#46327e","dash":1,"label":"$s = 4$","mark":"forest","point":13},{"color":"#46327e","dash":1,"label":"$s = 5$","mark":"forest","point":6},{"color":"#365c8d","dash":1,"label":"$s = 6$","mark":"forest","point":4},{"color":"#365c8d","dash":1,"label":"$s = 7$","mark":"forest","point":8},{"color":"#365c8d","dash":1,"label":"$s = 8$","mark":"forest","point":12},{"color":"#277f8e","dash":1,"label":"$s = 9$","mark":"forest","point":7},{"color":"#277f8e","dash":1,"label":"$s = 10$","mark":"forest","point":5},{"color":"#1fa187","dash":1,"label":"$s = 11$","mark":"forest","point":9},{"color":"#1fa187","dash":1,"label":"$s = 12$","mark":"forest","point":13},{"color":"#1fa187","dash":1,"label":"$s = 13$","mark":"forest","point":6},{"color":"#4ac16d","dash":1,"label":"$s = 15$","mark":"forest","point":4},{"color":"#4ac16d","dash":1,"label":"$s = 17$","mark":"forest","point":8},{"color":"#9fc51d","dash":1,"label":"$s = 18$","mark":"forest","point":12},{"color":"#9fc51d","dash":1,"label":"$s = 21$","mark":"forest","point":7},{"color":"#d9b81a","dash":1,"label":"$s = 24$","mark":"forest","point":5}],"height":0.1296}],"name":"conditions","names":{"x":"$P_{50}$ over the exact law","xPlace":[0.5409,0.3774],"y":"","yPlace":[0.0301,0.6883]},"size":[3.4444,4.4593],
"panels":[{"frame":[0.129,0.4498,0.8237,0.4772],"title":"$N = 60$","x":{"column":"ratio","label":"","labelled":true,"log":true,"range":[0.5138647259841704,1.3890806514992302],"small":[],"step":null,"ticks":[[0.6,"0.6"],[0.8,"0.8"],[1,"1"],[1.2,"1.2"]]},"y":{"column":"row","label":"","labelled":true,"log":false,"range":[-0.6,1.6],"small":[],"step":null,"ticks":[[1,"auto"],[0,"omp"]]},"series":[
{"color":"#707070","dash":2,"kind":"theory","mark":"line","panel":"N = 60","point":7,"series":"","shift":null},
{"color":"#440154","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":7,"series":"s = 1","shift":null},
{"color":"#440154","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":5,"series":"s = 2","shift":null},
{"color":"#440154","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":9,"series":"s = 3","shift":null},
{"color":"#46327e","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":13,"series":"s = 4","shift":null},
{"color":"#46327e","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":6,"series":"s = 5","shift":null},
{"color":"#365c8d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":4,"series":"s = 6","shift":null},
{"color":"#365c8d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":8,"series":"s = 7","shift":null},
{"color":"#365c8d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":12,"series":"s = 8","shift":null},
{"color":"#277f8e","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":7,"series":"s = 9","shift":null},
{"color":"#277f8e","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":5,"series":"s = 10","shift":null},
{"color":"#1fa187","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":9,"series":"s = 11","shift":null},
{"color":"#1fa187","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":13,"series":"s = 12","shift":null},
{"color":"#1fa187","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":6,"series":"s = 13","shift":null},
{"color":"#4ac16d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":4,"series":"s = 15","shift":null},
{"color":"#4ac16d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":8,"series":"s = 17","shift":null},
{"color":"#9fc51d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":12,"series":"s = 18","shift":null},
{"color":"#9fc51d","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":7,"series":"s = 21","shift":null},
{"color":"#d9b81a","dash":1,"kind":"measured","mark":"forest","panel":"N = 60","point":5,"series":"s = 24","shift":null}]}]}'''

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
    if entry["mark"] == "boxes":
        return Patch(facecolor=entry["color"], alpha=0.5, label=entry["label"])
    return Line2D([], [], label=entry["label"], **look(entry))


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
