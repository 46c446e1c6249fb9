"""Rules for works that a sentence names, `Muccioli et al.`, and the citations that stand by it.

A citation in the same paragraph or list is enough, in a table one in the same row, its caption or
its note; a footnote that the paragraph refers to counts as part of it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from palmetto_editor.checks.cited_style import at, style_of
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.markup.blocks import Block, split
from palmetto_editor.model import edits
from palmetto_editor.model.citing import citations, key_of, texts, without_code
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_NAME = r"(?P<name>[^\W\d_][\w'’-]{1,40})"
_INITIALS = r"(?:,?[ \u00a0](?:[A-Z]\.?[- ]?){1,3})?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)[a-z]?"
_SPACE = r"[ \u00a0\n]{1,3}"
_FELLOWS = (  # as English, French, German, Italian and Spanish call them
    rf"(?:and|&){_SPACE}(?:colleagues|co-?workers|collaborators|associates)|et{_SPACE}coll"
    rf"|und{_SPACE}(?:Kolleg|Mitarbeit)\w+|e{_SPACE}(?:colleghi|collaboratori)"
    rf"|y{_SPACE}(?:colaboradores|cols)"
)
# `Muccioli et al.`, `Muccioli G, *et al.* (2000)`, `Howard and colleagues`
_OTHERS = re.compile(
    rf"{_NAME}{_INITIALS},?{_SPACE}(?:[*_]{{0,2}}(?P<latin>et{_SPACE}al)\b\.?[*_]{{0,2}}"
    rf"|(?:{_FELLOWS})\b\.?)"
    rf"(?:(?:,?{_SPACE}|,)[(\[]?{_YEAR}[)\]]?)?"
)
# `Sun (2004)`, `Bing and Wu, 2001`
_DATED = re.compile(
    rf"{_NAME}(?:{_SPACE}(?:and|&){_SPACE}[^\W\d_][\w'’-]{{1,40}})?(?:,{_SPACE}|{_SPACE}\(){_YEAR}\)?"
)
_NOTED = re.compile(r"\[\^([^\[\]\s^]{1,100})\]")
_SHOWN = 3  # keys that a sentence names where several works fit


@dataclass(frozen=True, slots=True)
class _Named:
    """Where a text names a work, and which of the list it may be; `certain`: it names one."""

    place: Place
    words: str
    works: tuple[Reference, ...]
    certain: bool


def not_cited(subject: Subject) -> Iterator[Hit]:
    """The work is in the list, and nothing cites it where it is named."""
    for named, cited in _found(subject):
        keys = [work.id for work in named.works]
        if keys and cited.isdisjoint(keys):
            listed = " or ".join(f"@{key}" for key in keys[:_SHOWN])
            message = f"“{named.words}” is named here and not cited; cite {listed}."
            fix = _cite(named, keys[0], subject) if len(keys) == 1 else None
            yield Hit(named.place, message, fix)


def not_listed(subject: Subject) -> Iterator[Hit]:
    """`et al.` after a name that no entry has: the work is missing, or the name is misspelt."""
    for named, _ in _found(subject):
        if named.certain and not named.works:
            message = f"“{named.words}” is named here, and no reference fits; add it to the list."
            yield Hit(named.place, message)


def _found(subject: Subject) -> Iterator[tuple[_Named, frozenset[str]]]:
    """Each naming with the keys that are cited beside it."""
    known = _by_family(subject.article.references)
    rows = _Rows(subject.article)
    for place, text in texts(subject.article):
        if place.part != "body" and not _spots(text):
            continue
        if place.part == "tables":
            for named in _namings(text, place, known):
                yield named, rows.cited(place)
            continue
        blocks = subject.page.body_blocks if place.part == "body" else split(text)
        yield from _in_blocks(blocks, place, known, subject.pause)


def _in_blocks(
    blocks: Sequence[Block],
    place: Place,
    known: Mapping[str, list[Reference]],
    pause: Callable[[], None],
) -> Iterator[tuple[_Named, frozenset[str]]]:
    beside = _by_note(blocks)
    start = 0
    for block in blocks:
        pause()
        if block.kind not in ("heading", "definition") and _spots(block.text):
            named = list(_namings(block.text, place, known, start))
            if named:
                labels = _NOTED.findall(block.text)
                cited = _keys(block.text).union(*(beside.get(label, ()) for label in labels))
                yield from ((each, cited) for each in named)
        start += len(block.text)


def _by_note(blocks: Iterable[Block]) -> dict[str, frozenset[str]]:
    """The keys cited in a footnote and in all that refers to it, by its label."""
    cited: dict[str, frozenset[str]] = {}
    for block in blocks:
        if "[^" in block.text:
            keys = _keys(block.text)
            for label in _NOTED.findall(block.text):
                cited[label] = cited.get(label, frozenset()) | keys
    return cited


def _namings(
    text: str, place: Place, known: Mapping[str, list[Reference]], start: int = 0
) -> Iterator[_Named]:
    """What a text names. A year alone after a word names a work only where the list has it."""
    done: list[_Spot] = []
    for spot in _spots(text):
        alike = known.get(_folded(spot.name), [])
        if not (spot.name[0].isupper() or alike) or any(
            s.start <= spot.start < s.end for s in done
        ):
            continue
        done.append(spot)
        works = _works(alike, spot)
        if works or spot.latin:
            span = place.at(start + spot.start, start + spot.end)
            yield _Named(span, spot.words, works, spot.latin)


@dataclass(frozen=True, slots=True)
class _Spot:
    """What may name a work: `others` besides the one named, `latin` if it says `et al.`."""

    start: int
    end: int
    words: str
    name: str
    year: int
    others: bool
    latin: bool


@lru_cache(maxsize=4096)  # blocks that are not being typed in are the same again and again
def _spots(text: str) -> tuple[_Spot, ...]:
    bare = without_code(text)
    found = [(match, True) for match in _OTHERS.finditer(bare)]
    found += [(match, False) for match in _DATED.finditer(bare)]
    return tuple(
        _Spot(
            *match.span(),
            " ".join(match[0].split()),
            match["name"],
            int(match["year"] or 0),
            others,
            others and bool(match["latin"]),
        )
        for match, others in found
    )


def _works(alike: list[Reference], spot: _Spot) -> tuple[Reference, ...]:
    """Those of the name that fit the year; a work online late in a year may bear the next one."""
    if not spot.year:
        return tuple(alike)
    dated = [(work, _year(work)) for work in alike]
    exact = [work for work, year in dated if year == spot.year]
    near = [work for work, year in dated if not year or abs(year - spot.year) == 1]
    return tuple(exact or (near if spot.others else ()))


def _by_family(references: Iterable[Reference]) -> dict[str, list[Reference]]:
    """Works by the last word of each author's family name; those of a first author stand alone."""
    first: dict[str, list[Reference]] = defaultdict(list)
    later: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        for index, name in enumerate(reference.author or reference.editor):
            family = _folded((name.family or name.literal).rpartition(" ")[2])
            if family:
                (later if index else first)[family].append(reference)
    return {**later, **first}


