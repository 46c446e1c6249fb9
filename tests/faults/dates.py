"""Faults of the two dates."""

from __future__ import annotations

from dataclasses import replace

from fault_articles import GOOD
from faults.case import Case, in_article
from palmetto_editor.model.values import Article


def _dated(published: str = GOOD.metadata.published, modified: str = "") -> Article:
    return replace(GOOD, metadata=replace(GOOD.metadata, published=published, modified=modified))


CASES: dict[str, list[Case]] = {
    "dates.published": [in_article(_dated(""), _dated(), "metadata.published", "no date")],
    "dates.format": [
        in_article(
            _dated("2025"), _dated("2025-01-01T00:00:00+00:00"), "metadata.published", "2025"
        ),
        in_article(
            _dated("2026-04-21"), _dated("2026-04-21T00:00:00Z"), "metadata.published", "04-21"
        ),
        in_article(
            _dated(modified="April 21, 2026"),
            _dated(modified="2026-04-21T12:00:00+02:00"),
            "metadata.modified",
            "April",
        ),
        in_article(
            _dated(modified="2026-04-21T09:30:00"),
            _dated(modified="2026-04-21T09:30:00Z"),
            "metadata.modified",
            "offset",
        ),
    ],
    "dates.order": [
        in_article(  # the article appeared at 07:30 by UTC
            _dated(modified="2026-04-21T07:29:00Z"),
            _dated(modified="2026-04-21T07:30:00Z"),
            "metadata.modified",
            "before it was published",
        )
    ],
}
