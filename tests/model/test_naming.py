from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.model.naming import CITATION_KEY, SAFE_ID, citation_key, image_id, slug

NONE = frozenset[str]()


def test_a_slug_is_lower_case_words_with_hyphens():
    assert slug("Ghrelin: the Receptor’s Own Hormone?") == "ghrelin-the-receptors-own-hormone"


def test_a_slug_loses_its_accents_and_keeps_its_letters():
    assert slug("Größe über É") == "grosse-uber-e"


def test_a_long_headline_is_cut_between_words():
    made = slug("growth " * 30)
    assert len(made) <= 75
    assert made.endswith("growth")


def test_a_headline_without_latin_letters_gives_no_slug():
    assert slug("生长素") == ""


@examples(60)
@given(st.text())
def test_a_slug_of_a_slug_is_itself(headline):
    assert slug(slug(headline)) == slug(headline)


def _paper(family="Muccioli", year=2000):
    return Reference(id="x", author=(Name(family=family),), issued=Date(date_parts=((year,),)))


def test_a_key_is_the_first_author_and_the_year():
    assert citation_key(_paper(), NONE) == "muccioli2000"


def test_a_taken_key_gets_a_letter_whatever_its_case():
    assert citation_key(_paper(), frozenset({"Muccioli2000"})) == "muccioli2000b"


def test_a_key_without_authors_comes_from_the_title():
    assert citation_key(Reference(id="x", title="The human protein atlas"), NONE) == "the"


def test_an_empty_reference_still_gets_a_key():
    assert citation_key(Reference(id="x"), frozenset({"ref"})) == "refb"


def test_keys_never_run_out():
    taken: set[str] = set()
    for _ in range(60):
        taken.add(citation_key(_paper(), frozenset(taken)))
    assert len(taken) == 60
    assert all(CITATION_KEY.fullmatch(key) for key in taken)


def test_an_image_id_comes_from_its_file_name():
    assert image_id("Receptor map (2).PNG", NONE) == "receptor-map-2"
    assert image_id("receptor.png", frozenset({"Receptor"})) == "receptor-2"


@examples(60)
@given(st.text())
def test_an_image_id_is_always_safe(file):
    assert SAFE_ID.fullmatch(image_id(file, NONE))
