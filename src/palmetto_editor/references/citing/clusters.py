"""One cluster of citations as HTML: sorted, grouped and collapsed as the style has it.

The behaviour is citeproc's as Pandoc shows it, but for three things, for the reader's sake: a
locator for which the style has no place stands behind the cite instead of nowhere, a narrative
cite of a numeric style names its author, and there "and" stands in the place of an ampersand
(APA 7, 8.17).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import groupby
from typing import NamedTuple

from palmetto_editor.references.cited_names import in_sentence
from palmetto_editor.references.citing.count import Cite, Cluster
from palmetto_editor.references.citing.locators import parse, unbraced
from palmetto_editor.references.citing.pieces import Locator, Position
from palmetto_editor.references.citing.works import NUMBER, Works

_LINK = re.compile(r"</?a\b[^>]*>")
_LAST_TAGS = re.compile(r"(?:</\w+>)+$")
_STRESS = re.compile(r"(?<![\w*])(\*\*|\*|_)(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])")
_ELEMENTS = {"**": "strong", "*": "em", "_": "em"}
_RUNS_ON = re.compile(r"(?:and|or|but|with)\b|[,.;:!?) ]", re.IGNORECASE)
_FEWEST = 3  # numbers in a row that become a range
_LAST = 10**9


@dataclass(frozen=True, slots=True)
class Shown:
    """A cluster's HTML. `order`: the indices of its citations as they stand in it.

    `raised`: it begins as a superscript, so no blank belongs before it. `who` precedes the note
    that the HTML is of, where it is one.
    """

    html: str
    order: tuple[int, ...]
    raised: bool = False
    who: str = ""


class _Unit(NamedTuple):
    at: int
    key: str
    number: int
    occurrence: int
    before: str
    after: str
    locator: Locator | None
    suppress: bool
    position: Position

    @property
    def anchor(self) -> str:
        return f"cite-{self.number}-{self.occurrence}"


def shown(
    cluster: Cluster,
    occurrences: Sequence[int],
    works: Works | None,
    positions: Sequence[Position] = (),
    *,
    in_note: bool = False,
) -> Shown:
    """The cluster; `occurrences` count its keys, 0 where no reference has one.

    For a note style it is the text of its note, or of the bracket `in_note`. Without `works`
    nothing is known.
    """
    if works is None or not any(occurrences):
        return _unknown(cluster)
    placed = positions or ["first"] * len(cluster.cites)
    units = [
        _unit(index, cite, occurrences[index], works, placed[index])
        for index, cite in enumerate(cluster.cites)
    ]
    if cluster.narrative and not units[0].suppress:
        return _narrative(units[0], works, in_note=in_note)
    if works.style.kind == "numeric":
        return _numeric(units, works)
    return _worded(units, works, in_note=in_note)


def _unknown(cluster: Cluster) -> Shown:
    """Where no reference has any of the keys they stand there as typed."""
    texts = [
        f"{cite.prefix}{' ' if cite.prefix else ''}?{cite.key}{', ' if cite.suffix else ''}"
        f"{cite.suffix}"
        for cite in cluster.cites
    ]
    html = f'<span class="citation-missing">[{_text("; ".join(texts))}]</span>'
    return Shown(html, tuple(range(len(texts))))


def _numeric(units: Sequence[_Unit], works: Works) -> Shown:
    layout = works.layout
    parts: list[str] = []
    order: list[int] = []
    for segment in _segments(units):
        segment.sort(key=lambda unit: unit.number or _LAST)
        order += _order(segment)
        if layout.collapse != "citation-number":
            parts += [_affixed(unit, _numbered(unit, works)) for unit in segment]
            continue
        for run in _runs(segment):
            ends = [_affixed(unit, _numbered(unit, works)) for unit in (run[0], run[-1])]
            parts.append(f"{ends[0]}{_within(run[1:-1])}{ends[1]}" if len(run) > 1 else ends[0])
    worded = any(unit.after.startswith(", ") for unit in units) and layout.delimiter.strip() == ","
    return _wrapped(_joined(parts, "; " if worded else layout.delimiter), tuple(order), works)


def _runs(units: Sequence[_Unit]) -> list[list[_Unit]]:
    """Bare cites whose numbers follow each other, three or more; every other cite by itself."""
    runs: list[list[_Unit]] = []
    for unit in units:
        last = runs[-1][-1] if runs else None
        bare = unit.number and not (unit.before or unit.after or unit.locator)
        if last and bare and _is_bare(last) and unit.number == last.number + 1:
            runs[-1].append(unit)
        else:
            runs.append([unit])
    return [
        part
        for run in runs
        for part in ([run] if len(run) >= _FEWEST else [[unit] for unit in run])
    ]


def _is_bare(unit: _Unit) -> bool:
    return bool(unit.number) and not (unit.before or unit.after or unit.locator)


def _within(units: Sequence[_Unit]) -> str:
    """The dash of a range, which is the place of the cites within it."""
    opened = "".join(f'<span id="{unit.anchor}">' for unit in units)
    return f"{opened}–{'</span>' * len(units)}"


def _worded(units: Sequence[_Unit], works: Works, *, in_note: bool = False) -> Shown:
    """A cluster of an author-date or note style."""
    layout = works.layout
    parts: list[str] = []
    order: list[int] = []
    for segment in _segments(units):
        groups = _grouped(_by_style(segment, works), works)
        for group in groups:
            order += _order(group)
            parts.append(_group(group, works))
    delimiter = layout.after_collapse or layout.delimiter
    text = _joined(parts, delimiter if layout.collapse else layout.delimiter)
    if in_note:
        return Shown(f"({text})", tuple(order))
    begins = works.style.kind == "note" and units[order[0]].before
    return _wrapped(f"{text[:1].upper()}{text[1:]}" if begins else text, tuple(order), works)


def _group(group: Sequence[_Unit], works: Works) -> str:
    """Cites of the same names: these once, then the years."""
    layout = works.layout
    texts, rests = [_affixed(group[0], _linked(group[0], works))], [""]
    for unit in group[1:]:
        rest = works.cite(unit.key, "rest", unit.locator, unit.position)
        suffix = works.year_suffix(unit.key)
        same = suffix and rest.removesuffix(suffix) == _bare_year(group[0], works)
        if same and layout.collapse.startswith("year-suffix"):
            rest = suffix
        texts.append(_affixed(unit, _link(unit, rest)))
        rests.append(rest)
    if any(unit.locator for unit in group):
        return _joined(texts, layout.delimiter)
    only_letters = [rest == works.year_suffix(u.key) for u, rest in zip(group, rests, strict=True)]
    text = texts[0]
    for shown_text, letter in zip(texts[1:], only_letters[1:], strict=True):
        between = layout.suffix_delimiter if letter else ""
        text = _joined([text, shown_text], between or layout.group_delimiter or ", ")
    return text


def _bare_year(unit: _Unit, works: Works) -> str:
    return works.cite(unit.key, "rest").removesuffix(works.year_suffix(unit.key))


def _by_style(units: Sequence[_Unit], works: Works) -> list[_Unit]:
    found = [unit for unit in units if unit.number]
    if len(units) == 1:
        return list(units)
    order = works.style.cite_order([works.known[unit.key] for unit in found])
    return [*(found[index] for index in order), *(unit for unit in units if not unit.number)]


def _grouped(units: Sequence[_Unit], works: Works) -> list[list[_Unit]]:
    """Cites of the same names together, in the place of the first, where the style collapses."""
    if not works.layout.collapse.startswith("year"):
        return [[unit] for unit in units]
    groups: dict[object, list[_Unit]] = {}
    for unit in units:
        who = works.cite(unit.key, "names") if unit.number and not unit.suppress else ""
        people = (who, works.known[unit.key].author) if who else unit.at
        groups.setdefault(people, []).append(unit)
    return list(groups.values())


def _narrative(unit: _Unit, works: Works, *, in_note: bool = False) -> Shown:
    """A cite in running text: who it is by, and in brackets the rest."""
    if works.style.kind == "numeric":
        number = _numeric([unit], works)
        who = in_sentence(works.known[unit.key])
        if not who:
            return number
        between = "" if number.raised else " "
        return Shown(f'{who}{between}<span class="cited">{number.html}</span>', (0,))
    known = works.known[unit.key]
    if works.style.kind == "note":
        who = in_sentence(known)
        rest = _worded([unit._replace(suppress=bool(who))], works, in_note=in_note)
        return Shown(f"{who} {rest.html}".strip(), (0,)) if in_note else replace(rest, who=who)
    who = _LINK.sub("", works.cite(unit.key, "names")).replace(" &amp; ", " and ")
    if not who:
        return _worded([unit], works)
    if not works.cite(unit.key, "rest", unit.locator, unit.position) and not unit.after:
        return Shown(_link(unit, who), (0,))
    rest = _worded([unit._replace(suppress=True)], works)
    return Shown(f"{who} {rest.html}", (0,))


def _wrapped(text: str, order: tuple[int, ...], works: Works) -> Shown:
    layout = works.layout
    html = _joined([f"{_text(layout.prefix)}{text}"], "", _text(layout.suffix))
    return Shown(f"<sup>{html}</sup>" if layout.superscript else html, order, layout.superscript)


def _segments(units: Sequence[_Unit]) -> list[list[_Unit]]:
    """Cites that may be sorted among each other: one with words of its own stays where it is."""
    return [
        list(segment)
        for _, segment in groupby(units, lambda unit: unit.at if unit.before or unit.after else -1)
    ]


def _order(units: Sequence[_Unit]) -> tuple[int, ...]:
    return tuple([unit.at for unit in units])


def _unit(index: int, cite: Cite, occurrence: int, works: Works, position: Position) -> _Unit:
    locator, rest = parse(cite.suffix) if cite.suffix else (None, "")
    if locator and not (occurrence and works.prints_locators(cite.key)):
        locator, rest = None, f", {unbraced(cite.suffix)}"
    elif not locator and rest == cite.suffix and rest and not _RUNS_ON.match(rest):
        rest = f", {rest}"
    number = works.numbers[cite.key] if occurrence else 0
    before = f"{_stressed(cite.prefix)} " if cite.prefix else ""
    return _Unit(
        index, cite.key, number, occurrence, before, _after(rest), locator, cite.suppress, position
    )


def _after(rest: str) -> str:
    """What follows a cite, with the blank that Pandoc's syntax lets stand before it."""
    apart = rest and rest[0] not in " ,.;:!?)"
    return _stressed(f" {rest}" if apart else rest)


