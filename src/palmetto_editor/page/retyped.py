"""Our Markdown as anybody's Markdown: citations as the page shows them, addresses written out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from palmetto_editor.markup.citations import JOINED, at, bare, bracketed
from palmetto_editor.markup.rendered import Cluster
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page import targets
from palmetto_editor.page.page import Page
from palmetto_editor.page.visible import visible_text
from palmetto_editor.structured.addresses import base_url

# Code first, so that nothing within it is read: fences, then spans.
_FENCE = r"^(?P<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^(?P=fence)|\Z)"
_SPAN = r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
_IMAGE = r"!\[(?P<alt>[^\[\]]*)\]\((?P<image>[^()\s]+)(?P<rest>[^()]*)\)"
_LINK = r"(?<=\]\()(?P<sibling>article:[^()\s]+)"
_CLUSTER = r"(?<![\]!\\])\[(?P<cites>[^\[\]]*@[^\[\]]*)\](?![(\[])"
_BARE = "(?P<bare>" + at(JOINED + r"\\") + ")"
_FOUND = re.compile("|".join((_FENCE, _SPAN, _IMAGE, _LINK, _CLUSTER, _BARE)), re.MULTILINE)
_RAISED = re.compile(r"<sup>(.*?)</sup>", re.DOTALL)
_UP, _DOWN = "\ue000", "\ue001"


@dataclass(frozen=True, slots=True)
class Retyper:
    """Called with a text of the article, gives it for a reader that knows nothing of ours.

    What stands in code, and a citation of nothing, stays as it was typed.
    """

    cited: Mapping[Cluster, Sequence[str]]
    in_notes: Mapping[Cluster, Sequence[str]]
    files: Mapping[str, str]
    base: str
    _done: Counter[tuple[Cluster, bool]] = field(default_factory=Counter, repr=False)

    @classmethod
    def of(cls, article: Article, publication: Publication, page: Page) -> Retyper:
        return cls(
            cited=_by_cluster(page, noted=False),
            in_notes=_by_cluster(page, noted=True),
            files={name: i.file for i in reversed(article.images) for name in (i.file, i.id)},
            base=base_url(publication),
        )

    def __call__(self, text: str, *, note: bool = False) -> str:
        if "@" not in text and "](" not in text:
            return text
        parts, done = [], 0
        for match in _FOUND.finditer(text):
            if match.start() >= done:
                shown, end = self._shown(match, note)
                parts += [text[done : match.start()], shown]
                done = end
        return "".join(parts) + text[done:]

    def _shown(self, match: re.Match[str], note: bool) -> tuple[str, int]:
        """What a match becomes, and where it ends."""
        shown, end = "", match.end()
        if match["image"]:
            shown = self._image(match)
        elif match["sibling"]:
            shown = targets.resolve(match["sibling"], self.base)
        elif match["cites"]:
            shown = self._cluster(bracketed(match["cites"]), note)
        elif match["bare"]:
            found = bare(match.string, match.start())
            cluster, longer = found or (None, end)
            shown = self._cluster(cluster, note)
            end = longer if shown else end
        return shown or match[0], end

    def _image(self, match: re.Match[str]) -> str:
        file = self.files.get(match["image"].removeprefix("assets/"))
        address = f"assets/{quote(file)}" if file else match["image"]
        return f"![{match['alt']}]({address}{match['rest']})"

    def _cluster(self, cluster: Cluster | None, note: bool) -> str:
        """What the page shows of it: each time what comes next, where that differs."""
        found = (self.in_notes if note else self.cited).get(cluster, ()) if cluster else ()
        if cluster is None or not found:
            return ""
        self._done[cluster, note] += 1
        return found[min(self._done[cluster, note], len(found)) - 1]


def _by_cluster(page: Page, *, noted: bool) -> dict[Cluster, list[str]]:
    """The texts of each cluster in reading order; none for one that cites nothing."""
    found: dict[Cluster, list[str]] = {}
    for cluster, html, in_note in page.cited:
        if in_note == noted and "citation-missing" not in html:
            found.setdefault(cluster, []).append(_markdown(html))
    return found


def _markdown(html: str) -> str:
    """A citation's text; what is raised stays so, since Markdown has no mark for it."""
    raised = _RAISED.sub(lambda match: f"{_UP}{match[1]}{_DOWN}", html)
    return visible_text(raised).replace(_UP, "<sup>").replace(_DOWN, "</sup>")
