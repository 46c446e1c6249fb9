import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import grows_with
from examples import examples
from palmetto_editor.checks.prose import texts
from palmetto_editor.model.citing import without_code
from palmetto_editor.model.edits import get
from sample_articles import full


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("a `b` c", "a     c"),
        ("a ``b ` c`` d", "a           d"),
        ("a ` b", "a ` b"),
        ("a `b\n\nc` d", "a `b\n\nc` d"),
        ("```\ncode\n```\ntext", "   \n    \n   \ntext"),
        ("~~~ py\ncode\n", "      \n    \n"),
        ("> ```\n> code\n> ```\n> text", "     \n      \n     \n> text"),
    ],
)
def test_code_is_blank(text, rest):
    assert without_code(text) == rest


@examples(80)
@given(st.text("`~a \n>", max_size=60))
def test_nothing_moves(text):
    bare = without_code(text)
    assert len(bare) == len(text)
    assert [i for i, c in enumerate(bare) if c == "\n"] == [
        i for i, c in enumerate(text) if c == "\n"
    ]


def test_a_hostile_text_is_read_in_linear_time():
    assert grows_with(
        lambda n: without_code("".join("`" * (i % 50 + 1) + " " for i in range(n))), 400
    )
    assert grows_with(lambda n: without_code("` `` " * n), 400)


def test_every_place_leads_to_its_text():
    article = full()
    for place, text in texts(article):
        assert get(article, place) == text
