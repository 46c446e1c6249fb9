"""What one line of Markdown begins: CommonMark's block starts, and ours."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from palmetto_editor.markup.own import names

Construct = Literal[
    "",
    "blank",
    "code",
    "definition",
    "fence",
    "heading",
    "html",
    "list",
    "note",
    "paragraph",
    "quote",
    "rule",
    "setext",
    "shortcode",
    "table",
    "terms",
]

_LINE = re.compile(r"([ \t]*)([^\n]*)(?:\n|\Z)")
_HEADING = re.compile(r"#{1,6}(?=\s|$)")
_FENCE = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_RULE = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_MARKER = re.compile(r"(?:([-+*])|(\d{1,9})([.)]))(?=\s|$)")
_UNDERLINE = re.compile(r"(=+|--+)\s*$")
_NOTE = re.compile(r"\[\^([^\[\]\s^]{1,100})\]:")
_DEFINITION = re.compile(
    r"\[([^\[\]]{1,999})\]:[ \t]*(<[^<>]*>|[^\s<]\S*)"
    r"(?:[ \t]+(\"[^\"]*\"|'[^']*'|\([^()]*\)))?\s*$"
)
_SHORTCODE = re.compile(r"\{\{<([^<>{}]{1,300})>\}\}\s*$")
_DETAIL = re.compile(r":[ \t]+(?=\S)")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?\s*$")
_CELL_END = re.compile(r"\\.|\|")
# CommonMark 0.31.2, section 4.6: the seven kinds of HTML block.
_VERBATIM = (
    (
        re.compile(r"<(?:script|pre|style|textarea)(?=[\s>]|$)", re.I),
        "</(?:script|pre|style|textarea)>",
    ),
    (re.compile(r"<!--"), "-->"),
    (re.compile(r"<\?"), r"\?>"),
    (re.compile(r"<![A-Za-z]"), ">"),
    (re.compile(r"<!\[CDATA\["), r"\]\]>"),
)
_HTML_BLOCK = re.compile(
    r"<(/?)(address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|"
    r"details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|"
    r"head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|"
    r"option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)"
    r"(?=\s|/?>|$)",
    re.I,
)
# Of these, the ones that must be closed and may hold blank lines.
_CONTAINERS = names(
    "address article aside blockquote center details dialog dir div dl fieldset figure footer "
    "form header iframe main menu nav ol search section table ul"
)
_HTML_LINE = re.compile(
    r"<(?:/[A-Za-z][A-Za-z0-9-]*\s*|[A-Za-z][A-Za-z0-9-]*"
    r"(?>(?:\s+[A-Za-z_:][\w.:-]*+(?:\s*=\s*(?:[^\s\"'=<>`]++|'[^']*'|\"[^\"]*\"))?)*)\s*/?)>\s*$"
)


class Line(NamedTuple):
    """One line: columns of its indentation, its text after that, the index after its end."""

    indent: int
    text: str
    end: int

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()


class Marker(NamedTuple):
    """A list item's marker: `kind` tells lists apart, `width` counts its own characters."""

    kind: str
    number: int
    width: int


def read(text: str, start: int) -> Line:
    """The line that begins at `start`. Only a line feed ends a line; a tab stop is four wide."""
    match = _LINE.match(text, start)
    if match is None:  # cannot be: every part of the pattern may be empty
        raise IndexError(start)
    lead = match[1]
    columns = len(lead.expandtabs(4)) if "\t" in lead else len(lead)
    return Line(columns, match[2], match.end())


def opens(line: Line) -> Construct:
    """What the line begins as the first line of a block; `""` for plain text."""
    if line.indent >= 4:
        return "code"
    return _OPENERS[line.text[0]](line.text) if line.text[0] in _OPENERS else ""


def interrupts(line: Line) -> bool:
    """Whether the line ends the paragraph that stands directly above it."""
    construct = opens(line)
    if construct == "list":
        found = marker(line.text)
        return found is not None and found.number == 1 and bool(line.text[found.width :].strip())
    if construct == "html":
        return html_kind(line.text) != "line"
    return construct not in ("", "code", "definition")


def continues(line: Line) -> bool:
    """Whether the line can go on with a paragraph that stands in something it is not part of."""
    return opens(line) in ("", "code", "definition")


def marker(text: str) -> Marker | None:
    """The list marker at the start of a line; a bullet's number is 1."""
    match = _MARKER.match(text)
    if match is None:
        return None
    if match[1]:
        return Marker(match[1], 1, 1)
    return Marker(match[3], int(match[2]), match.end())


def fence(text: str) -> str:
    """The backticks or tildes that open fenced code, or `""`."""
    match = _FENCE.match(text)
    return (match[1] or match[2]) if match else ""


