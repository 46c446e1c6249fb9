"""Files of an exported bundle that say something else than its article."""

from __future__ import annotations

from functools import cache
from typing import Literal

from faults.case import Case
from palmetto_editor.bundle.layout import files
from palmetto_editor.bundle.manifest import Difference
from palmetto_editor.bundle.readback import disagreements, touched
from palmetto_editor.checks.abouts import explained
from palmetto_editor.checks.finding import Finding
from pictures import png
from sample_articles import full, publication
from sample_pages import page_of


class Held:
    """The files of a bundle, held in memory."""

    def __init__(self, made: dict[str, bytes]) -> None:
        self._made = made

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._made)

    @property
    def foreign(self) -> tuple[str, ...]:
        return ()

    def read(self, name: str) -> bytes:
        return self._made[name]


@cache
def _made() -> dict[str, bytes]:
    image = png(1200, 675)
    return files(full(), publication(), page_of(full(), publication()), lambda _name: image)


@cache
def _found(name: str, old: bytes, new: bytes) -> tuple[Finding, ...]:
    assert old in _made()[name], old
    return _told(_made() | {name: _made()[name].replace(old, new, 1)})


def _told(made: dict[str, bytes]) -> tuple[Finding, ...]:
    return tuple(disagreements(full(), Held(made), publication()))


@cache
def _as_exported() -> tuple[Finding, ...]:
    return _told(_made())


def lost(name: str) -> Case:
    """A file that somebody took away."""

    def left() -> tuple[Finding, ...]:
        return _told({other: data for other, data in _made().items() if other != name})

    return Case(left, _as_exported, f"bundle[{name}]", "is missing")


def changed(name: str, old: bytes, new: bytes, place: str, words: str) -> Case:
    """A file that somebody changed; the neighbour is the bundle as it was exported."""
    return Case(lambda: _found(name, old, new), _as_exported, place, words)


def by_hand(name: str, kind: Literal["changed", "missing"], words: str) -> Case:
    """A file that an export derived; an image may be another by now, which is the article's."""
    return Case(
        lambda: tuple(explained(touched([Difference(name, kind)]))),
        lambda: tuple(explained(touched([Difference("assets/bird.jpg", kind)]))),
        f"bundle[{name}]",
        words,
    )


CASES: dict[str, list[Case]] = {
    "parity.file": [
        by_hand("index.html", "changed", "edited index.html"),
        by_hand("tables/counts.csv", "missing", "took away"),
    ],
    "parity.image-file": [
        lost("assets/bird.jpg"),  # the page shows it
        lost("assets/beach-plan-4x3.png"),  # the markup offers it
        lost("assets/beach-plan-share.png"),  # the head names it
    ],
    "parity.references-file": [
        changed("references.json", b"the tide", b"the moon", "references[wren2019]", "export again")
    ],
    "parity.table-file": [
        changed(
            "tables/counts.csv",
            b"nine",
            b"ten",
            "tables[counts].rows[1]",
            "| ten [@dunlin2001]”, the article",
        )
    ],
}
