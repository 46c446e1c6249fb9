"""Faults of links beside the text."""

from __future__ import annotations

from dataclasses import replace

from faults.case import Case, in_article
from palmetto_editor.model.values import Article, Link
from sample_articles import clean

GOOD = clean()


def _link(**fields: str) -> Article:
    item = {"id": "new", "label": "New", "target": "https://example.org/new"}
    return replace(GOOD, links=(*GOOD.links, Link(**{**item, **fields})))


CASES: dict[str, list[Case]] = {
    "links.label": [in_article(_link(label=" "), _link(), "links[new].label", "no label")],
}
