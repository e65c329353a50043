#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The check of the documentation finds what it is there to find: python3 -m unittest discover Tests/Documentation."""
import os
import tempfile
import unittest

import check


def errors(text):
    """How many commands ran, and what the check says of a document."""
    with tempfile.NamedTemporaryFile("w", suffix=".md") as file:
        file.write(text)
        file.flush()
        count, wrong = check.check(file.name, os.getcwd())
        return count, [problem.removeprefix(file.name + ":") for problem in wrong]


class CheckTests(unittest.TestCase):
    def test_what_is_printed_passes(self):
        self.assertEqual(errors("```console\n$ echo one \\\n  two\none two\n$ false\n[exit 1]\n```\n"), (2, []))

    def test_what_varies_passes(self):
        self.assertEqual(errors("```console\n$ printf 'took 17 s\\na\\nb\\nend\\n'\ntook … s\n…\nend\n```\n"), (1, []))

    def test_another_output_fails(self):
        self.assertEqual(len(errors("```console\n$ echo 2\n3\n```\n")[1]), 1)

    def test_a_missing_line_fails(self):
        self.assertEqual(len(errors("```console\n$ printf 'a\\nb\\n'\na\n```\n")[1]), 1)

    def test_an_error_that_is_not_shown_fails(self):
        self.assertEqual(len(errors("```console\n$ exit 65\n```\n")[1]), 1)

    def test_files_are_written_and_stay(self):
        text = "<!-- file: a.py -->\n\n```python\nprint(7)\n```\n\ntext\n\n```console\n$ python3 a.py\n7\n```\n"
        self.assertEqual(errors(text), (1, []))

    def test_commands_that_nobody_runs_are_found(self):
        for kind in ["", "sh", "bash", "text"]:
            self.assertEqual(len(errors(f"```{kind}\ntrimlab run x.yaml\n```\n")[1]), 1, kind)
        self.assertEqual(len(errors("text\n\n    trimlab run x.yaml\n")[1]), 1)
        self.assertEqual(errors("<!-- not run: it takes a cluster -->\n```text\ntrimlab submit x.yaml\n```\n"), (0, []))

    def test_code_that_nothing_reads_is_found(self):
        self.assertEqual(len(errors("```python\nprint(7)\n```\n")[1]), 1)
        self.assertEqual(len(errors("```swift\nlet a = 1\n```\n")[1]), 1)

    def test_code_must_be_that_of_the_file(self):
        path = "Tests/Documentation/ActiveShareExperiment.swift"
        note = f"<!-- from: {path} -->\n```swift\n%s\n```\n"
        self.assertEqual(errors(note % "import RandomStreams"), (0, []))
        self.assertEqual(len(errors(note % "import RandomStreamz")[1]), 1)

    def test_what_needs_a_module_waits_for_it(self):
        text = "<!-- needs: %s -->\n```console\n$ echo 2\n3\n```\n"
        self.assertEqual(errors(text % "no_such_module"), (0, []))
        self.assertEqual(len(errors(text % "json")[1]), 1)


if __name__ == "__main__":
    unittest.main()
