"""Link references become inline links: a passage that moves keeps where its links lead."""

from __future__ import annotations

import re

from palmetto_editor.intake.markdown import prose
from palmetto_editor.intake.markdown.prose import Left
from palmetto_editor.markup import lines

_REFERENCE = re.compile(
    r"(?<![\\\]])\[(?P<text>[^\[\]]{1,500})\](?:\[(?P<label>[^\[\]]{0,300})\]|(?![\[(:]))"
)


def inlined(body: str, left: Left) -> str:
    """The body with its link definitions put where they are used, and taken out."""
    known: dict[str, tuple[str, str]] = {}

    def taken(text: str) -> str:
        kept = []
        for row in text.split("\n"):
            line = lines.read(row, 0)
            told = (
                lines.definition(line.text) if line.indent < 4 and row.lstrip()[:1] == "[" else None
            )
            if told:
                known.setdefault(_folded(told[0]), (told[1], told[2]))
            else:
                kept.append(row)
        return "\n".join(kept)

    bare = prose.change(body, taken)
    if not known:
        return body
    used: set[str] = set()

    def link(match: re.Match[str]) -> str:
        label = _folded(match["label"] or match["text"])
        target = known.get(label)
        if target is None or match["text"][0] in "^@":
            return match[0]
        used.add(label)
        title = f' "{target[1]}"' if target[1] and '"' not in target[1] else ""
        address = f"<{target[0]}>" if re.search(r"[\s()]", target[0]) else target[0]
        return f"[{match['text']}]({address}{title})"

    text = prose.change(bare, lambda part: prose.sub(_REFERENCE, link, part))
    for label, (address, _) in known.items():
        if label not in used:
            left.put(f"[{label}]: {address}", "the target of a link that is nowhere in the text")
    return text


def _folded(label: str) -> str:
    return " ".join(label.split()).casefold()
