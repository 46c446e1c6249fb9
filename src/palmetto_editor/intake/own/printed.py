"""What only a printed entry says of a work, found by printing again.

The style of the reference list is known (`references.numeric`), so a guess can be tried: fill a
field with words of the entry, print the entry, and keep what comes closer to the one on the page.
A work is whole when both its entry and its node come out as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references import numeric
from palmetto_editor.references.cited_names import inverted
from palmetto_editor.structured import works
from palmetto_editor.structured.site import Node, Site

_ROUNDS = 6  # fields that the entry alone tells, at most
_PARTS = 14  # pieces of an entry that are tried, at most
_APART = re.compile(
    r"\. |(?<!&amp)(?<!&lt)(?<!&gt)(?<!&nbsp); ?|: ?|\(|\)|\[|\]|, | · "
    r"|(?<=No\.) |(?<=ISBN) |(?<=Vol\.) |(?<=p\.) "
)
_TAG = re.compile(r"</?(?!(?:i|b|sup|sub)>)[a-z][^>]*>")
_EDITION = re.compile(r"(?:st|nd|rd|th) ed$")
_WRAPPED = re.compile(r"<i>(.*)</i>", re.DOTALL)
_DIFFERS = 10_000  # how far apart two works are that the graph tells differently
_FIELDS = (
    *("title", "container_title", "container_title_short", "volume", "issue", "page", "publisher"),
    *("publisher_place", "collection_title", "collection_number", "edition", "number", "genre"),
    *("event_title", "status", "ISBN"),
)
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY = re.compile(rf"(\d{{1,4}})( BC)?(?: ({'|'.join(_MONTHS)})(?: (\d{{1,2}}))?)?")


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the page: its HTML, its node, and where ids come from.

    `node` is {} where the graph has none for it, and None where the graph tells of no works.
    """

    html: str
    node: Node | None
    site: Site

    def apart(self, reference: Reference) -> int:
        """How far a reference's entry and node are from these; 0 where they are the same."""
        told = works.citations([reference], self.site)
        wanted = [self.node] if self.node else []
        differs = _DIFFERS if self.node is not None and told != wanted else 0
        return differs + _distance(canonical(numeric.entry(reference)), self.html)

    def completed(self, reference: Reference) -> Reference:
        """The reference with what its printed entry adds."""
        best, apart = reference, self.apart(reference)
        for _ in range(_ROUNDS):
            if not apart:
                break
            guesses = [(self.apart(one), one) for one in self._guesses(best)]
            closest = min(guesses, key=lambda guess: guess[0], default=(apart, best))
            if closest[0] >= apart:
                break
            apart, best = closest
        return best

    def _guesses(self, reference: Reference) -> Iterator[Reference]:
        yield from _renamed(reference, self.html)
        for piece in _pieces(canonical(numeric.entry(reference)), self.html):
            for name in _FIELDS:
                yield replace(reference, **{name: piece})  # type: ignore[arg-type] # texts, all
            if date := _date(piece):
                yield replace(reference, issued=date)
                yield replace(reference, accessed=date)


@lru_cache(maxsize=4096)
def canonical(html: str) -> str:
    """HTML as the parser writes it, so that two spellings of it compare."""
    body = LexborHTMLParser(f"<body>{html}").body
    return (body.inner_html or "") if body is not None else ""


def _distance(one: str, other: str) -> int:
    """How many characters are left between what both begin and what both end with."""
    start, end = _common(one, other)
    return len(one) + len(other) - 2 * (start + end)


def _common(one: str, other: str) -> tuple[int, int]:
    shorter = min(len(one), len(other))
    start = next((i for i in range(shorter) if one[i] != other[i]), shorter)
    rest = shorter - start
    end = next((i for i in range(rest) if one[-1 - i] != other[-1 - i]), rest)
    return start, end


def _pieces(printed: str, wanted: str) -> list[str]:
    """Texts of CSL that stand in the wanted entry about where the printed one differs."""
    start, end = _common(printed, wanted)
    cuts = [0, *(at for match in _APART.finditer(wanted) for at in match.span()), len(wanted)]
    first = max((i for i, at in enumerate(cuts) if at <= start), default=0)
    last = min((i for i, at in enumerate(cuts) if at >= len(wanted) - end), default=len(cuts) - 1)
    near = cuts[max(0, first - 1) : min(last + 4, first + _PARTS)]
    found: dict[str, None] = {}
    for i, begin in enumerate(near):
        for finish in near[i + 1 :]:
            _add(found, wanted[begin:finish])
    return list(found)


def _add(found: dict[str, None], html: str) -> None:
    text = unescape(_TAG.sub("", html)).strip()
    for one in (
        text,
        text.rstrip("."),
        text.removesuffix(" ed"),
        re.sub(r"(?:st|nd|rd|th) ed$", "", text),
    ):
        bare = _WRAPPED.fullmatch(one)
        for piece in (one, bare[1] if bare else ""):
            if piece.strip(" .;:()[]"):
                found.setdefault(piece, None)


def _date(text: str) -> Date | None:
    """The date that an entry shows so; words that are none are a date too."""
    bare = text.removeprefix("c. ")
    days = [_DAY.fullmatch(part) for part in bare.split("–")]
    parts = tuple(_parts(day) for day in days if day)
    if len(parts) == len(days):
        return Date(date_parts=parts, circa=bare != text)
    return Date(literal=bare, circa=bare != text)


def _parts(match: re.Match[str]) -> tuple[int, ...]:
    year = -int(match[1]) if match[2] else int(match[1])
    month = (_MONTHS.index(match[3]) + 1,) if match[3] else ()
    return (year, *month, *((int(match[4]),) if match[4] else ()))


def _renamed(reference: Reference, html: str) -> Iterator[Reference]:
    """With the particles of names taken from the given names: the graph has both as one."""
    shown = unescape(html)

    def renamed(names: tuple[Name, ...]) -> tuple[Name, ...]:
        return tuple(name if inverted(name) in shown else _split(name, shown) for name in names)

    for field in ("author", "editor"):
        names: tuple[Name, ...] = getattr(reference, field)
        if names and renamed(names) != names:
            yield replace(reference, **{field: renamed(names)})  # type: ignore[arg-type] # names


def _split(name: Name, shown: str) -> Name:
    words = name.given.split()
    for count in range(1, len(words) + 1):
        given, particle = " ".join(words[:-count]), " ".join(words[-count:])
        split = replace(name, given=given, dropping_particle=particle)
        if inverted(split) in shown:
            return split
    return name
