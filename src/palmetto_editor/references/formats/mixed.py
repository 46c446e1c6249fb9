"""Several formats in one paste: each read as itself, nothing of the others in its way."""

from __future__ import annotations

import re

from palmetto_editor.references.formats.detect import Format
from palmetto_editor.references.line_names import find_names
from palmetto_editor.references.line_tail import find_tail

_STARTS = re.compile(
    r"(?:\A\s*+|\n[ \t]*+\n[ \t]*+)(?:(?P<bibtex>@[A-Za-z]\w*\s*[{(])|(?P<ris>TY {1,2}- ?[A-Z])"
    r"|(?P<nbib>PMID ?- ?\d)|(?P<endnote>%0 [A-Z])|(?P<csl_json>\[\s*\{|\{\s*\")"
    r"|(?P<endnote_xml><\?xml\b|<xml>|<records?>)"
    r"|(?P<text>(?![A-Z][A-Z0-9]{1,3} *-)[\[(]?[^\W_][^\n]{39,3999}))"
)
# How a record of each ends: a sign in the midst of one, as in an abstract, begins no other format.
_ENDS = {
    "bibtex": re.compile(r"[)}]\Z"),
    "ris": re.compile(r"(?:\A|\n)[ \t]*ER {1,2}-\Z"),
    "csl_json": re.compile(r"[\]}]\Z"),
    "endnote_xml": re.compile(r">\Z"),
}
_TAIL = 200  # characters: the end of a record is in them


def parts(text: str) -> dict[Format, str]:
    """The text of each format, with an empty line for each line of the others, so that every
    record keeps the number of its line. One format or none: nothing.
    """
    changes: list[tuple[int, str]] = []
    for start in _STARTS.finditer(text):
        kind = start.lastgroup or ""
        if kind == "text" and not _is_a_reference(start["text"]):
            continue
        if not changes:
            changes.append((0, kind))
        elif kind != changes[-1][1] and _is_over(text, start.start(), changes[-1][1]):
            changes.append((start.start(), kind))
    if len(changes) < 2:
        return {}
    found: dict[Format, list[str]] = {_FORMATS[kind]: [] for _, kind in changes}
    ends = [at for at, _ in changes[1:]] + [len(text)]
    for (begin, kind), end in zip(changes, ends, strict=True):
        piece = text[begin:end]
        for other, pieces in found.items():
            pieces.append(piece if other == _FORMATS[kind] else "\n" * piece.count("\n"))
    return {kind: "".join(pieces) for kind, pieces in found.items()}


def _is_a_reference(line: str) -> bool:
    """Whether words between records are a reference in free text: names first, numbers last."""
    bare = re.sub(r"^[\[(]?\d{1,3}[\]).]\s*", "", line)
    return find_names(bare) is not None and find_tail(bare) is not None


def _is_over(text: str, at: int, kind: str) -> bool:
    end = _ENDS.get(kind)
    return end is None or end.search(text[max(0, at - _TAIL) : at].rstrip()) is not None


_FORMATS: dict[str, Format] = {
    "bibtex": "bibtex", "ris": "ris", "nbib": "nbib", "endnote": "endnote",
    "csl_json": "csl-json", "endnote_xml": "endnote-xml", "text": "text",
}  # fmt: skip
