"""The traps as rules. An error is what drops words or shows the page's own machinery."""

from __future__ import annotations

from palmetto_editor.checks.rule import Rule
from palmetto_editor.checks.traps import fields, texts
from palmetto_editor.checks.traps.survey import rule

_TEXTS = (
    "page.body_blocks",
    "notice",
    "short_answer",
    "tables",
    "faq",
    "images",
    "disclaimer",
    "references",
)
_WARNINGS = (
    "emphasis",
    "emphasis-blank",
    "code-mark",
    "link-split",
    "link-broken",
    "link-reversed",
    "link-undefined",
    "bare-url",
    "citation-unclosed",
    "citation-comma",
    "citation-round",
    "citation-without-at",
    "citation-number",
    "citation-in-alt",
    "citation-in-link",
    "citation-joined",
    "table-shape",
    "table-swallows",
    "row-short",
    "heading-space",
    "heading-by-rule",
    "indented-code",
    "fence-open",
    "bullet-sign",
    "list-space",
    "list-number",
    "list-swallows",
    "quote-swallows",
    "callout-kind",
    "callout-shape",
    "html-lost",
    "escaped",
    "unknown-mark",
)
_ACCESS = ("link-text", "table-header")
_ERRORS = ("shortcode", "row-long", "comment-open")

RULES = (
    *(Rule(f"markdown.{name}", "error", rule(name), reads=_TEXTS) for name in _ERRORS),
    *(Rule(f"markdown.{name}", "warning", rule(name), reads=_TEXTS) for name in _WARNINGS),
    Rule("markdown.definition-unused", "warning", texts.unused, reads=_TEXTS),
    Rule("markdown.definition-twice", "warning", texts.twice, reads=_TEXTS),
    Rule("markdown.heading-one", "warning", texts.levels, reads=("page.body_blocks",)),
    Rule("markdown.front-matter", "warning", texts.front_matter, reads=("body",)),
    Rule(
        "markdown.plain-field",
        "warning",
        fields.plain,
        reads=("metadata", "faq", "links", "images", "references"),
    ),
    *(Rule(f"accessibility.{name}", "warning", rule(name), reads=_TEXTS) for name in _ACCESS),
    Rule("accessibility.bold-heading", "advice", rule("bold-heading"), reads=_TEXTS),
    Rule("text.garbled", "warning", texts.garbled, reads=("body", *_TEXTS[1:])),
)