def _affixed(unit: _Unit, html: str) -> str:
    return f"{unit.before}{html}{unit.after}"


def _marked(unit: _Unit) -> str:
    return f'<span class="citation-missing">?{_text(unit.key)}</span>'


def _numbered(unit: _Unit, works: Works) -> str:
    if not unit.number:
        return _marked(unit)
    printed = works.cite(unit.key, "whole", unit.locator)
    if NUMBER not in printed:
        return _link(unit, printed or str(unit.number))
    return printed.replace(NUMBER, _link(unit, str(unit.number)), 1)


def _linked(unit: _Unit, works: Works) -> str:
    if not unit.number:
        return _marked(unit)
    printed = works.cite(
        unit.key, "rest" if unit.suppress else "whole", unit.locator, unit.position
    )
    return _link(unit, printed or works.cite(unit.key, "names") or str(unit.number))


def _link(unit: _Unit, html: str) -> str:
    """The cite as a link to its entry, up to a link of its own that it may end with."""
    head, link, rest = html.partition("<a ")
    if not head.strip() or head.count("</") * 2 != head.count("<"):
        head, link, rest = _LINK.sub("", html), "", ""
    to = f'<a id="{unit.anchor}" href="#ref-{unit.number}" role="doc-biblioref">'
    return f"{to}{head}</a>{link}{rest}"


def _joined(parts: Sequence[str], delimiter: str, suffix: str = "") -> str:
    """With the delimiter between; a stop is not doubled and goes into quotation marks."""
    text = ""
    for part in parts:
        text = f"{_stopped(text, _text(delimiter))}{part}" if text else part
    return _stopped(text, suffix)


def _stopped(text: str, stop: str) -> str:
    if stop[:1] not in (".", ","):
        return f"{text}{stop}"
    bare = _LAST_TAGS.sub("", text)
    tags = text[len(bare) :]
    if bare.endswith(("”", "’")) and bare[-2:-1] not in "?!.,":
        return f"{bare[:-1]}{stop[0]}{bare[-1]}{tags}{stop[1:]}"
    ended = bare.rstrip("”’")[-1:]
    if stop[0] == "." and ended in (".", "?", "!"):
        return f"{text}{stop[1:]}"
    return f"{text}{stop}"


def _stressed(text: str) -> str:
    """A prefix or suffix as HTML, with its emphasis."""
    return _STRESS.sub(lambda m: f"<{_ELEMENTS[m[1]]}>{m[2]}</{_ELEMENTS[m[1]]}>", _text(text))


def _text(text: str) -> str:
    return escape(text, quote=False)
