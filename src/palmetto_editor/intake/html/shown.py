"""What the page shows in elements that say what they are: `<time>`, rel=author, rel=tag."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.tree import Node, ancestors, attr, marks
from palmetto_editor.intake.manuscript import Claim, Field

_MODIFIED = re.compile(
    r"-(?:updated|modified|lastmod|last-updated|date-modified|dt-updated|revised)-|datemodified",
    re.I,
)
_PUBLISHED = re.compile(
    r"-(?:published|posted|pubdate|publish|dt-published|entry-date|post-date|date-published|created)-"
    r"|datepublished|datecreated",
    re.I,
)
_SAYS_MODIFIED = re.compile(
    r"(?:updated|modified|revised|reviewed|edited|changed)\b[^.!?]{0,20}$", re.I
)
_SAYS_PUBLISHED = re.compile(
    r"(?:published|posted|written|first published|on)\b[^.!?]{0,12}$", re.I
)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?", re.I)
_HAS_DATE = re.compile(r"\d{4}|\d{1,2}[./-]\d{1,2}")
_REVISED = ".git-revision-date-localized-plugin-date, .git-revision-date"
_MOMENTS = (
    "time, .dt-published, .dt-updated, abbr.published[title], abbr.updated[title], "
    "abbr[itemprop^=date][title]"
)
_AUTHORS = (
    "[rel~=author], .p-author, .author.vcard .fn, .byline .fn, .entry-author-name, "
    '.byline [itemprop="name"], .author-name a'
)


def claims(tops: Iterable[Node], body: Node) -> tuple[Claim, ...]:
    """The claims of the elements in these parts of the page, `side` "page"."""
    found: list[Claim] = []
    for top in tops:
        found += _times(top, body)
        found += _authors(top)
        found += _tags(top)
        found += _entry(top)
    return tuple(dict.fromkeys(found))


def _times(top: Node, body: Node) -> Iterator[Claim]:
    first = True
    for time in top.css(_MOMENTS):
        moment = attr(time, "datetime") or attr(time, "content") or attr(time, "title")
        text = words.line(time)
        if not _HAS_DATE.search(moment or text):
            continue
        inside = any(above.mem_id == body.mem_id for above in ancestors(time))
        field, sure = _meaning(time)
        if not field:
            if inside or not first:
                continue
            field, sure = "published", 0.7
        first = False
        yield Claim(
            side="page",
            field=field,
            value=moment or text,
            detail=text if moment and not _CLOCK.fullmatch(text) else "",
            origin="<time datetime>" if attr(time, "datetime") else f"<{time.tag}>",
            confidence=sure,
        )


def _meaning(time: Node) -> tuple[Field | None, float]:
    """What a moment is of: by its names, those around it, or the words before it."""
    around = [time, *list(ancestors(time))[:2]]
    for node in around[: 1 if "pubdate" in time.attributes else 3]:
        names = marks(node) + attr(node, "itemprop")
        published, modified = _PUBLISHED.search(names), _MODIFIED.search(names)
        if published or "pubdate" in node.attributes:
            return "published", 0.95
        if modified:
            return "modified", 0.95
    before = _before(time)
    if _SAYS_MODIFIED.search(before):
        return "modified", 0.9
    return ("published", 0.9) if _SAYS_PUBLISHED.search(before) else (None, 0.0)


def _before(node: Node) -> str:
    """The words before an element, in its parent or the one around that."""
    at: Node | None = node
    for _ in range(2):
        if at is None:
            return ""
        near = at.prev
        text = ""
        while near is not None and len(text) < 60:
            text = (
                ((near.text_content or "") if near.is_text_node else words.line(near)) + " " + text
            )
            near = near.prev
        if text.strip():
            return text.strip()
        at = at.parent
    return ""


def _authors(top: Node) -> Iterator[Claim]:
    for node in top.css(_AUTHORS):
        name = words.line(node)
        if name and words.count(name) <= 8 and not re.search(r"\d|posts|articles|more", name):
            link = node if node.tag == "a" else node.css_first("a[href]")
            address = attr(link, "href") if link is not None else ""
            yield Claim(
                side="page",
                field="author",
                value=re.sub(r"^(?:written )?by:?\s+", "", name, flags=re.I),
                url=address if re.match(r"https?:", address) else "",
                origin="rel=author"
                if "author" in attr(node, "rel")
                else f"<{node.tag} class=author>",
            )


def _entry(top: Node) -> Iterator[Claim]:
    """What microformats name besides: the summary of an entry, and when its file was changed."""
    for node in top.css(".p-summary"):
        yield Claim(
            side="page", field="description", value=words.line(node), origin="<p-summary>"
        )  # fmt: skip
    for node in top.css(_REVISED):
        yield Claim(side="page", field="modified", value=words.line(node), origin=f"<{node.tag}>")


def address(tops: Iterable[Node]) -> tuple[Claim, ...]:
    """The address that an entry gives as its own, where it gives one only."""
    links = {attr(link, "href").strip() for top in tops for link in top.css("a.p-canonical[href]")}
    if len(links) != 1 or not re.match(r"https?:", own := links.pop()):
        return ()
    return (Claim(side="page", field="canonical_url", value=own, origin="<a p-canonical>"),)


def settle(tops: Iterable[Node], leavings: Leavings) -> None:
    """Take out dates that the claims have and the page has as its own: when its file was changed,
    and WordPress's second `<time>`, which its themes hide.
    """
    for top in tops:
        for node in top.css(_REVISED):
            leavings.take("controls", node)
        for node in top.css("time.published + time.updated"):
            if "published" not in attr(node, "class"):
                leavings.take("hidden", node)


def _tags(top: Node) -> Iterator[Claim]:
    for link in top.css("a[rel~=tag]"):
        relations = attr(link, "rel").lower().split()
        around = marks(link.parent) if link.parent is not None else ""
        is_section = "category" in relations or "-taxonomy-category-" in around
        field: Field = "section" if is_section else "keyword"
        name = words.line(link).lstrip("#")
        if name:
            yield Claim(side="page", field=field, value=name, origin=f"rel={attr(link, 'rel')}")
