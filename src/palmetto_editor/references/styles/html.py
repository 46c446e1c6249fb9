"""Runs -> safe HTML: quotation marks by their depth, nested tags, links."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from operator import itemgetter
from urllib.parse import quote

from palmetto_editor.references.addresses import web
from palmetto_editor.references.styles.runs import (
    BOLD,
    CAPS,
    CLOSE,
    ITALIC,
    LINE,
    MARKS,
    OPEN,
    SUB,
    SUP,
    Run,
    Runs,
)
from palmetto_editor.references.styles.terms import Locale

_TAGS = ((ITALIC, "i"), (BOLD, "b"), (LINE, "u"), (CAPS, "sc"), (SUP, "sup"), (SUB, "sub"))
_SHOWN = ITALIC | BOLD | LINE | CAPS | SUP | SUB
_STOPS = frozenset(".,!?:;")
_BEGIN = {"sc": '<span class="small-caps">'}
_END = {"sc": "</span>"}
_ADDRESS = re.compile(r"https?://\S*$")


def html(runs: Runs, locale: Locale) -> str:
    """Everything escaped; the only tags are ours."""
    cells = [(c, bits & _SHOWN, href) for text, bits, href in runs for c in text]
    if locale.punctuation_in_quotes and any(CLOSE in run[0] for run in runs):
        cells = _moved(cells)
    return _tagged(_merged(_marked(_tidy(cells), locale)))


def _moved(cells: list[Run]) -> list[Run]:
    """A point or a comma after a quotation mark that is set as it is goes before the mark, or
    nowhere where another stop stands there. Of two marks it passes the outer.
    """
    out: list[Run] = []
    for cell in cells:
        quoted = len(out) > 1 and out[-1][:2] == (CLOSE, cell[1])
        if cell[0] not in (",", ".") or not quoted:
            out.append(cell)
            continue
        ended = next((char for char, _, _ in reversed(out) if char not in MARKS), "")
        if ended not in _STOPS:
            out.insert(-1, (cell[0], out[-2][1], ""))
    return out


def _tidy(cells: list[Run]) -> list[Run]:
    """One space where there are several, none at either end."""
    out: list[Run] = []
    for cell in cells:
        if not (cell[0] == " " and (not out or out[-1][0] == " ")):
            out.append(cell)
    while out and out[-1][0] == " ":
        out.pop()
    return out


def _marked(cells: list[Run], locale: Locale) -> list[Run]:
    depth = 0
    out: list[Run] = []
    for cell in cells:
        if cell[0] not in MARKS:
            out.append(cell)
            continue
        text, bits, href = cell
        depth -= text == CLOSE
        out.append((_mark(text, depth, locale) if text in MARKS else text, bits, href))
        depth += text == OPEN
    return out


def _mark(text: str, depth: int, locale: Locale) -> str:
    inner = "-inner" if depth % 2 else ""
    return locale.term(f"open{inner}-quote" if text == OPEN else f"close{inner}-quote")


def _merged(cells: list[Run]) -> list[Run]:
    """Runs again; what stands before an identifier to make its address belongs to the link."""
    runs: list[Run] = []
    for (bits, href), alike in groupby(cells, itemgetter(1, 2)):
        text = "".join(cell[0] for cell in alike)
        if href and runs and not runs[-1][2] and (address := _ADDRESS.search(runs[-1][0])):
            before, shape, _ = runs.pop()
            runs.append((before[: address.start()], shape, ""))
            text = address[0] + text
        runs.append((text, bits, href))
    return [run for run in runs if run[0]]


def _tagged(runs: list[Run]) -> str:
    out: list[str] = []
    open_bits: list[int] = []
    link = ""
    for text, bits, href in runs:
        target = _target(href)
        if target != link:
            out += [_closed(open_bits), "</a>" if link else ""]
            out.append(f'<a href="{escape(target)}">' if target else "")
            open_bits, link = [], target
        while any(not bits & bit for bit in open_bits):
            out.append(_closed([open_bits.pop()]))
        for bit, tag in _TAGS:
            if bits & bit and bit not in open_bits:
                open_bits.append(bit)
                out.append(_BEGIN.get(tag, f"<{tag}>"))
        out.append(escape(text, quote=False))
    return "".join([*out, _closed(open_bits), "</a>" if link else ""])


def _closed(bits: list[int]) -> str:
    names = dict(_TAGS)
    return "".join(_END.get(names[bit], f"</{names[bit]}>") for bit in reversed(bits))


def _target(href: str) -> str:
    """A web address, percent-encoded where it has to be; "" for any other."""
    return web(quote(href, safe="/:;()._-~@!$'*+,=?&%#[]")) if href else ""
