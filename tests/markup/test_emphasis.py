import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.markup.plain import plain_text
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job


def html(text):
    return render(Job(text, inline=True)).html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("*a* _b_ ~~c~~", "<em>a</em> <em>b</em> <del>c</del>"),
        ("**a** __b__", "<strong>a</strong> <strong>b</strong>"),
        ("***a***", "<em><strong>a</strong></em>"),
        ("***a** b*", "<em><strong>a</strong> b</em>"),
        ("*a **b** c*", "<em>a <strong>b</strong> c</em>"),
        ("**a*", "*<em>a</em>"),
        ("*a**", "<em>a</em>*"),
        ("*a**a*b", "<em>a**a</em>b"),
        ("a*b*c", "a<em>b</em>c"),
        ("a_b_c", "a_b_c"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("*a _b* c_", "<em>a _b</em> c_"),
        ("~a~ ~~~b~~~", "~a~ ~~~b~~~"),
        ("*(a)*, “*b*”", "<em>(a)</em>, “<em>b</em>”"),
        ("**", "**"),
        ("*foo**bar**baz*", "<em>foo<strong>bar</strong>baz</em>"),
        ("foo***bar***baz", "foo<em><strong>bar</strong></em>baz"),
        ("*[a*](b)", '*<a href="b">a*</a>'),
        ("*`a*`", "*<code>a*</code>"),
    ],
)  # fmt: skip
def test_emphasis_as_commonmark_has_it(text, shown):
    assert html(text) == shown


@examples(60)
@given(st.text("*_~ab .", max_size=24))
def test_no_letter_is_lost(text):
    def letters(shown):
        return [sign for sign in shown if sign in "ab."]

    assert letters(plain_text(html(text))) == letters(text)
