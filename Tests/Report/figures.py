#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles the TikZ of all figures of run folders in three document classes, and says what sticks out and how small letters are.

    Tests/Report/figures.py .build/release/trimlab results/quickstart …

NeurIPS here is `article` with that conference's 5.5 in of text, as its style file is not everywhere; the others are `article` itself (345 pt
of text, its own letters of 10 pt) and IEEEtran (a column of 252 pt). Exit code 1: an overfull box, or letters below 7 pt; 77: pdflatex or
pdftohtml is missing.
"""
import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

CLASSES = {
    "neurips": (r"\documentclass{article}\usepackage[textwidth=5.5in,textheight=9in]{geometry}\usepackage{times}", ["--preset", "neurips"]),
    "article": (r"\documentclass{article}", ["--preset", "neurips", "--width", "343bp"]),
    "IEEEtran": (r"\documentclass{IEEEtran}", ["--preset", "ieee"]),
}
LEAST = 7


def figures(run):
    """Names of the figures of a run folder."""
    return sorted(path.stem for path in (run / "figures").glob("*.gp"))


def draw(program, run, name, options, folder):
    subprocess.run([program, "report", run, "--figure", name, "--output", folder, *options], check=True, capture_output=True)
    return folder / f"{name}.tex"


def compile(folder, preamble, drawings):
    """The log of a paper with all drawings, one a page."""
    paper = [preamble, r"\usepackage[utf8]{inputenc}\usepackage{amsmath,amssymb,gnuplot-lua-tikz}\begin{document}"]
    paper += [rf"\typeout{{FIGURE {path.parent.name}/{path.stem}}}\noindent\input{{{path}}}\clearpage" for path in drawings]
    (folder / "paper.tex").write_text("\n".join(paper + [r"\end{document}", ""]), encoding="utf-8")
    subprocess.run(["gnuplot", "-e", "set terminal tikz createstyle"], cwd=folder, capture_output=True)
    result = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "paper.tex"], cwd=folder, capture_output=True, text=True,
        errors="replace")
    log = (folder / "paper.log").read_text(errors="replace")
    if result.returncode != 0:
        raise SystemExit(f"{preamble}: does not compile\n{log[-2000:]}")
    return log


def overfull(log):
    """The figures with an overfull box, and by how much."""
    found, name = [], ""
    for line in log.splitlines():
        if line.startswith("FIGURE "):
            name = line[7:]
        elif line.startswith("Overfull"):
            found.append(f"{name}: {line}")
    return found


def sizes(pdf):
    """How many pieces of text there are of each size, in points; raised and lowered ones are smaller than what they stand at."""
    xml = subprocess.run(["pdftohtml", "-xml", "-i", "-zoom", "1", "-stdout", pdf], capture_output=True, text=True, check=True).stdout
    fonts = {name: int(size) for name, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', xml)}
    return collections.Counter(fonts[font] for font in re.findall(r'<text [^>]*font="(\d+)"', xml))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("runs", type=pathlib.Path, nargs="+")
    parser.add_argument("--keep", type=pathlib.Path, help="where to leave the papers")
    arguments = parser.parse_args()
    missing = [program for program in ("pdflatex", "pdftohtml", "gnuplot") if not shutil.which(program)]
    if missing:
        print(f"no {', '.join(missing)}", file=sys.stderr)
        return 77
    failed = False
    for name, (preamble, options) in CLASSES.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            drawings = []
            for run in arguments.runs:
                target = folder / run.name
                target.mkdir(exist_ok=True)
                drawings += [draw(arguments.program, run, figure, options, target) for figure in figures(run)]
            found = overfull(compile(folder, preamble, drawings))
            counts = sizes(folder / "paper.pdf")
            text = max(counts, key=counts.get)
            print(f"{name}: {len(drawings)} figures, {len(found)} overfull boxes; letters by size in points {dict(sorted(counts.items()))}")
            print("\n".join(found), end="\n" if found else "")
            failed = failed or bool(found) or text < LEAST
            if arguments.keep:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                for end in ("pdf", "log"):
                    shutil.copy(folder / f"paper.{end}", arguments.keep / f"{name}.{end}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
