"""Which format a text is in, by what stands in it; a file's name only tips the balance."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["bibtex", "ris", "nbib", "csl-json", "endnote-xml", "endnote", "text"]

SAMPLE = 200_000  # characters that are looked at

_SIGNS: dict[Format, re.Pattern[str]] = {
    "bibtex": re.compile(r"(?<![\w.])@[ \t]*(?!context\b)[A-Za-z]\w*\s*[{(]"),
    "ris": re.compile(
        r"^[ \t]*(?:TY[ \t]{0,2}- ?[A-Z]|ER {1,2}- *$|(?:T[1I2]|A[1U]|JO|PY) {2}- )", re.M
    ),
    "nbib": re.compile(r"^(?:PMID ?- ?\d|(?:FAU|STAT|OWN|DCOM|PHST) ?- )", re.M),
    "endnote-xml": re.compile(r"<(?:records?|ref-type|database)\b"),
    "endnote": re.compile(r"^%0 [A-Z]|^%[AT] \S.*\n(?:%[A-Z] .*\n)*%[AT] ", re.M),
}
_BY_NAME: dict[str, Format] = {
    "bib": "bibtex", "bibtex": "bibtex", "ris": "ris", "nbib": "nbib", "medline": "nbib",
    "json": "csl-json", "csljson": "csl-json", "enw": "endnote", "xml": "endnote-xml",
}  # fmt: skip
_FIELD = re.compile(r"^[ \t]*(?:author|title|journal|year)\s*=\s*[{\"]", re.M | re.I)


def detect(text: str, name: str = "") -> Format:
    """The format of a text that is not empty; `text` where it is none of the others.

    The sign that stands first decides: a RIS record may hold an abstract about `@article{`.
    """
    head = text[:SAMPLE]
    begin = head.lstrip()
    likely = _BY_NAME.get(name.rpartition(".")[2].lower())
    if re.match(r"[\[{]\s*[\[{\"}\]]", begin) or (likely == "csl-json" and begin[:1] in {"[", "{"}):
        return "csl-json"
    found = {kind: match.start() for kind, sign in _SIGNS.items() if (match := sign.search(head))}
    if "nbib" in found and "ris" in found and not re.search(r"^[ \t]*TY ", head, re.M):
        del found["ris"]  # MEDLINE has TI and AU with RIS's very spaces
    if likely in found:
        return likely
    if found:
        return min(found, key=lambda kind: found[kind])
    return "bibtex" if _FIELD.search(head) else "text"
