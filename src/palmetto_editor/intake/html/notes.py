"""Footnotes in the habits of many systems become Markdown's; marks of a reference list become [3].

Pandoc and Quarto, kramdown, Goldmark, remark, WordPress and its plugins, Substack, Word, Google
Docs, Tufte's side notes. What the mark's link leads to decides: an item of a reference list is no
footnote, whatever its class says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from palmetto_editor.intake.html import spell, words
from palmetto_editor.intake.html.citemarks import cite, is_reference
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.notemarks import (
    BACK,
    NOTE,
    Target,
    raised_around,
    starts_block,
    targets,
)
from palmetto_editor.intake.html.tree import (
    HEADINGS,
    Node,
    Tree,
    ancestors,
    attr,
    detach,
    origin,
)
from palmetto_editor.intake.manuscript import Piece

_NOTE_HEADING = re.compile(r"(?:foot|end)?notes?\W*", re.I)
_BARE_MARK = re.compile(r"\s*[\[(]?\s*(?:\d{1,3}|[*†‡§]|[a-z])\s*[\]).:]?\s*", re.I)
_SIDE_NOTES = (
    "span.sidenote, span.marginnote, .modern-footnotes-footnote__note, span.footnote-content, "
    "small.sidenote, span.fn-text"
)
_SIDE_MARKS = "label.margin-toggle, input.margin-toggle, sup.modern-footnotes-footnote"


@dataclass(slots=True)
class Notes:
    """What stands for elements in the text, by their ids; the definitions; where they stood."""

    shown: dict[int, str] = field(default_factory=dict)
    definitions: list[Piece] = field(default_factory=list)
    place: int = 0

    def mark(self, node: Node) -> str | None:
        return self.shown.get(node.mem_id)


def find(tree: Tree, scope: Node, leavings: Leavings) -> Notes:
    """All notes in the scope; they are taken out of it, their marks are told by `Notes.mark`."""
    notes = Notes()
    taken: set[str] = set()
    lists = [(one, is_reference(one)) for one in targets(scope)]
    for one, cited in lists:
        if cited:
            cite(notes.shown, one)
    containers: dict[int, Node] = {}
    for one, cited in lists:
        if not cited and _is_note(one):
            around = one.holder.parent
            if around is not None:
                containers.setdefault(around.mem_id, around)
            _define(tree, notes, one, taken)
    for container in containers.values():
        _close(tree, notes, container, leavings)
    _beside(tree, notes, scope, taken)
    return notes


def _is_note(one: Target) -> bool:
    around = [one.node, one.holder, *list(ancestors(one.holder))[:2]]
    names = " ".join(f"{attr(a, 'class')} {attr(a, 'id')} {attr(a, 'role')}" for a in around)
    if any(NOTE.search(name) for name in names.split()):
        return True
    back = one.holder.css('a[href^="#"]')
    names_of_marks = {
        attr(node, "id") or attr(node, "name")
        for link in one.links
        for node in [link, *list(ancestors(link))[:2]]
    }
    return any(attr(link, "href")[1:] in names_of_marks for link in back)


def _define(tree: Tree, notes: Notes, one: Target, taken: set[str]) -> None:
    label = _label(one, taken)
    for link in one.links:
        raised = raised_around(link)
        top = link
        if raised is not None and words.line(raised) == words.line(link):
            top = raised
        notes.shown[top.mem_id] = f"[^{label}]"
    _without_marks(tree, one)
    notes.definitions.append(_definition(label, one.holder, notes))
    if not notes.place:
        stand_in = tree.create_node("hr")
        anchor = one.holder.parent if one.holder.tag in ("li", "dd", "tr") else one.holder
        if anchor is not None:
            anchor.insert_before(stand_in, move=True)
            notes.place = stand_in.mem_id
    detach(tree, one.holder)


def _label(one: Target, taken: set[str]) -> str:
    digits = re.search(r"\d{1,3}", words.line(one.links[0]))
    label = digits[0] if digits else str(len(taken) + 1)
    number = int(label)
    while label in taken:
        number += 1
        label = str(number)
    taken.add(label)
    return label


def _without_marks(tree: Tree, one: Target) -> None:
    """Take the links that lead back, and a number that the note begins with, out of a note."""
    for back in one.holder.css("a"):
        target, text = attr(back, "href"), words.line(back)
        named = re.search(
            r"back|reverse|footnote-number", f"{attr(back, 'class')} {attr(back, 'role')}"
        )
        if target and not target.startswith("#"):
            continue
        if not text or named or BACK.fullmatch(text) or _BARE_MARK.fullmatch(text):
            raised = raised_around(back)
            detach(tree, raised if raised is not None and words.line(raised) == text else back)
    label = one.holder.css_first("span.label, .footnote-number")
    signs = words.line(label) if label is not None else ""
    if label and not re.search(r"\w", signs) and words.line(one.holder).startswith(signs):
        detach(tree, label)  # the brackets that stood around docutils' number
    first = one.holder.css_first("sup, .footnote-number")
    if first is not None and _BARE_MARK.fullmatch(words.line(first)) and starts_block(first):
        detach(tree, first)


def _definition(label: str, node: Node, notes: Notes) -> Piece:
    text = spell.block(node, marks=notes.mark)
    if node.tag in ("span", "small"):
        text = spell.inline(node, marks=notes.mark)
    lines = text.split("\n")
    body = "\n".join([lines[0], *(f"    {line}" if line else "" for line in lines[1:])])
    return Piece(
        kind="paragraph",
        text=f"[^{label}]: {body}",
        plain=words.plain(node),
        hints=("footnote", node.tag or ""),
        origin=origin(node),
    )


def _close(tree: Tree, notes: Notes, container: Node, leavings: Leavings) -> None:
    """Take away what is left of a section of footnotes: its rule, its heading, its empty list."""
    if words.plain(container) and container.tag in ("ol", "ul"):
        return
    node = container
    for _ in range(2):
        heading = _note_heading(node)
        if heading is not None:
            leavings.take("heading", heading)
        above = node.parent
        if above is None or above.tag in ("article", "main", "body") or words.plain(above):
            break
        node = above
    for rule in node.css("hr"):
        if rule.mem_id != notes.place:
            detach(tree, rule)


def _note_heading(node: Node) -> Node | None:
    for heading in node.css("h1, h2, h3, h4, h5, h6"):
        if _NOTE_HEADING.fullmatch(words.line(heading)) and words.line(heading) == words.line(node):
            return heading
    before = node.prev
    while before is not None and (
        before.tag == "hr" or (before.is_text_node and not (before.text_content or "").strip())
    ):
        before = before.prev
    is_one = before is not None and (
        before.tag in HEADINGS or attr(before, "class") == "rubric"  # docutils
    )
    return before if is_one and before and _NOTE_HEADING.fullmatch(words.line(before)) else None


def _beside(tree: Tree, notes: Notes, scope: Node, taken: set[str]) -> None:
    """Side notes, which stand in the text where their marks are."""
    found: Iterable[Node] = scope.css(_SIDE_NOTES)
    for node in found:
        label = str(len(taken) + 1)
        while label in taken:
            label = str(int(label) + 1)
        taken.add(label)
        notes.definitions.append(_definition(label, node, notes))
        notes.shown[node.mem_id] = f"[^{label}]"
    if taken:
        for node in scope.css(_SIDE_MARKS):
            detach(tree, node)
