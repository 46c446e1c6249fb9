"""Links to other articles that a site lays out as cards: one list of links, for the reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from palmetto_editor.intake.html import spell, words
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.tree import HEADINGS, Node, ancestors, attr, marks, origin
from palmetto_editor.intake.html.vocabulary import RELATED_HEADING

_AUTHOR = re.compile(r"-(?:author|authors|byline)-")
_MOST_WORDS = 60  # on one card
_MORE = re.compile(
    r"(?:continue |keep )?(?:read|learn|see|view|shop|find out)"
    r"(?: more| now| article| post| on)?\W*|"
    r"more\W*|→|»|details|add to cart|buy now",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Cards:
    """The heading over the cards, if any, and a Markdown link for each with its words."""

    heading: Node | None
    items: tuple[str, ...] = ()
    plain: tuple[str, ...] = field(default=())


def read(box: Node, leavings: Leavings) -> Cards | None:
    """The links of a box of cards, each target once; None where it is more text than links."""
    links: dict[str, str] = {}
    for link in box.css("a[href]"):
        target = attr(link, "href").strip()
        if not target or target.startswith(("#", "javascript:")):
            continue
        name = _name(link)
        if len(name) > len(links.get(target, "")) or target not in links:
            links[target] = name
    links = {target: name for target, name in links.items() if name}
    if not links:
        return None
    heading = _heading(box)
    said = set(links.values())
    if heading is not None:
        said.add(words.line(heading))
    beside = [line for line in words.plain(box).split("\n") if line.strip() not in said]
    prose = [line for line in beside if not _MORE.fullmatch(line.strip())]
    if words.count(" ".join(prose)) > 40 * len(links):
        return None
    leavings.say("cards", "\n".join(beside), origin(box))
    items = tuple(f"[{spell.literal(name)}]({_target(target)})" for target, name in links.items())
    return Cards(heading, items, tuple(links.values()))


def are_cards(box: Node) -> bool:
    """Whether a box is cards of other articles by its shape: all its headings, but for one over
    them, are links, and little is said beside them.
    """
    headings = box.css(", ".join(HEADINGS[1:]))
    linked = [one for one in headings if _is_linked(one)]
    if any(_AUTHOR.search(marks(near)) for one in linked for near in [one, *ancestors(one)][:4]):
        return False
    if not linked or len(headings) - len(linked) > 1:
        return False
    return words.count(words.plain(box)) <= _MOST_WORDS * len(linked)


def are_related(box: Node) -> bool:
    """Whether a box is cards under words that call them related."""
    heading = _heading(box)
    if heading is None or not RELATED_HEADING.fullmatch(words.line(heading)):
        return False
    return are_cards(box)


def _is_linked(heading: Node) -> bool:
    inner = heading.css_first("a[href]")
    if inner is not None:
        return not attr(inner, "href").startswith("#")
    return any(above.tag == "a" for above in list(ancestors(heading))[:4])


def _name(link: Node) -> str:
    """The card's name: the heading in the link, the link's words, or the heading near it."""
    inner = link.css_first(f"{', '.join(HEADINGS)}, [class*=title i]")
    text = words.line(inner) if inner is not None else words.line(link)
    if text and not _MORE.fullmatch(text):
        return text
    for above in list(ancestors(link))[:3]:
        near = above.css(", ".join(HEADINGS))
        if len(near) == 1:
            return words.line(near[0])
    image = link.css_first("img[alt]")
    return " ".join(attr(image, "alt").split()) if image is not None else ""


def _heading(box: Node) -> Node | None:
    """A heading of the box itself: one that is no link and holds none."""
    for heading in box.css(", ".join(HEADINGS)):
        if heading.css_first("a") is None and all(above.tag != "a" for above in ancestors(heading)):
            return heading
    return None


def _target(address: str) -> str:
    return f"<{address}>" if re.search(r"[\s()<>]", address) else address
