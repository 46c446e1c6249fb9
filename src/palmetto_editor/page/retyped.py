"""Our Markdown as anybody's Markdown: citations as their numbers, addresses written out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from palmetto_editor.markup.citations import bare, bracketed
from palmetto_editor.markup.rendered import Cluster
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from palmetto_editor.page import targets
from palmetto_editor.page.fill import plain_bracket
from palmetto_editor.page.numbering import Mark
from palmetto_editor.page.page import Page
from palmetto_editor.page.visible import visible_text
from palmetto_editor.references.cited_names import in_sentence
from palmetto_editor.structured.addresses import base_url

# Code first, so that nothing within it is read: fences, then spans.
_FENCE = r"^(?P<fence>`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^(?P=fence)|\Z)"
_SPAN = r"(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`)"
_IMAGE = r"!\[(?P<alt>[^\[\]]*)\]\((?P<image>[^()\s]+)(?P<rest>[^()]*)\)"
_LINK = r"(?<=\]\()(?P<sibling>article:[^()\s]+)"
_CLUSTER = r"(?<![\]!\\])\[(?P<cites>[^\[\]]*@[^\[\]]*)\](?![(\[])"
_BARE = r"(?<![\w@/.+\\-])(?P<bare>-?@)"
_FOUND = re.compile("|".join((_FENCE, _SPAN, _IMAGE, _LINK, _CLUSTER, _BARE)), re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Retyper:
    """Called with a text of the article, gives it for a reader that knows nothing of ours.

    What stands in code, and a citation of nothing, stays as it was typed.
    """

    numbers: Mapping[str, int]
    names: Mapping[str, str]
    files: Mapping[str, str]
    base: str

    @classmethod
    def of(cls, article: Article, publication: Publication, page: Page) -> Retyper:
        return cls(
            numbers={key: number for number, key in enumerate(page.references, start=1)},
            names={r.id: visible_text(in_sentence(r)) for r in article.references},
            files={name: i.file for i in reversed(article.images) for name in (i.file, i.id)},
            base=base_url(publication),
        )

    def __call__(self, text: str) -> str:
        if "@" not in text and "](" not in text:
            return text
        parts, done = [], 0
        for match in _FOUND.finditer(text):
            if match.start() >= done:
                shown, end = self._shown(match)
                parts += [text[done : match.start()], shown]
                done = end
        return "".join(parts) + text[done:]

    def _shown(self, match: re.Match[str]) -> tuple[str, int]:
        """What a match becomes, and where it ends."""
        shown, end = "", match.end()
        if match["image"]:
            shown = self._image(match)
        elif match["sibling"]:
            shown = targets.resolve(match["sibling"], self.base)
        elif match["cites"]:
            shown = self._cluster(bracketed(match["cites"]))
        elif match["bare"]:
            found = bare(match.string, match.start())
            cluster, longer = found or (None, end)
            shown = self._cluster(cluster)
            end = longer if shown else end
        return shown or match[0], end

    def _image(self, match: re.Match[str]) -> str:
        file = self.files.get(match["image"].removeprefix("assets/"))
        address = f"assets/{quote(file)}" if file else match["image"]
        return f"![{match['alt']}]({address}{match['rest']})"

    def _cluster(self, cluster: Cluster | None) -> str:
        if cluster is None or any(cite.key not in self.numbers for cite in cluster.cites):
            return ""
        marks = tuple(Mark(self.numbers[cite.key], 1) for cite in cluster.cites)
        first = cluster.cites[0]
        who = self.names.get(first.key, "") if cluster.narrative and not first.suppress else ""
        return " ".join(filter(None, (who, plain_bracket(cluster, marks))))
