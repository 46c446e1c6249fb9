"""Rules for the texts of the metadata: how they look in a search result, and what they repeat."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.pixels import DESCRIPTION, TITLE, fitting, width
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place

_TAIL = 40  # characters of what is cut that a sentence quotes


def title_width(subject: Subject) -> Iterator[Hit]:
    """Of the title, or of the headline that stands for it."""
    meta = subject.article.metadata
    field = "title" if meta.title.strip() else "headline"
    text = meta.title if meta.title.strip() else meta.headline
    wide = width(text, TITLE.size)
    if wide > TITLE.width:
        remedy = "shorten it" if field == "title" else "write a shorter title beside it"
        message = (
            f"The {field} is {wide} px wide, and a search result shows about {TITLE.width}; "
            f"“{_cut(text, fitting(text, TITLE))}” may be cut, so {remedy}."
        )
        yield Hit(_at(field), message)


def description_width(subject: Subject) -> Iterator[Hit]:
    text = subject.article.metadata.description
    wide = width(text, DESCRIPTION.size)
    if wide > DESCRIPTION.width:
        message = (
            f"The description is {wide} px wide, and a search result shows about "
            f"{DESCRIPTION.width}; “{_cut(text, fitting(text, DESCRIPTION))}” may be cut, so "
            "shorten it."
        )
        yield Hit(_at("description"), message)


def title_twin(subject: Subject) -> Iterator[Hit]:
    """A title that says what the headline says is forgotten when that is changed."""
    meta = subject.article.metadata
    if meta.title.strip() and _folded(meta.title) == _folded(meta.headline):
        message = "The title repeats the headline; leave it empty, and the headline stands for it."
        yield Hit(_at("title"), message, edits.put(_at("title"), "", "Leave the title empty"))


def description_twin(subject: Subject) -> Iterator[Hit]:
    """A description below a title that says the same tells a searching reader nothing more."""
    meta = subject.article.metadata
    said = _folded(meta.description)
    if said and said in (_folded(meta.headline), _folded(meta.title)):
        message = "The description repeats the headline; say what the reader will learn."
        yield Hit(_at("description"), message)


def _cut(text: str, kept: str) -> str:
    """What stands behind the part that is shown, as much as can be quoted."""
    rest = " ".join(text.split())[len(kept) :].strip()
    return rest if len(rest) <= _TAIL else f"{rest[: _TAIL - 1].rstrip()}…"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .!?")


def _at(field: str) -> Place:
    return Place("metadata", field=field)
