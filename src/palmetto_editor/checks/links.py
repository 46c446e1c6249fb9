"""Rules for the links beside the text, and for the forms an address may have anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place
from palmetto_editor.structured.addresses import is_absolute

_SIBLING = re.compile(r"article:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?(?:#[^\s#]+)?")
_MAIL = re.compile(r"mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_RELATIVE = re.compile(r"(?![a-z][a-z0-9+.-]*:)[^\s\\<>\"]+", re.IGNORECASE)


def is_sibling(target: str) -> bool:
    """Whether `target` names another article as it should: `article:` and its slug or id."""
    return _SIBLING.fullmatch(target) is not None


def no_label(subject: Subject) -> Iterator[Hit]:
    for link in subject.article.links:
        if not link.label.strip():
            place = Place("links", link.id, "label")
            yield Hit(place, "A link has no label; say where it leads.")


def no_target(subject: Subject) -> Iterator[Hit]:
    for link in subject.article.links:
        if not link.target.strip():
            yield Hit(
                Place("links", link.id, "target"),
                f"The link “{link.label.strip()}” leads nowhere; enter its address.",
            )


def target(subject: Subject) -> Iterator[Hit]:
    for link in subject.article.links:
        text = link.target.strip()
        place = Place("links", link.id, "target")
        if text.lower().startswith("article:"):
            if not is_sibling(text):
                message = f"“{text}” names no article; write “article:” and a slug."
                yield Hit(place, message)
        elif text and not (is_absolute(text) or _MAIL.fullmatch(text) or _is_relative(text)):
            message = f"“{text}” is not an address; begin with https://, or “article:” and a slug."
            yield Hit(place, message)


def twice(subject: Subject) -> Iterator[Hit]:
    seen: set[tuple[str, str]] = set()
    for link in subject.article.links:
        same = (link.relation, link.target.strip())
        if same[1] and same in seen:
            place = Place("links", link.id, "target")
            yield Hit(place, f"Two links lead to {same[1]}; remove one of them.")
        seen.add(same)


def two_titles(subject: Subject) -> Iterator[Hit]:
    """One target under two labels, in groups of their own."""
    seen: dict[str, tuple[str, str]] = {}
    for link in subject.article.links:
        label, goal = " ".join(link.label.split()), link.target.strip()
        first, relation = seen.setdefault(goal, (label, link.relation))
        other = relation != link.relation and first.casefold() != label.casefold()
        if goal and label and first and other:
            message = f"“{first}” and “{label}” lead to the same page; call it by one name."
            yield Hit(Place("links", link.id, "label"), message)


def _is_relative(text: str) -> bool:
    return _RELATIVE.fullmatch(text) is not None and not text.startswith("//")
