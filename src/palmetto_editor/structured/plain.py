"""Texts as a reader sees them: on one line, with nothing that no page can show."""

from __future__ import annotations

import re

# Controls, halves of surrogate pairs, and the two characters that mark slots in rendered blocks.
_UNSHOWN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ue000\ue001]")
_RICH = re.compile(r"</?(?:i|b|em|strong|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)


def one_line(text: str) -> str:
    """`text` with its white space folded and without characters that a page cannot show."""
    return " ".join(_UNSHOWN.sub("", text).split())


def title(text: str) -> str:
    """A CSL title without the few tags that CSL allows in one, on one line."""
    return one_line(_RICH.sub("", text) if "<" in text else text)
