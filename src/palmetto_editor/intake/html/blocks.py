"""The article's elements become pieces, in their order: one walk without recursion."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from palmetto_editor.intake.html import cards, code, figures, spell, tables, words
from palmetto_editor.intake.html.images import Pictures
from palmetto_editor.intake.html.leavings import Leavings
from palmetto_editor.intake.html.notes import Notes
from palmetto_editor.intake.html.tree import (
    BLOCKS,
    HEADINGS,
    Node,
    Tree,
    attr,
    children,
    detach,
    events,
    marks,
    origin,
    own_hints,
    wrap,
)
from palmetto_editor.intake.html.vocabulary import (
    BREADCRUMB,
    META,
    NOTE,
    NOTE_TITLE,
    PRODUCTS,
    RELATED,
    TAGS,
)
from palmetto_editor.intake.manuscript import Piece

_MOST_HINTS = 40
_DEEPEST = 8  # boxes within each other; deeper ones are opened
_LONGEST_NOTE = 400  # words: a box with more is no callout but a part of the text
_SEPARATORS = re.compile(r"^[\s›»→>/|·•\u2039-]+|[\s›»→>/|·•\u2039-]+$")
_NAMED = frozenset(("div", "section", "aside", "nav", "footer", "span"))
_MOST_STATEMENTS = 12
_STATEMENTS = frozenset(("span", "time", "a", "br", "svg", "i", "abbr", "address", "strong"))
_LONGEST_LINE = 60  # words of a line of tags or of breadcrumbs

Hints = tuple[str, ...]
Done = Callable[[list[Piece]], None]


@dataclass(frozen=True, slots=True)
class Page:
    """What the walk needs to know of the page: `path` are elements whose names say nothing of the
    pieces within, because all of the article is.
    """

    tree: Tree
    notes: Notes
    pictures: Pictures
    leavings: Leavings
    path: frozenset[int]
    with_blocks: frozenset[int]

    def inline(self, node: Node) -> str:
        return spell.inline(node, marks=self.notes.mark)

    def block(self, node: Node) -> str:
        return spell.block(node, marks=self.notes.mark)


@dataclass(slots=True)
class _Frame:
    """An element whose children are being read."""

    next: Node | None
    hints: Hints
    into: list[Piece]
    depth: int
    run: list[Node] = field(default_factory=list)
    done: Done | None = None
    apart: bool = False


def with_blocks(root: Node) -> frozenset[int]:
    """The ids of the elements that have a block in them."""
    found: set[int] = set()
    stack: list[list[bool]] = []
    for entering, node in events(root):
        if not node.is_element_node:
            continue
        if entering:
            stack.append([False])
            continue
        inner = stack.pop()[0]
        if inner:
            found.add(node.mem_id)
        if stack and (inner or node.tag in BLOCKS):
            stack[-1][0] = True
    return frozenset(found)


def read(page: Page, top: Node) -> list[Piece]:
    """The pieces of an element and all that is in it."""
    pieces: list[Piece] = []
    stack = [_Frame(None, (), pieces, 0)]
    _enter(page, top, stack)
    while stack:
        frame = stack[-1]
        node = frame.next
        if node is None:
            _flush(page, frame)
            stack.pop()
            if frame.done is not None:
                frame.done(frame.into)
            continue
        frame.next = node.next
        if _joins_run(page, node, frame):
            _add_to_run(page, frame, node)
        elif node.is_element_node:
            _flush(page, frame)
            _enter(page, node, stack)
    return pieces


def _joins_run(page: Page, node: Node, frame: _Frame) -> bool:
    if node.is_text_node:
        return True
    if not node.is_element_node or node.tag == "img" or frame.apart:
        return False
    return node.tag not in BLOCKS and node.mem_id not in page.with_blocks and node.tag != "picture"


def _add_to_run(page: Page, frame: _Frame, node: Node) -> None:
    """Inline content; two breaks in succession end a paragraph, as readers see it."""
    if node.tag == "br" and frame.run and _last(frame.run) == "br":
        _flush(page, frame)
        return
    frame.run.append(node)


def _last(run: list[Node]) -> str:
    for node in reversed(run):
        if not (node.is_text_node and not (node.text_content or "").strip()):
            return node.tag or ""
    return ""


def _flush(page: Page, frame: _Frame) -> None:
    run = frame.run
    frame.run = []
    while run and _is_blank(run[-1]):
        run.pop()
    while run and _is_blank(run[0]):
        run.pop(0)
    if run:
        _paragraph(page, wrap(page.tree, run, "p"), frame.hints, frame.into)


def _is_blank(node: Node) -> bool:
    return node.tag == "br" or (node.is_text_node and not (node.text_content or "").strip())


def _enter(page: Page, node: Node, stack: list[_Frame]) -> None:
    """Read an element as one piece, as a box of pieces, or go on with what is in it."""
    frame = stack[-1]
    on_path = node.mem_id in page.path
    hints = frame.hints if on_path else (*own_hints(node), *frame.hints)[:_MOST_HINTS]
    if node.mem_id == page.notes.place:
        frame.into.extend(page.notes.definitions)
        return
    if not on_path and _whole(page, node, hints, frame.into):
        return
    below = _Frame(node.first_child, hints, frame.into, frame.depth, apart=_stands_apart(node))
    if not on_path and frame.depth < _DEEPEST:
        _box(page, node, hints, below)
    stack.append(below)


def _stands_apart(node: Node) -> bool:
    """Whether an element's children are statements of their own that a style sheet sets apart:
    `<span class=byline>…</span><span class=posted-on>…</span>`, with no text between them.
    """
    below = node.first_child
    parts: list[Node] = []
    while below is not None:
        if below.is_element_node:
            parts.append(below)
        elif below.is_text_node and (below.text_content or "").strip():
            return False
        if len(parts) > _MOST_STATEMENTS:
            return False
        below = below.next
    inline = len(parts) > 1 and all(part.tag in _STATEMENTS for part in parts)
    return inline and any(part.tag == "time" or META.search(marks(part)) for part in parts)


def _whole(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    """Whether the element is one piece (or a few) of which nothing needs to be looked into."""
    tag = node.tag or ""
    if tag in HEADINGS:
        _heading(page, node, hints, into)
        return True
    reader = _READERS.get(tag)
    if reader is not None:
        return reader(page, node, hints, into)
    if tag in ("div", "section", "aside", "nav", "footer", "span") and _named(
        page, node, hints, into
    ):
        return True
    found = figures.of(node, page.inline) if tag in figures.TAGS else None
    if found is None:
        return False
    _add_figures(page, found, hints, into, node)
    return True


def _heading(page: Page, node: Node, hints: Hints, into: list[Piece]) -> None:
    level = int((node.tag or "h2")[1])
    pictures = _hoisted(page, node, hints)
    text, plain = page.inline(node), words.line(node)
    if text:
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


def _paragraph(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    if node.mem_id in page.with_blocks or _has_double_break(node):
        return False
    starts = figures.starts_with_image(node)
    pictures = _hoisted(page, node, hints)
    if starts:
        into.extend(pictures)
    text = page.block(node)
    if text:
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
    if RELATED.search(marks(node)) and _cards(page, node, hints, into):
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
        _add_figures(page, found, hints, into, node)
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
        return _cards(page, node, hints, into)
    found = figures.of(node, page.inline)
    if found is None:
        return False
    _add_figures(page, found, hints, into, node)
    return True


def _add_figures(
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
        _add_figures(page, [found], ("img", *hints)[:_MOST_HINTS], pieces, node)
    return pieces


def _named(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    """Boxes that are known by their names and are made of lines rather than of text."""
    names = marks(node) + attr(node, "aria-label").lower()
    if not names.strip():
        return False
    if BREADCRUMB.search(names) or "breadcrumb" in names:
        return _lines(node, (*hints, "breadcrumbs"), into, _trail(page, node))
    if RELATED.search(names) and _cards(page, node, ("related", *hints), into):
        return True
    if PRODUCTS.search(names) and _cards(page, node, ("product", *hints), into):
        return True
    if TAGS.search(names) and node.css_first("li, p, h1, h2, h3, h4, time") is None:
        return _lines(node, hints, into, _labels(node))
    return False


def _lines(node: Node, hints: Hints, into: list[Piece], items: list[str]) -> bool:
    plain = words.plain(node)
    if not items or words.count(plain) > _LONGEST_LINE:
        return False
    into.append(
        Piece(
            kind="list",
            text="\n".join(f"- {item}" for item in items),
            plain=plain,
            items=tuple(items),
            hints=hints[:_MOST_HINTS],
            origin=origin(node),
        )
    )
    return True


def _trail(page: Page, node: Node) -> list[str]:
    """The steps of a trail: its links, and the page's own name after the last of them."""
    links = [link for link in node.css("a") if words.line(link)]
    items = [page.inline(link) if attr(link, "href") else words.line(link) for link in links]
    items = [
        f"[{spell.literal(words.line(link))}]({figures.target(attr(link, 'href'))})"
        if attr(link, "href") else item
        for link, item in zip(links, items, strict=True)
    ]  # fmt: skip
    if links:
        rest = words.line(node)
        for link in links:
            rest = rest.partition(words.line(link))[2]
        last = _SEPARATORS.sub("", rest)
        if last:
            items.append(spell.literal(last))
    return items


