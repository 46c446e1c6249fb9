import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job


def html(text):
    return render(Job(text)).html.replace("\n", "")


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_lists_nest_however_they_are_indented(indent):
    text = f"- a\n{indent}- b\n{indent}{indent}- c\n- d"
    assert html(text) == ("<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>")


@pytest.mark.parametrize("indent", ["  ", "   ", "    "])
def test_bullets_nest_in_numbered_items(indent):
    text = f"1. a\n{indent}- b\n2. c"
    assert html(text) == "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"


def test_a_numbered_list_keeps_its_first_number():
    assert html("3. a\n4. b") == '<ol start="3"><li>a</li><li>b</li></ol>'
    assert html("0) a") == '<ol start="0"><li>a</li></ol>'
    assert html("1. a\n1. b") == "<ol><li>a</li><li>b</li></ol>"


def test_items_parted_by_blank_lines_hold_paragraphs():
    assert html("- a\n\n- b") == "<ul><li><p>a</p></li><li><p>b</p></li></ul>"
    assert html("- a\n- b\n\n  c") == "<ul><li><p>a</p></li><li><p>b</p><p>c</p></li></ul>"


def test_blank_lines_in_a_nested_list_leave_the_outer_one_tight():
    assert html("- a\n  - b\n\n    c\n- d") == (
        "<ul><li>a<ul><li><p>b</p><p>c</p></li></ul></li><li>d</li></ul>"
    )


def test_an_item_may_hold_code_a_quote_and_a_table():
    text = "- a\n\n  ```\n  x\n\n    y\n  ```\n\n  > q\n\n  | a | b |\n  |---|---|\n- z"
    shown = html(text)
    assert '<pre class="highlight"><code>x  y</code></pre>' in shown
    assert "<blockquote><p>q</p></blockquote><table>" in shown
    assert shown.endswith("</table></li><li><p>z</p></li></ul>")


def test_an_item_may_begin_with_indented_code():
    assert html("-     a\n\n  b") == "<ul><li><pre><code>a</code></pre><p>b</p></li></ul>"


def test_a_wrapped_item_is_one_paragraph():
    assert html("- one\n  two\n three") == "<ul><li>onetwothree</li></ul>"


def test_an_item_may_be_empty():
    assert html("- a\n-\n- c") == "<ul><li>a</li><li></li><li>c</li></ul>"
    assert html("-\n  a") == "<ul><li>a</li></ul>"


def test_text_after_a_nested_list_stands_in_the_outer_item():
    assert html("- a\n  - b\n  c") == "<ul><li>a<ul><li>b</li></ul><p>c</p></li></ul>"


def test_items_hold_inline_markdown():
    assert html("- *a*\n- `b`") == "<ul><li><em>a</em></li><li><code>b</code></li></ul>"


def test_a_rule_may_stand_in_an_item():
    assert html("- a\n\n  ***") == "<ul><li><p>a</p><hr></li></ul>"


def test_terms_have_details():
    assert html("Term\n: one *two*\n: three") == (
        "<dl><dt>Term</dt><dd>one <em>two</em></dd><dd>three</dd></dl>"
    )


def test_a_detail_may_be_lazy_or_hold_blocks():
    assert html("T\n: one\ntwo") == "<dl><dt>T</dt><dd>onetwo</dd></dl>"
    assert html("T\n: one\n\n    two\n\n    - three") == (
        "<dl><dt>T</dt><dd><p>one</p><p>two</p><ul><li>three</li></ul></dd></dl>"
    )


def test_two_terms_may_share_a_detail():
    assert html("A\nB\n: c\n\nD\n: e") == (
        "<dl><dt>A</dt><dt>B</dt><dd>c</dd><dt>D</dt><dd>e</dd></dl>"
    )


@pytest.mark.parametrize(
    "text",
    [
        "- first *words*\n  - second",
        "- first [words](https://a.example)\n  > second",
        "- first `words`\n  - second *words*\n    - third",
        "term\n: first *words*\n  - second",
    ],
)
def test_the_words_of_an_item_stand_before_what_is_nested_in_it(text):
    shown = html(text)
    assert shown.index("first") < shown.index("words") < shown.index("second")
