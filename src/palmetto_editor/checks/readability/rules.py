"""The table of rules on readability: advice that a publication asks for."""

from __future__ import annotations

from palmetto_editor.checks.readability import long, prose
from palmetto_editor.checks.rule import Rule

_TEXTS = ("notice", "short_answer", "page.body_blocks", "faq", "images", "disclaimer", "metadata")
_BODY = ("page.body_blocks", "metadata")

RULES = (
    Rule("readability.sentence", "advice", long.sentence, _TEXTS, asked=False),
    Rule("readability.paragraph", "advice", long.paragraph, _TEXTS, asked=False),
    Rule("readability.passive", "advice", prose.passive, _BODY, asked=False),
    Rule("readability.ease", "advice", prose.ease_of_body, _BODY, asked=False),
)
