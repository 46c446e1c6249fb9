"""The table of rules that compare the parts of an article with each other."""

from __future__ import annotations

from palmetto_editor.checks.consistency import counts, denials, kinds, numbers, promises, rows
from palmetto_editor.checks.rule import Rule

_TEXTS = ("metadata", "notice", "short_answer", "page.body_blocks", "faq", "images", "disclaimer")
_ALL = (*_TEXTS, "tables")

RULES = (
    Rule("consistency.row", "warning", rows.unsupported, _ALL),
    Rule("consistency.answer", "advice", rows.answer_alone, (*_TEXTS, "references")),
    Rule("consistency.species", "warning", kinds.differs_from_text, _ALL),
    Rule("consistency.evidence", "warning", kinds.differs_from_entry, (*_TEXTS, "references")),
    Rule("consistency.number", "warning", numbers.differs, _ALL),
    Rule("consistency.count", "warning", counts.differs, _TEXTS),
    Rule("consistency.denied", "warning", denials.contradicts, _TEXTS),
    Rule("consistency.section", "warning", promises.no_section, (*_ALL, "page.outline")),
    Rule("consistency.thing", "warning", promises.no_thing, (*_ALL, "references", "page.outline")),
    Rule("consistency.article", "warning", promises.no_link, (*_TEXTS, "links")),
)
