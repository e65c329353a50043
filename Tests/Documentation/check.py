#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs what the documentation shows: check.py BINARIES FILE.md…

A fence ```console has commands (`$ …`, continued by a backslash at the end of a line) and what they print; it must print just that. `…` stands
for what differs from run to run, within a line or, alone in a line, for lines. A fence ```yaml after `<!-- file: NAME -->` is
written to NAME, and a fence ```python after it as well. The fences of a file run one after the other in one empty folder, which has
`Studies`; a command that fails must be followed by `[exit N]`.
"""
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FENCE = re.compile(r"(?:<!-- file: (?P<name>\S+) -->\n+)?^```(?P<kind>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)


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


def check(path, binaries):
    """How many commands ran, and what went wrong."""
    with open(path) as file:
        text = file.read()
    count, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(f"{ROOT}/Studies", f"{folder}/Studies")
        for fence in FENCE.finditer(text):
            if fence["name"]:
                with open(f"{folder}/{fence['name']}", "w") as file:
                    file.write(fence["body"])
            if fence["kind"] != "console":
                continue
            for command, expected in commands(fence["body"]):
                count += 1
                output = run(command, folder, binaries)
                if not pattern(expected).fullmatch(output):
                    line = text[: fence.start()].count("\n") + 1
                    wrong.append(f"{path}:{line}: $ {command}\n  expected\n    " + "\n    ".join(expected) + "\n  printed\n    "
                                 + "\n    ".join(output.splitlines()))
    return count, wrong


def main(binaries, *paths):
    counts, wrong = zip(*(check(path, os.path.abspath(binaries)) for path in paths))
    wrong = sum(wrong, [])
    print("\n\n".join(wrong) or f"{sum(counts)} commands of {len(paths)} files print what they say.")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:])
