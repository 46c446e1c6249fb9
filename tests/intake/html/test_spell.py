"""HTML becomes Markdown that renders as that HTML again, and reads well."""

import re
import sys
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from effort import grows_with
from examples import examples
from palmetto_editor.intake.html import spell
from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job
from strategies import plain_texts, texts

signs = st.text("\\<>&*_#[]()@{}|`^~:;-+=!,.'\"09aé\u00a0 \n", max_size=25)
any_text = (signs | texts).filter(
    lambda text: not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", text)
)


def body(html):
    return LexborHTMLParser(f"<body>{html}").body


def spelled(html):
    return spell.block(body(html))


def shown(html):
    return " ".join(body(html).text().split())


def folded(html):
    return re.sub(r"\s+", " ", body(html).html).replace("<div>", "").replace("</div>", "")


def unwrapped(html, markdown):
    """Several blocks without the element that our renderer puts around them."""
    several = sum(block.kind != "blank" for block in split(markdown)) > 1
    return html.removeprefix("<div>").removesuffix("</div>") if several else html


def usable(text):
    """The text without the private characters that our renderer drops."""
    return re.sub("[\ue000-\ue002]", "", text)


@examples(80)
@given(any_text)
def test_a_literal_text_shows_exactly_itself(text):
    rendered = render(Job(spell.literal(text), inline=True))
    assert shown(rendered.html) == " ".join(usable(text).split())
    assert not rendered.clusters
    assert not rendered.notes


@examples(80)
@given(any_text, st.booleans())
def test_a_paragraph_of_any_text_stays_that_paragraph(text, exact):
    markdown = spell.block(body(f"<p>{escape(text)}</p>"), exact=exact)
    rendered = render(Job(markdown))
    assert shown(rendered.html) == " ".join(usable(text).split())
    assert not re.search(r"<(?!/?p>|br>)", rendered.html)


WORDS = [
    *("word", "two words", "*em*", "**strong**", "***both***", "~~gone~~", "`c <b> | d`", "a_b_c"),
    *(
        "[link](https://example.org/a_(b) 'A \"title\"')",
        "<https://example.org/x>",
        "![alt](a.png)",
    ),
    *("<sub>2</sub>", "x<sup>*n*</sup>", "\\*", "&amp;", "&copy;", "1.", "#", "-", "+", "a  b"),
    *(
        "\\\nnext",
        "un*believ*able",
        "**a *b* c**",
        "[**b**](article:tides)",
        "“quoted”",
        "*a*, *b*",
    ),
    *(
        "<kbd>Ctrl</kbd>",
        '<abbr title="A &quot;b&quot;">ab</abbr>',
        "5 < 6",
        "| a",
        "[sic]",
        "\u00a0",
    ),
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
BLOCKS = [
    *("{}", "## {}", "- {}\n- more", "- a\n\n- {}\n\n  second", "1. a\n2. {}"),
    *("3) a\n4) {}", "> {}\n>\n> - more", "> [!WARNING] Title *em*\n> {}", "> [!NOTE]\n> {}"),
    *("| a | b |\n|---|:-:|\n| {} | c |", "```python\nx = {}\n```", "```\n{}\n\n  y\n```"),
    *("Term\n: {}\n\n    more\n\nOther\n: x", "---", "    code\n    more", "<div><b>x</b></div>"),
    *(
        "- > quote\n- ## heading\n- ```\n  c\n  ```",
        "<details><summary>s</summary><p>x</p></details>",
    ),
]
blocks = st.builds(
    lambda block, text: block.replace(
        "{}", text.replace("\n", " ").replace("\\ ", " ") if block != "{}" else text
    ),
    st.sampled_from(BLOCKS),
    words,
)
prose = st.lists(blocks, min_size=1, max_size=4).map("\n\n".join)


@examples(80)
@given(prose | plain_texts.filter(lambda text: not re.search(r"[<&@[]", text)))
def test_what_our_markup_rendered_renders_as_the_same_again(markdown):
    html = unwrapped(render(Job(markdown)).html, markdown)
    again = render(Job(spell.block(body(html), exact=True)))
    assert folded(again.html) == folded(html)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (
            '<b style="font-weight:normal"><p><span style="font-weight:700">Bold </span>'
            '<span style="font-style:italic">it</span>al</p></b>',
            "**Bold** *it*al",
        ),
        ("<b><strong>x</strong></b>", "**x**"),
        ("<b>a</b><b> b</b>", "**a b**"),
        ('<font color="red">red</font><center>mid</center>', "red\n\nmid"),
        ('<a href="/x"><h3>Title</h3><p>Sum</p></a>', "### [Title](/x)\n\n[Sum](/x)"),
        ("<p>one<br><br>two<br>three</p>", "one\n\ntwo\\\nthree"),
        ("<p>&nbsp;</p><p></p><p>a&nbsp; b &nbsp;</p>", "a b"),
        ("<p>5&nbsp;mg</p>", "5\u00a0mg"),
        ("<h2><strong>Bold heading</strong></h2>", "## Bold heading"),
        ("<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c"),
        ("<ul><li><p>a</p></li><li><p>b</p></li></ul>", "- a\n\n- b"),
        ("<ul><li>a</li></ul><ul><li>b</li></ul>", "- a\n\n+ b"),
        ('<ol start="4"><li>a<li>b</ol>', "4. a\n5. b"),
        ("<dl><dt>Term<dd>Detail</dl>", "Term\n: Detail"),
        ("<table><tr><th><b>A</b><th>B<tr><td>1|2<td><p>x<p>y</table>",) * 1
        + ("| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |",),
        ("<table><tr><td>1<td>2</table>", "|  |  |\n| --- | --- |\n| 1 | 2 |"),
        ('<pre class="brush: js">a `b`\n</pre>', "```js\na `b`\n```"),
        ('<p>See <a href="https://e.org/">https://e.org/</a></p>', "See <https://e.org/>"),
        ("<p><em> spaced </em>out</p>", "*spaced* out"),
        ("<p>H<sub>2</sub>O and <u>this</u></p>", "H<sub>2</sub>O and <u>this</u>"),
        ('<p><a name="anchor"></a><b></b>text<script>x()</script></p>', "text"),
        ('<img src="data:x" data-src="a b.png" alt="A [b]">', "![A \\[b\\]](<a b.png>)"),
        ('<iframe src="https://e.org/v" title="A film"></iframe>', "[A film](https://e.org/v)"),
        ("<blockquote><p>a<p>[!NOTE] b</blockquote>", "> a\n>\n> \\[!NOTE] b"),
        ("<details><summary>Why?</summary><p>So.</p></details>",) * 1
        + ("<details>\n<summary>Why?</summary>\n\nSo.\n\n</details>",),
    ],
)
def test_foreign_html_becomes_the_markdown_that_a_person_would_write(html, markdown):
    assert spelled(html) == markdown


