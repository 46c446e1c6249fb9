"""Callouts: `> [!NOTE] Title`, as GitHub and Obsidian write them."""

from __future__ import annotations

import re
from typing import NamedTuple

# Obsidian's kinds with their other names, and GitHub's, which are kinds of their own here.
FAMILIES = {
    "note": (),
    "abstract": ("summary", "tldr"),
    "info": (),
    "todo": (),
    "tip": ("hint",),
    "important": (),
    "success": ("check", "done"),
    "question": ("help", "faq"),
    "warning": ("attention",),
    "caution": (),
    "failure": ("fail", "missing"),
    "danger": ("error",),
    "bug": (),
    "example": (),
    "quote": ("cite",),
}
_FAMILY_OF = {name: family for family, names in FAMILIES.items() for name in (family, *names)}
_LABELS = {"tldr": "TL;DR", "faq": "FAQ", "todo": "To do"}
_OPENING = re.compile(r"\[!([A-Za-z][\w -]{0,40})\][+-]?(?:[ \t]+|$)")


class Callout(NamedTuple):
    """`kind` ends the class name, `label` is always shown, `title` is inline Markdown or `""`."""

    kind: str
    label: str
    title: str


def read(line: str) -> Callout | None:
    """The callout that a quote's first line begins. A fold mark (`+`, `-`) has no effect."""
    match = _OPENING.match(line)
    if match is None:
        return None
    name = match[1].strip().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", name).strip("-")
    label = _LABELS.get(name) or re.sub(r"[-_\s]+", " ", name).strip().capitalize()
    return Callout(_FAMILY_OF.get(name, slug), label, line[match.end() :].strip())