class _Rows:
    """The keys that the rows of tables cite; a caption and a note speak for every row."""

    def __init__(self, article: Article) -> None:
        self._tables = {table.id: table for table in article.tables}
        self._whole: dict[str, frozenset[str]] = {}

    def cited(self, place: Place) -> frozenset[str]:
        table = self._tables[place.item]
        steps = place.steps
        if place.item not in self._whole:
            self._whole[place.item] = _keys(table.caption, table.note)
        whole = self._whole[place.item]
        if steps[0] == "rows" and isinstance(steps[1], int):
            return whole | _keys(*table.rows[steps[1]])
        return whole | _keys(*(cell for row in table.rows for cell in row))


def _cite(named: _Named, key: str, subject: Subject) -> edits.Edit:
    """Puts the citation behind the name, unless the text there is another by now.

    A style that prints names would print it twice: there the citation takes the name's place.
    """
    style = style_of(subject.publication.citations)
    prints_names = style is not None and style.kind == "author-date"
    start, end = named.place.span or (0, 0)
    whole = named.place.whole()
    splice = (
        edits.splice(named.place, start, end, at(key))
        if prints_names
        else edits.splice(named.place, end, end, f" [{at(key)}]")
    )

    def apply(article: Article) -> Article:
        text: str = edits.get(article, whole)
        same = " ".join(text[start:end].split()) == named.words
        return splice.apply(article) if same else article

    return edits.Edit(f"Cite {key}", named.place, apply)


def _keys(*typed: str) -> frozenset[str]:
    return frozenset[str]().union(*map(_cited, typed))


@lru_cache(maxsize=4096)
def _cited(text: str) -> frozenset[str]:
    return frozenset(key_of(match) for match in citations(text))


def _year(reference: Reference) -> int:
    parts = reference.issued.date_parts if reference.issued else ()
    return parts[0][0] if parts and parts[0] else 0


def _folded(name: str) -> str:
    """A name without case, accents and the s of a genitive: `Müller’s` is `muller`."""
    bare = re.sub(r"['’]s?$", "", unescape(name)).casefold()
    plain = unicodedata.normalize("NFKD", bare)
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")
