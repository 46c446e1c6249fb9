"""Faults of the publication, told with each of its articles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fault_articles import GOOD
from faults.case import Case, in_article
from palmetto_editor.model.publication import Checks, Publication
from sample_articles import publication

SOUND = publication()


def _case(broken: Publication, sound: Publication, place: str, words: str) -> Case:
    where = f"publication.{place}"
    return in_article(GOOD, GOOD, where, words, shared=broken, neighbour_shared=sound)


def _publisher(**fields: Any) -> Publication:
    return replace(SOUND, publisher=replace(SOUND.publisher, **fields))


def _asking(**fields: Any) -> Publication:
    return replace(SOUND, checks=Checks(**fields))


_SHIPPED = "research-use-only"


def _pack(name: str) -> str:
    """A pack with this id, about nothing that is said in a sound article."""
    return f"""
format = "palmetto-claims"
version = 1
id = "{name}"
title = "House"
jurisdiction = "our own"
date = 2026-11-22
[[rule]]
category = "praise"
severity = "warning"
message = "{{quote}} praises."
asks = "Nothing is praised."
why = "It is not done."
source = "house"
checked = 2026-11-22
phrases = ["best birds"]
"""


CASES: dict[str, list[Case]] = {
    "publication.publisher": [
        _case(_publisher(name=" "), _publisher(name="A"), "publisher.name", "Nobody")
    ],
    "publication.base-url": [
        _case(
            replace(SOUND, base_url="notes/"),
            replace(SOUND, base_url="https://example.org/"),
            "base_url",
            "“notes/”",
        )
    ],
    "publication.address": [
        _case(_publisher(url="x"), _publisher(url="https://x.example/"), "publisher.url", "“x”"),
        _case(
            _publisher(same_as=("y",)),
            _publisher(same_as=("https://y.example",)),
            "publisher.same_as[0]",
            "“y”",
        ),
    ],
    "publication.identity": [
        _case(_publisher(url=""), SOUND, "publisher.url", "home page"),
        _case(_publisher(logo=""), SOUND, "publisher.logo", "no logo"),
    ],
    "publication.language": [
        _case(
            replace(SOUND, language="english!"),
            replace(SOUND, language="en"),
            "language",
            "english!",
        )
    ],
    "publication.theme": [
        _case(replace(SOUND, theme="shore"), replace(SOUND, theme="default"), "theme", "“shore”")
    ],
    "publication.pack": [
        _case(_asking(packs=("gone",)), _asking(packs=()), "checks.packs", "“gone”"),
        _case(
            _asking(packs=("house",), own=(("house", "title = ["),)),
            _asking(packs=(), own=(("house", "title = ["),)),
            "checks.packs",
            "house.pack.toml",
        ),
        _case(
            _asking(packs=("one", "two"), own=(("one", _pack("shore")), ("two", _pack("shore")))),
            _asking(packs=("one", "two"), own=(("one", _pack("shore")), ("two", _pack("sea")))),
            "checks.packs",
            "“shore”, and only the first is asked: one.pack.toml and two.pack.toml",
        ),
        _case(
            _asking(packs=(_SHIPPED, "two"), own=(("two", _pack(_SHIPPED)),)),
            _asking(packs=("two",), own=(("two", _pack(_SHIPPED)),)),
            "checks.packs",
            "the shipped research-use-only and two.pack.toml",
        ),
    ],
    "publication.check-unknown": [
        _case(_asking(off=("link",)), _asking(off=("links",)), "checks.off", "“link”"),
        _case(
            _asking(severity=(("links.labels", "error"),)),
            _asking(severity=(("links.label", "error"),)),
            "checks.severity",
            "“links.labels”",
        ),
    ],
    "publication.check-firm": [
        _case(_asking(off=("ids.columns",)), _asking(off=("ids",)), "checks.off", "“ids.columns”"),
        _case(
            _asking(severity=(("metadata.slug", "advice"),)),
            _asking(severity=(("metadata.slug", "error"),)),
            "checks.severity",
            "“metadata.slug”",
        ),
    ],
}
