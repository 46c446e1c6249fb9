"""What a writer calls a place: `FAQ › Do they sleep? › answer` for `faq[q3].answer`.

In the body it is the heading under which it stands: `Body · Origins`.
"""

from __future__ import annotations

from typing import Any

from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article
from palmetto_editor.ui.problems.sections import Sections
from palmetto_editor.ui.stack import ENTRIES

TITLES = {entry.part: entry.title for entry in ENTRIES} | {"publication": "Publication"}
# As the forms label them, where that is not the field's own name.
_FIELDS = {
    "canonical_url": "canonical address",
    "same_as": "profiles elsewhere",
    "job_title": "job title",
    "orcid": "ORCID iD",
    "container-title": "journal or book",
    "about": "topics",
    "alt": "description for those who cannot see it",
    "issued": "date",
    "DOI": "DOI",
    "URL": "address",
    "PMID": "PMID",
    "target": "address",
    "label": "words of the link",
    "palmetto": "evidence",
}
_CALLED = {  # the attribute by which an item is known
    "faq": "question",
    "tables": "caption",
    "references": "id",
    "links": "label",
    "images": "file",
}
_NOUNS = {"faq": "question", "tables": "table", "links": "link", "images": "image"}
_LONGEST = 32  # characters of an item's own words


class Names:
    """The names of an article's places; an item that is gone is called by its id.

    `sections` are kept by whoever shows one article after another.
    """

    def __init__(self, article: Article, sections: Sections | None = None) -> None:
        self._article = article
        self._sections = sections or Sections()
        self._items: dict[str, dict[str, str]] = {}
        self._known: dict[tuple[str, str, str], str] = {}  # by part, item and field

    def of(self, place: Place) -> str:
        key = place.part, place.item, place.field
        if key not in self._known:
            self._known[key] = self._path(place)
        return self._known[key] + self._section(place)

    def _path(self, place: Place) -> str:
        words = [TITLES.get(place.part, place.part)]
        if place.item:
            words.append(self._item(place.part, place.item))
        words += _below(place)
        return " › ".join(words)

    def _section(self, place: Place) -> str:
        """Under which heading of the body a place stands."""
        if place.part != "body" or place.span is None:
            return ""
        heading = self._sections.heading(self._article.body, place.span[0])
        return f" · {_cut(heading)}" if heading else ""

    def _item(self, part: str, item: str) -> str:
        if part not in self._items:
            items: tuple[Any, ...] = getattr(self._article, part, ())
            called = _CALLED.get(part, "id")
            self._items[part] = {
                each.id: _cut(getattr(each, called)) or f"{_NOUNS.get(part, part)} {number}"
                for number, each in enumerate(items, 1)
            }
        return self._items[part].get(item, item)


def _below(place: Place) -> list[str]:
    """The path below the item: rows and columns counted from 1, as people count."""
    steps = place.steps
    if place.part == "tables" and steps and steps[0] in ("rows", "columns"):
        numbers = [step + 1 for step in steps[1:] if isinstance(step, int)]
        nouns = ("row", "column") if steps[0] == "rows" else ("column",)
        return [f"{noun} {number}" for noun, number in zip(nouns, numbers, strict=False)]
    words: list[str] = []
    for step in steps:
        if isinstance(step, int):
            words[-1:] = [f"{words[-1] if words else ''} {step + 1}".strip()]
        else:
            words.append(_FIELDS.get(step, step.replace("_", " ").replace("-", " ")))
    return words


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[: _LONGEST - 1].rstrip()}…" if len(line) > _LONGEST else line
