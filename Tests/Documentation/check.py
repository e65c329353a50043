#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs what the documentation shows: check.py BINARIES FILE.md…

A fence ```console has commands (`$ …`, continued by a backslash at the end of a line) and what they print; it must print just that. `…` stands
for what differs from run to run, within a line or, alone in a line, for lines. A command that fails must be followed by `[exit N]`.
The fences of a file run one after the other in one empty folder, which has `Studies` and `Reports`.

A comment before a fence says what becomes of it:

  <!-- file: NAME -->      it is written to NAME
  <!-- from: PATH -->      it stands in PATH, word for word, which a test compiles
  <!-- needs: MODULE -->   it runs where Python has that module
  <!-- not run: WHY -->    it is shown only

Every fence must be of one of these kinds, console, or text that has no command in it: what nobody runs would be wrong some day.
"""
import concurrent.futures
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
import typing

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FENCE = re.compile(r"^```(?P<kind>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!-- (file|from|needs|not run): (.+?) -->\s*$")
COMMAND = re.compile(r"\s*(?:\$ )?(?:sudo )?(?:trimlab|make|python3?|pip|brew|sbatch|git|apt-get|apptainer|dpkg|swift)\b", re.MULTILINE)
INDENTED = re.compile(r"^(?: {4,}|\t)(?:\$ |trimlab |make |python3? |pip |git )", re.MULTILINE)
SHOWN = {"text"}
WRITTEN = {"yaml", "python", "c", "json", "bash"}


class Fence(typing.NamedTuple):
    kind: str
    body: str
    line: int
    notes: dict


def fences(text):
    """The fences of a document, with the comments before them."""
    for match in FENCE.finditer(text):
        before, notes = text[: match.start()].rstrip(), {}
        while note := COMMENT.search(before):
            notes[note[1]] = note[2]
            before = before[: note.start()].rstrip()
        yield Fence(match["kind"], match["body"], text[: match.start()].count("\n") + 1, notes)


def unchecked(fence):
    """Why nothing would find an error in the fence; nil where something would."""
    if fence.kind == "console" or fence.notes.keys() & {"file", "from", "not run"}:
        return None
    if fence.kind in SHOWN:
        return "a command that is not run: ```console, or say why: <!-- not run: … -->" if COMMAND.match(fence.body) else None
    if fence.kind in WRITTEN | {"swift"}:
        return "nothing reads it: <!-- file: NAME -->, <!-- from: PATH --> or <!-- not run: … -->"
    return f"a block of kind '{fence.kind}': use console, or text where it is no command"


def commands(body):
    """(command, lines that it is to print), one after the other."""
    command, expected = None, []
    lines = iter(body.splitlines())
    for line in lines:
        if line.startswith("$ "):
            if command is not None:
                yield command, expected
            command, expected = line[2:], []
            while command.endswith("\\"):
                command = command[:-1] + next(lines).strip()
        elif command is not None:
            expected.append(line)
    if command is not None:
        yield command, expected


def pattern(expected):
    """What the output must be, as a regular expression."""
    lines = [r"(?:.*\n)*?" if line.strip() == "…" else r"[^\n]*".join(map(re.escape, line.rstrip().split("…"))) + r"[ ]*\n"
             for line in expected]
    return re.compile("".join(lines) + r"\s*")


def run(command, folder, binaries):
    environment = os.environ | {"PATH": f"{binaries}:{os.environ['PATH']}", "COLUMNS": "100"}
    ended = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    output = ended.stdout if ended.stdout.endswith("\n") or not ended.stdout else ended.stdout + "\n"
    return output if ended.returncode == 0 else output + f"[exit {ended.returncode}]\n"


def check_fence(fence, folder, binaries):
    """How many commands ran, and (line, what was wrong)."""
    if problem := unchecked(fence):
        return 0, [(fence.line, problem)]
    if path := fence.notes.get("from"):
        with open(f"{ROOT}/{path}") as file:
            return 0, [] if fence.body in file.read() else [(fence.line, f"{path} has other code")]
    if name := fence.notes.get("file"):
        with open(f"{folder}/{name}", "w") as file:
            file.write(fence.body)
    module = fence.notes.get("needs")
    if fence.kind != "console" or "not run" in fence.notes or module and not importlib.util.find_spec(module):
        return 0, []
    count, wrong = 0, []
    for command, expected in commands(fence.body):
        count += 1
        output = run(command, folder, binaries)
        if not pattern(expected).fullmatch(output):
            wrong.append((fence.line, f"$ {command}\n  expected\n    " + "\n    ".join(expected) + "\n  printed\n    "
                          + "\n    ".join(output.splitlines())))
    return count, wrong


def check(path, binaries):
    """How many commands of a document ran, and what went wrong, in words."""
    with open(path) as file:
        text = file.read()
    outside = FENCE.sub(lambda match: re.sub(".", "", match[0]), text)
    count, wrong = 0, [(outside[: match.start()].count("\n") + 1, "an indented command: use ```console") for match in INDENTED.finditer(outside)]
    with tempfile.TemporaryDirectory() as folder:
        for name in ["Studies", "Reports"]:
            os.symlink(f"{ROOT}/{name}", f"{folder}/{name}")
        for fence in fences(text):
            ran, errors = check_fence(fence, folder, binaries)
            count, wrong = count + ran, wrong + errors
    return count, [f"{path}:{line}: {problem}" for line, problem in wrong]


def main(binaries, *paths):
    start = time.monotonic()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        counts, wrong = zip(*pool.map(lambda path: check(path, os.path.abspath(binaries)), paths))
    wrong = sum(wrong, [])
    print("\n\n".join(wrong) or f"{sum(counts)} commands of {len(paths)} files print what they say; {time.monotonic() - start:.0f} s.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:])
