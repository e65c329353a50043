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
    """Of each page, the sizes of its pieces of text in points."""
    zoom = 3  # the largest there is
    xml = subprocess.run(
        ["pdftohtml", "-xml", "-i", "-zoom", str(zoom), "-stdout", pdf], capture_output=True, text=True, check=True).stdout
    fonts = {name: int(size) / zoom for name, size in re.findall(r'<fontspec id="(\d+)" size="(\d+)"', xml)}
    pages = [[fonts[font] for font in re.findall(r'<text [^>]*font="(\d+)"', page)] for page in xml.split("<page ")[1:]]
    return [page for page in pages if page]


def smallest(pieces):
    """The least size of the text, and of what is raised or lowered: that is at most four fifths of what most of a figure has."""
    most = collections.Counter(pieces).most_common(1)[0][0]
    scripts = [size for size in pieces if size <= 0.8 * most]
    return min(size for size in pieces if size > 0.8 * most), min(scripts, default=None)


def report(sizes):
    """A table of the smallest letters: a line a figure, a column a class."""
    print("smallest text in points (with indices)".ljust(44) + "".join(name.rjust(14) for name in CLASSES))
    for figure in sorted({figure for _, figure in sizes}):
        cells = [sizes[name, figure] for name in CLASSES]
        texts = [f"{text:.1f}" + (f" ({index:.1f})" if index else "") for text, index in cells]
        print(figure.ljust(44) + "".join(text.rjust(14) for text in texts))


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
    failed, table = False, {}
    for name, (preamble, options) in CLASSES.items():
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            drawings = []
            for run in arguments.runs:
                target = folder / run.name
                target.mkdir(exist_ok=True)
                drawings += [draw(arguments.program, run, figure, options, target) for figure in figures(run)]
            found = overfull(compile(folder, preamble, drawings))
            pages = sizes(folder / "paper.pdf")
            if len(pages) != len(drawings):
                raise SystemExit(f"{name}: {len(drawings)} figures on {len(pages)} pages: one is taller than a page, or empty")
            table |= {(name, f"{path.parent.name}/{path.stem}"): smallest(page) for path, page in zip(drawings, pages)}
            print(f"{name}: {len(drawings)} figures, {len(found)} overfull boxes")
            print("\n".join(found), end="\n" if found else "")
            failed = failed or bool(found)
            if arguments.keep:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                for end in ("pdf", "log"):
                    shutil.copy(folder / f"paper.{end}", arguments.keep / f"{name}.{end}")
    report(table)
    small = [f"{figure} in {name}: {text:.1f}" for (name, figure), (text, _) in table.items() if text < LEAST]
    print("\n".join(f"below {LEAST} points: {figure}" for figure in small), end="\n" if small else "")
    return 1 if failed or small else 0


if __name__ == "__main__":
    sys.exit(main())
