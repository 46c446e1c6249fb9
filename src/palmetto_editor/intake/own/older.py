"""Citations of pages that were exported before a citation said how it was written.

They look like `[see 1, p. 3, 2]`: numbers in square brackets, commas between them and their words.
"""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from palmetto_editor.markup.rendered import Cite, Cluster
from palmetto_editor.page.cited_text import spelled


def older(node: LexborNode, keys: Sequence[str]) -> str:
    """The Markdown of such a citation, or "" where the element is none."""
    texts: list[str] = [""]
    found: list[tuple[str, bool]] = []
    for child in node.iter(include_text=True):
        if child.is_text_node:
            texts[-1] += child.text_content or ""
        elif child.tag in ("a", "span"):
            found.append((_cited(child, keys), "data-author" in child.attributes))
            texts.append("")
    if not found or not texts[0].startswith("[") or not any(map(str.isalpha, "".join(texts))):
        return ""
    texts[0] = texts[0].removeprefix("[")
    texts[-1] = texts[-1].removesuffix("]")
    between = [_between(text) for text in texts[1:-1]]
    prefixes = [texts[0].strip(), *(prefix for _, prefix in between)]
    suffixes = [*(suffix for suffix, _ in between), texts[-1].removeprefix(", ")]
    cites = [
        Cite(key, prefix, suffix, unnamed)
        for (key, unnamed), prefix, suffix in zip(found, prefixes, suffixes, strict=True)
    ]
    return spelled(Cluster(tuple(cites)))


def _cited(node: LexborNode, keys: Sequence[str]) -> str:
    text = node.text().strip()
    number = int(text) if text.isdecimal() and len(text) < 6 else 0
    return keys[number - 1] if 0 < number <= len(keys) else text.removeprefix("?")


def _between(text: str) -> tuple[str, str]:
    """Suffix and prefix of `, p. 3, see `, which stands between two citations."""
    inner = text.removeprefix(", ")
    if inner.endswith(", "):
        return inner[:-2], ""
    suffix, _, prefix = inner.rpartition(", ")
    return suffix, prefix.strip()
