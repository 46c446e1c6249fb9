"""When two texts say the same: white space, entities, quotes, dashes and ligatures are noise."""

from __future__ import annotations

import re
import unicodedata
from html import unescape

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import SLOT, Job
from palmetto_editor.page.visible import visible_text

_SAME = {
    **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
    **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"), None),
}
_TOKEN = re.compile(r"(?<!\w)-?\d+(?:[.,]\d+)*|\w+|[%<>=±+]")
_MARK = re.compile(r"\[\d+(?:\s*[,-]\s*\d+)*\]")  # the number of a citation, as readers see it
_MARKDOWN = re.compile(r"[\\*_`\[\]<>&!~^{}#|]|^\s*(?:[-+]|\d+[.)])\s", re.MULTILINE)
_END = re.compile(r"(?<=[.!?])([\"'”’»)\]]*)\s+(?=[\"'“‘«(\[]?[A-Z0-9À-Þ])|\n+")
_ELLIPSIS = re.compile(r"\s*(?:\[\s*)?\.{3,}(?:\s*\])?$")


def fold(text: str) -> str:
    """The text with its noise taken away; case and punctuation stay."""
    if "&" in text:
        text = unescape(unescape(text))
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split())


def flat(text: str) -> str:
    """The text on one line, its own characters kept: what is shown, and what an edit sets."""
    return " ".join(text.split())


def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers in small letters: what is left where punctuation is noise too."""
    return tuple(_TOKEN.findall(_MARK.sub(" ", fold(text)).casefold()))


def key(text: str) -> str:
    return " ".join(tokens(text))


def same(one: str, other: str) -> bool:
    """Whether two short texts are the same. Case counts, unless one is all capitals, as CSS does;
    a full stop at the end does not.
    """
    first, second = (fold(text).rstrip(".") for text in (one, other))
    if first.isupper() or second.isupper():
        return first.casefold() == second.casefold()
    return first == second


def is_beginning(short: str, whole: str) -> bool:
    """Whether `short` is `whole` cut off with three dots, as programs do to fit a length."""
    folded = fold(short)
    cut = _ELLIPSIS.sub("", folded)
    return cut != folded and bool(cut) and fold(whole).casefold().startswith(cut.casefold())


def seen(markdown: str) -> str:
    """What readers see of our Markdown; the numbers of citations and notes left out."""
    if not _MARKDOWN.search(markdown):
        return fold(markdown)
    return visible_text(SLOT.sub("", render(Job(markdown)).html))


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of plain text; an abbreviation may cut one in two."""
    return tuple(filter(None, map(flat, _END.sub(r"\1\n", text).split("\n"))))


def is_cut(one: str, other: str) -> bool:
    """Whether the shorter of two plain texts is the other's beginning, or some sentences of it."""
    short, long_ = sorted((one, other), key=lambda text: (len(tokens(text)), not _ends(text)))
    few, many = tokens(_ELLIPSIS.sub("", fold(short))), tokens(long_)
    if not few:
        return False
    if few == many[: len(few)]:
        return True
    # The last word itself may be cut in two.
    if few[:-1] == many[: len(few) - 1] and len(few) > 3 and _ends(short):
        return many[len(few) - 1].startswith(few[-1])
    return {key(s) for s in sentences(short)} <= {key(s) for s in sentences(long_)}


def _ends(text: str) -> bool:
    return _ELLIPSIS.search(fold(text)) is not None
