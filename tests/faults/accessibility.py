"""Faults that shut out those who hear a page, or cannot tell its colours apart."""

from __future__ import annotations

import re
from dataclasses import replace

from fault_articles import plain
from faults.case import Case, in_article, with_page
from palmetto_editor.checks.finding import Finding
from palmetto_editor.page.page import Page
from sample_articles import publication

HOME = publication()
_SHEET = re.compile(r"<style>[^<]*")


def _with_ink(colour: str) -> tuple[Finding, ...]:
    """What is found where a theme, of this one line, writes in this colour."""
    sheet = f"<style>body {{ color: {colour}; background: #ffffff }}"

    def inked(page: Page) -> Page:
        return replace(page, head=_SHEET.sub(sheet, page.head))

    return with_page(plain(), HOME, inked)


CASES: dict[str, list[Case]] = {
    "accessibility.link-text": [
        in_article(
            plain("It is told [here](/a).\n"),
            plain("It is told [there](/a).\n"),
            "body:11-21",
            "where",
        ),
        in_article(
            plain("See [https://example.org/](https://example.org/).\n"),
            plain("See [example.org](https://example.org/).\n"),
            "body:4-48",
            "letter by letter",
        ),
    ],
    "accessibility.table-header": [
        in_article(
            plain("| a | |\n|---|---|\n| b | c |\n"),
            plain("| | a |\n|---|---|\n| b | c |\n"),
            "body:0-7",
            "Column 2",
        )
    ],
    "accessibility.contrast": [
        Case(
            lambda: _with_ink("#808080"),
            lambda: _with_ink("#404040"),
            "publication.theme",
            "is written #808080",
        )
    ],
    "accessibility.bold-heading": [
        in_article(
            plain("**What was seen**\n\nText.\n"),
            plain("**What was seen.**\n\nText.\n"),
            "body:0-17",
            "none",
        )
    ],
}