def _labels(node: Node) -> list[str]:
    parts = [part for part in node.css("a") if words.line(part)] or [
        part for part in node.css("span") if words.line(part) and part.css_first("span") is None
    ]
    if len(parts) < 1 or (len(parts) == 1 and parts[0].tag == "span"):
        return []
    named = {words.line(part) for part in parts}
    said = words.line(node)
    for name in sorted(named, key=len, reverse=True):
        said = said.replace(name, " ", 1)
    # Words beside the tags ("Filed under") say what they are, or make it a sentence.
    if words.count(said) > 3:
        return []
    return [
        f"[{spell.literal(words.line(p))}]({figures.target(attr(p, 'href'))})"
        if attr(p, "href") else spell.literal(words.line(p))
        for p in parts
    ]  # fmt: skip


def _cards(page: Page, node: Node, hints: Hints, into: list[Piece]) -> bool:
    found = cards.read(node, page.leavings)
    if found is None:
        return False
    hints = ("related", *hints)[:_MOST_HINTS] if "product" not in hints else hints
    if found.heading is not None:
        _heading(page, found.heading, hints, into)
    into.append(
        Piece(
            kind="list",
            text="\n".join(f"- {item}" for item in found.items),
            plain="\n".join(found.plain),
            items=found.items,
            hints=hints,
            origin=origin(node),
        )
    )
    return True


