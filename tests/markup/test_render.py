import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from markup.test_blocks import NASTY
from palmetto_editor.markup.engine import Engine
from palmetto_editor.markup.render import is_trivial, plain, render
from palmetto_editor.markup.rendered import Cite, Cluster, Fault, Heading, Job, Shortcode
from palmetto_editor.markup.scan import spans

INLINE = [
    "*", "**", "_", "~~", "`", "[", "](", ")", "![", "@a", "[@a; see @b, p. 2]", "[^1]", "<b>",
    "</b>", "<a@b.c>", "<http://x.y>", "&amp;", "&", "\\", "  \n", '"><script>alert(1)</script>',
    "\ue000c0\ue001", "&#xe000;n1&#57345;", "\x02wzxhzdk:0\x03", "\ud800", "<img src=x>",
    "![i](a.png)", "<svg><p>", "<style>", "<h1>", "</p>", "<table><td>",
]  # fmt: skip
WORDS = [
    "Word",
    "Z",
    "é",
    " ",
    "  ",
    "\n",
    "\n\n",
    ". ",
    "1",
    "- ",
    "+",
    "=",
    ":",
    '"',
    "'",
    "#",
    "\t",
]
TEXTS = st.lists(st.sampled_from(NASTY + INLINE), max_size=14).map("".join)


class Shape(HTMLParser):
    """Roots, loose text and open tags of HTML."""

    def __init__(self, html):
        super().__init__()
        self.open, self.roots, self.loose = [], 0, False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.roots += not self.open
        if tag not in ("br", "hr", "img", "wbr", "col"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.loose |= not self.open and bool(data.strip())


def html(text, **options):
    return render(Job(text, **options)).html


def test_a_paragraph():
    assert html("Some text\nin two lines.\n\n") == "<p>Some text\nin two lines.</p>"
    assert html("Some *text*.") == "<p>Some <em>text</em>.</p>"


def test_nothing_shows_nothing():
    assert html("") == html(" \n\n") == html("", inline=True) == ""


def test_typed_characters_stay_as_typed():
    assert html('It\'s "so" -- (c) ...') == '<p>It\'s "so" -- (c) ...</p>'


def test_a_heading_gives_its_level_and_plain_text():
    result = render(Job("### What *it* `does` [@a] ###\n\n"))
    assert result.html == "<h3>What <em>it</em> <code>does</code> \ue000c0\ue001</h3>"
    assert result.heading == Heading(3, "What it does")
    assert result.clusters == (Cluster((Cite("a"),)),)


@pytest.mark.parametrize("text", ["# One", "One\n==="])
def test_the_first_level_is_shown_as_the_second(text):
    assert render(Job(text)).heading == Heading(2, "One")
    assert html(text) == "<h2>One</h2>"


def test_a_shortcode_gives_its_name_and_argument():
    result = render(Job("{{< table  findings >}}\n"))
    assert (result.html, result.shortcode) == ("", Shortcode("table", "findings"))
    assert render(Job("{{<faq>}}")).shortcode == Shortcode("faq")


def test_a_note_gives_its_label_and_text():
    result = render(Job("[^n1]: One *two*\n\n    - three\n"))
    assert result.note == "n1"
    assert result.html == "<div><p>One <em>two</em></p>\n<ul>\n<li>three</li>\n</ul></div>"


def test_a_definition_shows_nothing():
    assert html("[a]: http://x.org\n") == ""


def test_definitions_from_elsewhere_make_links():
    definitions = "[Site]: http://x.org 'The site'\n\n[^1]: no link\n"
    expected = '<p>See <a href="http://x.org" title="The site">the site</a>.</p>'
    assert html("See [the site][site].", definitions=definitions) == expected


def test_several_blocks_stand_in_one_element():
    assert html("One\n\n- two") == "<div><p>One</p>\n<ul>\n<li>two</li>\n</ul></div>"


def test_loose_text_stands_in_an_element():
    assert html("<span>a</span>\nb\n\n") == "<p><span>a</span>\nb</p>"
    assert html("</div> loose") == "<div>loose</div>"


def test_what_is_a_block_only_in_the_body_stays_text_elsewhere():
    assert "{{&lt; faq &gt;}}" in html("> {{< faq >}}")
    assert "[^1]: a &lt;b&gt;" in html("> [^1]: a <b>")


def test_an_inline_job_has_no_wrapper_and_no_blocks():
    assert html("- *a* [@b]", inline=True) == "- <em>a</em> \ue000c0\ue001"
    assert html("# a", inline=True) == "# a"
    assert html("a  \nb", inline=True) == "a<br>\nb"
    assert html("<div>a</div>", inline=True) == "a"


def test_slots_are_numbered_as_they_stand():
    result = render(Job("- [@b]\n\n  x[^2]\n- @a\n\n[@c][^1]"))
    assert re.findall("\ue000([cn][0-9])\ue001", result.html) == ["c0", "n0", "c1", "c2", "n1"]
    assert [cluster.cites[0].key for cluster in result.clusters] == ["b", "a", "c"]
    assert result.notes == ("2", "1")


@pytest.mark.parametrize("forged", ["\ue000c0\ue001", "&#xE000;c0&#xe001;", "&#057344;c0&#57345;"])
def test_slots_cannot_be_forged(forged):
    result = render(Job(f"*a* {forged} b"))
    assert result.html == "<p><em>a</em> c0 b</p>"
    assert result.clusters == ()
    assert render(Job(f"<div>{forged.replace(';', ' ')}</div>")).clusters == ()


def test_control_characters_and_half_characters_are_dropped():
    assert html("a\x00b\x02c\x1f*d*\ud800") == "<p>abc<em>d</em>\ufffd</p>"
    assert html("*a*&#2;b") == "<p><em>a</em>b</p>"


def test_line_ends_of_other_systems_are_line_ends():
    assert html("- a\r\n- b\r\n") == html("- a\n- b\n")


def test_the_same_text_gives_the_same_result():
    job = Job("> [!NOTE] a\n> [@b] `c`\n")
    assert render(job) == render(job)


def test_plain_is_the_source_as_typed():
    fault = Fault("body.too-slow", "…")
    result = plain(Job("\na <b>\n*c*\n"), fault)
    assert result.html == '<pre class="plain">a &lt;b&gt;\n*c*</pre>'
    assert result.faults == (fault,)
    assert plain(Job("<", inline=True)).html == '<span class="plain">&lt;</span>'


@examples(120)
@given(TEXTS, st.booleans())
def test_any_text_gives_well_formed_html_with_one_root(text, inline):
    result = render(Job(text, inline=inline, definitions="[a]: http://x.org\n"))
    shape = Shape(result.html)
    assert not shape.open
    if not inline and result.html:
        assert (shape.roots, shape.loose) == (1, False)
    slots = re.findall("\ue000([cn])([0-9]+)\ue001", result.html)
    assert [number for kind, number in slots if kind == "c"] == [
        *map(str, range(len(result.clusters)))
    ]
    assert [number for kind, number in slots if kind == "n"] == [
        *map(str, range(len(result.notes)))
    ]
    assert not re.search("[\x02\x03\ue002]", result.html)
    assert "<script" not in result.html


@examples(80)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map("".join))
def test_the_short_way_of_plain_text_gives_what_the_long_way_gives(text):
    if is_trivial(text):
        assert html(text) == Engine().convert(text, parts=list(spans(text))).html
        assert html(text, inline=True) == Engine().convert(text).html
