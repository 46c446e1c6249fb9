"""What is wrong with a page as HTML: an empty list for one that any reader can rely on."""

from __future__ import annotations

from collections.abc import Iterator, Set
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser

_VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link"))
_VOID |= {"meta", "source", "track", "wbr"}
_LOADING = {
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "image": "href",
    "object": "data",
    "source": "src",
    "track": "src",
    "use": "href",
    "video": "src",
}
_ALLOWED_LINKS = frozenset({"alternate", "canonical"})
_REFERRING = ("aria-labelledby", "aria-describedby", "for", "headers")


def page_flaws(html: str, *, headings: bool = True, dead: Set[str] = frozenset()) -> list[str]:
    """Sentences. Without `headings`, levels may be skipped, as a writer may have skipped them.

    Links to the addresses in `dead` may lead nowhere.
    """
    tree = LexborHTMLParser(html)
    found = [*_unbalanced(html), *_ids(tree, dead), *_loads(tree), *_scripts(tree), *_tables(tree)]
    return found + list(_headings(tree, headings))


def roots(html: str) -> int:
    """How many root elements a fragment has; text outside of them counts as another."""
    parser = _Balance()
    parser.feed(html)
    parser.close()
    return parser.roots


class _Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.flaws: list[str] = []
        self.roots = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.flaws.append(f"<{tag}> has an attribute twice")
        self.flaws += [f"<{tag}> has {n}" for n in names if n.startswith("on") or n == "style"]
        self.roots += not self.open
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.flaws.append(f"</{tag}> closes another element")

    def handle_data(self, data: str) -> None:
        self.roots += not self.open and bool(data.strip())


def _unbalanced(html: str) -> list[str]:
    parser = _Balance()
    parser.feed(html)
    parser.close()
    return parser.flaws + [f"<{tag}> is not closed" for tag in parser.open]


def _ids(tree: LexborHTMLParser, dead: Set[str]) -> Iterator[str]:
    ids = [node.attributes["id"] or "" for node in tree.css("[id]")]
    for name in ids:
        if ids.count(name) > 1 or not name or any(c.isspace() for c in name):
            yield f"the id {name!r} is not unique or no id"
    for node in tree.css('a[href^="#"]'):
        address = node.attributes["href"] or ""
        target = unquote(address[1:])
        if target and target not in ids and address not in dead:
            yield f"nothing has the id {target!r} that a link leads to"
    for attribute in _REFERRING:
        for node in tree.css(f"[{attribute}]"):
            for name in (node.attributes[attribute] or "").split():
                if name not in ids:
                    yield f"{attribute} names {name!r}, which is not there"


def _loads(tree: LexborHTMLParser) -> Iterator[str]:
    for tag, attribute in _LOADING.items():
        for node in tree.css(tag):
            address = node.attributes.get(attribute) or ""
            if tag != "img" or not address.startswith("assets/"):
                yield f"<{tag}> loads {address!r}"
    for node in tree.css("img"):
        if node.attributes.get("alt") is None or "srcset" in node.attributes:
            yield "an image has no alternative text, or a srcset"
    for node in tree.css("link"):
        if node.attributes.get("rel") not in _ALLOWED_LINKS:
            yield f"a link element with rel={node.attributes.get('rel')!r}"
    for node in tree.css("a, form, base, area"):
        address = (node.attributes.get("href") or "").strip().lower()
        scheme = address.partition(":")[0] if ":" in address else ""
        if node.tag != "a" or scheme in ("javascript", "data", "file", "vbscript"):
            yield f"<{node.tag}> leads to {address!r}"


def _scripts(tree: LexborHTMLParser) -> Iterator[str]:
    kinds = [node.attributes.get("type") for node in tree.css("script")]
    if kinds != ["application/ld+json"]:
        yield f"there are scripts: {kinds}"
    if len(tree.css("style")) != 1 or len(tree.css("title")) != 1 or len(tree.css("main")) != 1:
        yield "not one style, title and main element each"


def _tables(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("th"):
        if node.attributes.get("scope") not in ("col", "row"):
            yield "a header cell has no scope"
    for table in tree.css("figure.table table"):
        if not table.css("caption"):
            yield "a summary table has no caption"


def _headings(tree: LexborHTMLParser, in_order: bool) -> Iterator[str]:
    levels = [int((node.tag or "h0")[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) > 1:
        yield "there is more than one h1"
    if not in_order:
        return
    for above, level in pairwise(levels):
        if level > above + 1:
            yield f"h{level} follows h{above}"
