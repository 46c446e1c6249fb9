"""Given names as initials, after pandoc's citeproc, which follows citeproc-js."""

from __future__ import annotations

import re

_SPLIT = re.compile(r"[^\s.\-‐]+\.?|[-‐]")
# `DL` as PubMed and Vancouver lists write it: initials run together, which CSL takes for one word.
_RUN = re.compile(r"(?<![^\s.\-‐])(?!I{2,3}\b)([^\W\d_]{2,3})\.?(?![^\s.\-‐])")
_PARTS = re.compile(r"(?P<hyphen>[-‐]?)(?P<word>[^\s.\-‐]+)(?P<dot>\.?)")


def initialised(given: str, mark: str, *, whole: bool = False, hyphen: bool = True) -> str:
    """`Jean-Luc M.` -> `J.-L. M.` for the mark `. `.

    `whole`: names in full stay so, only what is an initial already gets the mark. A word without
    a capital (a particle) stays a word; a letter after a hyphen follows the first part. Two or
    three capitals run together are initials each, other than in pandoc, which would drop all but
    the first.
    """
    given = _RUN.sub(_apart, given)
    out: list[str] = []
    for match in _PARTS.finditer(given):
        word, joined = match["word"], bool(match["hyphen"]) and bool(out)
        if whole and not match["dot"] and len(word) > 1:
            out.append(f"{'-' if joined else ' ' if out else ''}{word}")
            continue
        if word[0].islower():
            if not joined:
                out.append(f" {word} ")
            continue
        letters = word if match["dot"] and len(word) < 4 else word[0]
        if joined and hyphen:
            out[-1] = out[-1].rstrip()
            out.append("-")
        elif whole and out and not out[-1].endswith(mark or out[-1][-1:].upper()):
            out.append(" ")
        out.append(letters + mark)
    return " ".join("".join(out).split()) if out else given


def _apart(match: re.Match[str]) -> str:
    return " ".join(f"{letter}." for letter in match[1]) if match[1].isupper() else match[0]
