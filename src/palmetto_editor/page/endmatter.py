"""What follows an article: its notes, its references, its links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Link, Relation
from palmetto_editor.page import targets
from palmetto_editor.page.texts import Prose
from palmetto_editor.page.theme import Theme, safe
from palmetto_editor.references import embedded
from palmetto_editor.references.citing.entries import badge, entry, standing
from palmetto_editor.references.styles.style import Style
from palmetto_editor.structured.plain import one_line

_BODY, _REFERENCES, _LINKS = Place("body"), Place("references"), Place("links")
_LABELS: dict[Relation, str] = {
    "pillar": "Start here",
    "related": "Related articles",
    "see-also": "See also",
    "product": "Products named here",
}


class Noted(NamedTuple):
    """A note: the HTML of a citation's, "" for one of the writer's; how often it is referred to."""

    html: str
    times: int


@dataclass(frozen=True, slots=True, eq=False)
class Listed:
    """An item of the reference list: how often it is cited, the letter behind its year, and the
    work above it. Equal only to itself, which tells at once that it is made already.
    """

    reference: Reference
    times: int
    year_suffix: str = ""
    above: Reference | None = None

    def says(self, *other: object) -> bool:
        return (self.reference, self.times, self.year_suffix, self.above) == other


@dataclass(frozen=True, slots=True)
class Notes:
    """All notes in the order of their numbers; `pieces` are the texts of the writer's."""

    pieces: Prose
    notes: tuple[Noted, ...]
    id: str = "notes"
    place: Place = _BODY

    def html(self, theme: Theme, texts: Sequence[str]) -> str:
        written = iter(texts)
        items = [
            safe(_note(theme, number, note.html or next(written), bool(note.html), note.times))
            for number, note in enumerate(self.notes, start=1)
        ]
        return theme.render("notes", items=items)


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The references in the order of the list. `badges`: each with what kind of study it is."""

    items: tuple[Listed, ...]
    style: Style | None
    introduced_by: str = ""
    badges: bool = False
    bracketed: bool = False
    id: str = "references"
    place: Place = _REFERENCES
    pieces: Prose = ()

    def html(self, theme: Theme, texts: Sequence[str]) -> str:  # noqa: ARG002 # of every part
        style = self.style
        if style is None:
            return ""
        items = [
            _item(theme, style, number, item, self.badges)
            for number, item in enumerate(self.items, start=1)
        ]
        return theme.render(
            "references",
            items=safe("\n".join(items)),
            introduced_by=self.introduced_by,
            numbered=style.kind == "numeric",
            bracketed=self.bracketed,
        )


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
def _note(theme: Theme, number: int, text: str, cites: bool, count: int) -> str:
    """One note with its links back; `cites`: it is a citation's and not the writer's."""
    return theme.render("note", number=number, text=safe(text), cites=cites, count=count)


@lru_cache(maxsize=4096)
def _item(
    theme: Theme,
    style: Style,
    number: int,
    item: Listed,
    badges: bool,
) -> str:
    """One entry with its links back. A new citation changes one entry of a long list."""
    csl, text = _shown(style, item.reference, item.year_suffix, item.above)
    return theme.render(
        "reference",
        number=number,
        key=item.reference.id,  # for programs that read the page: the key, as others know it
        csl=safe(csl),
        entry=safe(text),
        standing=standing(item.reference),
        badge=badge(item.reference.palmetto.evidence) if badges else "",
        count=item.times,
    )


@lru_cache(maxsize=4096)
def _shown(
    style: Style, reference: Reference, year_suffix: str, above: Reference | None
) -> tuple[str, str]:
    """CSL-JSON for programs and the text for readers; neither has a number that may change."""
    return embedded.attribute(reference), entry(reference, style, year_suffix, above)
