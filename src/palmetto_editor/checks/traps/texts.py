"""Traps of a whole text: definitions of links that do nothing, levels of headings, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.checks.traps.survey import replaced
from palmetto_editor.checks.traps.trap import said
from palmetto_editor.markup import lines
from palmetto_editor.markup.blocks import Block, split
from palmetto_editor.markup.links import label
from palmetto_editor.markup.passages import parts
from palmetto_editor.model.citing import texts, without_code
from palmetto_editor.model.edits import Edit
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article

_LABEL = re.compile(r"\[([^\[\]]{1,300})\](?!:)")
_FRONT = re.compile(
    r"---[ \t]*\n(?:[A-Za-z_-]{1,40}:[^\n]*\n(?:[ \t]+[^\n]*\n){0,20}){1,40}---[ \t]*\n?"
)
_LONE = re.compile(r"# ")
# What becomes of letters beyond ASCII where UTF-8 was read as Windows-1252.
_GARBLED = re.compile(
    "[\u00c2\u00c3\u00c5\u00ce\u00cf][\u0080-\u00bf\u20ac\u201a\u0192\u201e-\u2026\u2018-\u201d\u2020-\u2022\u2013\u2014"
    "\u02c6\u2030\u0160\u2039\u0152\u017d\u02dc\u2122\u0161\u203a\u0153\u017e\u0178]"
    "|\u00e2[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030][\u0080-\u00bf\u0152\u0153\u0160\u0161"
    "\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]"
    "|\ufffd"
)


def unused(subject: Subject) -> Iterator[Hit]:
    """A definition that no link refers to: its address is on the page nowhere."""
    for place, start, block, name, blocks in _definitions(subject):
        if label(name) not in _used(blocks):
            shown = block.text.rstrip()
            message = (
                f"No link refers to {said(f'[{name}]')}, so its address is not on the page; use "
                "it, or remove it."
            )
            fix = replaced(
                place, start, start + len(block.text), block.text, "", "Remove the definition"
            )
            yield Hit(place.at(start, start + len(shown)), message, fix)
    yield from _hidden(subject)


def _hidden(subject: Subject) -> Iterator[Hit]:
    """`- [Source]: address`: what looks like words in a list or a quote, and is a definition."""
    for place, start, block, blocks in _blocks(subject):
        for part in parts(block.text) if block.kind == "markdown" and "]:" in block.text else ():
            source = part.source.text.rstrip()
            found = lines.definition(" ".join(source.split()))
            if part.construct == "definition" and found and label(found[0]) not in _used(blocks):
                at, end = start + part.source.at(0), start + part.source.end(len(source))
                message = (
                    f"{said(source)} defines an address that no link refers to, so it is not on "
                    "the page; write \\[ to show it."
                )
                fix = replaced(place, at, at + 1, "[", "\\[", "Show it")
                yield Hit(place.at(at, end), message, fix)


def twice(subject: Subject) -> Iterator[Hit]:
    """Two definitions of one label: the second counts for nothing."""
    seen: set[tuple[Place, str]] = set()
    for place, start, block, name, _ in _definitions(subject):
        key = (place, label(name))
        if key in seen:
            shown = block.text.rstrip()
            message = (
                f"{said(f'[{name}]')} is defined twice, and only the first counts; give one "
                "another name."
            )
            yield Hit(place.at(start, start + len(shown)), message)
        seen.add(key)


def _definitions(
    subject: Subject,
) -> Iterator[tuple[Place, int, Block, str, Sequence[Block]]]:
    for place, start, block, blocks in _blocks(subject):
        found = lines.definition(" ".join(block.text.split()))
        if block.kind == "definition" and found:
            yield place, start, block, found[0], blocks


def _blocks(subject: Subject) -> Iterator[tuple[Place, int, Block, Sequence[Block]]]:
    """Every block of a text that may define a link: its place and start, itself and all of them."""
    for place, text in texts(subject.article):
        if "]:" in text and place.part not in ("tables", "images"):
            blocks = subject.page.body_blocks if place.part == "body" else split(text)
            starts = accumulate((len(block.text) for block in blocks), initial=0)
            for block, start in zip(blocks, starts, strict=False):
                yield place, start, block, blocks


def _used(blocks: Sequence[Block]) -> set[str]:
    """The labels that stand in brackets anywhere but where they are defined."""
    return {
        label(match[1])
        for block in blocks
        if block.kind != "definition" and "[" in block.text
        for match in _LABEL.finditer(block.text)
    }


def levels(subject: Subject) -> Iterator[Hit]:
    """`#` and `##` in one body: the headline is the page's only h1, so both become h2."""
    heads = [(i, b) for i, b in enumerate(subject.page.body_blocks) if b.kind == "heading"]
    top = [(i, b) for i, b in heads if _LONE.match(b.text)]
    if not top or not any(block.text.startswith("## ") for _, block in heads):
        return
    index, first = top[0]
    start = sum(len(block.text) for block in subject.page.body_blocks[:index])
    shown = first.text.rstrip()
    message = (
        f"{said(shown)} and the headings with ## are of one level on the page, since # is for the "
        "headline; give each heading one # more."
    )
    fix = Edit("One level down for all", Place("body"), _lowered)
    yield Hit(Place("body").at(start, start + len(shown)), message, fix)


def _lowered(article: Article) -> Article:
    """Each heading with a `#` more; those of the lowest level stay."""
    blocks = split(article.body)
    if not any(block.kind == "heading" and _LONE.match(block.text) for block in blocks):
        return article
    made = [
        f"#{block.text}"
        if block.kind == "heading" and re.match(r"#{1,5} ", block.text)
        else block.text
        for block in blocks
    ]
    return replace(article, body="".join(made))


def front_matter(subject: Subject) -> Iterator[Hit]:
    """The head of a file of another program, which the page shows as a heading."""
    found = _FRONT.match(subject.article.body)
    if found:
        message = (
            "The body begins with the head of a file, which the page shows as a heading; take "
            "it out."
        )
        fix = replaced(Place("body"), 0, found.end(), found[0], "", "Take it out")
        yield Hit(Place("body").at(0, found.end()), message, fix)


def garbled(subject: Subject) -> Iterator[Hit]:
    """Letters that were read by the wrong table: `donâ€™t`."""
    for place, text in texts(subject.article):
        if text.isascii():
            continue
        for found in _GARBLED.finditer(without_code(text)):
            right = _righted(found[0])
            if found[0] != "\ufffd" and not right:
                continue
            around = said(text[max(0, found.start() - 10) : found.end() + 10])
            message = (
                f"{around} has letters that were read wrongly on their way here; write them anew."
            )
            where = place.at(*found.span())
            fix = (
                replaced(place, *found.span(), found[0], right, f"Write {right}") if right else None
            )
            yield Hit(where, message, fix)


def _righted(text: str) -> str:
    """The letter that UTF-8 meant."""
    try:
        return b"".join(map(_byte, text)).decode()
    except (UnicodeDecodeError, UnicodeEncodeError):
        return ""


def _byte(letter: str) -> bytes:
    return bytes([ord(letter)]) if ord(letter) < 0xA0 else letter.encode("cp1252")
