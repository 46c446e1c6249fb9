"""A BibTeX text becomes entries whose fields are still LaTeX: linear, whatever stands in it.

`split` finds where entries begin and end, so that one that is damaged harms no other. The fields
of each are read by bibtexparser; where it finds none or a brace is missing, by `_leniently`, which
goes by lines.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bibtexparser.exceptions import BlockAbortedException, ParserStateException
from bibtexparser.model import DuplicateFieldKeyBlock, Entry
from bibtexparser.splitter import Splitter

_START = re.compile(r"(?<![\w.])@[ \t]*([A-Za-z][\w-]*)\s*([{(])")
# An entry within another one, at the beginning of a line: the one before was never closed.
_NEXT = re.compile(r"^[ \t]*@[A-Za-z]\w*\s*[{(]\s*[^\s,{}()=\"#%]*\s*,", re.MULTILINE)
_MARK = re.compile(r"\\.|[{}\"()]|\n(?=[ \t]*@)", re.DOTALL)
_KNOWN = (
    "author|editor|title|booktitle|journal|journaltitle|year|date|volume|number|pages|month|doi|url"
    "|publisher|address|issn|isbn|abstract|keywords|note|pmid|edition|series|school|institution"
    "|crossref|xdata|howpublished|eprint|archiveprefix|urldate|language|type|location|organization"
)
_FIELD = re.compile(
    rf"(?:^[ \t]*(?P<a>[A-Za-z][\w+:-]*)|(?<=[,}}\"])[ \t]*(?P<b>{_KNOWN}))\s*=\s*(?=[{{\"\w#])",
    re.MULTILINE | re.IGNORECASE,
)
_LIKE_A_FIELD = re.compile(r"^[ \t]*[A-Za-z]\w*\s*=\s*[{\"]", re.MULTILINE)
_DELIMITER = re.compile(r"\\.|[{}\"]", re.DOTALL)
_PIECE = re.compile(r"\s*(#|[^\s#{}\"]+|\})")
_WORDS = re.compile(r"^[ \t]*[^\s%].*", re.MULTILINE)
NO_RECORDS = {"comment", "preamble", "string"}

# It logs what it cannot read; every such entry is told to the writer here.
logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
logging.getLogger("bibtexparser").propagate = False


@dataclass(frozen=True, slots=True)
class Chunk:
    """The text of one `@…{…}`, from its `@`, and the line it begins in, counted from 1."""

    kind: str
    text: str
    line: int
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Outside:
    """Words between the entries: BibTeX takes them as comments; some look like a part of one."""

    text: str
    line: int
    is_lost: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """An entry: fields in lower case, each with its delimiters and `#`, remarks."""

    kind: str
    key: str
    line: int
    text: str
    fields: dict[str, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    mended: bool = False


def split(text: str) -> Iterator[Chunk | Outside]:
    """Every `@…{…}` of the text in its order, and what between them looks like fields."""
    at, line, counted = 0, 1, 0
    while True:
        start = _START.search(text, at)
        between = text[at : start.start() if start else len(text)]
        lost = _LIKE_A_FIELD.search(between)
        words = lost or _WORDS.search(between)
        if words:
            first = line + text.count("\n", counted, at + words.start())
            yield Outside(between.strip(), first, is_lost=bool(lost))
        if start is None:
            return
        line += text.count("\n", counted, start.start())
        counted = start.start()
        at, closed = _end(text, start)
        yield Chunk(start[1].lower(), text[start.start() : at], line, closed)


def _end(text: str, start: re.Match[str]) -> tuple[int, bool]:
    """Where the entry ends, and whether by its own brace."""
    depth, quoted, closer = 1, False, "})"[start[2] == "("]
    for mark in _MARK.finditer(text, start.end()):
        sign = mark[0]
        if sign == "\n":
            if _NEXT.match(text, mark.end()):
                return mark.end(), False
        elif sign == '"' and depth == 1:
            quoted = not quoted and _opens_a_quote(text, mark.start())
        elif sign == "{":
            depth += 1
        elif sign == "}" and (depth > 1 or closer == "}"):
            depth -= 1
        elif sign == ")" and closer == ")" and depth == 1 and not quoted:
            depth = 0
        if depth == 0:
            return mark.end(), True
    return len(text), False


def _opens_a_quote(text: str, at: int) -> bool:
    return text[max(0, at - 40) : at].rstrip().endswith(("=", "#"))


def parse(chunk: Chunk) -> Parsed:
    """The fields of an entry; none where nothing in it looks like one."""
    strict = _strictly(chunk) if chunk.closed else None
    if strict is not None and not any(_is_run_on(value) for value in strict.fields.values()):
        return strict
    return _leniently(chunk)


def _strictly(chunk: Chunk) -> Parsed | None:
    """As bibtexparser reads it; None where it cannot."""
    start = _START.match(chunk.text)
    if start is None:
        return None
    # One line and no other `@`: its marks of lines are recursive, and a brace after an `@` ends
    # an entry for it. No text holds a NUL (`decoding`).
    inner = chunk.text[start.end() : -1].replace("@", "\0").replace("\n", " ")
    try:
        blocks = Splitter(f"@{chunk.kind}{{{inner}}}").split().blocks
    except (BlockAbortedException, ParserStateException, RecursionError):
        return None
    entry = blocks[0] if len(blocks) == 1 else None
    remarks: tuple[str, ...] = ()
    if isinstance(entry, DuplicateFieldKeyBlock):
        twice = ", ".join(sorted(entry.duplicate_keys))
        remarks = (f"It states twice: {twice}; the first one was taken.",)
        entry = entry.ignore_error_block
    if not isinstance(entry, Entry) or (not entry.fields and "=" in inner):
        return None
    found: dict[str, str] = {}
    for part in entry.fields:
        found.setdefault(part.key.lower(), part.value.replace("\0", "@"))
    return Parsed(chunk.kind, entry.key.replace("\0", "@"), chunk.line, chunk.text, found, remarks)


def _is_run_on(value: str) -> bool:
    """Whether a value holds the next field, because a comma or a brace is missing."""
    if _is_plain(value):
        return False
    if value[:1] not in {"{", '"'}:
        return "=" in value
    rest = value[_closing(value) + 1 :].lstrip()
    if rest.startswith("#"):
        return False
    return bool(rest)


def _is_plain(value: str) -> bool:
    """Whether a value is one text in braces with none in it: most are."""
    return value[:1] == "{" and value.find("}") == len(value) - 1 and "{" not in value[1:]


def _closing(value: str, start: int = 0) -> int:
    """Where the piece of a value that begins there ends: its own brace or quotation mark."""
    depth, closer = 0, '"' if value[start] == '"' else "}"
    for mark in _DELIMITER.finditer(value, start):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth == 0 and mark[0] == closer and mark.start() > start:
            return mark.start()
    return len(value)


def _leniently(chunk: Chunk) -> Parsed:
    """By lines: a field begins where a line does and lasts until the next one begins."""
    start = _START.match(chunk.text)
    body = chunk.text[start.end() :] if start else ""
    fields = list(_FIELD.finditer(body))
    head = body[: fields[0].start()] if fields else body
    found: dict[str, str] = {}
    twice: list[str] = []
    for index, one in enumerate(fields):
        end = fields[index + 1].start() if index + 1 < len(fields) else len(body)
        name = (one["a"] or one["b"]).lower()
        if name in found:
            twice.append(name)
        found.setdefault(name, _balanced(body[one.end() : end]))
    remarks = ["The entry is damaged (a brace, a quotation mark or a comma); please compare it."]
    if twice:
        remarks.append(f"It states twice: {', '.join(twice)}; the first one was taken.")
    key = head.strip().rstrip("})").split(",")[0].strip()
    if " " in key or "=" in key:
        key = ""
    return Parsed(chunk.kind, key, chunk.line, chunk.text, found, tuple(remarks), mended=True)


def _balanced(value: str) -> str:
    """A value with one brace around it, and as many closed as opened."""
    bare = value.strip().rstrip(",").strip()
    if bare[:1] == '"':
        return "{" + bare[1:].rstrip("}),\n ").removesuffix('"') + "}"
    if bare[:1] != "{":
        return bare.rstrip("}) \n,")
    bare, depth, lowest = bare[1:], 0, 0
    for mark in re.findall(r"\\.|[{}]", bare, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(mark, 0)
        lowest = min(lowest, depth)
    while depth < 0 and bare.endswith("}"):
        bare, depth = bare[:-1].rstrip(" \n,"), depth + 1
    return "{" + bare + "}" * max(depth, 0) + "}"


def pieces(value: str) -> list[tuple[str, bool]]:
    """What `#` joins: each text without its delimiters, and whether it is a name of @string."""
    if _is_plain(value):
        return [(value[1:-1], False)]
    found: list[tuple[str, bool]] = []
    at = 0
    while at < len(value):
        if value[at] in '{"':
            end = _closing(value, at)
            found.append((value[at + 1 : end], False))
            at = end + 1
            continue
        word = _PIECE.match(value, at)
        if word is None:
            break
        if word[1] != "#":
            found.append((word[1], not word[1].isdecimal()))
        at = word.end()
        while value[at : at + 1].isspace():
            at += 1
    return found
