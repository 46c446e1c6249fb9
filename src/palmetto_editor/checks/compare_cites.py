"""The page by itself: each citation shows what the style makes of what it was written as."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from palmetto_editor.checks.difference import PAGE, SOURCE, difference
from palmetto_editor.checks.finding import Finding
from palmetto_editor.checks.reading import Reading, cited_as
from palmetto_editor.markup.citations import bare, bracketed
from palmetto_editor.markup.rendered import Cluster
from palmetto_editor.model.csl import Reference
from palmetto_editor.model.places import Place
from palmetto_editor.page.cited import Citing, Spot, cited
from palmetto_editor.page.visible import visible_text
from palmetto_editor.references.styles.style import Style

_STOPS = ".,;:!?…"
_OWN_NOTES = ".notes > ol > li.cites"


def compare(
    references: tuple[Reference, ...], style: Style | None, page: Reading
) -> Iterator[Finding]:
    """A page that has no references has no citations but of nothing."""
    nodes = page.nodes(".citation")
    sources = [cited_as(node, page.keys) for node in nodes]
    clusters = [cluster_of(source) for source in sources]
    texts = [(cluster,) if cluster else () for cluster in clusters]
    citing = Citing(references, style)
    notes = [_number(node) for node in nodes]
    inside = [index for index, number in enumerate(notes) if number]
    apart = range(inside[0], inside[-1] + 1) if inside else range(0)
    noted = _noted(texts, notes, page) if citing.in_notes else {}
    made = cited(texts, citing, apart, noted)
    own = iter(page.nodes(_OWN_NOTES))
    for index, (node, source) in enumerate(zip(nodes, sources, strict=True)):
        shown = page.text(node)
        if not texts[index]:
            yield difference("marks", Place("body"), (SOURCE, source), (PAGE, shown))
            continue
        wanted = made.texts[index][0].html
        if (index, 0) in made.notes:
            note = next(own, None)
            shown = _without_back(note, page) if note is not None else ""
            wanted = made.notes[index, 0]
        if visible_text(wanted) != shown:
            sides = (SOURCE, visible_text(wanted)), (PAGE, shown)
            yield difference("marks", Place("body"), *sides)


def cluster_of(source: str) -> Cluster | None:
    """The cluster that a citation was written as, without the stops behind it."""
    text = source.strip().rstrip(_STOPS)
    if text.startswith("[") and text.endswith("]"):
        return bracketed(text[1:-1])
    found = bare(text, 0)
    return found[0] if found else None


def _number(node: LexborNode) -> int:
    """The number of the writer's note in which a citation stands, 0 where in none."""
    above = node.parent
    while above is not None:
        name = above.attributes.get("id") or ""
        if above.tag == "li" and name.startswith("note-") and name[5:].isdecimal():
            return int(name[5:])
        above = above.parent
    return 0


def _noted(
    texts: Sequence[tuple[Cluster, ...]], notes: Sequence[int], page: Reading
) -> dict[Spot, int]:
    """The citations in the order of the notes that they make or stand in, with their numbers."""
    inside: dict[int, list[int]] = {}
    for index, number in enumerate(notes):
        inside.setdefault(number, []).append(index)
    making = iter(
        [i for i in inside.get(0, []) if texts[i] and page.nodes(".citation")[i].css("[role]")]
    )
    spots: dict[Spot, int] = {}
    for number, item in enumerate(page.nodes(".notes > ol > li"), start=1):
        makes = "cites" in (item.attributes.get("class") or "").split()
        here = [i for i in [next(making, -1)] if i >= 0] if makes else inside.get(number, [])
        spots |= {(index, 0): number for index in here if texts[index]}
    return spots


def _without_back(node: LexborNode, page: Reading) -> str:
    shown = page.text(node)
    for back in node.css(".back"):
        shown = shown.removesuffix(page.text(back)).rstrip()
    return shown
