"""Rules for what the publication says of itself on the page (places `publication.…`)."""

from __future__ import annotations

from collections.abc import Iterator

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.model.places import Place
from palmetto_editor.page import theme
from palmetto_editor.structured import addresses, language


def no_publisher(subject: Subject) -> Iterator[Hit]:
    if not subject.publication.publisher.name.strip():
        yield Hit(
            _at("publisher.name"), "Nobody is named as the publisher; name one in the publication."
        )


def base_url(subject: Subject) -> Iterator[Hit]:
    base = subject.publication.base_url
    if base.strip() and not addresses.base_url(subject.publication):
        yield Hit(
            _at("base_url"),
            f"“{base}” is not the address of a site; write one such as https://example.org/.",
        )


def publisher_address(subject: Subject) -> Iterator[Hit]:
    publisher = subject.publication.publisher
    fields = [("publisher.url", publisher.url)]
    fields += [(f"publisher.same_as[{n}]", text) for n, text in enumerate(publisher.same_as)]
    for field, text in fields:
        if text.strip() and not addresses.is_absolute(text.strip()):
            message = f"The publisher's address “{text}” is not whole; begin with https://."
            yield Hit(_at(field), message)


def publisher_identity(subject: Subject) -> Iterator[Hit]:
    """Google's Organization feature asks for an address and a logo."""
    publisher = subject.publication.publisher
    if publisher.name.strip() and not publisher.url.strip():
        yield Hit(_at("publisher.url"), "The publisher has no address; enter its home page.")
    if publisher.name.strip() and not publisher.logo.strip():
        yield Hit(_at("publisher.logo"), "The publisher has no logo; enter its address.")


def language_shape(subject: Subject) -> Iterator[Hit]:
    tag = subject.publication.language
    if tag.strip() and not language.is_tag(tag.strip()):
        message = f"The publication's “{tag}” is not a language tag; write one such as “en-US”."
        yield Hit(_at("language"), message)


def unknown_theme(subject: Subject) -> Iterator[Hit]:
    name = subject.publication.theme
    if name not in theme.names():
        others = ", ".join(theme.names())
        message = f"There is no theme “{name}”, so pages wear the default one; choose of: {others}."
        yield Hit(_at("theme"), message)


def _at(field: str) -> Place:
    return Place("publication", field=field)
