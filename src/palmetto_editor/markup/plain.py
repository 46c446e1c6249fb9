"""The text of HTML that the renderer gave, for headings, outlines and comparisons."""

from __future__ import annotations

import re
from html import unescape

from palmetto_editor.markup.rendered import SLOT

_TAG = re.compile(r"<[^>]*>")
_ALT = re.compile(r"<img[^>]* alt=\"([^\"]*)\"[^>]*>")


def plain_text(html: str) -> str:
    """The text with white space folded: images as their alternative text, slots as nothing."""
    text = _TAG.sub("", _ALT.sub(r"\1", SLOT.sub("", html)))
    return " ".join(unescape(text).split())