_READERS: Mapping[str, Callable[[Page, Node, Hints, list[Piece]], bool]] = {
    "p": _paragraph,
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


def _box(page: Page, node: Node, hints: Hints, frame: _Frame) -> None:
    """Make the frame one that gathers its own pieces, where the element is such a box."""
    into = frame.into
    shell: Piece | None = None
    if node.tag == "blockquote":
        shell = Piece(kind="quote", hints=hints, origin=origin(node))
    elif node.tag == "details":
        shell = _opened(page, node, hints)
    elif NOTE.search(marks(node)) and words.count(words.plain(node)) <= _LONGEST_NOTE:
        shell = Piece(kind="note", label=_title(page, node), hints=hints, origin=origin(node))
    if shell is None:
        return
    made = shell

    def done(pieces: list[Piece]) -> None:
        piece = boxed(made, tuple(pieces))
        if piece is not None:
            into.append(piece)

    frame.into, frame.depth, frame.done = [], frame.depth + 1, done
    frame.next = node.first_child


def _opened(page: Page, node: Node, hints: Hints) -> Piece:
    summary = next((part for part in node.iter() if part.tag == "summary"), None)
    label = ""
    if summary is not None:
        label = words.line(summary)
        detach(page.tree, summary)
    return Piece(kind="details", label=label, hints=hints, origin=origin(node))


def _title(page: Page, node: Node) -> str:
    """The name of a callout, taken out of it: an element named so, or a heading that begins it."""
    for part in node.css("[class*=title i], [class*=heading i], [class*=header i]"):
        if NOTE_TITLE.search(marks(part)) and words.plain(part):
            label = words.line(part)
            detach(page.tree, part)
            return label
    first = next((part for part in node.iter() if words.plain(part)), None)
    if first is not None and first.tag in HEADINGS and first.next is not None:
        label = words.line(first)
        detach(page.tree, first)
        return label
    return ""


def boxed(shell: Piece, pieces: tuple[Piece, ...]) -> Piece | None:
    """A box with what is in it; None where that is nothing."""
    if not pieces and not shell.label:
        return None
    body = "\n\n".join(_written(pieces))
    plain = "\n".join(piece.plain for piece in pieces if piece.plain)
    if shell.kind == "details":
        summary = spell.literal(shell.label)
        text = f"<details>\n<summary>{summary}</summary>\n\n{body}\n\n</details>"
        plain = f"{shell.label}\n{plain}" if shell.label else plain
    elif shell.kind == "note":
        title = spell.literal(shell.label)
        text = _quoted(f"[!{_note_kind(shell.hints)}] {title}".rstrip() + f"\n\n{body}")
        plain = f"{shell.label}\n{plain}" if shell.label else plain
    else:
        text = _quoted(body)
    return replace(shell, text=text, plain=plain, pieces=pieces)


def _written(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        yield f"{'#' * piece.level} {piece.text}" if piece.kind == "heading" else piece.text


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _note_kind(hints: Hints) -> str:
    """GitHub's kind of callout that the names of a box tell."""
    names = " ".join(hints[:8])
    for kind, signs in _NOTE_KINDS:
        if any(sign in names for sign in signs):
            return kind
    return "NOTE"


_NOTE_KINDS = (
    ("WARNING", ("warning", "attention")),
    ("CAUTION", ("caution", "danger", "error", "alert-danger")),
    ("TIP", ("tip", "hint", "success")),
    ("IMPORTANT", ("important",)),
)
