"""Rules for what the article is about."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place
from palmetto_editor.structured.addresses import is_absolute


def no_name(subject: Subject) -> Iterator[Hit]:
    for index, topic in enumerate(subject.article.metadata.about):
        if not topic.name.strip():
            yield Hit(_at(index, "name"), "A topic has no name; name it, or remove it.")


def address(subject: Subject) -> Iterator[Hit]:
    for index, topic in enumerate(subject.article.metadata.about):
        for number, text in enumerate(topic.same_as):
            if text.strip() and not is_absolute(text.strip()):
                message = f"“{text}” is not a whole address; begin with https://."
                yield Hit(_at(index, f"same_as[{number}]"), message)


def _at(index: int, field: str) -> Place:
    return Place("metadata", field=f"about[{index}].{field}")
