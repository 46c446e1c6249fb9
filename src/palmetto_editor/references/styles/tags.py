"""The text of a field -> runs: the tags of CSL-JSON, straight quotation marks and apostrophes."""

from __future__ import annotations

import re

from palmetto_editor.references.styles.runs import (
    BOLD,
    CAPS,
    CLOSE,
    ITALIC,
    NOCASE,
    OPEN,
    SUB,
    SUP,
    Run,
    Runs,
)

LONGEST = 4000  # characters in which pairs of quotation marks are looked for
_TAG = re.compile(r"<(/?)(i|b|sup|sub|sc|span)((?:\s[^<>]*)?)>")
_BITS = {"i": ITALIC, "b": BOLD, "sup": SUP, "sub": SUB, "sc": CAPS}
_DOUBLE = re.compile(r'(?<![\w"])"(?=\S)([^"]*?)(?<=\S)"(?!\w)')
_CURLY = re.compile(r"“([^“”]*)”")
_SINGLE = re.compile(r"(?<![\w'’])'(?=\S)([^']*(?:'(?=\w)[^']*)*?)(?<=\S)'(?!\w)")
_QUOTED = f"{OPEN}\\1{CLOSE}"


def parsed(text: str) -> Runs:
    """What pandoc makes of a field of CSL-JSON; a tag without its partner is text."""
    clean = " ".join(text.split())
    paired = _paired(clean)
    out: list[Run] = []
    bits, done = 0, 0
    for match in _TAG.finditer(clean):
        if match.start() not in paired:
            continue
        out.append((clean[done : match.start()], bits, ""))
        bits ^= paired[match.start()]
        done = match.end()
    out.append((clean[done:], bits, ""))
    return _quotes(tuple(run for run in out if run[0]))


def _paired(text: str) -> dict[int, int]:
    """Where the tags stand that have a partner, and the format of each."""
    paired: dict[int, int] = {}
    open_tags: list[re.Match[str]] = []
    for tag in _TAG.finditer(text):
        if not tag[1]:
            open_tags.append(tag)
        elif open_tags and open_tags[-1][2] == tag[2]:
            start = open_tags.pop()
            bit = _BITS.get(tag[2]) or (CAPS if "small-caps" in start[3] else NOCASE)
            paired |= {start.start(): bit, tag.start(): bit}
    return paired


def _quotes(runs: Runs) -> Runs:
    text = "".join(run[0] for run in runs)
    if not any(char in text for char in "\"'“"):
        return runs
    return tuple((_signs(run[0]), *run[1:]) for run in runs)


def _signs(text: str) -> str:
    """Quotation marks in pairs become signs, a lone straight one an apostrophe."""
    if len(text) > LONGEST:
        return text.replace("'", "’")
    text = _DOUBLE.sub(_QUOTED, _CURLY.sub(_QUOTED, text))
    return _SINGLE.sub(_QUOTED, text).replace("'", "’")