@pytest.mark.parametrize(
    "text",
    [
        "Prose (with brackets), a-b, 5 * 3, p <0.05, R&D, x_y and [sic] or [1], e@example.org.",
        "It costs 5 ~ 6 | 7; https://example.org/a_b - “well” ... or C:\\dir!",
    ],
)
def test_prose_stays_readable(text):
    assert spell.literal(text) == text
    assert spell.block(body(f"<p>{escape(text)}</p>")) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("1. one", "1\\. one"),
        ("- one", "\\- one"),
        ("# one", "\\# one"),
        ("> one", "\\> one"),
        (": one", "\\: one"),
        ("--- ", "\\---"),
        ("{{< faq >}}", "\\{{< faq >}}"),
        ("~~~", "\\~~~"),
        ("[^1]: note", "\\[^1]: note"),
        ("[a]: b", "\\[a]: b"),
        ("*a* _b_ `c` <d> @e &amp;", "\\*a\\* \\_b\\_ \\`c\\` \\<d> \\@e \\&amp;"),
    ],
)
def test_what_would_be_a_mark_has_a_backslash(text, markdown):
    assert spelled(f"<p>{escape(text)}</p>") == markdown


def test_marks_stand_for_elements():
    def note(node):
        return "[^1]" if node.tag == "sup" else "" if node.tag == "q" else None

    html = "<p>Text<sup><a href='#fn1'>1</a></sup> (so)<q>gone</q></p>"
    assert spell.block(body(html), marks=note) == "Text[^1] (so)"
    assert spell.inline(body("<b>a</b><sup>1</sup>(b)"), marks=note) == "**a**[^1]\\(b)"


def test_a_node_of_text_is_spelled_too():
    node = body("a *b*").first_child
    assert spell.block(node) == "a \\*b\\*"
    assert spell.inline(node) == "a \\*b\\*"


@pytest.mark.parametrize("tag", ["div", "b", "ul><li", "blockquote", "span", "em><i"])
def test_nesting_beyond_any_use_is_flattened(tag):
    close = tag.split("><")[0]
    deep = sys.getrecursionlimit() + 200
    markdown = spelled(f"<{tag}>" * deep + "deep" + f"</{close}>" * deep)
    assert "deep" in markdown
    assert len(markdown) < 500


def test_time_is_in_proportion_to_the_size():
    assert grows_with(lambda n: spelled("<p>" + "<b>a</b> *b* [c] " * n + "</p>"), 40)
