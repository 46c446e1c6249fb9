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
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.tree import (
    HEADINGS,
    Node,
    Tree,
    ancestors,
    attr,
    detach,
    marks,
    origin,
)
from palmetto_editor.intake.manuscript import Piece

_NOTE = re.compile(
    r"(?:^|[\s:_-])(?:fn|fnref|ftn|ftnt|footnotes?|footnote-ref|endnotes?|edn|sdfootnote\w*|"
    r"user-content-fn|doc-footnotes?|doc-endnotes?|msofootnotetext|notes?|reversefootnote|easy-footnote\w*)"
    r"(?:$|[\s:_\d-])|^_?(?:ftn|edn|fn)",
    re.I,
)
_REFERENCE_LIST = re.compile(
    r"-(?:references|reflist|ref-list|bibliography|works-cited|csl-bib-body|refs|citations|literature)-"
)
_REFERENCE_HEADING = re.compile(
    r"(?:\w+ ){0,2}(?:references|bibliography|literature|works cited|sources|citations)"
    r"(?: cited| and (?:notes|further reading))?\W*",
    re.I,
)
_NOTE_HEADING = re.compile(r"(?:foot|end)?notes?\W*", re.I)
_MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[a-z]{1,2}|[ivxlc]{1,5}|[*†‡§¶#]{1,3})\s*[\])]?", re.I)
_BACK = re.compile(
    r"(?:[\s↩↵⤴⏎↑^⬆️\ufe0e\ufe0f\[\]]|return to text|jump (?:back )?up|back|go back)*", re.I
)
_HOLDERS = frozenset(("li", "aside", "dd", "tr"))
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


@dataclass(slots=True)
class _Target:
    """An element that marks lead to: where its text stands, and the links that lead there."""

    node: Node
    holder: Node
    links: list[Node] = field(default_factory=list)


def find(tree: Tree, scope: Node, leavings: Leavings) -> Notes:
    """All notes in the scope; they are taken out of it, their marks are told by `Notes.mark`."""
    notes = Notes()
    taken: set[str] = set()
    targets = _targets(scope)
    lists = [(one, _is_reference(one)) for one in targets]
    for one, is_reference in lists:
        if is_reference:
            _cite(notes, one)
    containers: dict[int, Node] = {}
    for one, is_reference in lists:
        if not is_reference and _is_note(one):
            around = one.holder.parent
            if around is not None:
                containers.setdefault(around.mem_id, around)
            _define(tree, notes, one, taken)
    for container in containers.values():
        _close(tree, notes, container, leavings)
    _beside(tree, notes, scope, taken)
    return notes


def _targets(scope: Node) -> list[_Target]:
    links = scope.css('a[href^="#"]')
    if not links:
        return []
    places = {attr(node, "name"): node for node in scope.css("a[name]")}
    places |= {attr(node, "id"): node for node in scope.css("[id]")}
    found: dict[str, _Target] = {}
    for link in links:
        name = attr(link, "href")[1:]
        place = places.get(name)
        if place is None or not _is_mark(link):
            continue
        if name not in found:
            holder = _holder(place)
            if holder is None or any(above.mem_id == holder.mem_id for above in ancestors(link)):
                continue
            found[name] = _Target(place, holder)
        if not _within(link, found[name].holder):
            found[name].links.append(link)
    return [one for one in found.values() if one.links and not _is_back(one)]


def _within(node: Node, holder: Node) -> bool:
    return any(above.mem_id == holder.mem_id for above in ancestors(node))


def _is_mark(link: Node) -> bool:
    if "noteref" in attr(link, "role") or "biblioref" in attr(link, "role"):
        return True
    names = attr(link, "class").lower()
    if "footnote-ref" in names or "data-footnote-ref" in link.attributes or "bibr" in names:
        return True
    text = words.line(link)
    return bool(_MARK.fullmatch(text)) or attr(link, "href").startswith(("#ref-", "#CR", "#bib"))


def _holder(place: Node) -> Node | None:
    """The element that is the whole note: a list item, or the block with the mark at its start."""
    if place.tag in ("div", "li", "aside", "dd", "section") and words.plain(place):
        return place
    for above in [place, *list(ancestors(place))[:5]]:
        if above.tag in _HOLDERS:
            return above
        if above.tag in ("p", "div"):
            outer = above.parent
            if outer is not None and outer.tag in ("div", "li", "aside") and _is_alone(outer):
                return outer
            return above
        if above.tag in (*HEADINGS, "section", "body"):
            return None
    return None


def _is_alone(box: Node) -> bool:
    """Whether a box is one note: its names say so, or it holds one mark that leads back."""
    return (
        bool(_NOTE.search(attr(box, "class")))
        or bool(_NOTE.search(attr(box, "id")))
        or (len(box.css("a[id], a[name]")) == 1 and words.count(words.plain(box)) < 150)
    )


def _is_back(one: _Target) -> bool:
    """Whether the place is a mark in the text, and the links are those that lead back to it."""
    first = one.node
    inner = first if first.tag == "a" else first.css_first("a[href^='#']")
    text = words.line(first)
    if inner is None or len(text) > 6:
        return first.tag == "a" and not attr(first, "href") and len(text) > 6
    return bool(_BACK.fullmatch(words.line(one.links[0]))) or _precedes(first, one.links[0])


def _precedes(one: Node, other: Node) -> bool:
    """Whether a mark's own link leads to the element that holds the other: then it is the mark."""
    target = attr(one if one.tag == "a" else (one.css_first("a") or one), "href")[1:]
    around = [other, *ancestors(other)][:6]
    holds = any(target and target in (attr(a, "id"), attr(a, "name")) for a in around)
    in_list = any(above.tag == "li" or _NOTE.search(attr(above, "id")) for above in around)
    is_raised = any(above.tag == "sup" for above in [one, *ancestors(one)][:3])
    starts = _starts_block(other)
    return holds and ((in_list and not _NOTE.fullmatch(attr(one, "id"))) or is_raised or starts)


def _starts_block(link: Node) -> bool:
    """Whether nothing stands before a link in its paragraph."""
    node: Node | None = link
    while node is not None and node.tag not in ("p", "div", "li", "td", "body"):
        before = node.prev
        while before is not None:
            text = before.text_content if before.is_text_node else words.plain(before)
            if (text or "").strip():
                return False
            before = before.prev
        node = node.parent
    return True


def _is_reference(one: _Target) -> bool:
    around = [one.holder, *list(ancestors(one.holder))[:4]]
    if any("biblio" in attr(above, "role") for above in around):
        return True
    heading = _heading_over(one.holder)
    if heading:
        return bool(_REFERENCE_HEADING.fullmatch(heading))
    named = [f"{attr(above, 'class')} {attr(above, 'id')}" for above in around[:3]]
    if any(_NOTE.search(name) for name in named) and not _REFERENCE_LIST.search(marks(around[0])):
        return any(_REFERENCE_LIST.search(marks(above)) for above in around[:2])
    return any(_REFERENCE_LIST.search(marks(above)) for above in around)


def _heading_over(holder: Node) -> str:
    """The heading directly above the list that an item stands in, or above that list's box."""
    node = holder.parent if holder.tag in ("li", "dd", "tr") else holder
    for _ in range(4):
        if node is None:
            return ""
        before = node.prev
        while before is not None and before.tag not in HEADINGS:
            text = before.text_content if before.is_text_node else ""
            if before.is_element_node and before.tag not in ("hr", "p", "div", "li", "section"):
                break
            if before.tag in ("p", "div") and words.count(words.plain(before)) > 3:
                inner = before.css_first("h2, h3") if before.tag == "div" else None
                if inner is None and holder.tag == "li":
                    break
            if (text or "").strip():
                break
            before = before.prev
        if before is not None and before.tag in HEADINGS:
            return words.line(before)
        node = node.parent
        if node is not None and node.tag in ("article", "main", "body"):
            return ""
    return ""


def _is_note(one: _Target) -> bool:
    around = [one.node, one.holder, *list(ancestors(one.holder))[:2]]
    names = " ".join(f"{attr(a, 'class')} {attr(a, 'id')} {attr(a, 'role')}" for a in around)
    if any(_NOTE.search(name) for name in names.split()):
        return True
    back = one.holder.css('a[href^="#"]')
    names_of_marks = {
        attr(node, "id") or attr(node, "name")
        for link in one.links
        for node in [link, *list(ancestors(link))[:2]]
    }
    return any(attr(link, "href")[1:] in names_of_marks for link in back)


def _cite(notes: Notes, one: _Target) -> None:
    """Marks that lead to a reference list say the number of the item there."""
    number = _number(one.holder)
    for back in one.holder.css('a[href^="#"]'):
        if _BACK.fullmatch(words.line(back)) or len(words.line(back)) < 3:
            notes.shown[back.mem_id] = ""
    for link in one.links:
        text = words.line(link)
        if not _MARK.fullmatch(text):
            link.attrs["href"] = f"#reference-{number}"
            continue
        notes.shown[link.mem_id] = str(number) if _is_bracketed(link) else f"[{number}]"
        raised = _raised(link)
        if raised is not None and _all_marks(raised):
            _lower(raised, notes)


def _number(holder: Node) -> int:
    before, number = holder.prev, 1
    while before is not None:
        number += before.tag == holder.tag
        before = before.prev
    start = attr(holder.parent, "start") if holder.parent is not None else ""
    return number + int(start) - 1 if start.isdigit() and len(start) < 5 else number


def _is_bracketed(link: Node) -> bool:
    """Whether the page itself has brackets around the mark, or around it and its neighbours."""
    if words.line(link).startswith("["):
        return False
    before = ""
    node: Node | None = link.prev
    while node is not None and len(before) < 40:
        before = ((node.text_content or "") if node.is_text_node else words.line(node)) + before
        node = node.prev
    opened = before.rfind("[")
    return opened > before.rfind("]") and not re.search(r"[^\d\s,;–-]", before[opened + 1 :])


def _raised(link: Node) -> Node | None:
    return next((above for above in list(ancestors(link))[:2] if above.tag == "sup"), None)


def _all_marks(raised: Node) -> bool:
    return not re.search(r"[^\d\s,;\[\]()–*a-z-]", words.plain(raised))


def _lower(raised: Node, notes: Notes) -> None:
    """A raised mark is spelled without its `<sup>`: what it says stands for all of it."""
    text = "".join(
        notes.shown.get(node.mem_id, spell.inline(node)) if node.is_element_node
        else (node.text_content or "").strip(" []")
        for node in raised.iter(include_text=True)
    )  # fmt: skip
    notes.shown[raised.mem_id] = text


def _define(tree: Tree, notes: Notes, one: _Target, taken: set[str]) -> None:
    label = _label(one, taken)
    for link in one.links:
        raised = _raised(link)
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


def _label(one: _Target, taken: set[str]) -> str:
    digits = re.search(r"\d{1,3}", words.line(one.links[0]))
    label = digits[0] if digits else str(len(taken) + 1)
    number = int(label)
    while label in taken:
        number += 1
        label = str(number)
    taken.add(label)
    return label


def _without_marks(tree: Tree, one: _Target) -> None:
    """Take the links that lead back, and a number that the note begins with, out of a note."""
    for back in one.holder.css("a"):
        target, text = attr(back, "href"), words.line(back)
        named = re.search(
            r"back|reverse|footnote-number", f"{attr(back, 'class')} {attr(back, 'role')}"
        )
        if target and not target.startswith("#"):
            continue
        if not text or named or _BACK.fullmatch(text) or _BARE_MARK.fullmatch(text):
            raised = _raised(back)
            detach(tree, raised if raised is not None and words.line(raised) == text else back)
    first = one.holder.css_first("sup, .footnote-number")
    if first is not None and _BARE_MARK.fullmatch(words.line(first)) and _starts_block(first):
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
    is_one = before is not None and before.tag in HEADINGS
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
