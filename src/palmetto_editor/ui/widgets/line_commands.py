"""Commands on whole lines: Enter in a list, indenting, headings, lists, quotes, blocks."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count

from palmetto_editor.model.spans import difference
from palmetto_editor.ui.widgets.passage import Command, Passage

INDENT = 4  # spaces: what nests a list under any item, in CommonMark and in Python-Markdown
_ITEM = re.compile(
    r"(?P<quote>(?: {0,3}> ?)*)(?P<indent>[ \t]*)"
    r"(?P<sign>[-*+]|(?P<number>\d{1,9})(?P<end>[.)]))(?P<gap>[ \t]+)(?P<task>\[[ xX]\][ \t]+)?"
)
_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_SPACES = re.compile(rf"\t| {{1,{INDENT}}}")
_HEADING = re.compile(r"(#{1,6})[ \t]+|(#{1,6})$")


def enter(passage: Passage) -> Passage | None:
    """Go on with a list or quote on the next line; in an empty item, leave it.

    An empty nested item first moves out by one level. None where a plain line break will do.
    """
    if passage.start != passage.end:
        return None
    at = passage.text.rfind("\n", 0, passage.start) + 1
    line = passage.text[at:].split("\n", 1)[0]
    column = passage.start - at
    item = _ITEM.match(line)
    if item and column >= item.end():
        if not line[item.end() :].strip():
            return _leave(passage, at, line, item)
        return _break(passage, _continued(item))
    quote = _QUOTE.match(line)
    if quote and column >= quote.end():
        if not line[quote.end() :].strip():
            return passage.put(at, at + len(line), "")
        return _break(passage, quote[0])
    return None


def is_in_list(passage: Passage) -> bool:
    """Whether the first selected line is a list item."""
    at = passage.text.rfind("\n", 0, passage.start) + 1
    return bool(_ITEM.match(passage.text[at:].split("\n", 1)[0]))


def indent(passage: Passage) -> Passage | None:
    """Move the selected lines in by one level."""
    return _each(passage, lambda line: _inserted(line, " " * INDENT) if line.strip() else line)


def outdent(passage: Passage) -> Passage | None:
    """Move the selected lines out by one level, as far as they are in."""
    return _each(passage, _outdented)


def heading(level: int) -> Command:
    """Make the selected lines headings of a level (0: plain text); the same level again is off."""

    def command(passage: Passage) -> Passage | None:
        sign = "#" * level + " " if level else ""
        lines = [line for line in passage.lines if line.strip()]
        if sign and lines and all(line.startswith(sign) for line in lines):
            sign = ""
        return _each(passage, lambda line: sign + _HEADING.sub("", line, count=1), blank=not lines)

    return command


def bullets(passage: Passage) -> Passage | None:
    """Make the selected lines a list with bullets, or plain lines again."""
    return _listed(passage, numbered=False)


def numbers(passage: Passage) -> Passage | None:
    """Make the selected lines a numbered list, or plain lines again."""
    return _listed(passage, numbered=True)


def quote(passage: Passage) -> Passage | None:
    """Put the selected lines into a quote, or take them out of it."""
    if all(line.lstrip().startswith(">") for line in passage.lines):
        return _each(passage, lambda line: re.sub(r"^ {0,3}> ?", "", line), blank=True)
    return _each(passage, lambda line: f"> {line}".rstrip() if line.strip() else ">", blank=True)


def callout(kind: str, words: str) -> Command:
    """Put the selected lines into a callout; its words are selected, to be typed over."""

    def command(passage: Passage) -> Passage | None:
        lines = passage.lines
        body = "\n".join(f"> {line}".rstrip() if line.strip() else ">" for line in lines)
        first = f"> [!{kind}] "
        made = f"{first}{words}\n{body if passage.text.strip() else '> '}"
        return Passage(made, len(first), len(first) + len(words))

    return command


def block(text: str, select: str = "") -> Command:
    """Put a block on lines of its own below the cursor's line, blank lines around it.

    The passage is to hold one line before and after the cursor's, where there is one. `select`
    is the stretch of the text to select; without it the cursor goes to the end.
    """

    def command(passage: Passage) -> Passage | None:
        start = passage.text.rfind("\n", 0, passage.end) + 1
        line_end = passage.text.find("\n", passage.end)
        end = len(passage.text) if line_end < 0 else line_end
        before, after = passage.text[:start], passage.text[end:]
        if passage.text[start:end].strip():
            before, start = passage.text[:end] + "\n\n", end + 2
        elif before.strip() and not before.endswith("\n\n"):
            before += "\n"
        lead = len(before)
        if after.strip() and not after.startswith("\n\n"):
            after = "\n" + after
        at = lead + (text.index(select) if select else len(text))
        return Passage(before + text + after, at, at + len(select))

    return command


def _continued(item: re.Match[str]) -> str:
    sign = f"{int(item['number']) + 1}{item['end']}" if item["number"] else item["sign"]
    return f"{item['quote']}{item['indent']}{sign}{item['gap']}{'[ ] ' if item['task'] else ''}"


def _break(passage: Passage, lead: str) -> Passage:
    """A line break at the cursor, the rest of the line behind a lead of its own."""
    rest = passage.text[passage.start :]
    spaces = len(rest) - len(rest.lstrip(" \t"))
    at = passage.start
    return passage.put(at, at + spaces, "\n" + lead).select(at + 1 + len(lead))


def _leave(passage: Passage, at: int, line: str, item: re.Match[str]) -> Passage:
    new = _outdented(line) if item["indent"] else item["quote"]
    return passage.put(at, at + len(line), new).select(at + len(new))


def _each(passage: Passage, change: Callable[[str], str], blank: bool = False) -> Passage | None:
    """Change each selected line; the selection keeps what it held."""
    first = passage.text.count("\n", 0, passage.start)
    stop = passage.end - (passage.end > passage.start and passage.text[passage.end - 1] == "\n")
    last = passage.text.count("\n", 0, stop)
    result, offset = passage, 0
    for number, line in enumerate(passage.lines):
        if first <= number <= last and (line.strip() or blank or first == last):
            result, offset = _changed(result, offset, line, change(line))
        else:
            offset += len(line) + 1
    return None if result.text == passage.text else result


def _changed(passage: Passage, offset: int, old: str, new: str) -> tuple[Passage, int]:
    start, old_end, new_end = difference(old, new)
    changed = passage.put(offset + start, offset + old_end, new[start:new_end])
    return changed, offset + len(new) + 1


def _inserted(line: str, pad: str) -> str:
    at = _quote_end(line)
    return line[:at] + pad + line[at:]


def _outdented(line: str) -> str:
    at = _quote_end(line)
    return line[:at] + _SPACES.sub("", line[at:], count=1) if _SPACES.match(line, at) else line


def _quote_end(line: str) -> int:
    quoted = _QUOTE.match(line)
    return quoted.end() if quoted else 0


def _listed(passage: Passage, numbered: bool) -> Passage | None:
    lines = [line for line in _selected_lines(passage) if line.strip()]
    items = [_ITEM.match(line) for line in lines]
    is_off = bool(lines) and all(item and bool(item["number"]) == numbered for item in items)
    number = count(1)

    def change(line: str) -> str:
        item = _ITEM.match(line)
        at = item.start("sign") if item else _quote_end(line)
        rest = line[item.end("gap") :] if item else line[at:].lstrip()
        sign = "" if is_off else f"{next(number)}. " if numbered else "- "
        return line[:at] + sign + rest

    return _each(passage, change)


def _selected_lines(passage: Passage) -> list[str]:
    first = passage.text.rfind("\n", 0, passage.start) + 1
    stop = passage.end - (passage.end > passage.start and passage.text[passage.end - 1] == "\n")
    last = passage.text.find("\n", stop)
    return passage.text[first : len(passage.text) if last < 0 else last].split("\n")
