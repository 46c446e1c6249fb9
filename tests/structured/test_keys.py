from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.structured.keys import key


def test_a_plain_name_reads_as_itself():
    assert key("Ada  Wren") == "ada-wren"


def test_case_white_space_and_unicode_form_make_no_difference():
    assert key("BØRGE Sånd") == key(" børge  sa\u030and ")


def test_names_that_a_slug_would_confuse_stay_apart():
    keys = {
        key(name) for name in ("Müller", "Muller", "J. Doe", "J Doe", "Anna-Maria", "Anna Maria")
    }
    assert len(keys) == 6


def test_a_name_in_another_script_has_one_too():
    assert key("李雷")
    assert key("李雷") != key("韩梅")


@examples(60)
@given(st.text(), st.text())
def test_two_keys_are_equal_only_for_equal_names(one, other):
    if key(one) == key(other):
        assert one.casefold().split() == other.casefold().split() or key(one) == ""
