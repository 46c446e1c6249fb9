"""Inline Markdown, as far as recognising asks: labels at its beginning, its links, its words."""

from __future__ import annotations

import re
from typing import NamedTuple

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(
    r"(?<!\\)(!?)\[((?:[^\[\]\\]|\\.|\[[^\[\]]{0,300}\]){0,600})\]"
    r"\(\s*(?:<([^<>\n]{0,2000})>|((?:[^\s()\\]|\\.|\([^\s()]{0,300}\)){0,2000}))"
    r"(?:\s+(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'))?\s*\)"
)
_AUTO = re.compile(r"<((?:https?|mailto):[^\s<>]{1,2000})>")
_EMPHASIS = re.compile(r"(?<![\\\w])(\*{1,3}|_{1,3})(?=\S)|(?<=\S)(?<!\\)(\*{1,3}|_{1,3})(?!\w)")
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_CODE = re.compile(r"(?<!\\)`([^`\n]*)`")
_MARKED = re.compile(r"[\[\\<`*_]")
_WRAPPED = re.compile(r"(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)


class Anchor(NamedTuple):
    label: str
    target: str
    start: int
    end: int


def links(text: str) -> tuple[Anchor, ...]:
    """The links in a text, images excepted; labels as a reader sees them."""
    found = [
        Anchor(words(m[2]), unescaped(m[3] if m[3] is not None else m[4]), m.start(), m.end())
        for m in _LINK.finditer(text)
        if not m[1]
    ]
    found += [Anchor(m[1], m[1], m.start(), m.end()) for m in _AUTO.finditer(text)]
    return tuple(sorted(found, key=lambda anchor: anchor.start))


def without_links(text: str) -> str:
    """The words that are in no link."""
    return words(_AUTO.sub(" ", _LINK.sub(" ", text)))


def words(text: str) -> str:
    """A text as a reader sees it, white space folded: marks and tags off, escapes undone."""
    if _MARKED.search(text) is None:
        return " ".join(text.split())
    bare = _LINK.sub(lambda m: m[2], text)
    bare = _AUTO.sub(r"\1", bare)
    bare = _EMPHASIS.sub("", _CODE.sub(r"\1", _TAG.sub(" " if "<br" in bare else "", bare)))
    return " ".join(unescaped(bare).split())


def reference_line(text: str) -> str:
    """A list's item for the reader of reference lines: emphasis kept, links as their addresses."""

    def shown(match: re.Match[str]) -> str:
        label, target = match[2], unescaped(match[3] if match[3] is not None else match[4])
        if target.startswith("#") or not label.strip(" ↩↑^"):
            return label if label.strip(" ↩↑^") else ""
        return label if target in label else f"{label} {target}"

    bare = _AUTO.sub(r"\1", _LINK.sub(shown, text))
    return " ".join(unescaped(_TAG.sub("", bare)).replace("↩", " ").split())


def unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)


def without_label(text: str, label: re.Pattern[str]) -> str:
    """The Markdown after a label such as `**Note:**`; emphasis that it shares is kept whole."""
    opened = re.match(r"\s*([*_]{0,3})\s*", text)
    marks, start = (opened[1], opened.end()) if opened else ("", 0)
    match = label.match(text, start)
    if match is None:
        return text
    after = text[match.end() :].lstrip(": \t")
    if marks and after.startswith(marks):
        return after[len(marks) :].lstrip(": \t")
    return (marks + after.lstrip()).strip() if after.strip() else ""


def bold_start(text: str) -> tuple[str, str] | None:
    """The words of the strong or emphatic run that a text begins with, and what follows it."""
    match = _WRAPPED.match(text.strip())
    if match is None:
        return None
    return words(match[2]), text.strip()[match.end() :].lstrip(" \t:—–-").strip()
