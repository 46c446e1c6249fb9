"""Marks that lead to a reference list say its number: `[3]`."""

from __future__ import annotations

import re

from palmetto_editor.intake.html import spell, words
from palmetto_editor.intake.html.notemarks import BACK, MARK, NOTE, Target, raised_around
from palmetto_editor.intake.html.tree import (
    HEADINGS,
    Node,
    ancestors,
    attr,
    marks,
)

_REFERENCE_LIST = re.compile(
    r"-(?:references|reflist|ref-list|bibliography|works-cited|csl-bib-body|refs|citations|literature)-"
)
_REFERENCE_HEADING = re.compile(
    r"(?:\w+ ){0,2}(?:references|bibliography|literature|works cited|sources|citations)"
    r"(?: cited| and (?:notes|further reading))?\W*",
    re.I,
)
_NEAR = 8  # nodes between a heading and the list that it is over


def is_reference(one: Target) -> bool:
    around = [one.holder, *list(ancestors(one.holder))[:4]]
    if any("biblio" in attr(above, "role") for above in around):
        return True
    heading = heading_over(one.holder)
    if heading:
        return bool(_REFERENCE_HEADING.fullmatch(heading))
    named = [f"{attr(above, 'class')} {attr(above, 'id')}" for above in around[:3]]
    if any(NOTE.search(name) for name in named) and not _REFERENCE_LIST.search(marks(around[0])):
        return any(_REFERENCE_LIST.search(marks(above)) for above in around[:2])
    return any(_REFERENCE_LIST.search(marks(above)) for above in around)


def heading_over(holder: Node) -> str:
    """The heading directly above the list that an item stands in, or above that list's box."""
    node = holder.parent if holder.tag in ("li", "dd", "tr") else holder
    for _ in range(4):
        if node is None or node.tag in ("article", "main", "body"):
            return ""
        heading, near = _before(node)
        if heading is not None:
            return words.line(heading)
        if not near:
            return ""
        node = node.parent
    return ""


def _before(node: Node) -> tuple[Node | None, bool]:
    """The heading before an element, and whether the beginning of its parent is near."""
    before = node.prev
    for _ in range(_NEAR):
        if before is None:
            return None, True
        if before.tag in HEADINGS:
            return before, True
        if before.is_text_node:
            if (before.text_content or "").strip():
                return None, False
        elif before.is_element_node and not _may_stand_between(before):
            return None, False
        before = before.prev
    return None, False


def _may_stand_between(node: Node) -> bool:
    """Items of the list itself, rules, and a line that says what the list is."""
    if node.tag in ("hr", "li", "br"):
        return True
    if node.tag not in ("p", "div", "section"):
        return False
    leads_back = node.css_first('a[href^="#"]') is not None
    return leads_back or words.count(words.plain(node)) <= 3


def cite(shown: dict[int, str], one: Target) -> None:
    """Marks that lead to a reference list say the number of the item there."""
    number = _number(one.holder)
    for back in one.holder.css('a[href^="#"]'):
        if BACK.fullmatch(words.line(back)) or len(words.line(back)) < 3:
            shown[back.mem_id] = ""
    for link in one.links:
        text = words.line(link)
        if not MARK.fullmatch(text):
            link.attrs["href"] = f"#reference-{number}"
            continue
        shown[link.mem_id] = str(number) if _is_bracketed(link) else f"[{number}]"
        raised = raised_around(link)
        if raised is not None and _all_marks(raised):
            _lower(raised, shown)


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


def _all_marks(raised: Node) -> bool:
    return not re.search(r"[^\d\s,;\[\]()–*a-z-]", words.plain(raised))


def _lower(raised: Node, shown: dict[int, str]) -> None:
    """A raised mark is spelled without its `<sup>`: what it says stands for all of it."""
    text = "".join(
        shown.get(node.mem_id, spell.inline(node)) if node.is_element_node
        else (node.text_content or "").strip(" []")
        for node in raised.iter(include_text=True)
    )  # fmt: skip
    shown[raised.mem_id] = text
