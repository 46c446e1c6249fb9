"""Numbers, initials, text case, quotation marks: one rule of CSL 1.0.2 or of pandoc a line."""

from __future__ import annotations

import pytest

from palmetto_editor.references.styles.cases import cased
from palmetto_editor.references.styles.counting import in_form, is_many, is_numeric, pages, roman
from palmetto_editor.references.styles.html import html
from palmetto_editor.references.styles.initials import initialised
from palmetto_editor.references.styles.runs import (
    ITALIC,
    concatenated,
    formatted,
    joined,
    plain,
    quoted,
    text_of,
)
from palmetto_editor.references.styles.sorting import collated
from palmetto_editor.references.styles.tags import parsed
from palmetto_editor.references.styles.terms import locale_for
from palmetto_editor.references.styles.tree import Node

ENGLISH = locale_for("en-US", Node("style", {}))
BRITISH = locale_for("en-GB", Node("style", {}))


@pytest.mark.parametrize(
    ("text", "form", "shown"),
    [
        ("974-977", "", "974–977"),
        ("974-977", "expanded", "974–977"),
        ("42-5", "expanded", "42–45"),
        ("974-977", "minimal", "974–7"),
        ("1012-1034", "minimal-two", "1012–34"),
        ("100-104", "chicago", "100–104"),
        ("107-108", "chicago", "107–8"),
        ("321-328", "chicago-16", "321–28"),
        ("1496-1500", "chicago-16", "1496–500"),
        ("S32-S37", "chicago-16", "S32–37"),
        ("e1-e12", "minimal", "e1–12"),
        ("iv-xii", "minimal", "iv–xii"),
        ("30-36, 41", "minimal", "30–6, 41"),
        ("9" * 5000 + "-" + "9" * 5000, "chicago", "9" * 5000 + "–" + "9" * 5000),
        ("", "minimal", ""),
    ],
)
def test_ranges_of_pages_end_as_the_style_has_it(text: str, form: str, shown: str) -> None:
    assert pages(text, form, ENGLISH) == shown


@pytest.mark.parametrize("text", ["12", "2b", "L2", "3-4", "1, 2 & 5"])
def test_numbers_with_letters_are_numeric(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize("text", ["", "second", "Suppl B", "2nd edition", "1.2"])
def test_words_are_not_numeric(text: str) -> None:
    assert not is_numeric(text)


def test_a_label_is_plural_beside_a_range_or_a_list() -> None:
    assert all(map(is_many, ["3-4", "1, 5", "iv–xii"]))
    assert not any(map(is_many, ["3", "e12", "Suppl B", ""]))


def test_numbers_as_ordinals_and_in_roman() -> None:
    forms = [in_form(n, "ordinal", ENGLISH) for n in ("1", "2", "3", "4", "11", "12", "21", "112")]
    assert forms == ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th"]
    assert in_form("3rd", "ordinal", ENGLISH) == "3rd"
    assert in_form("2", "long-ordinal", ENGLISH) == "second"
    assert (roman(1994), roman(0), roman(10**9)) == ("mcmxciv", "0", "1000000000")


@pytest.mark.parametrize(
    ("given", "mark", "shown"),
    [
        ("Jane T.", "", "JT"),
        ("Jane T.", ". ", "J. T."),
        ("Jean-Luc", ". ", "J.-L."),
        ("Jean-Luc", ".", "J.-L."),
        ("Min-jun", "", "M"),
        ("T.J.", ". ", "T. J."),
        ("Brother", ".", "B."),
    ],
)
def test_given_names_become_initials(given: str, mark: str, shown: str) -> None:
    assert initialised(given, mark) == shown


def test_initials_without_a_hyphen_and_names_in_full() -> None:
    assert initialised("Jean-Luc", "", hyphen=False) == "JL"
    assert initialised("J T", ". ", whole=True) == "J. T."
    assert initialised("Jane T", ". ", whole=True) == "Jane T."


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
    ("parts", "shown"),
    [
        (("Does it?", ". Next"), "Does it? Next"),
        (("et al.", "."), "et al."),
        (("Wake up!", ","), "Wake up!,"),
        (("one,", ", two"), "one, two"),
        (("one ", " two"), "one two"),
        (("one ", ". two"), "one. two"),
        (("1923. ", ". two"), "1923. two"),
    ],
)
def test_punctuation_that_meets(parts: tuple[str, ...], shown: str) -> None:
    assert text_of(concatenated([plain(part) for part in parts])) == shown


def test_a_delimiter_is_left_out_before_a_part_that_brings_its_own() -> None:
    assert text_of(joined([plain("a"), plain(", b"), (), plain("c")], ". ")) == "a, b. c"


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


def test_accents_and_apostrophes_do_not_part_the_order() -> None:
    words = ["Zeta", "Éclair", "O’Riordan", "eclipse", "Okafor"]
    assert sorted(words, key=collated) == ["Éclair", "eclipse", "O’Riordan", "Okafor", "Zeta"]


def test_a_style_speaks_the_language_asked_for() -> None:
    german = locale_for("de-AT", Node("style", {}))
    assert (german.term("and"), german.term("month-01")) == ("und", "Jänner")
    assert locale_for("xx-YY", Node("style", {})).term("and") == "and"
    assert locale_for("../../secret", Node("style", {})).term("and") == "and"


def test_a_term_falls_back_to_the_form_that_is_there() -> None:
    assert ENGLISH.term("editor", "verb-short") == "ed. by"
    assert ENGLISH.term("issue", "symbol") == ENGLISH.term("issue", "short")
    assert ENGLISH.term("no such term") == ""