def closes(line: Line, opened: str) -> bool:
    """Whether the line closes the fence that `opened` began."""
    bare = line.text.rstrip()
    return line.indent < 4 and len(bare) >= len(opened) and not bare.strip(opened[0])


def html_kind(text: str) -> Literal["verbatim", "block", "line", ""]:
    """CommonMark's kinds 1 to 5, 6 and 7 of HTML block."""
    if any(start.match(text) for start, _ in _VERBATIM):
        return "verbatim"
    if _HTML_BLOCK.match(text):
        return "block"
    return "line" if _HTML_LINE.match(text) else ""


def verbatim_end(text: str) -> str:
    """The pattern that ends the verbatim HTML block which the line begins."""
    return next(end for start, end in _VERBATIM if start.match(text))


def html_root(text: str) -> str:
    """The tag that an HTML block of kind 6 opens and must close, in lower case; else `""`."""
    match = _HTML_BLOCK.match(text)
    name = match[2].lower() if match and not match[1] else ""
    return name if name in _CONTAINERS else ""


def underlines(line: Line) -> bool:
    """Whether the line makes the paragraph above a heading.

    CommonMark lets one hyphen do; here it takes two, since one is a list being typed.
    """
    return line.indent < 4 and _UNDERLINE.match(line.text) is not None


def heading(text: str) -> tuple[int, str]:
    """Level and text of a `## Heading ##`."""
    level = len(text) - len(text.lstrip("#"))
    inner = text[level:].strip()
    bare = inner.rstrip("#")
    return level, bare.rstrip() if not bare or bare[-1].isspace() else inner


def note_label(text: str) -> tuple[str, int]:
    """The label of a footnote definition and where its text begins; `("", 0)` if it is none."""
    match = _NOTE.match(text)
    return (match[1], match.end()) if match else ("", 0)


def definition(text: str) -> tuple[str, str, str] | None:
    """Label, address and title of a link reference definition."""
    match = _DEFINITION.match(text)
    if match is None or match[1].startswith("^") or not match[1].strip():
        return None
    address = match[2][1:-1] if match[2].startswith("<") else match[2]
    return match[1], address, (match[3] or "")[1:-1]


def shortcode(text: str) -> tuple[str, str] | None:
    """Name and argument of `{{< name argument >}}`."""
    match = _SHORTCODE.match(text)
    words = match[1].split(None, 1) if match else []
    if not words:
        return None
    return words[0], (words[1].strip() if len(words) > 1 else "")


def detail(line: Line) -> int:
    """Width of the `: ` that begins a definition list's detail; 0 if the line begins none."""
    match = _DETAIL.match(line.text) if line.indent < 4 else None
    return match.end() if match else 0


def cells(text: str) -> list[str]:
    """The cells of a table row as GitHub splits it: at each `|` without a backslash."""
    return [text[start:end].replace(r"\|", "|") for start, end in cell_spans(text)]


def cell_spans(text: str) -> list[tuple[int, int]]:
    """Where the cells of a table row stand in it, without the blanks around them."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    start += text.startswith("|", start, end)
    found = []
    for match in _CELL_END.finditer(text, start, end):
        if match[0] == "|":
            found.append(_bare(text, start, match.start()))
            start = match.end()
    if text[start:end].strip() or not found:
        found.append(_bare(text, start, end))
    return found


def is_table(header: Line, below: Line) -> bool:
    """Whether the two lines are a table's header and its delimiter row."""
    if "|" not in header.text or below.indent >= 4 or header.indent >= 4:
        return False
    if "-" not in below.text or _DELIMITERS.match(below.text) is None:
        return False
    return len(cells(header.text)) == len(cells(below.text))


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks at its ends."""
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, max(start, start + len(inner.strip()))


def _hash(text: str) -> Construct:
    return "heading" if _HEADING.match(text) else ""


def _ticks(text: str) -> Construct:
    return "fence" if _FENCE.match(text) else ""


def _dash(text: str) -> Construct:
    return "rule" if _RULE.match(text) else _item(text)


def _item(text: str) -> Construct:
    return "list" if _MARKER.match(text) else ""


def _angle(text: str) -> Construct:
    return "html" if html_kind(text) else ""


def _bracket(text: str) -> Construct:
    if _NOTE.match(text):
        return "note"
    return "definition" if definition(text) else ""


def _brace(text: str) -> Construct:
    return "shortcode" if shortcode(text) else ""


def _quote(_text: str) -> Construct:
    return "quote"


_OPENERS = {
    "#": _hash,
    "`": _ticks,
    "~": _ticks,
    "-": _dash,
    "*": _dash,
    "_": _dash,
    "+": _item,
    **dict.fromkeys("0123456789", _item),
    "<": _angle,
    "[": _bracket,
    "{": _brace,
    ">": _quote,
}
