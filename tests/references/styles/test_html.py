from __future__ import annotations

from palmetto_editor.references.styles.html import html
from palmetto_editor.references.styles.runs import ITALIC, concatenated, formatted, plain, quoted
from palmetto_editor.references.styles.tags import parsed
from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node

ENGLISH = locale_for("en-US", Node("style", {}))
BRITISH = locale_for("en-GB", Node("style", {}))


def test_points_go_into_quotation_marks_in_america_and_stay_out_in_britain() -> None:
    text = concatenated([quoted(plain("Title")), plain(", 2004")])
    assert html(text, ENGLISH) == "“Title,” 2004"
    assert html(text, BRITISH) == "‘Title’, 2004"


def test_quotation_marks_within_others_are_the_other_kind() -> None:
    assert html(quoted(parsed('The "minor" point')), ENGLISH) == "“The ‘minor’ point”"
    assert (
        html(parsed("the patients' fears, it's 'so'"), ENGLISH) == "the patients’ fears, it’s “so”"
    )


def test_italics_within_italics_stand_upright() -> None:
    text = formatted(parsed("Expression of <i>Hoxb4</i> in mice"), ITALIC)
    assert html(text, ENGLISH) == "<i>Expression of </i>Hoxb4<i> in mice</i>"
