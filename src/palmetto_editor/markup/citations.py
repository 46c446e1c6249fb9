"""Citations as Pandoc writes them, and footnote references: both become slots.

Source of the syntax: Pandoc's manual, "Citation syntax".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from markdown import Markdown, util
from markdown.inlinepatterns import InlineProcessor

from palmetto_editor.markup.rendered import CLOSE, OPEN, Cite, Cluster

LONGEST = 2_000  # characters in one pair of brackets

_KEY = r"(?:\{([^\s{}]{1,300})\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/)){0,200}))"
_CITE = re.compile(rf"(?<![\w@])(-?)@{_KEY}")
_BARE = rf"(?<![\w@/.+-])(-?)@{_KEY}(?:[ ]\[([^\[\]@]{{1,300}})\])?"
_ESCAPED = re.compile(f"{util.STX}([0-9]+){util.ETX}")


@dataclass(slots=True)
class Slots:
    """The citations and footnote references of one job, in the order they were found."""

    clusters: list[Cluster] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def cite(self, cluster: Cluster) -> str:
        """The slot of a new cluster."""
        self.clusters.append(cluster)
        return f"{OPEN}c{len(self.clusters) - 1}{CLOSE}"

    def refer(self, label: str) -> str:
        """The slot of a new reference to a footnote."""
        self.notes.append(label)
        return f"{OPEN}n{len(self.notes) - 1}{CLOSE}"

    def clear(self) -> None:
        self.clusters.clear()
        self.notes.clear()


def parse(inner: str) -> tuple[Cite, ...]:
    """The citations in a pair of brackets; empty if a part of it is not one."""
    cites = []
    for part in inner.split(";"):
        match = _CITE.search(part)
        if match:
            prefix, suffix = part[: match.start()].strip(), part[match.end() :].strip()
            key = match[2] or match[3]
            cites.append(Cite(key, prefix, suffix.removeprefix(",").lstrip(), bool(match[1])))
        elif part.strip():
            return ()
    return tuple(cites)


def typed(text: str, processor: InlineProcessor) -> str:
    """Text with Python-Markdown's placeholders taken back to what the writer typed."""
    if util.STX not in text:
        return text
    stash = processor.md.htmlStash.rawHtmlBlocks if processor.md else []
    text = util.HTML_PLACEHOLDER_RE.sub(lambda m: str(stash[int(m[1])]), processor.unescape(text))
    text = text.replace(util.AMP_SUBSTITUTE, "&")
    return _ESCAPED.sub(lambda m: chr(int(m[1])), text)


class BareCitation(InlineProcessor):
    """`@key` in running text, with `[p. 3]` after it; not an address of electronic mail."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, slots: Slots) -> None:
        super().__init__(_BARE, md)
        self._slots = slots

    def handleMatch(  # type: ignore[override] # noqa: N802 # Markdown's name, newer than its stubs
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 # part of the signature
    ) -> tuple[Element | str | None, int | None, int | None]:
        suffix = typed(m[4] or "", self).strip()
        cite = Cite(m[2] or m[3], suffix=suffix, suppress=bool(m[1]))
        return self._slots.cite(Cluster((cite,), narrative=True)), m.start(), m.end()
