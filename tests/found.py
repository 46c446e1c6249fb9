"""Findings for tests of what shows them: one of each severity, with and without a fix."""

from __future__ import annotations

from palmetto_editor.checks.checked import Checked
from palmetto_editor.checks.finding import About, Finding
from palmetto_editor.model import edits
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Dismissal

PAGES = Place("references", "wren2019", "page")
FIX = edits.put(PAGES, "1-9", "Turn the pages round")
OTHER = edits.put(PAGES, "", "Leave the pages out")
THIRD = edits.remove("references", "wren2019", "Remove the work")
ABOUT = About(
    "Pages run forwards.",
    "Nobody finds a page < 1 & so on.",
    "A guide, https://example.org/guide?a=1&b=2, page 3",
    "2026-11-22",
)

BACKWARDS = Finding(
    "references.pages", "warning", PAGES, "They run backwards.", FIX, (OTHER,), ABOUT
)
NO_SLUG = Finding("metadata.slug", "error", Place("metadata", field="slug"), "No slug.", firm=True)
WORD = Finding("text.word", "advice", Place("body").at(4, 8), "“tide” is a word.")
STAYS = Finding("claims.safe", "warning", Place("body").at(20, 30), "“safe” says too much.")
REASON = Dismissal(rule="claims.safe", place="body", reason="It is quoted.", quote="It is safe.")
STALE = Dismissal(rule="claims.cures", place="faq[q9].answer", reason="Was cited.", quote="Gone.")
CHECKED = Checked((NO_SLUG, WORD, BACKWARDS), ((STAYS, REASON),), (STALE,))
