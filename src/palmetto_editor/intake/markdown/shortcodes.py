"""Hugo's shortcodes, and the tags of Jekyll and Eleventy, as our Markdown has them, or left over.

Read from left to right in one pass; a tag that is closed further on keeps what stands in between.
What has no counterpart keeps its inside and is named among the leftovers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from palmetto_editor.intake.markdown import counterparts, prose
from palmetto_editor.intake.markdown.boxes import DEEPEST
from palmetto_editor.intake.markdown.counterparts import Arguments
from palmetto_editor.intake.markdown.prose import Left

_TAG = re.compile(
    r"\{\{(?P<sign>[<%])\s{0,20}(?P<shut>/?)\s{0,20}(?P<name>[\w./-]{1,60})"
    r"(?P<rest>(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'|`[^`\n]{0,1000}`|[^\"'`<>%{}]){0,300})"
    r"[>%]\}\}"
    r"|\{%-?\s{0,20}(?P<liquid>[\w-]{1,40})"
    r"(?P<words>(?:\"[^\"\n]{0,1000}\"|'[^'\n]{0,1000}'|[^%\"'{}]){0,300})-?%\}"
    r"|\{\{-?\s{0,20}(?P<value>(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'|[^{}\"'\n<%]){1,200})-?\}\}"
)
_UNKNOWN = "a shortcode that this editor does not have"
_AROUND = "a shortcode around a part of the text"
_FILLED = "a value that the site would have filled in"


class _Open(NamedTuple):
    """A tag that waits for its end: where what it holds begins among the output."""

    name: str
    given: Arguments
    at: int


def plain(body: str, left: Left) -> str:
    """The body without them. Fenced code is kept as it is."""
    if "{{" not in body and "{%" not in body:
        return body
    return _Pass(body, left).text()


class _Pass:
    """The one walk over a body's tags."""

    def __init__(self, body: str, left: Left) -> None:
        self._body = body
        self._left = left
        self._out: list[str] = []
        self._waiting: list[_Open] = []
        self._names: Counter[str] = Counter()  # of those that wait
        self._shut = {name for m in _TAG.finditer(body) if (name := _closes(m))}

    def text(self) -> str:
        for part in prose.parts(self._body):
            at = 0
            for match in () if part.code else _tags(part.text):
                self._out.append(part.text[at : match.start()])
                at = match.end()
                self._out.append(self._made(match))
            self._out.append(part.text[at:])
        return "".join(self._out)

    def _made(self, match: re.Match[str]) -> str:
        """What stands in the tag's place; a tag that closes another changes what stands before."""
        closing = _closes(match)
        if closing:
            return self._close(closing)
        if self._waiting and self._waiting[-1].name in counterparts.VERBATIM:
            return match[0]
        if match["value"] is not None:
            made = counterparts.value(match["value"].strip())
            reason = _FILLED
        else:
            name = match["liquid"] or match["name"]
            rest = (match["words"] or match["rest"] or "").rstrip()
            given = counterparts.arguments(rest.removesuffix("/"))
            if name in self._shut and not rest.endswith("/"):
                return self._open(name, given, match[0])
            made = "" if name in counterparts.SILENT else counterparts.single(name, given)
            reason = _UNKNOWN
        if made is None:
            self._left.put(match[0], reason)
        return made or ""

    def _open(self, name: str, given: Arguments, whole: str) -> str:
        self._waiting.append(_Open(name, given, len(self._out)))
        self._names[name] += 1
        if not counterparts.is_known_around(name):
            self._left.put(whole, _AROUND)
        return ""

    def _close(self, name: str) -> str:
        """The inside of the tag that is closed; what was opened in it and never closed is gone."""
        if not self._names[name]:
            return ""
        while True:
            opened = self._waiting.pop()
            self._names[opened.name] -= 1
            if opened.name == name:
                break
        if len(self._waiting) >= DEEPEST or not counterparts.is_known_around(name):
            return ""
        inner = "".join(self._out[opened.at :])
        del self._out[opened.at :]
        if name == "comment":
            self._left.put(inner, "a comment in the source")
            return ""
        return counterparts.paired(name, opened.given, inner)


def _closes(match: re.Match[str]) -> str:
    """The name of the tag that this one closes."""
    if match["shut"]:
        return match["name"]
    liquid = match["liquid"] or ""
    return liquid.removeprefix("end") if liquid.startswith("end") else ""


def _tags(text: str) -> Iterator[re.Match[str]]:
    """The tags outside of code within lines."""
    codes = [match.span() for match in prose.CODE_SPAN.finditer(text)]
    index = 0
    for match in _TAG.finditer(text):
        while index < len(codes) and codes[index][1] <= match.start():
            index += 1
        if index == len(codes) or codes[index][0] >= match.start():
            yield match
