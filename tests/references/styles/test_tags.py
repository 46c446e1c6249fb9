from __future__ import annotations

import pytest

from palmetto_editor.references.styles.runs import ITALIC, SUB, text_of
from palmetto_editor.references.styles.tags import LONGEST, parsed


def test_the_tags_of_csl_are_formats_and_any_other_is_text() -> None:
    assert parsed("<i>Mus</i> CO<sub>2</sub>") == (
        ("Mus", ITALIC, ""),
        (" CO", 0, ""),
        ("2", SUB, ""),
    )
    assert text_of(parsed("a <u>b</u> < c")) == "a <u>b</u> < c"


@pytest.mark.parametrize("text", ["<i>open", "close</i>", "<i><b>crossed</i></b>"])
def test_a_tag_without_its_partner_is_text(text: str) -> None:
    assert "<" in text_of(parsed(text))


def test_straight_apostrophes_are_curled() -> None:
    assert text_of(parsed("O'Neil's patients' fears")) == "O’Neil’s patients’ fears"


def test_a_text_beyond_all_measure_is_still_shown_whole() -> None:
    assert len(text_of(parsed("'a " * LONGEST))) == 3 * LONGEST - 1
