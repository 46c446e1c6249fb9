"""Rules for authors and reviewers (Google's Article feature: name, and url or sameAs)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Author
from palmetto_editor.references import identifiers
from palmetto_editor.structured.addresses import is_absolute

# What readers see around a name and markup must not have in it.
_BEFORE = re.compile(r"(?:(?:by|dr|prof|professor|mr|mrs|ms)\b\.?\s+)+", re.IGNORECASE)
_AFTER = re.compile(
    r"(?:\s*,\s*(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|d\.?phil|r\.?n|mba|m\.?a|b\.?a)\.?)+$",
    re.IGNORECASE,
)


def bare(name: str) -> str:
    """A name without the titles, degrees or “by” that stand around it."""
    return _AFTER.sub("", _BEFORE.sub("", name, count=1) if _BEFORE.match(name) else name)


def no_author(subject: Subject) -> Iterator[Hit]:
    if not subject.article.metadata.authors:
        yield Hit(Place("metadata", field="authors"), "The article has no author; add one.")


def no_name(subject: Subject) -> Iterator[Hit]:
    for place, entry in _everyone(subject):
        if not entry.name.strip():
            yield Hit(
                _field(place, "name"), "An entry here has no name; write it, or remove the entry."
            )


def not_bare(subject: Subject) -> Iterator[Hit]:
    for place, entry in _everyone(subject):
        name = " ".join(entry.name.split())
        wanted = bare(name)
        if entry.kind == "person" and wanted and wanted != name:
            fix = edits.put(_field(place, "name"), wanted, "Write the bare name")
            message = f"“{name}” is more than a name; write “{wanted}” and put titles elsewhere."
            yield Hit(_field(place, "name"), message, fix)


def no_identity(subject: Subject) -> Iterator[Hit]:
    """A name alone does not tell one Jane Smith from another."""
    for place, entry in _everyone(subject):
        known = entry.url.strip() or entry.orcid.strip() or any(a.strip() for a in entry.same_as)
        if entry.name.strip() and not known:
            yield Hit(
                _field(place, "url"),
                f"Nothing says which {entry.name.strip()} this is; add a page about them.",
            )


def address(subject: Subject) -> Iterator[Hit]:
    for place, entry in _everyone(subject):
        fields = [("url", entry.url), *_numbered("same_as", entry.same_as)]
        for field, text in fields:
            if text.strip() and not is_absolute(text.strip()):
                message = f"“{text}” is not a whole address; begin with https://."
                yield Hit(_field(place, field), message)


def orcid(subject: Subject) -> Iterator[Hit]:
    for place, entry in _everyone(subject):
        if entry.orcid.strip() and not identifiers.orcid(entry.orcid):
            yield Hit(
                _field(place, "orcid"),
                f"“{entry.orcid}” is not an ORCID iD, or a digit of it is wrong; check it.",
            )


def twice(subject: Subject) -> Iterator[Hit]:
    for part in ("authors", "reviewers"):
        seen: set[tuple[str, str, str]] = set()
        for index, entry in enumerate(getattr(subject.article.metadata, part)):
            who = (entry.kind, " ".join(entry.name.casefold().split()), entry.orcid.strip())
            if who in seen and who[1]:
                place = Place("metadata", field=f"{part}[{index}].name")
                name = " ".join(entry.name.split())
                yield Hit(place, f"“{name}” stands here twice; remove one entry.")
            seen.add(who)


def _everyone(subject: Subject) -> Iterator[tuple[Place, Author]]:
    for part in ("authors", "reviewers"):
        for index, entry in enumerate(getattr(subject.article.metadata, part)):
            yield Place("metadata", field=f"{part}[{index}]"), entry


def _field(place: Place, name: str) -> Place:
    return Place(place.part, field=f"{place.field}.{name}")


def _numbered(field: str, texts: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(f"{field}[{number}]", text) for number, text in enumerate(texts)]
