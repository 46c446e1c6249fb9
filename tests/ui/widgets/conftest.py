"""Passages written as texts with the selection between two bars, or the cursor at one."""

from __future__ import annotations

import pytest

from palmetto_editor.ui.widgets.passage import Passage


def _passage(text):
    before, _, rest = text.partition("|")
    selected, _, after = rest.rpartition("|") if "|" in rest else ("", "", rest)
    return Passage(before + selected + after, len(before), len(before) + len(selected))


def _after(command, text):
    result = command(_passage(text))
    if result is None:
        return None
    middle = f"|{result.selected}|" if result.selected else "|"
    return result.text[: result.start] + middle + result.text[result.end :]


@pytest.fixture(scope="session")
def passage():
    return _passage


@pytest.fixture(scope="session")
def after():
    """Apply a command to a marked text; the marked text that comes of it, or None."""
    return _after
