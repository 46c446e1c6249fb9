"""Comments and attribute lists, which no reader sees: `<!-- … -->`, `{#id .class}`, `{:toc}`."""

from __future__ import annotations

import re

from palmetto_editor.intake.markdown import counterparts, prose
from palmetto_editor.intake.markdown.prose import Left

_CONTENTS = re.compile(r"(?m)^[ \t]*(?:[*+-]|1\.)[^\n]{0,80}\n[ \t]*\{:toc[^}\n]{0,100}\}[ \t]*$")
_BLOCK = re.compile(r"(?m)^[ \t]*\{:[^}\n]{0,300}\}[ \t]*$\n?")
_SPAN = re.compile(r"(?<=\S)\{:[^}\n]{0,300}\}")
_HEADING = re.compile(r"(?m)^(?P<head>#{1,6}[ \t][^\n{]{0,1000})\{[#.-][^{}\n]{0,200}\}[ \t]*$")
_PICTURE = re.compile(
    r"(?P<image>!\[(?P<alt>[^\[\]\n]{0,500})\]\((?P<target>[^()\s]{1,500})"
    r"(?:\s+\"[^\"\n]{0,300}\")?\))\{(?P<attributes>[^{}\n]{0,500})\}"
)
# Where a site cuts the text for its front page.
_CUTS = frozenset({"more", "excerpt", "end_excerpt", "truncate"})


def without_comments(body: str, left: Left) -> str:
    """The body without comments; what they say is left over."""

    def seen(words: str) -> None:
        if words.strip().casefold() not in _CUTS:
            left.put(words, "a comment in the source")

    return prose.change(body, lambda text: prose.without_comments(text, seen))


def without_attributes(body: str) -> str:
    """The body without attribute lists."""
    return prose.change(body, _bare)


def _bare(text: str) -> str:
    if "{" not in text:
        return text
    text = _BLOCK.sub("", _CONTENTS.sub("", text))
    text = prose.sub(_PICTURE, _pictured, text)
    text = prose.sub(_HEADING, lambda match: match["head"].rstrip(), text)
    return prose.sub(_SPAN, lambda _: "", text)


def _pictured(match: re.Match[str]) -> str:
    """Pandoc's picture: the words in brackets are its caption where `fig-alt` tells another."""
    alt = counterparts.arguments(match["attributes"]).get("fig-alt", "")
    return counterparts.picture(match["target"], alt, match["alt"]) if alt else match["image"]
