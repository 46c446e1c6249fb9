"""What names mean under an `@context`: prefixes, aliases of keywords, renamed terms.

Contexts that are only an address are taken for schema.org's, whatever its form (http or https,
with or without a slash): nothing is fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_SCHEMA = re.compile(r"https?://(?:www\.)?schema\.org/?#?(?:/)?", re.IGNORECASE)
_USUAL_PREFIXES = ("schema", "sdo", "schema.org")
_MOST_TERMS = 1_000


@dataclass(frozen=True, slots=True)
class Context:
    """The terms that a node's `@context` defines, and those around it."""

    terms: dict[str, str] = field(default_factory=dict)
    around: Context | None = None

    def within(self, raw: Any) -> Context:
        """The context inside a node whose `@context` is `raw`: an object, an address, a list."""
        terms: dict[str, str] = {}
        for part in raw if isinstance(raw, list) else [raw]:
            if isinstance(part, dict):
                for term, meaning in list(part.items())[:_MOST_TERMS]:
                    said = meaning.get("@id") if isinstance(meaning, dict) else meaning
                    if isinstance(said, str) and not term.startswith("@"):
                        terms[term] = said
        return Context(terms, self) if terms else self

    def name(self, key: str) -> str:
        """A property or type as schema.org calls it; what is not schema.org's stays as it is."""
        if key.startswith("@"):
            return key
        meaning = self._meaning(key) or key
        if meaning.startswith("@") or ":" not in meaning:
            return meaning
        bare = _SCHEMA.match(meaning)
        if bare and bare.end() < len(meaning):
            return meaning[bare.end() :]
        prefix, _, rest = meaning.partition(":")
        if rest.startswith("//"):
            return meaning
        known = self._meaning(prefix)
        ours = prefix in _USUAL_PREFIXES if known is None else _SCHEMA.fullmatch(known)
        return rest if ours and rest else meaning

    def _meaning(self, term: str) -> str | None:
        context: Context | None = self
        while context is not None:
            if term in context.terms:
                return context.terms[term]
            context = context.around
        return None
