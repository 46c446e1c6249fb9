"""The table of docs/intake.md: written by `make intake-report`, read by the tests as a floor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake_tally import Scores

BEGIN = "<!-- table: written by make intake-report -->"
END = "<!-- end of table -->"
_NOTHING = "–"
# The order of the table: metadata, the article's parts, what must and must not be there.
_ORDER = (
    *("headline", "title", "description", "authors", "author kind", "published", "modified"),
    *("keywords", "section", "canonical_url", "language", "notice", "short_answer"),
    *("headings", "heading levels", "lists", "list items", "callouts", "tables", "table columns"),
    *("table cells", "table captions", "images", "image files", "faq questions", "faq answers"),
    *("references", "reference first_author", "reference year", "reference title"),
    *("reference container", "reference volume", "reference issue", "reference page"),
    *("reference doi", "reference truncated", "links", "link relations", "link targets"),
    *("disclaimer", "kept sentences", "site kept out"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A field: how many of it there are in all fixtures, and shares in per cent, rounded down."""

    field: str
    count: int
    recall: int | None
    precision: int | None


def rows(scores: Scores) -> list[Row]:
    """Fields in the order of an article, rules of disagreement behind them by name."""
    rules = sorted(set(scores.tallies) - set(_ORDER))
    fields = [name for name in _ORDER if name in scores.tallies]
    return [_row(name, scores) for name in fields + rules]


def table(found: list[Row]) -> str:
    """As Markdown."""
    lines = ["| field | there are | recall % | precision % |", "|---|--:|--:|--:|"]
    lines += [
        f"| {row.field} | {row.count} | {_said(row.recall)} | {_said(row.precision)} |"
        for row in found
    ]
    return "\n".join(lines)


def recorded(page: str) -> Iterator[Row]:
    """The rows of a page that holds the table."""
    inside = page.partition(BEGIN)[2].partition(END)[0]
    for line in inside.strip().splitlines()[2:]:
        field, count, recall, precision = (cell.strip() for cell in line.strip("| ").split("|"))
        yield Row(field, int(count), _read(recall), _read(precision))


def _row(name: str, scores: Scores) -> Row:
    tally = scores.tallies[name]
    recall, precision = tally.recall(), tally.precision()
    return Row(name, tally.right + tally.missed, _percent(recall), _percent(precision))


def _percent(share: float | None) -> int | None:
    return None if share is None else int(share * 100 + 1e-9)


def _said(percent: int | None) -> str:
    return _NOTHING if percent is None else str(percent)


def _read(said: str) -> int | None:
    return None if said == _NOTHING else int(said)
