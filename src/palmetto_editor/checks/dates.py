"""Rules for the two dates (Google's Article feature, 2026-11-22; and our own)."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place
from palmetto_editor.structured.dates import is_moment, parse

_PUBLISHED = Place("metadata", field="published")
_MODIFIED = Place("metadata", field="modified")


def not_published(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.published.strip():
        yield Hit(_PUBLISHED, "The article has no date of publication; enter one.")


def format_(subject: Subject) -> Iterator[Hit]:
    meta = subject.article.metadata
    for place, text in ((_PUBLISHED, meta.published), (_MODIFIED, meta.modified)):
        if text.strip() and not is_moment(text.strip()):
            yield Hit(
                place,
                f"“{text}” is not a date with a time and an offset; "
                "write it like 2026-04-21T09:30:00+02:00.",
            )


def order(subject: Subject) -> Iterator[Hit]:
    """Compared as moments, so that offsets do not matter."""
    published = subject.article.metadata.published.strip()
    modified = subject.article.metadata.modified.strip()
    both = is_moment(published) and is_moment(modified)
    if both and parse(modified) < parse(published):
        yield Hit(_MODIFIED, "The article was modified before it was published; correct a date.")
