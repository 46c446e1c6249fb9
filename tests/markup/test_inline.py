import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job


def html(text):
    return render(Job(text, inline=True)).html


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("`a`", "<code>a</code>"),
        ("`` a`b ``", "<code>a`b</code>"),
        ("`a  b` ` `", "<code>a  b</code> <code> </code>"),
        ("`a\nb`", "<code>a b</code>"),
        ("``a`", "``a`"),
        ("`*a*` `<b>` `&amp;`", "<code>*a*</code> <code>&lt;b&gt;</code> <code>&amp;amp;</code>"),
        (r"`a\`b", r"<code>a\</code>b"),
        (r"\`a`", "`a`"),
    ],
)
def test_code_spans(text, shown):
    assert html(text) == shown


def test_every_sign_can_be_escaped():
    signs = r"""!"#$%'()*+,-./:;=?@[\]^_`{|}~"""
    assert html("".join(f"\\{sign}" for sign in signs)) == signs
    assert html(r"\< \& \&amp; \> \a") == r"&lt; &amp; &amp;amp; &gt; \a"


def test_references_to_characters_are_read():
    assert html("&copy; &#233; &amp; &lt; AT&T *x*") == "© é &amp; &lt; AT&amp;T <em>x</em>"


def test_two_spaces_or_a_backslash_break_the_line():
    assert html("a  \nb\\\nc") == "a<br>\nb<br>\nc"
    assert html("a*b* \nc") == "a<em>b</em> \nc"


def test_addresses_in_angle_brackets_are_links():
    assert html("<https://x.org/a_b_c?d=1&e>") == (
        '<a href="https://x.org/a_b_c?d=1&amp;e">https://x.org/a_b_c?d=1&amp;e</a>'
    )
    assert html("<a.b@x.org>") == '<a href="mailto:a.b@x.org">a.b@x.org</a>'


def test_raw_tags_pass_and_other_angles_do_not():
    assert html("a <b>b</b> <kbd class=x>c</kbd> 1 < 2 > 1 <3") == (
        "a <b>b</b> <kbd>c</kbd> 1 &lt; 2 &gt; 1 &lt;3"
    )
    assert html("a <!-- gone --> b <? gone ?> c") == "a  b  c"


def test_the_leftmost_wins():
    assert html('<b title="`">`x`') == "<b><code>x</code></b>"
    assert html("`<b>` *a `b* c`") == "<code>&lt;b&gt;</code> *a <code>b* c</code>"


def test_a_new_line_is_no_break():
    assert html("a *b*\nc") == "a <em>b</em>\nc"
