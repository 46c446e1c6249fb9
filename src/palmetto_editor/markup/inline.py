"""The inside of a paragraph as elements, in linear time.

CommonMark's strategy: one reading from left to right, a stack of open brackets, and delimiter
runs that are paired when their brackets close. It stands in the place of Python-Markdown's inline
patterns, which look for the end of a link, a tag or a code span anew from every beginning.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown.util import HTML_PLACEHOLDER_RE, code_escape

from palmetto_editor.markup import citations, emphasis, links
from palmetto_editor.markup.citations import Slots
from palmetto_editor.markup.emphasis import Run
from palmetto_editor.markup.links import References
from palmetto_editor.markup.rendered import SLOT, Cluster
from palmetto_editor.markup.tags import tag_end, written_address

SPECIAL = re.compile(r"[\\`<\]@]|!?\[|\*+|_+|~+| {2,}\n")
_ESCAPED = re.compile(r"[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")


@dataclass(slots=True)
class Context:
    """What a text may refer to and where it leaves what is filled in later."""

    references: References
    slots: Slots
    stash: Callable[[str], str]  # keeps raw HTML and gives what stands for it


@dataclass(frozen=True, slots=True)
class Mark:
    """A citation or a footnote's label, and how it was written."""

    found: Cluster | str
    source: str


@dataclass(slots=True)
class Bracket:
    """An open `[` or `![`: where in the text, and how many nodes and runs stood before it."""

    start: int
    image: bool
    nodes: int
    runs: int
    nested: bool = False  # whether another opened in it


_Node = str | Element | Run | Mark


def write(parent: Element, text: str, context: Context) -> None:
    """Append a text's inline Markdown to an element."""
    reader = Reader(text, context)
    _write(parent, reader.nodes(), context.slots)


class Reader:
    """One reading of one text. `loose` watches it for what stays as typed."""

    def __init__(self, text: str, context: Context) -> None:
        self._text = text
        self._context = context
        self._nodes: list[_Node] = []
        self._runs: list[Run] = []
        self._brackets: list[Bracket] = []
        self._spent = 0  # so many brackets hold a link and cannot be links themselves
        self._ticks: dict[int, list[int]] | None = None
        self._unclosed: set[str] = set()

    def nodes(self) -> list[_Node]:
        """The text's nodes, with all runs paired."""
        position = 0
        while match := SPECIAL.search(self._text, position):
            if match.start() > position:
                self._nodes.append(self._text[position : match.start()])
            position = self._read(match)
        self._nodes.append(self._text[position:])
        emphasis.pair(self._runs)
        return self._nodes

    def _read(self, match: re.Match[str]) -> int:
        """Add the node for a special sign; where reading goes on."""
        sign, start = match[0], match.start()
        if sign[0] in "*_~":
            self._runs.append(emphasis.run(self._text, start, match.end()))
            self._nodes.append(self._runs[-1])
            return match.end()
        if sign[0] == " ":
            self._nodes.append(Element("br"))
            return match.end()
        return _READ[sign](self, start)

    def _backslash(self, start: int) -> int:
        following = self._text[start + 1 : start + 2]
        if following == "\n":
            self._nodes.append(Element("br"))
        elif _ESCAPED.match(following):
            self._nodes.append("&amp;" if following == "&" else following)
        else:
            self._nodes.append("\\")
            return start + 1
        return start + 2

    def _backticks(self, start: int) -> int:
        """A code span: line ends are spaces, one space on both sides is not part of it."""
        opened = _TICKS.match(self._text, start)
        after = opened.end() if opened else start + 1
        length = after - start
        close = self._closing_ticks(after, length)
        if close is None:
            self._nodes.append(self._text[start:after])
            return after
        inner = self._text[after:close].replace("\n", " ")
        if inner.startswith(" ") and inner.endswith(" ") and inner.strip():
            inner = inner[1:-1]
        code = Element("code")
        code.text = code_escape(inner)
        self._nodes.append(code)
        return close + length

    def _closing_ticks(self, after: int, length: int) -> int | None:
        """Where the next run of exactly so many backticks starts."""
        if self._ticks is None:
            self._ticks = {}
            for match in _TICKS.finditer(self._text):
                self._ticks.setdefault(len(match[0]), []).append(match.start())
        starts = self._ticks.get(length, [])
        index = bisect_left(starts, after)
        return starts[index] if index < len(starts) else None

    def _angle(self, start: int) -> int:
        found = written_address(self._text, start)
        if found:
            address, shown, end = found
            link = Element("a", href=address)
            link.text = shown
            self._nodes.append(link)
            return end
        end = tag_end(self._text, start, self._unclosed) or 0
        self._nodes.append(self._context.stash(self._text[start:end]) if end else "<")
        return end or start + 1

    def _at(self, start: int) -> int:
        """A bare citation; a hyphen before it may belong to it."""
        hyphen = self._text[start - 1 : start] == "-" and self._ends_with_hyphen()
        found = citations.bare(self._text, start - 1) if hyphen else None
        if found:
            self._nodes[-1] = str(self._nodes[-1])[:-1]
            start -= 1
        else:
            found = citations.bare(self._text, start)
        if found is None:
            self._nodes.append("@")
            return start + 1
        self._nodes.append(Mark(found[0], self._text[start : found[1]]))
        return found[1]

    def _ends_with_hyphen(self) -> bool:
        last = self._nodes[-1] if self._nodes else None
        return isinstance(last, str) and last.endswith("-")

    def _open(self, start: int) -> int:
        image = self._text[start] == "!"
        reference = None if image else citations.note(self._text, start)
        if reference:
            label, end = reference
            self._nodes.append(Mark(label, self._text[start:end]))
            return end
        if self._brackets:
            self._brackets[-1].nested = True
        opened = Bracket(start + image, image, len(self._nodes), len(self._runs))
        self._brackets.append(opened)
        self._nodes.append("![" if image else "[")
        return start + image + 1

    def _close(self, start: int) -> int:
        """What a `]` completes: a link, an image or a citation, or else it is text."""
        opened = self._brackets.pop() if self._brackets else None
        usable = opened and (opened.image or len(self._brackets) >= self._spent)
        self._spent = min(self._spent, len(self._brackets))
        if opened is None or not usable:
            self._nodes.append("]")
            return start + 1
        found = links.target(self._text, opened.start, start, self._context.references)
        if found:
            address, title, end = found
            self._link(opened, address, title)
            return end
        cluster = None if opened.image else self._cluster(opened, start)
        if cluster:
            self._take(opened)
            self._nodes.append(Mark(cluster, self._text[opened.start : start + 1]))
        else:
            self._nodes.append("]")
        return start + 1

    def _cluster(self, opened: Bracket, close: int) -> Cluster | None:
        if opened.nested or close - opened.start > citations.LONGEST:
            return None
        inner = self._text[opened.start + 1 : close]
        return citations.bracketed(inner) if "@" in inner else None

    def _link(self, opened: Bracket, address: str, title: str) -> None:
        inner, runs = self._take(opened)
        emphasis.pair(runs)
        element = Element("img", src=address) if opened.image else Element("a", href=address)
        if title:
            element.set("title", title)
        self._nodes.append(element)
        if opened.image:
            holder = Element("alt")
            _write(holder, inner, self._context.slots)
            text = SLOT.sub("", HTML_PLACEHOLDER_RE.sub("", "".join(holder.itertext())))
            element.set("alt", " ".join(text.split()))
        else:
            # A link must hold no link: what is cited in it is cited after it.
            self._nodes += [node for node in inner if _is_aside(node)]
            kept = [_plain(node) for node in inner if not _is_aside(node)]
            _write(element, kept, self._context.slots)
            self._spent = len(self._brackets)

    def _take(self, opened: Bracket) -> tuple[list[_Node], list[Run]]:
        """Remove and give the nodes and runs inside a bracket."""
        inner, runs = self._nodes[opened.nodes + 1 :], self._runs[opened.runs :]
        del self._nodes[opened.nodes :], self._runs[opened.runs :]
        return inner, runs


