"""Boxes between `:::` (Quarto, Docusaurus, VitePress) and below `!!!` (MkDocs) become callouts."""

from __future__ import annotations

import re
from typing import NamedTuple

from palmetto_editor.intake.markdown import boxes, prose

_COLONS = re.compile(r"(?P<indent>[ ]{0,3}):{3,}[ \t]*(?P<rest>[^\n:]*?)[ \t]*:*$")
_BANGS = re.compile(
    r"(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[\w-]{1,30})(?:[ \t]+[\w-]{1,30}){0,5}"
    r"(?:[ \t]+\"(?P<title>[^\"]*)\")?[ \t]*$"
)
_QUARTO = re.compile(r"\.callout-(\w+)")
_TITLE = re.compile(r"title\s*=\s*\"([^\"]*)\"")
_SIMPLE = re.compile(
    r"(?P<kind>note|tip|info|warning|caution|danger|important|success|question|example|details)\b"
    r"[ \t]*(?:\[(?P<bracket>[^\[\]]*)\]|(?P<title>[^{}]*))",
    re.I,
)
_HEADING = re.compile(r"\s*#{1,6}[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)")


class _Open(NamedTuple):
    rest: str
    at: int


def plain(body: str) -> str:
    """The body without such boxes: callouts become ours, other divisions give their inside."""
    if ":::" not in body and "!!!" not in body and "???" not in body:
        return body
    return _bangs(_colons(body)) if ":::" in body else _bangs(body)


def _colons(body: str) -> str:
    out: list[str] = []
    waiting: list[_Open] = []
    for part in prose.parts(body):
        if part.code:
            out.append(part.text)
            continue
        for line in part.text.splitlines(keepends=True):
            match = _COLONS.fullmatch(line.rstrip("\n"))
            if match is None:
                out.append(line)
            elif match["rest"]:
                waiting.append(_Open(match["rest"], len(out)))
            elif waiting:
                opened = waiting.pop()
                if len(waiting) >= boxes.DEEPEST or not _is_box(opened.rest):
                    out.append("\n")
                    continue
                inner = "".join(out[opened.at :])
                del out[opened.at :]
                out.append(_boxed(opened.rest, inner))
    return "".join(out)


def _is_box(rest: str) -> bool:
    return _QUARTO.search(rest) is not None or _SIMPLE.fullmatch(rest) is not None


def _boxed(rest: str, inner: str) -> str:
    told = _QUARTO.search(rest)
    if told:
        named = _TITLE.search(rest)
        title, text = (named[1], inner) if named else _titled(inner)
        return boxes.callout(told[1], title, text)
    simple = _SIMPLE.fullmatch(rest)
    if simple is None:
        return inner
    title = (simple["bracket"] or simple["title"] or "").strip()
    if simple["kind"].lower() == "details":
        return boxes.details(title, inner)
    return boxes.callout(simple["kind"], title, inner)


def _titled(inner: str) -> tuple[str, str]:
    """A heading at the top of Quarto's callout is its title."""
    match = _HEADING.match(inner)
    return (match[1], inner[match.end() :]) if match else ("", inner)


def _bangs(body: str) -> str:
    if "!!!" not in body and "???" not in body:
        return body
    return prose.change(body, _bang_lines)


def _bang_lines(text: str) -> str:
    rows = text.split("\n")
    out: list[str] = []
    at = 0
    while at < len(rows):
        match = _BANGS.fullmatch(rows[at])
        if match is None:
            out.append(rows[at])
            at += 1
            continue
        end = at + 1
        while end < len(rows) and (not rows[end].strip() or rows[end].startswith(("    ", "\t"))):
            end += 1
        inner = "\n".join(row.removeprefix("\t").removeprefix("    ") for row in rows[at + 1 : end])
        out.append(boxes.callout(match["kind"], match["title"] or "", inner))
        at = end
    return "\n".join(out)
