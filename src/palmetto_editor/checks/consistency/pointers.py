"""Where a text sends its reader: to a section or a table of the page, or to another page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from palmetto_editor.checks.sentences import sentences
from palmetto_editor.checks.shown import shown

Kind = Literal["section", "thing", "article"]

_VERB = r"(?:see|in|under|read|consult|go to|skip to|jump to)"
_SECTION = re.compile(
    rf"\b{_VERB} (?:(?:also|the|our|its|next|last) ){{0,3}}sections? "
    r"(?:(?:on|about|called|titled|entitled|headed) )?[“\"‘](?P<quoted>[^”\"’\n]{2,80})[”\"’]"
    rf"|\b{_VERB} (?:(?:also|the|our|its|next|last) ){{0,3}}sections? (?:on|about) "
    r"(?P<about>[^,.;:()\n]{3,80})"
    r"|\b(?:see|discussed|described|explained|covered) (?:in |under )?[“\"]"
    r"(?P<named>[^”\"\n]{2,80})[”\"] (?:above|below)\b"
    rf"|\b{_VERB} the (?P<plain>(?:[\w-]{{2,30}} ){{1,4}})section (?:above|below)\b",
    re.I,
)
_THING = re.compile(
    r"\b(?:see |in |from )?the (?P<what>summary table|table|figure|FAQ|frequently asked questions"
    r"|references?|reference list|list of references) (?:below|above|at the end)\b",
    re.I,
)
_NUMBERED = re.compile(
    r"(?:\b(?:[Ss]ee|[Ii]n) |\()(?P<what>Table|Figure|Fig\.) (?P<number>\d{1,2})\b(?![.-]?\d)"
    r"(?! (?:of|in|from|by)\b)"
)
_ARTICLE = re.compile(
    r"\b(?:see|read|visit|consult|check out|refer to|explore) (?:also )?"
    r"(?:our|the|this) (?P<kind>(?:[\w-]{2,30} ){0,3}?"
    r"(?:article|guide|post|blog post|page|overview|explainer|review))\b"
    r"(?P<tail>[^.\n]{0,160})",
    re.I,
)
_OURS = re.compile(r"\b(?:dedicated|companion|related|complete|full|separate|in-depth)\b", re.I)
_END = re.compile(r" (?:above|below|for|where|and|which|to see|to learn)\b.*", re.S)
_CLUES = re.compile(
    r"\b(?:sections?|below|above|tables?|figures?|fig\.|at the end|article|guide|post|page|overview"
    r"|explainer|review)\b",
    re.I,
)


class Pointer(NamedTuple):
    """`words`, typed at `start` to `end` of the text, point to `what`: the name of a section, of a
    thing (`table`, or `table 2` where it has a number), or of an article.
    """

    start: int
    end: int
    words: str
    kind: Kind
    what: str


@lru_cache(maxsize=8192)
def pointers(text: str) -> tuple[Pointer, ...]:
    """The pointers of a Markdown text that are not links; a table of a work that is cited beside
    it is that work's.
    """
    if _CLUES.search(text) is None:
        return ()
    view = shown(text)
    found = []
    for start, end, words in sentences(view.text):
        has_link = any(start <= first < end for first, _ in view.links)
        has_cite = any(start <= first <= end for first, _, _ in view.cites)
        for pointer in _in_sentence(words, links=has_link, cites=has_cite):
            span = view.at(start + pointer.start, start + pointer.end)
            found.append(pointer._replace(start=span[0], end=span[1]))
    return tuple(found)


def _in_sentence(words: str, *, links: bool, cites: bool) -> Iterator[Pointer]:
    for match in _SECTION.finditer(words) if not links else ():
        about = _END.sub("", match["about"] or "")
        what = match["quoted"] or match["named"] or match["plain"] or about
        end = match.start("about") + len(about) if about else match.end()
        yield _made(words, match.start(), end, "section", what)
    for match in _THING.finditer(words):
        yield _made(words, *match.span(), "thing", match["what"].lower())
    for match in _NUMBERED.finditer(words) if not cites else ():
        what = "table" if match["what"] == "Table" else "figure"
        yield _made(words, match.start("what"), match.end(), "thing", f"{what} {match['number']}")
    for match in _ARTICLE.finditer(words) if not (links or cites) else ():
        if _OURS.search(match["kind"]) or " our " in f" {match[0].lower()}":
            yield _made(words, *match.span(), "article", match["tail"].strip(" :“”\"'"))


def _made(words: str, start: int, end: int, kind: Kind, what: str) -> Pointer:
    piece = words[start:end].rstrip()
    return Pointer(start, start + len(piece), piece, kind, what.strip())
