import pytest
from hypothesis import given

from examples import examples
from palmetto_editor.markup.loose import blanked, read
from strategies import texts

KNOWN = {"known": ("https://example.org/", "")}


def _stars(text):
    return [text[s.start : s.end] for s in read(text, KNOWN).stars]


@pytest.mark.parametrize(
    ("text", "stay"),
    [
        ("**bold* text", ["**"]),
        ("** bold ** text", ["**", "**"]),
        ("*it* and **bold**", []),
        ("a * b", ["*"]),
        ("[**a](/x) b**", ["**", "**"]),
        ("[see *a, @key]", []),
        ("`**`", []),
    ],
)
def test_signs_of_emphasis_that_stay(text, stay):
    assert _stars(text) == stay


def test_brackets_that_are_no_link_and_no_citation():
    reading = read("[a] (b) [known] [@c] [d", KNOWN)
    assert reading.pairs == [(0, 2)]
    assert reading.opened == [21]
    assert [(span.kind, span.start, span.end) for span in reading.of("link", "citation")] == [
        ("link", 8, 15),
        ("citation", 17, 19),
        ("citation", 16, 20),
    ]


def test_what_else_is_understood_and_what_stays():
    reading = read("`a` ` <b> < <https://c.d> \\* [^e] -@f ]", KNOWN)
    kinds = [span.kind for span in reading.taken]
    assert kinds == ["code", "tag", "address", "escape", "note", "citation"]
    assert reading.ticks == [(4, 5)]
    assert reading.angles == [10]
    assert len(reading.closed) == 1


def test_a_link_knows_its_parts():
    (link,) = read('[a b](/c "d")', KNOWN).taken
    assert link == ("link", 0, 13, 4, "/c", "d")


def test_what_was_understood_can_be_blanked():
    text = "a `b\nc` d"
    assert blanked(text, read(text, KNOWN), "code") == "a   \n   d"


@examples(200)
@given(texts)
def test_any_text_can_be_read(text):
    reading = read(text, KNOWN)
    assert all(0 <= span.start < span.end <= len(text) for span in reading.taken)
    assert len(blanked(text, reading, "code", "link", "citation")) == len(text)
