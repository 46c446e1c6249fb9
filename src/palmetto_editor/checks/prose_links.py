"""Rules for links inside the texts, and across all links; those beside the text are in `links`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import lru_cache

from palmetto_editor.checks.links import is_sibling
from palmetto_editor.checks.prose import matches
from palmetto_editor.checks.rule import Hit, Subject
from palmetto_editor.checks.traps.access import is_vague
from palmetto_editor.model.citing import texts, without_code
from palmetto_editor.model.places import Place

_LABEL = r"(?<![!\\])\[(?P<label>[^\[\]\n^@]{0,300})\]"
_INLINE = re.compile(_LABEL + r"\([ \t]*<?(?P<target>[^()<>\s]{0,500})>?[^()\n]{0,300}\)")
_ID = re.compile(r' id="([^"]+)"')
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


def two_targets(subject: Subject) -> Iterator[Hit]:
    """The same words lead to one page here and to another there (WCAG 2.2, 2.4.4)."""
    seen: dict[str, str] = {}
    for place, label, target in _links(subject):
        words = " ".join(label.split()).strip(" .,:;!?*_")
        known = seen.setdefault(words.casefold(), target)
        if len(words) > 2 and not is_vague(words) and _goal(known) != _goal(target):
            message = f"“{words}” leads to {target} here and to {known} before; tell them apart."
            yield Hit(place, message)


def anchors(subject: Subject) -> Iterator[Hit]:
    """A link to a place of the page that it does not have."""
    inner = [(place, target) for place, _, target in _links(subject) if target.startswith("#")]
    if not inner:
        return
    known = {match[1] for block in subject.page.blocks for match in _ID.finditer(block.html)}
    known |= {match[1] for match in _ID.finditer(subject.page.opening)}
    for place, target in inner:
        if len(target) > 1 and target[1:] not in known:
            message = f"“{target}” names no place on this page; copy the address of its heading."
            yield Hit(place, message)


def _links(subject: Subject) -> Iterator[tuple[Place, str, str]]:
    """Every link in the texts and beside them: its place, its words, where it leads."""
    for place, text in texts(subject.article):
        if "](" in text:
            for start, end, label, target in _inline(text):
                yield place.at(start, end), label, target
    for link in subject.article.links:
        if link.label.strip() and link.target.strip():
            yield Place("links", link.id, "target"), link.label, link.target.strip()


@lru_cache(maxsize=1024)
def _inline(text: str) -> tuple[tuple[int, int, str, str], ...]:
    found = _INLINE.finditer(without_code(text))
    return tuple((*m.span(), m["label"], m["target"]) for m in found if m["target"])


def _goal(target: str) -> str:
    """Addresses that differ by a last slash, or by case before it, lead to one page."""
    return target.rstrip("/").casefold()


def unknown(subject: Subject) -> Iterator[Hit]:
    """A link to an article that the publication's folder does not have."""
    known = subject.page.siblings
    if known is None:
        return
    own = {subject.article.id, subject.article.metadata.slug}
    for place, _, target in _links(subject):
        name = target.removeprefix("article:").partition("#")[0]
        if is_sibling(target) and name not in known | own:
            near = get_close_matches(name, sorted(known), 1, 0.7)
            hint = f"it may be “{near[0]}”" if near else "see how its folder is called"
            yield Hit(place, f"No article beside this one is called “{name}”; {hint}.")
