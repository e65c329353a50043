# SPDX-License-Identifier: GPL-3.0-or-later
"""What README and docstrings say."""
import inspect
import re

import pytest
from conftest import ROOT

import trimlab

EXAMPLES = re.findall(r"```python\n(.*?)```", (ROOT / "Sources/Python/README.md").read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize("example", EXAMPLES, ids=range(len(EXAMPLES)))
def test_examples_of_the_readme_run(example):
    assert len(example.splitlines()) <= 7
    exec(example, {})


def test_all_of_them_are_there():
    assert len(EXAMPLES) == 4


@pytest.mark.parametrize("name", [name for name in trimlab.__all__ if inspect.isfunction(getattr(trimlab, name))])
def test_every_parameter_is_explained(name):
    function = getattr(trimlab, name)
    text = inspect.getdoc(function)
    for parameter in inspect.signature(function).parameters:
        assert parameter in text, (name, parameter)
