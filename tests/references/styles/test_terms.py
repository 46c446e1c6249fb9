from __future__ import annotations

from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node

ENGLISH = locale_for("en-US", Node("style", {}))


def test_a_style_speaks_the_language_asked_for() -> None:
    german = locale_for("de-AT", Node("style", {}))
    assert (german.term("and"), german.term("month-01")) == ("und", "Jänner")
    assert locale_for("xx-YY", Node("style", {})).term("and") == "and"
    assert locale_for("../../secret", Node("style", {})).term("and") == "and"


def test_a_term_falls_back_to_the_form_that_is_there() -> None:
    assert ENGLISH.term("editor", "verb-short") == "ed. by"
    assert ENGLISH.term("issue", "symbol") == ENGLISH.term("issue", "short")
    assert ENGLISH.term("no such term") == ""


def test_a_form_that_a_language_lacks_is_its_own_other_form_not_the_english_one() -> None:
    german = locale_for("de-CH", Node("style", {}))
    assert (german.term("version", "short"), ENGLISH.term("version", "short")) == ("Version", "v.")
    assert german.term("supplement", "short") == ENGLISH.term("supplement", "short")


def test_a_dialect_adds_to_its_language() -> None:
    canadian = locale_for("fr-CA", Node("style", {}))
    assert canadian.term("page") == locale_for("fr-FR", Node("style", {})).term("page")
    assert locale_for("bal-PK", Node("style", {})).term("and") != "and"


def test_an_apostrophe_is_the_one_that_is_printed() -> None:
    assert locale_for("fr", Node("style", {})).term("from") == "à l’adresse"
