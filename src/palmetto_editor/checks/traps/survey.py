"""The traps of an article: every block looked at once, the result shared by all rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.checks.traps.detect import traps
from palmetto_editor.checks.traps.trap import Repair, Trap
from palmetto_editor.markup.blocks import Block, split
from palmetto_editor.model import edits
from palmetto_editor.model.citing import texts
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.page.texts import definitions

_SHORT = frozenset({"tables", "images"})  # parts whose texts are one passage each
_OFTEN = 16  # blocks between two pauses

Find = Callable[[Subject], Iterator[Hit]]


def rule(name: str) -> Find:
    """What asks for the traps of one kind."""

    def find(subject: Subject) -> Iterator[Hit]:
        for place, offset, found in _survey(subject).get(name, ()):
            yield _hit(place, offset, found)

    return find


def replaced(place: Place, start: int, end: int, old: str, new: str, label: str) -> Edit:
    """Puts new characters in the place of `old`, as long as those still stand there."""
    splice = edits.splice(place, start, end, new)

    def apply(now: Article) -> Article:
        text: str = edits.get(now, place)
        return splice.apply(now) if text[start:end] == old else now

    return Edit(label, place, apply)


_Spotted = tuple[Place, "_Source", Trap]


class _Source:
    """Where a block begins in its text."""

    __slots__ = ("start", "text")

    def __init__(self, start: int, text: str) -> None:
        self.start, self.text = start, text


class _Same:
    """Equal to itself alone: a key for what is remembered of a value that is long to compare."""

    __slots__ = ("value",)

    def __init__(self, value: Subject) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same):
            return NotImplemented
        mine, others = self.value, other.value
        return mine.article is others.article and mine.page.body_blocks is others.page.body_blocks

    def __hash__(self) -> int:
        return id(self.value.article)


def _survey(subject: Subject) -> Mapping[str, Sequence[_Spotted]]:
    return _surveyed(_Same(subject))


@lru_cache(maxsize=2)
def _surveyed(same: _Same) -> Mapping[str, Sequence[_Spotted]]:
    subject = same.value
    listed = len(subject.article.references)
    keys = {reference.id for reference in subject.article.references}
    found: dict[str, list[_Spotted]] = {}
    for place, text in texts(subject.article):
        if text:
            for source, trap in _of_text(subject, place, text):
                if (not trap.needs or trap.needs in keys) and trap.listed <= listed:
                    found.setdefault(trap.rule, []).append((place, source, trap))
    return found


def _of_text(subject: Subject, place: Place, text: str) -> Iterator[tuple[_Source, Trap]]:
    if place.part in _SHORT:
        for trap in traps(text, "", short=True):
            yield _Source(0, text), trap
        return
    blocks: Sequence[Block] = subject.page.body_blocks if place.part == "body" else split(text)
    defined = definitions(blocks)
    start = 0
    for index, block in enumerate(blocks):
        if index % _OFTEN == 0:
            subject.pause()
        for trap in traps(block.text, defined if "[" in block.text else "", short=False):
            yield _Source(start, block.text), trap
        start += len(block.text)


def _hit(place: Place, source: _Source, trap: Trap) -> Hit:
    mends = tuple(_edit(place, source, trap, repair) for repair in trap.repairs)
    where = place.at(source.start + trap.start, source.start + trap.end)
    return Hit(where, trap.message, mends[0] if mends else None, mends[1:])


def _edit(place: Place, source: _Source, trap: Trap, repair: Repair) -> Edit:
    """It looks at the words that were found too, since a repair may only put something in."""
    first, last = min(trap.start, repair.start), max(trap.end, repair.end)
    found = source.text[first:last]
    new = found[: repair.start - first] + repair.new + found[repair.end - first :]
    start = source.start + first
    return replaced(place, start, start + len(found), found, new, repair.label)
