"""Regular expressions that mean the same on every Python that the program runs on."""

import re
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src"
POSSESSIVE_GROUP = re.compile(r"\)(?:[*+?]|\{\{?\d*,?\d*\}?\})\+")


def test_no_group_is_possessive():
    """Python before 3.11.5, which Debian 12 has, matches them wrongly; `(?>…)` is sound there."""
    texts = {path: path.read_text("utf-8") for path in SOURCE.rglob("*.py")}
    found = {
        str(path): [line.strip() for line in text.splitlines() if POSSESSIVE_GROUP.search(line)]
        for path, text in texts.items()
        if POSSESSIVE_GROUP.search(text)
    }
    assert found == {}
