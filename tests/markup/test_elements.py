import pytest

from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job


def html(text):
    return render(Job(text)).html.replace("\n", "")


def test_a_table_has_scopes_and_alignments():
    assert html("| a | b | c | d |\n|:--|--:|:-:|---|\n| 1 | *2* | 3 |\n") == (
        '<table><thead><tr><th class="align-left" scope="col">a</th>'
        '<th class="align-right" scope="col">b</th><th class="align-center" scope="col">c</th>'
        '<th scope="col">d</th></tr></thead><tbody><tr><td class="align-left">1</td>'
        '<td class="align-right"><em>2</em></td><td class="align-center">3</td><td></td></tr>'
        "</tbody></table>"
    )


def test_a_table_needs_no_outer_pipes_and_no_rows():
    assert html("a | b\n--|--") == (
        '<table><thead><tr><th scope="col">a</th><th scope="col">b</th></tr></thead></table>'
    )


def test_a_pipe_with_a_backslash_stays_in_its_cell():
    assert "<td><code>x|y</code></td><td>a|b</td>" in html(r"|a|b|" "\n|-|-|\n" r"|`x\|y`|a\|b|")


def test_a_cell_may_cite():
    result = render(Job("| a | b |\n|---|---|\n| [@x] | [^1] |"))
    assert result.clusters[0].cites[0].key == "x"
    assert result.notes == ("1",)


def test_quotes_nest():
    assert html("> a\n> > b\n>\n> c") == (
        "<blockquote><p>a</p><blockquote><p>b</p></blockquote><p>c</p></blockquote>"
    )


def test_a_list_may_follow_a_paragraph_in_a_quote():
    assert html("> a\n> - b\n> text") == (
        "<blockquote><p>a</p><ul><li>b</li></ul><p>text</p></blockquote>"
    )


def test_indented_code_keeps_its_spaces():
    assert (
        render(Job("    a <b>\n\n      c\n")).html == "<pre><code>a &lt;b&gt;\n\n  c\n</code></pre>"
    )


def test_a_rule():
    assert html("***") == html("- - -") == html("___") == "<hr>"


def test_markdown_goes_on_in_raw_html_after_a_blank_line():
    assert html("<details open>\n<summary>*a*</summary>\n\n*b*\n\n</details>") == (
        '<details open=""><summary>*a*</summary><p><em>b</em></p></details>'
    )


def test_a_definition_may_stand_in_a_quote():
    assert '<a href="http://x.org">a</a>' in html("> [a]\n>\n> [a]: http://x.org")


def test_the_first_definition_of_a_label_counts():
    assert 'href="one"' in html("[a]\n\n[A]: one\n[a]: two")


@pytest.mark.parametrize("text", ["Above\n- list", "Above\n> quote", "Above\n```\ncode\n```"])
def test_blocks_may_follow_a_paragraph_without_a_blank_line(text):
    assert html(text).startswith("<div><p>Above</p><")
