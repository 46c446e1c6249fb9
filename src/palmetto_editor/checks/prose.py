"""The article's Markdown, text by text, as the rules read it: with code blanked out.

Rules that need more than a pattern ask the page instead: its faults and its outline come from
the rendering itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.model.citing import texts, without_code
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

__all__ = ["matches", "texts"]


def matches(article: Article, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
    """Every match of a pattern outside code, with the place of the text that it stands in."""
    for place, text in texts(article):
        for match in pattern.finditer(without_code(text)):
            yield place, match
