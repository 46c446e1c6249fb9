"""The inside of a paragraph: an element tree -> tokens -> inline Markdown.

Tokens are gathered in order, tidied by `spell_tidy` as a browser lays them out (white space folded
and taken out of the edges of emphasis, what is empty dropped), and written from left to right:
each emphasis as `*` or `_` where our markup is certain to read it so, else as its tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from palmetto_editor.intake.html import spell_styles as styles
from palmetto_editor.intake.html.spell_styles import Span
from palmetto_editor.intake.html.spell_text import Around, escaped
from palmetto_editor.intake.html.spell_tidy import BREAK, Token
from palmetto_editor.intake.html.spell_tree import MARK, TEXT, Tree
from palmetto_editor.markup import emphasis

_GAP = re.compile(r"\n(?=\s*\n)")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]{0,1900}")
_MAIL = re.compile(r"[\w.!#$%'*+/=?^`{|}~-]{1,100}@[A-Za-z0-9.-]{1,200}")
_PLAYERS = ("iframe", "video", "audio")


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
