"""What is left out on the way, collected by kind: the report has few entries, all with text."""

from __future__ import annotations

from dataclasses import dataclass, field

from palmetto_editor.intake.html import words
from palmetto_editor.intake.html.tree import Node, Tree, detach, origin
from palmetto_editor.intake.html.vocabulary import REASONS
from palmetto_editor.intake.manuscript import Leftover

_NAMED = 4


@dataclass(slots=True)
class Leavings:
    """Texts by the kind of their place (a key of `vocabulary.REASONS`), in the page's order."""

    tree: Tree
    texts: dict[str, list[str]] = field(default_factory=dict)
    origins: dict[str, list[str]] = field(default_factory=dict)

    def take(self, kind: str, node: Node) -> None:
        """Take an element out of the page, and keep its words."""
        self.say(kind, words.plain(node), origin(node))
        detach(self.tree, node)

    def say(self, kind: str, text: str, where: str = "") -> None:
        """Keep a text; one that says nothing needs no keeping."""
        if not text.strip():
            return
        self.texts.setdefault(kind, []).append(text.strip())
        places = self.origins.setdefault(kind, [])
        if where and where not in places:
            places.append(where)

    def leftovers(self) -> tuple[Leftover, ...]:
        """One for each kind; a text that stood there twice stands in it once."""
        return tuple(
            Leftover(
                text="\n".join(dict.fromkeys(self.texts[kind])),
                reason=f"{reason} ({sum(map(words.count, self.texts[kind]))} words).",
                origin=", ".join(self.origins[kind][:_NAMED])
                + (" …" if len(self.origins[kind]) > _NAMED else ""),
            )
            for kind, reason in REASONS.items()
            if kind in self.texts
        )
