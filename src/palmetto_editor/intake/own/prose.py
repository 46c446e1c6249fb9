"""HTML of a page of ours as Markdown that gives this HTML again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.intake.html import spell
from palmetto_editor.intake.own.marks import Marks
from palmetto_editor.intake.own.sheet import attribute, children, classes, item_id
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job

# What only our Markdown makes: classes, and what page assembly numbers.
_SPECIAL = re.compile(r' class="')
_UNSEEN = re.compile(r"\s+(?=<)|(?<=>)\s+")
_ROOT_ID = re.compile(r'^(<\w+)([^>]*?) id="[^"]*"')
_GAP = re.compile(r"\n(?=[^\S\n]*\n)")
_LISTS = frozenset({"ul", "ol", "dl"})


@dataclass(frozen=True, slots=True)
class Speller:
    """Spells elements of one page. `alts` are the texts of the article's images, by their ids."""

    marks: Marks
    alts: Mapping[str, str] = field(default_factory=dict)

    def blocks(self, nodes: Iterable[LexborNode]) -> str:
        """Blocks of the page as one Markdown text."""
        out: list[str] = []
        above: LexborNode | None = None
        for node in nodes:
            text = self.block(node)
            if text and above is not None and _would_join(above, node):
                out.append("<!-- -->")
            if text:
                out.append(text)
            above = node
        return "\n\n".join(out)

    def block(self, node: LexborNode) -> str:
        """One block of the page: a part that the body places, or the writer's own text."""
        names = classes(node)
        if node.tag == "figure" and "table" in names:
            return f"{{{{< table {item_id(attribute(node, 'id'), 'table')} >}}}}"
        if "faq" in names or "references" in names:
            return f"{{{{< {'faq' if 'faq' in names else 'references'} >}}}}"
        if node.tag == "figure" and "figure" in names:
            return self._figure(node)
        if node.tag == "pre" and "plain" in names:
            return node.text()
        table = node.css_first("table") if "scroll" in names else None
        return self._own(table if table is not None else node)

    def inline(self, node: LexborNode) -> str:
        """What stands in an element, as a cell or a caption is written."""
        return spell.inline(node, marks=self.marks, exact=True)

    def _figure(self, node: LexborNode) -> str:
        image = node.css_first("img")
        name = item_id(attribute(node, "id"), "figure")
        if image is None or (name and self.alts.get(name, "") == attribute(image, "alt")):
            return f"{{{{< figure {name} >}}}}"
        return spell.inline(node, marks=_without_caption)

    def _own(self, node: LexborNode) -> str:
        markdown = spell.block(node, marks=self.marks, exact=True)
        html = _ROOT_ID.sub(r"\1\2", node.html or "", count=1)
        if _SPECIAL.search(html) or _same(html, render(Job(markdown)).html):
            return markdown
        return _GAP.sub("&#10;", html).strip()  # what Markdown has no marks for stays HTML


def _without_caption(node: LexborNode) -> str | None:
    return "" if node.tag == "figcaption" else None


def note(number: str, markdown: str) -> str:
    """A footnote's definition."""
    first, *below = markdown.split("\n")
    lines = [f"[^{number}]: {first}", *(f"    {line}" if line else "" for line in below)]
    return "\n".join(lines)


def note_blocks(node: LexborNode) -> list[LexborNode]:
    """The blocks of a footnote, without the links back."""
    found = [child for child in children(node) if "back" not in classes(child)]
    alone = len(found) == 1 and found[0].tag == "div" and not found[0].attributes
    whole = alone and not any(
        child.is_text_node and (child.text_content or "").strip()
        for child in found[0].iter(include_text=True)
    )
    return list(children(found[0])) if whole else found


def _would_join(above: LexborNode, node: LexborNode) -> bool:
    """Whether a block would be read as part of the one above it."""
    if above.tag not in _LISTS:
        return False
    return node.tag == above.tag or (node.tag == "pre" and "highlight" not in classes(node))


def _same(html: str, rendered: str) -> bool:
    return html == rendered or _canonical(html) == _canonical(rendered)


def _canonical(html: str) -> str:
    """HTML as the parser writes it, without white space that no reader sees, images by name."""
    body = LexborHTMLParser(f"<body>{html}").body
    shown = (body.html or "") if body is not None else ""
    return _UNSEEN.sub("", shown.replace(' src="assets/', ' src="'))
