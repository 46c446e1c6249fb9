"""What follows an article: its notes, its references, its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Link, Relation
from palmetto_editor.page import targets
from palmetto_editor.page.texts import Prose
from palmetto_editor.page.theme import Theme, safe
from palmetto_editor.references import numeric
from palmetto_editor.structured.plain import one_line

_BODY, _REFERENCES, _LINKS = Place("body"), Place("references"), Place("links")
_LABELS: dict[Relation, str] = {
    "pillar": "Start here",
    "related": "Related articles",
    "see-also": "See also",
    "product": "Products named here",
}


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes in the order of their numbers; `counts`: how often each is referred to."""

    pieces: Prose
    counts: tuple[int, ...]
    id: str = "notes"
    place: Place = _BODY

    def html(self, theme: Theme, texts: Sequence[str]) -> str:
        items = [
            {"number": number, "text": safe(text), "count": count}
            for number, (text, count) in enumerate(zip(texts, self.counts, strict=True), start=1)
        ]
        return theme.render("notes", items=items)


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """References in the order of their numbers; `counts`: how often each is cited, at last 0."""

    references: tuple[Reference, ...]
    counts: tuple[int, ...]
    introduced_by: str = ""
    id: str = "references"
    place: Place = _REFERENCES
    pieces: Prose = ()

    def html(self, theme: Theme, texts: Sequence[str]) -> str:  # noqa: ARG002 # of every part
        items = [
            safe(_item(theme, number, reference, count))
            for number, (reference, count) in enumerate(
                zip(self.references, self.counts, strict=True), start=1
            )
        ]
        return theme.render("references", items=items, introduced_by=self.introduced_by)


@dataclass(frozen=True, slots=True)
class Links:
    """Links grouped by what they are to the article, each group under a label in words."""

    links: tuple[Link, ...]
    base: str
    id: str = "links"
    place: Place = _LINKS
    pieces: Prose = ()

    def html(self, theme: Theme, texts: Sequence[str]) -> str:  # noqa: ARG002 # of every part
        groups = [
            {"relation": relation, "label": label, "links": shown}
            for relation, label in _LABELS.items()
            if (shown := shown_links(self.links, relation, self.base))
        ]
        return theme.render("links", groups=groups)


def shown_links(links: Sequence[Link], relation: Relation, base: str) -> list[tuple[str, str]]:
    """Address and text of the links of one kind that lead anywhere."""
    resolved = [
        (targets.resolve(link.target, base), one_line(link.label) or one_line(link.target))
        for link in links
        if link.relation == relation
    ]
    return [(address, text) for address, text in resolved if address and text]


def relations() -> dict[Relation, str]:
    """What a group of links is called, in the order of the page."""
    return dict(_LABELS)


@lru_cache(maxsize=4096)
def _item(theme: Theme, number: int, reference: Reference, count: int) -> str:
    """One entry with its links back. A new citation changes one entry of a long list."""
    entry = safe(numeric.entry(reference))
    key = reference.id  # for programs that read the page: the citation key, as others know it
    return theme.render("reference", number=number, key=key, entry=entry, count=count)