def _is_aside(node: _Node) -> bool:
    """Whether a node is a citation in brackets or a footnote reference."""
    if not isinstance(node, Mark):
        return False
    return isinstance(node.found, str) or not node.found.narrative


def _plain(node: _Node) -> _Node:
    return node.source if isinstance(node, Mark) else node


def _write(parent: Element, nodes: Sequence[_Node], slots: Slots) -> None:
    """Append nodes, in which every emphasis that begins also ends, to an element."""
    pen = _Pen(parent)
    for node in nodes:
        if isinstance(node, str):
            pen.text.append(node)
        elif isinstance(node, Mark):
            pen.text.append(slots.add(node.found))
        elif isinstance(node, Element):
            pen.put(node)
        else:
            for _ in node.ends:
                pen.end()
            pen.text.append(node.sign * node.left)
            for tag in node.begins:
                pen.begin(Element(tag))
    pen.flush()


class _Pen:
    """Writes text and elements behind what an element has so far."""

    def __init__(self, parent: Element) -> None:
        self._open = [parent]
        self._last = parent[-1] if len(parent) else None
        self.text: list[str] = []

    def begin(self, element: Element) -> None:
        self.put(element)
        self._open.append(element)
        self._last = None

    def end(self) -> None:
        self.flush()
        self._last = self._open.pop()

    def put(self, element: Element) -> None:
        self.flush()
        self._open[-1].append(element)
        self._last = element

    def flush(self) -> None:
        text = "".join(self.text)
        self.text.clear()
        if self._last is None:
            self._open[-1].text = (self._open[-1].text or "") + text
        else:
            self._last.tail = (self._last.tail or "") + text


_READ: dict[str, Callable[[Reader, int], int]] = {
    "\\": Reader._backslash,
    "`": Reader._backticks,
    "<": Reader._angle,
    "@": Reader._at,
    "[": Reader._open,
    "![": Reader._open,
    "]": Reader._close,
}
