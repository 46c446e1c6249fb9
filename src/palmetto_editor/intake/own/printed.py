"""What only a printed entry says of a work, found by printing again.

The style of the reference list is known (`references.numeric`), so a guess can be tried: fill a
field with words of the entry, print the entry, and keep what comes closer to the one on the page.
A work is whole when both its entry and its node come out as they were.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape

from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.references import numeric
from palmetto_editor.references.cited_names import inverted
from palmetto_editor.structured import works
from palmetto_editor.structured.site import Node, Site

_ROUNDS = 6  # fields that the entry alone tells, at most
_PARTS = 10  # pieces of an entry that are tried, at most
_APART = re.compile(
    r"(?<!\bc)\. |(?<!&amp)(?<!&lt)(?<!&gt)(?<!&nbsp); ?|: ?|\(|\)|\[|\]|, | · "
    r"|(?<=No\.) |(?<=ISBN) |(?<=Vol\.) |(?<=p\.) "
)
_TAG = re.compile(r"</?(?!(?:i|b|sup|sub)>)[a-z][^>]*>")
_EDITION = re.compile(r"(?:st|nd|rd|th) ed$")
_WRAPPED = re.compile(r"<i>(.*)</i>", re.DOTALL)
NEAR = 1  # as far apart as two works whose ids alone differ
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
    `guessing` is False for the entries of a page on which it has not helped so far.
    """

    html: str
    node: Node | None
    site: Site
    guessing: bool = True

    def apart(self, reference: Reference, limit: int = sys.maxsize) -> int:
        """How far a reference's entry and node are from these; 0 where they are the same.

        An answer that is not below the limit need not be the whole distance.
        """
        printed = _distance(_plain(numeric.entry(reference)), _plain(self.html))
        if printed >= limit or self.node is None:
            return printed
        told = works.citations([reference], self.site)
        wanted = [self.node] if self.node else []
        if told == wanted:
            return printed
        # The id of a work without a number is a hash, and some of what it hides stands nowhere.
        hidden = len(told) == len(wanted) and told[0] | {"@id": ""} == wanted[0] | {"@id": ""}
        return printed + (NEAR if hidden else _DIFFERS)

    def completed(self, reference: Reference) -> Reference:
        """The reference with what its printed entry adds."""
        careful = self._completed(reference, careful=True)
        if self.apart(careful) <= NEAR or not self.guessing:
            return careful
        return min(careful, self._completed(reference, careful=False), key=self.apart)

    def _completed(self, reference: Reference, *, careful: bool) -> Reference:
        """Field by field what brings the entry closest; `careful` takes short pieces first."""
        best, apart = reference, self.apart(reference)
        for _ in range(_ROUNDS):
            known = apart
            for guesses in self._guesses(best) if apart > NEAR and self.guessing else ():
                for guess in guesses:
                    distance = self.apart(guess, apart)
                    if distance < apart:
                        best, apart = guess, distance
                if careful and apart < known:
                    break
            if apart == known:
                break
        return best

    def _guesses(self, reference: Reference) -> Iterator[Iterator[Reference]]:
        """References with one field more: first those of short pieces, which mean one thing."""
        yield _renamed(reference, self.html)
        for pieces in _pieces(numeric.entry(reference), self.html):
            yield _filled(reference, pieces)


def _filled(reference: Reference, pieces: Iterable[str]) -> Iterator[Reference]:
    for piece in pieces:
        for name in _FIELDS:
            if getattr(reference, name) != piece:
                yield replace(reference, **{name: piece})  # type: ignore[arg-type] # all texts
        if date := _date(piece):
            yield replace(reference, issued=date)
            yield replace(reference, accessed=date)


def _plain(html: str) -> str:
    """An entry as parsers write it: the same signs as references, and no others."""
    html = html.replace("&quot;", '"').replace("&#x27;", "'") if "&" in html else html
    return html.replace("\xa0", "&nbsp;")


def _distance(one: str, other: str) -> int:
    """How many characters are left between what both begin and what both end with."""
    start, end = _common(one, other)
    return len(one) + len(other) - 2 * (start + end)


def _common(one: str, other: str) -> tuple[int, int]:
    """How many characters both begin with, and how many more they end with."""
    shorter = min(len(one), len(other))
    start = _shared(shorter, lambda count: one[:count] == other[:count])
    return start, _shared(shorter - start, lambda n: n == 0 or one[-n:] == other[-n:])


def _shared(most: int, fits: Callable[[int], bool]) -> int:
    """The largest count that fits: by halving, so that C code compares."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _pieces(printed: str, wanted: str) -> Iterator[list[str]]:
    """Texts of CSL that stand in the wanted entry about where the printed one differs.

    First what stands between two signs, then what stands between three, and so on.
    """
    start, end = _common(printed, wanted)
    signs = [match.span() for match in _APART.finditer(wanted)]
    begins = [0, *(end for _, end in signs)]
    ends = [*(start for start, _ in signs), len(wanted)]
    first = max(i for i, at in enumerate(begins) if at <= start)
    last = next((i for i, at in enumerate(ends) if at >= len(wanted) - end), len(ends) - 1)
    near = range(max(0, first - 1), min(last + 2, first + _PARTS, len(ends)))
    for width in range(len(near)):
        found: dict[str, None] = {}
        for i in near[: len(near) - width]:
            _add(found, wanted[begins[i] : ends[i + width]])
        yield list(found)


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
