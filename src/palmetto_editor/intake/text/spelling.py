"""Words as our Markdown. Marks that the text has in pairs, `*so*`, are kept as marks."""

from __future__ import annotations

import re

from palmetto_editor.intake.html.spell_text import Around, escaped, started

_MARKED = re.compile(
    r"(?<![\w*\\])(?P<star>\*{1,2})(?=[^\s*])(?P<starred>[^*\n]{1,300})(?<=[^\s*])(?P=star)(?![\w*])"
    r"|(?<![\w_\\])(?P<bar>_)(?=[^\s_])(?P<barred>[^_\n]{1,300})(?<=[^\s_])_(?![\w_])"
    r"|(?<![`\\])`[^`\n]{1,200}`(?!`)"
    r"|(?<![!\\\]])\[(?P<label>[^\[\]\n]{1,200})\]\((?P<target>https?://[^\s()<>]{1,1000})\)"
)


def inline(words: str, *, cell: bool = False) -> str:
    """Words as inline Markdown that a reader sees as they are."""
    text = " ".join(words.split())
    parts: list[str] = []
    at = 0
    for match in _MARKED.finditer(text):
        if match.start() > at:
            before = text[at - 1] if at else ""
            parts.append(escaped(text[at : match.start()], Around(before, match[0][0], cell=cell)))
        parts.append(_kept(match, cell))
        at = match.end()
    if at < len(text) or not parts:
        parts.append(escaped(text[at:], Around(text[at - 1] if at else "", "", cell=cell)))
    return "".join(parts)


def block(words: str) -> str:
    """Words as one paragraph."""
    return started(inline(words))


def _kept(match: re.Match[str], cell: bool) -> str:
    for sign, inside in (("star", "starred"), ("bar", "barred")):
        if match[sign]:
            mark = match[sign]
            return f"{mark}{escaped(match[inside], Around(mark[0], mark[0], cell=cell))}{mark}"
    if match["target"]:
        around = Around("[", "]", linked=True, cell=cell)
        return f"[{escaped(match['label'], around)}]({match['target']})"
    return match[0] if not cell else match[0].replace("|", "\\|")
