"""Rules for links inside the texts; those beside the text are in `links`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from palmetto_editor.checks.links import is_sibling
from palmetto_editor.checks.prose import matches
from palmetto_editor.checks.rule import Hit, Subject

_LABEL = r"(?<![!\\])\[(?P<label>[^\[\]\n^@]{0,300})\]"
_INLINE = re.compile(_LABEL + r"\([ \t]*<?(?P<target>[^()<>\s]{0,500})>?[^()\n]{0,300}\)")
_SIBLING = re.compile(
    r"(?:\]\([ \t]*<?|^ {0,3}\[[^\[\]\n]{1,300}\]:[ \t]*<?)(?P<target>article:[^()<>\s]*)",
    re.MULTILINE | re.IGNORECASE,
)


def sibling(subject: Subject) -> Iterator[Hit]:
    for match in matches(subject, _SIBLING):
        if not is_sibling(match["target"]):
            yield Hit(
                match.at("target"),
                f"“{match['target']}” names no article; write “article:” and a slug.",
            )


def no_label(subject: Subject) -> Iterator[Hit]:
    for match in matches(subject, _INLINE):
        if not match["label"].strip():
            yield Hit(match.at(), "A link has no text; say between the [ ] where it leads.")


def no_target(subject: Subject) -> Iterator[Hit]:
    for match in matches(subject, _INLINE):
        if not match["target"] and match["label"].strip():
            yield Hit(
                match.at(),
                f"The link “{match['label'].strip()}” leads nowhere; write its address in the ( ).",
            )
