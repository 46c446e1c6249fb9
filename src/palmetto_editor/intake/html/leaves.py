"""Elements that are one piece, or a few: headings, paragraphs, lists, tables, code, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from palmetto_editor.intake.html import code, figures, named, spell, tables, words
from palmetto_editor.intake.html.page import MOST_HINTS, Hints, Page
from palmetto_editor.intake.html.tree import (
    Node,
    children,
    detach,
    marks,
    origin,
)
from palmetto_editor.intake.html.vocabulary import (
    NOTE,
    RELATED,
)
from palmetto_editor.intake.manuscript import Piece

_PERSON = re.compile(r"-(?:author-name|byline-name|author-title|byline)-")
_SEPARATORS = re.compile(r"(?:\\?[\s—–|•·/»›\u200b-\u200f\u2060\ufeff-])+")
_TABLE_BOX = re.compile(r"-(?:tw|table-wrap|table-wrapper|table-container|table-box)-")


def heading(page: Page, node: Node, hints: Hints, into: list[Piece]) -> None:
    level = int((node.tag or "h2")[1])
    pictures = _hoisted(page, node, hints)
    text, plain = page.inline(node), words.line(node)
    if text and _PERSON.search(marks(node)):
        into.append(
            Piece(kind="paragraph", text=text, plain=plain, hints=hints, origin=origin(node))
        )
    elif text:
        into.append(
            Piece(
                kind="heading",
                text=text,
                plain=plain,
                level=level,
                hints=hints,
                origin=origin(node),
            )
        )
    into.extend(pictures)


def paragraph(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    if node.mem_id in page.with_blocks or _has_double_break(node):
        return False
    starts = figures.starts_with_image(node)
    pictures = _hoisted(page, node, hints)
    if starts:
        into.extend(pictures)
    text = page.block(node)
    if text and not _SEPARATORS.fullmatch(text):
        into.append(
            Piece(
                kind="paragraph",
                text=text,
                plain=words.plain(node),
                hints=hints,
                origin=origin(node),
            )
        )
    if not starts:
        into.extend(pictures)
    return True


def _has_double_break(node: Node) -> bool:
    previous = ""
    for below in children(node):
        if below.is_text_node and not (below.text_content or "").strip():
            continue
        if below.tag == "br" and previous == "br":
            return True
        previous = below.tag or ""
    return False


def _list(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    if RELATED.search(marks(node)) and named.as_cards(page, node, hints, into):
        return True
    if node.css_first("h1, h2, h3, h4, h5, h6, table, figure, details, dl") is not None:
        return False
    items = [item for item in node.iter() if item.tag == "li"]
    if not items:
        return not words.plain(node)
    text = page.block(node)
    if not text.strip():
        return True
    spelled = tuple(_item(page, item) for item in items)
    into.append(
        Piece(
            kind="list",
            text=text,
            plain=words.plain(node),
            label="ordered" if node.tag == "ol" else "",
            items=tuple(item for item in spelled if item),
            hints=hints,
            origin=origin(node),
        )
    )
    return True


def _item(page: Page, item: Node) -> str:
    simple = item.mem_id not in page.with_blocks
    return page.inline(item) if simple else page.block(item)


def _table(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    if tables.is_layout(node):
        return False
    _add_table(page, node, hints, into, "")
    return True


def _add_table(page: Page, node: Node, hints: Hints, into: list[Piece], caption: str) -> None:
    laid = tables.lay(node, page.inline, caption)
    grid = laid.grid
    page.leavings.say("table", laid.over, origin(node))
    if grid.rows or grid.header:
        into.append(
            Piece(
                kind="table",
                text=tables.markdown(grid),
                plain=words.plain(node),
                caption=grid.caption,
                grid=grid,
                hints=hints,
                origin=origin(node),
            )
        )
    into.extend(
        Piece(
            kind="paragraph",
            text=spell.paragraph(note),
            plain=note,
            hints=("table-note", *hints),
            origin=origin(node),
        )
        for note in laid.notes
    )


def table_box(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    """A box of one table with its heading, caption and notes, as journals set it."""
    if not _TABLE_BOX.search(marks(node)):
        return False
    found = node.css("table")
    if len(found) != 1 or tables.is_layout(found[0]):
        return False
    table = found[0]
    if table.css_first("caption") is not None:
        return False
    title = node.css_first("[class*=caption i]")
    parts = [node.css_first("h2, h3, h4, h5, h6"), title]
    if title is not None and title.css_first("h2, h3, h4, h5, h6") is not None:
        parts = [title]
    shown = [part for part in parts if part is not None and part.css_first("table") is None]
    caption = " ".join(page.inline(part) for part in shown).replace("<br>", " ")
    _add_table(page, table, hints, into, caption)
    for part in (table, *shown):
        detach(page.tree, part)
    rest = page.inline(node)
    if rest:
        into.append(
            Piece(
                kind="paragraph",
                text=spell.paragraph(rest),
                plain=words.plain(node),
                hints=("table-note", *hints)[:MOST_HINTS],
                origin=origin(node),
            )
        )
    return True


def _code(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    text, language = code.listing(page.tree, node)
    if text.strip():
        into.append(
            Piece(
                kind="code",
                text=code.fenced(text, language),
                plain=text,
                label=language,
                hints=hints,
                origin=origin(node),
            )
        )
    return True


def _definitions(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    if node.css_first("h1, h2, h3, h4, table, figure") is not None:
        return False
    pairs: list[str] = []
    terms: list[str] = []
    texts: list[str] = []
    for part in node.css("dt, dd"):
        if part.tag == "dt":
            if texts:
                pairs += (" / ".join(terms), "\n\n".join(texts))
                terms, texts = [], []
            terms.append(page.inline(part))
        else:
            texts.append(_item(page, part))
    if not terms and not texts:
        return False
    pairs += (" / ".join(terms), "\n\n".join(texts))
    into.append(
        Piece(
            kind="definitions",
            text=page.block(node),
            plain=words.plain(node),
            items=tuple(pairs),
            hints=hints,
            origin=origin(node),
        )
    )
    return True


def _rule(_page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    if into and into[-1].kind != "rule":
        into.append(Piece(kind="rule", text="---", hints=hints, origin=origin(node)))
    return True


def _image(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    found = figures.of(node, page.inline)
    if found is not None:
        add_figures(page, found, hints, into, node)
    return True


def _figure(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    table = node.css_first("table")
    if table is not None and not tables.is_layout(table) and len(node.css("table")) == 1:
        title = node.css_first("figcaption")
        caption = page.inline(title) if title is not None else ""
        _add_table(page, table, hints, into, caption)
        return True
    if NOTE.search(marks(node)):
        return False
    if "-bookmark-" in marks(node) or "-kg-bookmark-card-" in marks(node):
        return named.as_cards(page, node, hints, into)
    found = figures.of(node, page.inline)
    if found is None:
        return False
    add_figures(page, found, hints, into, node)
    return True


def add_figures(
    page: Page, found: list[figures.Figure], hints: Hints, into: list[Piece], node: Node
) -> None:
    for one in found:
        if not one.file:
            page.leavings.say("image", one.alt or one.plain, origin(node))
            if one.caption:
                into.append(
                    Piece(
                        kind="paragraph",
                        text=spell.paragraph(one.caption),
                        plain=one.plain,
                        hints=hints,
                    )
                )
            continue
        into.append(
            Piece(
                kind="figure",
                text=f"![{spell.literal(one.alt)}]({figures.target(one.file)})",
                plain=one.plain,
                label=one.alt,
                file=one.file,
                caption=one.caption,
                hints=hints,
                origin=origin(node),
            )
        )


def _hoisted(page: Page, node: Node, hints: Hints) -> list[Piece]:
    """The images of a paragraph as pieces of their own, taken out of it."""
    pieces: list[Piece] = []
    for found in figures.take_images(page.tree, node):
        add_figures(page, [found], ("img", *hints)[:MOST_HINTS], pieces, node)
    return pieces


READERS: Mapping[str, Callable[[Page, Node, Hints, list[Piece]], bool]] = {
    "p": paragraph,
    "ul": _list,
    "ol": _list,
    "table": _table,
    "pre": _code,
    "dl": _definitions,
    "hr": _rule,
    "img": _image,
    "picture": _image,
    "figure": _figure,
}
