"""The Markdown twin of a page: the same article as plain Markdown, for readers that are programs.

It says what the page says, in its order, with its numbers: front matter, headline, notice, short
answer, body with the placed parts in their places, FAQ, references, links, disclaimer. Footnotes
and callouts stay Markdown, which has its own way for them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from palmetto_editor.markup.blocks import Block
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article, Author, Table
from palmetto_editor.page.dates import readable
from palmetto_editor.page.endmatter import relations, shown_links
from palmetto_editor.page.page import OutlineEntry, Page, PageBlock
from palmetto_editor.page.retyped import Retyper
from palmetto_editor.page.visible import text_of, visible_text
from palmetto_editor.structured.addresses import base_url, canonical_url
from palmetto_editor.structured.plain import one_line

_BEFORE = frozenset({"metadata", "notice", "short_answer"})  # parts that precede the body
_MARKS = re.compile(r"[\\\\`*<]")
_ALIGN = {"": "---", "left": ":--", "center": ":-:", "right": "--:"}


def markdown(article: Article, publication: Publication, page: Page) -> str:
    """The text of `article.md`, with a line end."""
    twin = _Twin(article, publication, page, Retyper.of(article, publication, page))
    shown = "\n\n".join(filter(None, (part.strip("\n") for part in twin.parts())))
    return f"{_front_matter(article, publication)}{shown}\n"


@dataclass(frozen=True, slots=True)
class _Twin:
    article: Article
    publication: Publication
    page: Page
    retyped: Retyper

    def parts(self) -> Iterator[str]:
        """The page's blocks, one after the other; in their midst the body as one text."""
        standing = zip(self.page.blocks, self.page.sources, strict=True)
        around = [block for block, source in standing if source is None]
        before = [block for block in around if block.place.part in _BEFORE or block.id == "lead"]
        yield from map(self._part, before)
        yield "".join(self._body())
        yield from (self._part(block) for block in around if block not in before)

    def _body(self) -> Iterator[str]:
        """The body's source; what places a part gives way to it, once, as on the page."""
        shown = dict(zip(self.page.sources, self.page.blocks, strict=True))
        for index, block in enumerate(self.page.body_blocks):
            part = shown.get(index)
            if part is None:
                yield self._unseen(block)
            elif part.place.part == "images" and block.kind == "markdown":
                yield f"{self._figure(part.place.item, self.retyped(block.text).strip())}\n\n"
            elif part.place.part != "body":
                yield f"{self._part(part)}\n\n"
            else:
                lower = "#" if block.kind == "heading" and block.text.startswith("# ") else ""
                yield lower + self.retyped(block.text)  # `#` is an h2 on the page

    def _unseen(self, block: Block) -> str:
        """Definitions, which show nothing where they stand."""
        if block.kind not in ("definition", "note"):
            return ""
        return self.retyped(block.text, note=block.kind == "note")

    def _part(self, block: PageBlock) -> str:
        make: dict[str, Callable[[PageBlock], str]] = {
            "metadata": self._header,
            "notice": lambda _: _quoted("Notice", self.retyped(self.article.notice)),
            "short_answer": lambda _: _section(
                "The short answer", self.retyped(self.article.short_answer)
            ),
            "images": lambda block: self._figure(block.place.item),
            "tables": self._table,
            "faq": self._faq,
            "references": self._references,
            "links": self._links,
            "disclaimer": lambda _: _section("Disclaimer", self.retyped(self.article.disclaimer)),
        }
        # The notes' block has no part of its own: their definitions stand in the body's source.
        return make[block.place.part](block) if block.place.part in make else ""

    def _header(self, _block: PageBlock) -> str:
        meta = self.article.metadata
        published, modified = (readable(d, meta.language) for d in (meta.published, meta.modified))
        names = ", ".join(_names(meta.authors))
        line = (
            f"By {_literal(names)}" if names else "",
            f"Published {published}" if published else "",
            f"Updated {modified}" if modified and meta.modified != meta.published else "",
        )
        parts = (_heading(meta.headline, 1), " · ".join(filter(None, line)))
        return "\n\n".join(filter(None, parts))

    def _figure(self, item: str, shown: str = "") -> str:
        image = next(image for image in self.article.images if image.id == item)
        alone = shown or f"![{one_line(image.alt)}](assets/{quote(image.file)})"
        below = (self.retyped(one_line(image.caption)), _literal(image.credit))
        return "\n\n".join(filter(None, (alone, *below)))

    def _table(self, block: PageBlock) -> str:
        if not block.place.item:
            return f"## {visible_text(block.html)}"
        table = next(table for table in self.article.tables if table.id == block.place.item)
        caption = self.retyped(one_line(table.caption))
        parts = (f"**{caption}**" if caption else "", self._rows(table), self.retyped(table.note))
        return "\n\n".join(filter(None, parts))

    def _rows(self, table: Table) -> str:
        width = len(table.columns)
        if not width:
            return ""
        lines = [[column.label for column in table.columns]]
        lines += [list((*row, *[""] * width)[:width]) for row in table.rows]
        shown = [_row([self.retyped(cell) for cell in line]) for line in lines]
        shown.insert(1, _row([_ALIGN[column.align] for column in table.columns]))
        return "\n".join(shown)

    def _faq(self, block: PageBlock) -> str:
        """With its own heading, unless the body's stands right before it."""
        own = ' id="faq"' in block.html
        level = 3 if own else next(e.level for e in reversed(self._above(block))) + 1
        parts = (
            f"{_heading(item.question, level)}\n\n{self.retyped(item.answer).strip()}"
            for item in self.article.faq
        )
        text = "\n\n".join(part.strip() for part in parts)
        return _section("Frequently asked questions", text) if own else text

    def _above(self, block: PageBlock) -> list[OutlineEntry]:
        source = self.page.sources[self.page.blocks.index(block)]
        return [entry for entry in self.page.outline if source and entry.block < source]

    def _references(self, block: PageBlock) -> str:
        """The entries as the page shows them, numbered where they are there."""
        tree = LexborHTMLParser(block.html)
        mark = "{}. " if tree.css_first("ol") is not None else "- "
        entries = [_entry(item) for item in tree.css(".references li")]
        text = "\n".join(mark.format(n) + shown for n, shown in enumerate(entries, start=1))
        return _section("References", text) if ' id="references"' in block.html else text

    def _links(self, _block: PageBlock) -> str:
        base = base_url(self.publication)
        groups = []
        for relation, label in relations().items():
            links = shown_links(self.article.links, relation, base)
            if links:
                lines = "\n".join(f"- [{_literal(text)}]({address})" for address, text in links)
                groups.append(f"### {label}\n\n{lines}")
        return _section("Further reading", "\n\n".join(groups))


