"""Faults of what an article says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fault_articles import GOOD
from faults.case import Case, in_article
from palmetto_editor.model.values import Article
from sample_articles import publication

PLACED = replace(
    GOOD, body=f"{GOOD.body}\n![](beach)\n"
)  # the image that stands for it, in a text too
HOMELESS = replace(publication(), base_url="")


def _meta(**fields: Any) -> Article:
    return replace(GOOD, metadata=replace(GOOD.metadata, **fields))


def _case(field: str, broken: Any, sound: Any, words: str, place: str = "") -> Case:
    """One field of the metadata, once broken and once sound."""
    where = f"metadata.{place or field}"
    return in_article(_meta(**{field: broken}), _meta(**{field: sound}), where, words)


def _standing(image: str) -> Article:
    return replace(PLACED, metadata=replace(GOOD.metadata, image=image))


CASES: dict[str, list[Case]] = {
    "metadata.headline": [_case("headline", " ", "Tides", "no headline")],
    "metadata.description": [_case("description", "", "What the tide does.", "no description")],
    "metadata.slug": [_case("slug", "", "tides", "no slug")],
    "metadata.slug-shape": [
        _case("slug", "A Slug", "a-slug", "small letters"),
        _case("slug", "../up", "up", "small letters"),
        _case("slug", "con", "con-page", "Windows"),
        _case("slug", "a" * 101, "a" * 100, "more than 100"),
    ],
    "metadata.language": [_case("language", "", "en", "language")],
    "metadata.language-shape": [_case("language", "en_US", "en-US", "en_US")],
    "metadata.canonical-shape": [
        _case("canonical_url", "/notes/", "https://example.org/notes/", "https://"),
        _case("canonical_url", "https://example.org/#a", "https://example.org/a", "#"),
    ],
    "metadata.address": [
        in_article(
            GOOD,
            GOOD,
            "metadata.canonical_url",
            "address",
            shared=HOMELESS,
            neighbour_shared=publication(),
        )
    ],
    "metadata.image": [in_article(_standing(""), _standing("beach"), "metadata.image", "No image")],
    "metadata.image-unknown": [
        in_article(_standing("gone"), _standing("bird"), "metadata.image", "gone")
    ],
    "metadata.keywords": [
        _case("keywords", ("a", " "), ("a", "b"), "empty", "keywords[1]"),
        _case("keywords", ("Tide", "tide"), ("Tide", "tides"), "twice", "keywords[1]"),
    ],
    "metadata.title-width": [
        _case("title", "Sandpipers " * 6, "Sandpipers " * 5, "may be cut"),
        in_article(
            _meta(title="", headline="Sandpipers " * 6),
            _meta(title="Sandpipers", headline="Sandpipers " * 6),
            "metadata.headline",
            "a shorter title beside it",
        ),
    ],
    "metadata.description-width": [
        _case("description", "Sandpipers run. " * 10, "Sandpipers run. " * 8, "may be cut")
    ],
    "metadata.title-twin": [
        _case("title", f"{GOOD.metadata.headline}.", "Tides", "repeats the headline")
    ],
    "metadata.description-twin": [
        _case("description", "sandpipers and TIDES", "Sandpipers and other tides.", "repeats")
    ],
}
