"""Faults of authors and reviewers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fault_articles import GOOD
from faults.case import Case, in_article
from palmetto_editor.model.values import Article, Author

_WHO = {"name": "Eva Nacht", "url": "https://example.org/nacht"}


def _with(part: str, *added: Author) -> Article:
    people = (*getattr(GOOD.metadata, part), *added)
    return replace(GOOD, metadata=replace(GOOD.metadata, **{part: people}))


def _author(**fields: Any) -> Article:
    return _with("authors", Author(**{**_WHO, **fields}))


def _case(field: str, broken: Any, sound: Any, words: str, step: str = "") -> Case:
    """One field of a third author, once broken and once sound."""
    place = f"metadata.authors[2].{field}{step}"
    return in_article(_author(**{field: broken}), _author(**{field: sound}), place, words)


CASES: dict[str, list[Case]] = {
    "people.author": [
        in_article(
            replace(GOOD, metadata=replace(GOOD.metadata, authors=())),
            replace(GOOD, metadata=replace(GOOD.metadata, authors=GOOD.metadata.authors[:1])),
            "metadata.authors",
            "no author",
        )
    ],
    "people.name": [
        _case("name", " ", "Eva Nacht", "no name"),
        in_article(
            _with("reviewers", Author(url="https://example.org/nacht")),
            _with("reviewers", Author(**_WHO)),
            "metadata.reviewers[2].name",
            "no name",
        ),
    ],
    "people.bare-name": [
        _case("name", "Dr. Eva Nacht", "Drew Nacht", "“Eva Nacht”"),
        _case("name", "By Eva Nacht, PhD, M.D.", "Byron Nacht", "“Eva Nacht”"),
        in_article(
            _author(name="Mr. Nacht, M.Sc."),
            _author(name="Mr. Nacht, M.Sc.", kind="organization"),
            "metadata.authors[2].name",
            "“Nacht”",
        ),
    ],
    "people.identity": [
        _case("url", "", "https://example.org/nacht", "which Eva Nacht"),
        in_article(
            _author(url="", orcid=" "),
            _author(url="", orcid="0000-0001-5109-3700"),
            "metadata.authors[2].url",
            "which Eva Nacht",
        ),
    ],
    "people.address": [
        _case("url", "example.org", "https://example.org", "example.org"),
        _case("same_as", ("x",), ("https://x.example",), "“x”", "[0]"),
    ],
    "people.orcid": [
        _case("orcid", "0000-0001-5109-3701", "0000-0001-5109-3700", "3701"),
    ],
    "people.twice": [
        in_article(
            _author(name="ada  wren", orcid="0000-0002-1825-0097"),
            _author(name="ada  wren", orcid="0000-0001-5109-3700"),
            "metadata.authors[2].name",
            "twice",
        )
    ],
}