def _entry(item: LexborNode) -> str:
    """`Sand B. Shells. 2001. [Retracted] [Animal (rat)]`: the entry, and the labels beside it."""
    entry = "".join(_literal(text_of(one)) for one in item.css(".entry"))
    labels = [f"[{_literal(text_of(one))}]" for one in item.css(".standing, .evidence")]
    return " ".join((entry, *labels))


def _front_matter(article: Article, publication: Publication) -> str:
    """YAML 1.2 whose values are JSON, which is YAML too and needs no other quoting."""
    meta = article.metadata
    fields: dict[str, object] = {
        "title": one_line(meta.title or meta.headline),
        "description": one_line(meta.description),
        "canonical": canonical_url(article, publication),
        "language": meta.language,
        "authors": _names(meta.authors),
        "reviewers": _names(meta.reviewers),
        "published": meta.published,
        "modified": meta.modified,
        "section": one_line(meta.section),
        "keywords": [one_line(keyword) for keyword in meta.keywords if one_line(keyword)],
        "publisher": one_line(publication.publisher.name),
    }
    lines = (f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in fields.items() if v)
    return f"---\n{''.join(lines)}---\n\n"


def _names(authors: tuple[Author, ...]) -> list[str]:
    return [one_line(author.name) for author in authors if one_line(author.name)]


def _literal(text: str) -> str:
    """A text that is no Markdown, so that nothing in it is read as such."""
    return _MARKS.sub(r"\\\g<0>", one_line(text))


def _section(title: str, text: str) -> str:
    return f"## {title}\n\n{text.strip()}" if text.strip() else ""


def _quoted(label: str, text: str) -> str:
    lines = (f"[!NOTE] {label}", *text.strip().split("\n"))
    return "\n".join(f"> {line}".rstrip() for line in lines)


def _heading(text: str, level: int) -> str:
    return f"{'#' * min(6, level)} {_literal(text)}" if text.strip() else ""


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(one_line(cell).replace('|', chr(92) + '|') for cell in cells)} |"
