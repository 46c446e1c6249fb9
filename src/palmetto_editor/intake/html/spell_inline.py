"""The inside of a paragraph: an element tree -> tokens -> inline Markdown.

Tokens are gathered in order, tidied as a browser lays them out (white space folded and taken out
of the edges of emphasis, what is empty dropped), and written from left to right: each emphasis as
`*` or `_` where our markup is certain to read it so, else as its tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from palmetto_editor.intake.html import spell_styles as styles
from palmetto_editor.intake.html.spell_styles import Span
from palmetto_editor.intake.html.spell_text import Around, escaped
from palmetto_editor.intake.html.spell_tree import MARK, TEXT, Tree
from palmetto_editor.markup import emphasis

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LOOSE_NBSP = re.compile(r"\xa0*(?: \xa0*)+|\xa0{2,}")
_GAP = re.compile(r"\n(?=\s*\n)")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,1900}")
_MAIL = re.compile(r"[\w.!#$%'*+/=?^`{|}~-]{1,100}@[A-Za-z0-9.-]{1,200}")
_PLAYERS = ("iframe", "video", "audio")


@dataclass(frozen=True, slots=True)
class Token:
    """One step of inline content. `span` belongs to what opens and closes."""

    kind: Literal["text", "mark", "code", "open", "close", "break"]
    text: str = ""
    span: Span | None = None


BREAK = Token("break")


@dataclass(frozen=True, slots=True)
class Where:
    """In what the text stands. `single`: on one line; `exact`: white space stays as it is."""

    single: bool = False
    cell: bool = False
    exact: bool = False


def gather(nodes: Iterable[Tree], active: frozenset[str], *, exact: bool) -> list[Token]:
    """The tokens of inline elements; in foreign pages what is `active` does not begin again."""
    out: list[Token] = []
    for node in nodes:
        _gather(node, active, out, exact=exact)
    return _joined(out) if exact else out


def wrapped(tokens: Sequence[Token], around: Iterable[Span]) -> list[Token]:
    """The tokens within spans, outermost first."""
    spans = tuple(around)
    opened = [Token("open", span=span) for span in spans]
    return [*opened, *tokens, *(Token("close", span=span) for span in reversed(spans))]


def tidy(tokens: Iterable[Token]) -> list[Token]:
    """The tokens as a browser would show them, without white space or breaks at either end."""
    tidier = _Tidier()
    for token in tokens:
        tidier.take(token)
    return tidier.done()


def parted(tokens: Sequence[Token]) -> list[list[Token]]:
    """Paragraphs: tidy tokens, cut where two breaks follow each other."""
    parts: list[list[Token]] = [[]]
    open_: list[Span] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token is BREAK and tokens[index + 1 : index + 2] == [BREAK]:
            while tokens[index : index + 1] == [BREAK]:
                index += 1
            parts[-1] += [Token("close", span=span) for span in reversed(open_)]
            parts.append([Token("open", span=span) for span in open_])
            continue
        if token.kind == "open" and token.span:
            open_.append(token.span)
        elif token.kind == "close":
            open_.pop()
        parts[-1].append(token)
        index += 1
    return [tidied for part in parts if (tidied := tidy(part))] if len(parts) > 1 else parts


def write(tokens: Sequence[Token], where: Where) -> str:
    """The inline Markdown of tokens in which everything that opens also closes."""
    return _Writer(tokens, where).markdown()


def _gather(node: Tree, active: frozenset[str], out: list[Token], *, exact: bool) -> None:
    if node.tag in (TEXT, MARK):
        out.append(Token("text" if node.tag == TEXT else "mark", node.text))
    elif node.tag == "br":
        out.append(BREAK)
    elif node.tag == "img":
        out.append(Token("mark", styles.image(node)))
    elif node.tag == "a" and "link" not in active and (address := _written(node)):
        out.append(Token("mark", address))
    elif node.tag in _PLAYERS:
        out.append(Token("mark", _player(node)))
    elif node.tag == "wbr":
        out += [Token("mark", "<wbr>")] * exact
    elif node.tag in ("code", "tt") and _is_plain(node) and not (exact and node.attributes):
        out.append(Token("code", node.words()))
    else:
        _spanned(node, active, out, exact=exact)


def _spanned(node: Tree, active: frozenset[str], out: list[Token], *, exact: bool) -> None:
    found = styles.spans(node, exact=exact)
    if node.tag == "code" and not exact:
        found = (styles.tag("code"),)
    if not exact:
        found = tuple(span for span in found if span.kind not in active)
    within = active.union(span.kind for span in found)
    out += [Token("open", span=span) for span in found]
    for child in node.children:
        _gather(child, within, out, exact=exact)
    out += [Token("close", span=span) for span in reversed(found)]


def _is_plain(node: Tree) -> bool:
    return all(child.tag == TEXT or _is_wrapper(child) for child in node.children)


def _is_wrapper(node: Tree) -> bool:
    return node.tag in ("span", "font") and all(child.tag == TEXT for child in node.children)


def _written(node: Tree) -> str:
    """A link whose text is its address, as an address in angle brackets; else ""."""
    address, words = node.attributes.get("href", ""), node.words()
    bare = len(node.children) == 1 and node.attributes.keys() == {"href"} and "&" not in words
    if not bare or words != address.removeprefix("mailto:" if _MAIL.fullmatch(words) else ""):
        return ""
    known = _MAIL.fullmatch(words) if address != words else _AUTOLINK.fullmatch(words)
    return f"<{words}>" if known else ""


def _player(node: Tree) -> str:
    """Something to play, as a link."""
    source = node.attributes.get("src", "")
    to = styles.target(source) if source and not source.startswith("data:") else ""
    label = node.attributes.get("title", "").strip() or source
    return f"[{escaped(label, Around('[', ']', linked=True))}]{to}" if to else ""


def _joined(tokens: list[Token]) -> list[Token]:
    """Neighbouring texts as one; a break and the line end behind it are one, else it is a tag."""
    out: list[Token] = []
    for token in tokens:
        if token.kind == "text" and out and out[-1] is BREAK:
            if token.text.startswith("\n"):
                out.append(Token("text", token.text[1:]))
                continue
            out[-1] = Token("mark", "<br>")
        elif out and out[-1] is BREAK:
            out[-1] = Token("mark", "<br>")
        if token.kind == "text" and out and out[-1].kind == "text":
            out[-1] = Token("text", out[-1].text + token.text)
        elif token.kind != "text" or token.text:
            out.append(token)
    if out and out[-1] is BREAK:
        out[-1] = Token("mark", "<br>")
    return [token for token in out if token.kind != "text" or token.text]


class _Tidier:
    """One pass over the tokens of a foreign page."""

    def __init__(self) -> None:
        self._out: list[Token] = []
        self._opens: list[Token] = []  # opened, with nothing in them so far
        self._space = False  # white space is due before what comes next
        self._breaks = 0
        self._begun = False  # whether there is anything to read so far

    def take(self, token: Token) -> None:
        if token.kind == "open":
            self._opens.append(token)
        elif token.kind == "close":
            if self._opens:
                self._opens.pop()
            else:
                self._out.append(token)
        elif token.kind == "break":
            self._breaks += 1
            self._space = False
        elif token.kind == "text":
            text = _LOOSE_NBSP.sub(" ", _SPACE.sub(" ", token.text))
            text = text if self._begun else text.lstrip(" \xa0")
            self._space = self._space or text[:1] == " "
            if text.strip(" "):
                self._put(Token("text", text.strip(" ")))
                self._space = text[-1] == " "
        elif token.text.strip() or token.kind == "mark":
            self._put(token)

    def done(self) -> list[Token]:
        """What was taken, without a space that keeps words apart at its very end."""
        last = next((i for i, one in enumerate(reversed(self._out), 1) if one.kind != "close"), 0)
        if last and self._out[-last].kind == "text":
            self._out[-last] = Token("text", self._out[-last].text.rstrip(" \xa0"))
        return self._out

    def _put(self, token: Token) -> None:
        if self._begun and self._breaks:
            self._out += [BREAK] * min(2, self._breaks)
        elif self._begun:
            self._rejoin()
            if self._space:
                self._text(" ")
        self._begun, self._space, self._breaks = True, False, 0
        self._out += self._opens
        self._opens = []
        if token.kind == "text":
            self._text(token.text)
        else:
            self._out.append(token)

    def _rejoin(self) -> None:
        """Let what just closed go on where the same opens again."""
        while self._opens and self._out and self._out[-1].kind == "close":
            if self._out[-1].span != self._opens[0].span:
                return
            self._out.pop()
            del self._opens[0]

    def _text(self, text: str) -> None:
        if self._out and self._out[-1].kind == "text":
            last = self._out[-1]
            self._out[-1] = replace(last, text=last.text + text)
        else:
            self._out.append(Token("text", text))


@dataclass(slots=True)
class _Open:
    """What closes an open span, and whether it is a run of `*` or `_`."""

    end: str
    run: bool
    link: bool
    start: int


class _Writer:
    def __init__(self, tokens: Sequence[Token], where: Where) -> None:
        self._tokens = tokens
        self._where = where
        self._out: list[str] = []
        self._last = ""  # the last character written
        self._open: list[_Open] = []
        self._closes = _pairs(tokens)

    def markdown(self) -> str:
        for index, token in enumerate(self._tokens):
            if token.kind == "text":
                self._put(self._escaped(token.text, index))
            elif token.kind == "code":
                self._put(self._code(token.text, index))
            elif token.kind == "break":
                self._put("<br>" if self._where.single else "\\\n")
            elif token.kind == "mark":
                self._put(token.text)
            elif token.kind == "open":
                self._begin(index)
            else:
                self._end()
        return "".join(self._out)

    def _put(self, text: str) -> None:
        if text:
            self._out.append(text)
            self._last = text[-1]

    def _escaped(self, text: str, index: int) -> str:
        linked = any(one.link for one in self._open)
        around = Around(self._last, self._after(index), linked=linked, cell=self._where.cell)
        shown = escaped(text, around)
        if "\n" in shown:
            shown = _GAP.sub("&#10;", re.sub(r"(?<= ) (?= *\n)", "&#32;", shown))
            shown = shown.replace("\n", "&#10;") if self._where.single else shown
        return shown

    def _after(self, index: int) -> str:
        """The first character that will stand behind a token, `<` if that is not settled."""
        if index + 1 >= len(self._tokens):
            return ""
        following = self._tokens[index + 1]
        if following.kind in ("text", "mark"):
            return following.text[:1]
        return "\n" if following.kind == "break" and not self._where.single else "<"

    def _code(self, text: str, index: int) -> str:
        text = re.sub(r"\s*\n\s*", " ", text) if not self._where.exact else text
        length = 1
        runs = {len(run) for run in _TICKS.findall(text)}
        while length in runs:
            length += 1
        awkward = not text.strip() or "\n" in text or self._last == "`" or self._after(index) == "`"
        if awkward or (self._where.cell and "\\|" in text):
            shown = escaped(text, Around("<", "<", linked=True, cell=self._where.cell))
            return f"<code>{shown.replace(chr(10), '&#10;')}</code>" if text else ""
        space = " " if text[0] in "` " or text[-1] in "` " else ""
        shown = text.replace("|", "\\|") if self._where.cell else text
        return f"{'`' * length}{space}{shown}{space}{'`' * length}"

    def _begin(self, index: int) -> None:
        span = self._tokens[index].span
        if span is None:
            return
        begin, end, run = span.begin, span.end, False
        if span.kind in ("em", "strong", "del"):
            sign = self._sign(span.kind, index)
            run = bool(sign) and span.kind != "del"
            begin = end = sign
            if not sign:
                begin, end = span.begin, span.end
        self._put(begin)
        self._open.append(_Open(end, run, span.kind == "link", len(self._out)))

    def _end(self) -> None:
        self._put(self._open.pop().end)

    def _sign(self, kind: str, index: int) -> str:
        """The run of signs that is sure to be read as this emphasis; "" if there is none."""
        depth = sum(one.run for one in self._open)
        close = self._closes[index]
        if kind == "del":
            sign = "~~"
        elif depth > 1:
            return ""
        else:
            sign = ("*" if depth == 0 else "_") * (2 if kind == "strong" else 1)
        first, last = self._after(index), self._before(close)
        before, after = self._last, self._after(close)
        if sign[0] in before + after + first + last or close == index + 1:
            return ""
        width = len(sign)
        opener = emphasis.run(f"{before}{sign}{first}", len(before), len(before) + width)
        closer = emphasis.run(f"{last}{sign}{after}", len(last), len(last) + width)
        return sign if opener.may_begin and closer.may_end else ""

    def _before(self, index: int) -> str:
        """The last character of what stands before a token, `<` if that is not settled."""
        previous = self._tokens[index - 1]
        if previous.kind in ("text", "mark"):
            return previous.text[-1:]
        return "\n" if previous.kind == "break" and not self._where.single else "<"


def _pairs(tokens: Sequence[Token]) -> dict[int, int]:
    """Where each token that opens is closed."""
    found: dict[int, int] = {}
    left: list[int] = []
    for index, token in enumerate(tokens):
        if token.kind == "open":
            left.append(index)
        elif token.kind == "close":
            found[left.pop()] = index
    return found
