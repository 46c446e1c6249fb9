"""What a reader sees of an element: its words, with a line break where one is shown."""

from __future__ import annotations

import re

from palmetto_editor.intake.html.tree import BLOCKS, Node, events

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BREAK = re.compile(r"[ \n]*\n[ \n]*")
_WORD = re.compile(r"\w[\w'’.-]*")
_UNSEEN = frozenset(["script", "style", "template", "noscript", "title", "head"])


def plain(node: Node) -> str:
    """The words to the letter; white space collapsed as a browser does, but in `<pre>`."""
    parts: list[str] = []
    verbatim = unseen = 0
    for entering, at in events(node):
        if at.is_text_node:
            if entering and not unseen:
                text = at.text_content or ""
                parts.append(text if verbatim else _SPACE.sub(" ", text))
            continue
        tag = at.tag or ""
        step = 1 if entering else -1
        if tag in _UNSEEN:
            unseen += step
        elif tag in ("pre", "textarea"):
            verbatim += step
            parts.append("\n")
        elif tag in ("td", "th"):
            parts.append("" if entering else " ")
        elif tag in BLOCKS or (tag == "br" and entering):
            parts.append("\n")
    text = "".join(parts)
    if "\n" in text and node.tag != "pre" and not verbatim:
        text = _BREAK.sub("\n", text)
    return re.sub(r"  +", " ", text).strip(" \n") if node.tag != "pre" else text.strip("\n")


def line(node: Node) -> str:
    """The words on one line, for names and labels."""
    return " ".join(plain(node).split())


def count(text: str) -> int:
    """How many words a text has."""
    return len(_WORD.findall(text))
