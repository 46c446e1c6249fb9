from __future__ import annotations

import pytest

from palmetto_editor.references.styles.cases import cased
from palmetto_editor.references.styles.runs import plain, text_of
from palmetto_editor.references.styles.tags import parsed


@pytest.mark.parametrize(
    ("case", "text", "shown"),
    [
        ("title", "the art of the possible: from bench to bedside", None),
        ("title", "NASA and mRNA in e-health", "NASA and mRNA in e-Health"),
        ("title", "is sleep needed? a review", "Is Sleep Needed? A Review"),
        ("title", "The surgeon’s knife", "The Surgeon’s Knife"),
        ("sentence", "Liver And Kidney in NASA", "Liver and kidney in NASA"),
        ("capitalize-first", "in press", "In press"),
        ("capitalize-first", "arXiv preprint", "arXiv preprint"),
        ("capitalize-all", "in press", "In Press"),
        ("uppercase", "Straße", "STRASSE"),
    ],
)
def test_text_case(case: str, text: str, shown: str | None) -> None:
    expected = shown or "The Art of the Possible: From Bench to Bedside"
    assert text_of(cased(plain(text), case, english=True)) == expected


def test_title_case_is_of_english_alone_and_leaves_what_is_marked() -> None:
    assert text_of(cased(plain("le foie"), "title", english=False)) == "le foie"
    marked = parsed('<span class="nocase">in vivo</span> studies')
    assert text_of(cased(marked, "title", english=True)) == "in vivo Studies"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ten years of follow-up", "Ten Years of Follow-up"),
        ("what they hold on", "What They Hold On"),
        ("on", "On"),
        ("the sign-off", "The Sign-Off"),
    ],
)
def test_the_last_word_is_a_capital_and_the_end_of_a_word_is_none(text: str, shown: str) -> None:
    assert text_of(cased(plain(text), "title", english=True, whole=True)) == shown
