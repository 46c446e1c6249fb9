import pytest

from palmetto_editor.structured.numbers import isbn, issns


def test_every_issn_with_a_right_check_digit_is_found():
    assert issns("0036-8075, 10959203; 0036-8076 2434-561x") == (
        "0036-8075",
        "1095-9203",
        "2434-561X",
    )


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("978-3-16-148410-0", "9783161484100"),
        ("ISBN 3-16-148410-X", "316148410X"),
        ("ISBN-13: 978-3-16-148410-0; 3-16-148410-X", "9783161484100"),
        ("978-3-16-148410-1", ""),
        ("316148410", ""),
        ("", ""),
    ],
)
def test_an_isbn_is_read_if_its_check_digit_is_right(text, bare):
    assert isbn(text) == bare
