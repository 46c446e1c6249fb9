"""Texts as a reader sees them: on one line, with nothing that no page can show."""

from __future__ import annotations

import re
from html import unescape

from palmetto_editor.references.rich import rich

# Controls, halves of surrogate pairs, and the characters that mark slots in rendered texts.
_UNSHOWN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ue000-\ue002]")
_TAG = re.compile(r"</?(?:i|b|sup|sub)>")


def one_line(text: str) -> str:
    """`text` with its white space folded and without characters that a page cannot show."""
    return " ".join(_UNSHOWN.sub("", text).split())


def title(text: str) -> str:
    """A CSL title as an entry of the reference list shows it, without its few tags."""
    return one_line(unescape(_TAG.sub("", rich(text))) if "<" in text else text)
