"""What stands where: the parts that shortcodes and figures place among the body's blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from palmetto_editor.markup.rendered import Shortcode
from palmetto_editor.model.values import Article
from palmetto_editor.page.body import BodyPart
from palmetto_editor.page.fill import alone_image

PlacedKind = Literal["table", "faq", "references", "figure"]


@dataclass(frozen=True, slots=True)
class Placed:
    """A part that the body places. `heading` is the body block right before, if it is one."""

    kind: PlacedKind
    item: str = ""
    heading: int | None = None


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A body block that asks for what cannot be: which rule, and a sentence for the writer."""

    block: int
    rule: str
    message: str


@dataclass(slots=True)
class Plan:
    """`placed` by the index of the body's block, in order."""

    placed: dict[int, Placed] = field(default_factory=dict)
    misplaced: list[Misplaced] = field(default_factory=list)

    def places(self, kind: PlacedKind, item: str = "") -> bool:
        return any(p.kind == kind and p.item == item for p in self.placed.values())


def plan(article: Article, parts: Sequence[BodyPart], busy: Sequence[int]) -> Plan:
    """Where the body places parts of the article; each is placed once, what is wrong is told."""
    made = Plan()
    pictures = {name: i.id for i in reversed(article.images) for name in (i.file, i.id) if name}
    for index in busy:
        rendered = parts[index].rendered
        if rendered.shortcode:
            _place(made, article, index, rendered.shortcode, _heading_before(parts, index))
        elif rendered.images:
            item = pictures.get(alone_image(rendered), "")
            if item and not made.places("figure", item):
                made.placed[index] = Placed("figure", item)
    return made


def _place(made: Plan, article: Article, index: int, code: Shortcode, heading: int | None) -> None:
    wrong = _wrong(article, code)
    if wrong:
        made.misplaced.append(Misplaced(index, *wrong))
        return
    kind: PlacedKind = code.name  # type: ignore[assignment] # `_wrong` knows these four
    if made.places(kind, code.argument):
        message = f"{_shown(code)} stands in the body more than once; only the first is shown."
        made.misplaced.append(Misplaced(index, "shortcode.repeated", message))
        return
    made.placed[index] = Placed(kind, code.argument, heading)


def _wrong(article: Article, code: Shortcode) -> tuple[str, str] | None:
    """Rule and message where a shortcode asks for nothing that there is."""
    if code.name in ("table", "figure"):
        items = article.tables if code.name == "table" else article.images
        if any(item.id == code.argument for item in items):
            return None
        what = "table" if code.name == "table" else "image"
        name = f"with the id “{code.argument}”" if code.argument else "without an id"
        return "shortcode.unknown-item", f"{_shown(code)} asks for a {what} {name}: there is none."
    if code.name not in ("faq", "references"):
        return "shortcode.unknown", f"{_shown(code)} is no shortcode that the page knows."
    if code.argument:
        return "shortcode.unknown-item", f"{_shown(code)} takes nothing after its name."
    if not (article.faq if code.name == "faq" else article.references):
        return "shortcode.empty", f"{_shown(code)} places a part of the article that is empty."
    return None


def _shown(code: Shortcode) -> str:
    return " ".join(filter(None, ("{{<", code.name, code.argument, ">}}")))


def _heading_before(parts: Sequence[BodyPart], index: int) -> int | None:
    """The block before, if it is a heading; blocks between that show nothing do not count."""
    for before in range(index - 1, -1, -1):
        if not parts[before].silent:
            return before if parts[before].rendered.heading else None
    return None
