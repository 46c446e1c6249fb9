"""Faults of what an article is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fault_articles import GOOD
from faults.case import Case, in_article
from palmetto_editor.model.values import Article, Topic


def _about(**fields: Any) -> Article:
    return replace(GOOD, metadata=replace(GOOD.metadata, about=(Topic(**fields),)))


CASES: dict[str, list[Case]] = {
    "topics.name": [
        in_article(_about(name=" "), _about(name="A"), "metadata.about[0].name", "no name")
    ],
    "topics.address": [
        in_article(
            _about(name="A", same_as=("x",)),
            _about(name="A", same_as=("https://x.example",)),
            "metadata.about[0].same_as[0]",
            "“x”",
        )
    ],
}
