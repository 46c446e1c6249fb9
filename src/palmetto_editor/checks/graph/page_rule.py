"""What a rule on a finished page is: as one on an article, but it looks at HTML and its markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import islice

from palmetto_editor.checks.finding import Finding, Severity
from palmetto_editor.checks.graph.marked import Marked
from palmetto_editor.checks.rule import Hit
from palmetto_editor.model.places import Place

_MOST = 50  # findings of one rule on one page: who reads on has a page to make anew
_NO_ITEM = re.compile(r"[\[\]\s]+")
_NO_FIELD = re.compile(r"[:\[\]\s]+")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class PageRule:
    """`id` is `family.name`; `find` gives the places where a page breaks it."""

    id: str
    severity: Severity
    find: Callable[[Marked], Iterable[Hit]]

    def findings(self, page: Marked) -> list[Finding]:
        return [Finding(self.id, self.severity, *hit) for hit in islice(self.find(page), _MOST)]


def in_graph(item: str, field: str = "") -> Place:
    """A property of a node of the markup; the names are a stranger's, so they are cut to fit."""
    safe = _NO_ITEM.sub(" ", item)[:_LONGEST].strip()
    return Place("graph", safe, _NO_FIELD.sub("_", field)[:_LONGEST])


def in_head(field: str) -> Place:
    return Place("head", field=_NO_FIELD.sub("_", field))
