"""The words of a Word file's XML: its paragraphs, comments, deletions, headers and properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

_WORDS = frozenset({"t", "delText"})
_DELETED = frozenset({"del", "moveFrom"})
_INSERTED = frozenset({"ins", "moveTo"})


@dataclass(slots=True)
class Paragraph:
    """`comment` is the number of the comment that it stands in, -1 for none."""

    text: str = ""
    deleted: str = ""
    comment: int = -1


@dataclass(slots=True)
class Words:
    """What one part says. `changed` tells of insertions that nobody has accepted yet."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    changed: bool = False

    def text(self) -> str:
        """All that stands there, a paragraph a line."""
        return "\n".join(p.text for p in self.paragraphs if p.text.strip())


def read(xml: bytes) -> Words:
    """The paragraphs of a part in order, those of text boxes after the one that they stand in.

    The part was checked by the package: it is sound and bounded. `comments` are the authors of
    a part of comments, by number.
    """
    walk = _Walk()
    if xml:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = walk.start
        parser.EndElementHandler = walk.end
        parser.CharacterDataHandler = walk.characters
        parser.Parse(xml, True)
    return walk.words


def properties(xml: bytes) -> dict[str, str]:
    """The core properties by their local names, `lastModifiedBy` among them."""
    found: dict[str, str] = {}
    path: list[str] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        path.append(_local(name))

    def end(_name: str) -> None:
        path.pop()

    def characters(text: str) -> None:
        if len(path) == 2:
            found[path[1]] = found.get(path[1], "") + text

    if xml:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = characters
        parser.Parse(xml, True)
    return {name: " ".join(text.split()) for name, text in found.items() if text.strip()}


def missing(words: Words, shown: str) -> Iterator[str]:
    """The paragraphs whose letters are nowhere in `shown`, the text that another reader gave."""
    letters = _letters(shown)
    at = 0
    # Searches from the start, for what stands elsewhere than in its turn.
    patience = max(300, 500_000_000 // max(1, len(letters)))
    for paragraph in words.paragraphs:
        wanted = _letters(paragraph.text)
        if not wanted:
            continue
        found = letters.find(wanted, at, at + len(wanted) + 5_000)
        if found < 0 and patience:
            patience -= 1
            found = letters.find(wanted)
        if found < 0:
            yield paragraph.text.strip()
        else:
            at = found + len(wanted)


class _Walk:
    """Collects paragraphs; those that are open stand on a stack, so depth is no matter."""

    def __init__(self) -> None:
        self.words = Words()
        self._open: list[Paragraph] = []
        self._deleted = 0
        self._in_words = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        local = _local(name)
        if local == "comment":
            self.words.comments.append(_attribute(attributes, "author"))
        elif local == "p":
            paragraph = Paragraph(comment=len(self.words.comments) - 1)
            self.words.paragraphs.append(paragraph)
            self._open.append(paragraph)
        elif local in _DELETED:
            self._deleted += 1
        elif local in ("tab", "br", "cr") and self._open:
            self._add(" ")
        self.words.changed |= local in _INSERTED or local in _DELETED
        self._in_words = local in _WORDS

    def end(self, name: str) -> None:
        local = _local(name)
        if local == "p" and self._open:
            self._open.pop()
        elif local in _DELETED:
            self._deleted -= 1
        self._in_words = False

    def characters(self, text: str) -> None:
        if self._in_words and self._open:
            self._add(text)

    def _add(self, text: str) -> None:
        paragraph = self._open[-1]
        if self._deleted:
            paragraph.deleted += text
        else:
            paragraph.text += text


def _local(name: str) -> str:
    return name.rpartition(" ")[2]


def _attribute(attributes: Mapping[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if _local(key) == name), "")


def _letters(text: str) -> str:
    return "".join(re.findall(r"[^\W_]+", text)).casefold()
