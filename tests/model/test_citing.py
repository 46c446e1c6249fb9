from collections import Counter

import pytest

from effort import grows_with
from palmetto_editor.markup.blocks import split
from palmetto_editor.markup.render import render
from palmetto_editor.markup.rendered import Job
from palmetto_editor.model.citing import cited, mentions, places, without_code
from palmetto_editor.model.edits import get
from palmetto_editor.model.places import Place
from palmetto_editor.model.values import Article, Column, Image, Question, Table

ARTICLE = Article(
    id="a",
    notice="See @sun2004.",
    short_answer="Yes [@sun2004].",
    body="One [see @koj1999; @sun2004, p. 3].\n\n```\n@sun2004\n```\n\nSo `@sun2004`, @sun2004b.",
    faq=(Question(id="q1", answer="It is [-@sun2004]."),),
    tables=(
        Table(
            id="t",
            caption="After @sun2004",
            columns=(Column(id="c1", label="A [@sun2004]"), Column(id="c2")),
            rows=(("", ""), ("", "x [@{sun2004}]")),
            note="@sun2004",
        ),
    ),
    images=(Image(id="map", caption="@sun2004"),),
    disclaimer="me@sun2004 and \\@sun2004 are none, @sun2004 is",
)


def test_a_key_is_found_in_every_text_in_the_order_of_the_page():
    assert [str(place.whole()) for place in places(ARTICLE, "sun2004")] == [
        "notice",
        "short_answer",
        "body",
        "tables[t].caption",
        "tables[t].columns[0].label",
        "tables[t].rows[1][1]",
        "tables[t].note",
        "faq[q1].answer",
        "images[map].caption",
        "disclaimer",
    ]


def test_a_span_is_that_of_the_sign_and_the_key():
    for place in places(ARTICLE, "sun2004"):
        start, end = place.span
        assert get(ARTICLE, place.whole())[start:end] in ("@sun2004", "@{sun2004}")


def test_a_key_that_nobody_cites_has_no_place():
    assert places(ARTICLE, "sun") == ()


def test_what_stands_in_code_is_no_citation():
    article = Article(
        id="a", body="~~~\n[@a]\n~~~\n> ```\n> @a\n> ```\n\n``@a ` @a``\n\n```\n@a, not closed"
    )
    assert not cited(article)


@pytest.mark.parametrize(
    "text",
    [
        "One [@a; @b], two @a.\n\n```\n[@a]\n```\n\nthree [@a]",
        "~~~ python\n@a\n```\n@a\n~~~\n@b",
        "````\n```\n@a\n```\n````\n[@b]",
        "- one\n\n  ```\n  @a\n  ```\n\n- two [@b]",
        "- ```\n  @a\n  ```\n- two [@b]",
        "1. ~~~\n   @a\n   ~~~\n\nafter [@b]",
        "> ```\n> @a\n\nafter the quote [@b]",
        "> quoted [@a]\n> ```\n> @a\n> ```\n> [@b]",
        "a \\` [@a] \\` [@b]",
        "``a ` [@a]`` and `b` [@b]",
        "`[@a]\nstill code` [@b]",
        "not closed ` [@a]\n\nanother ` [@b]",
        "me@a.org \\@a [-@b] [see @{a}, p. 3]",
        "![As @a](b) and ![see [@a], @b](b) but @b",
        "![As @a] stays [@b], and \\![as [@a]](b)",
        "![as `]` @a](b) [@b]",
        "[as @a](b) and [@a](https://example.org/@b) but [@b]",
        "[as [@a], @b](b) so [@b](see) so [@a](see p. 3) [@b] (so)",
        '[x](b "as @a") [y](<b> \'as @b\') [@b](c "d" e)',
        "So <!-- as @a --> so [@b]",
        "So [@b] <!-- as @a",
        "<!--\nas @a\n\n@b\n-->\n\nso [@b]",
        "_@a, p. 3_ shown--@a and -@b, non-@a, x+@a, “@b”, [see --@b], *@a*",
    ],
)
def test_a_citation_here_is_one_on_the_page(text):
    page = Counter(
        cite.key
        for block in split(text)
        for cluster in render(Job(block.text)).clusters
        for cite in cluster.cites
    )
    assert cited(Article(id="a", body=text)) == page


def test_a_backtick_that_nothing_closes_makes_no_code():
    assert cited(Article(id="a", body="a ` [@a]\n\nb ` [@a]")) == {"a": 2}


def test_code_is_blanked_and_nothing_moves():
    text = "a `b\nc` d\n```x\ny\n```\nz"
    assert without_code(text) == "a   \n   d\n    \n \n   \nz"


def test_a_mention_has_the_words_around_in_one_line():
    article = Article(id="a", body="First line\nof it [@a] goes\n\non.")
    assert mentions(article, "a")[0].words == "First line of it [@a] goes on."


def test_far_words_are_cut_between_words():
    article = Article(id="a", body=f"{'word ' * 40}[@a]{' word' * 40}")
    mention = mentions(article, "a")[0]
    assert mention.before.startswith("…word ")
    assert mention.after.endswith(" word…")
    assert len(mention.words) < 110
    assert mention.place == Place("body").at(201, 203)


def test_counting_many_backticks_stays_linear():
    def count(size):
        text = "".join(f"So {'`' * (n % 2 + 1)} @a\n\n" for n in range(size))  # no fences
        assert cited(Article(id="a", body=text))["a"] == size

    assert grows_with(count, 300)
