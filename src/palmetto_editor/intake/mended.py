"""What was mended in JSON-LD, where reading stopped and what prose stood in it, for people."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from palmetto_editor.intake.manuscript import Mending, Piece
from palmetto_editor.intake.markup import TAG, markdown
from palmetto_editor.structured.wild.found import Found
from palmetto_editor.structured.wild.nodes import gather, many

_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_SHOWN = 3  # mendings of one kind that are told one by one
_HTML_PROPERTIES = frozenset({"text", "articleBody", "description"})


def mendings(found: Found) -> tuple[Mending, ...]:
    """What was mended in one block, for people; many of one kind are told as one."""
    told = (
        Mending(
            what=r.what, where=_at(found.origin, f"line {r.line}, column {r.column}"), words=r.words
        )
        for r in found.mended
    )
    return (*grouped(told), *_stopped(found), *_in_texts(found))


def intruders(found: Found) -> tuple[Piece, ...]:
    """The prose that stood between the members, each a paragraph."""
    origin = found.origin or "JSON-LD"
    return tuple(
        Piece(kind="paragraph", text=markdown(words), plain=words, origin=origin)
        for words in found.intruders
    )


def grouped(mendings: Iterable[Mending]) -> Iterator[Mending]:
    """Mendings, of each kind the first few; the last of these says how many more there are."""
    mendings = tuple(mendings)
    counts = Counter(mending.what for mending in mendings)
    told: Counter[str] = Counter()
    for mending in mendings:
        told[mending.what] += 1
        more = counts[mending.what] - _SHOWN
        if told[mending.what] == _SHOWN and more > 0:
            yield replace(mending, what=f"{mending.what} ({more} more like it)")
        elif told[mending.what] <= _SHOWN:
            yield mending


def _stopped(found: Found) -> Iterator[Mending]:
    if stop := found.stopped:
        where = _at(found.origin, f"line {stop.line}, column {stop.column}")
        yield Mending(what=f"reading stopped: {stop.remedy}", where=where, words=stop.words)


def _in_texts(found: Found) -> Iterator[Mending]:
    """Entities and tags that are no fault of the JSON; what they stand for is read."""
    texts = [
        (name, value)
        for node in gather(found.values).all
        for name, held in node.items()
        for value in many(held)
        if isinstance(value, str)
    ]
    encoded = [text for _, text in texts if _ENTITY.search(text) and not TAG.search(text)]
    tagged = [t for name, t in texts if name not in _HTML_PROPERTIES and TAG.search(t)]
    for what, held in (
        ("HTML entities in texts read as characters", encoded),
        ("HTML tags in texts left out", tagged),
    ):
        if held:
            count = f" ({len(held)} texts)" if len(held) > 1 else ""
            yield Mending(what=what + count, where="markup", words=" ".join(held[0].split())[:60])


def _at(origin: str, where: str) -> str:
    return f"{origin or 'JSON-LD'}, {where}"
