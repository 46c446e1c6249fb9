"""Whatever a writer types, the page made of it agrees with its markup and its source."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.checks.parity import parity
from palmetto_editor.model.publication import Citations
from palmetto_editor.model.values import Question
from palmetto_editor.page.page import document
from palmetto_editor.references.styles.style import offered
from sample_articles import full, publication
from sample_pages import page_of

WORDS = [
    *("word", "tide & wind", "*em*", "**st**", "`c <b> d`", "a_b_c", "\\*", "~~no~~", "H~2~O"),
    *("[@wren2019]", "[see @wren2019, p. 3; -@dunlin2001]", "@dunlin2001 [p. 9]", "@nobody"),
    *(
        "[^n]",
        "[^nowhere]",
        "<b>x</b>",
        "<script>x</script>",
        "&amp;",
        "&#8212;",
        "<",
        "<!-- c -->",
    ),
    *("\u00a0", "李雷", "\u2028", "\u00ad", "\ue000", "\x0b", "|", "[", "]", "(", "`", "\\"),
    *("![alt](bird)", "![](gone.png)", "![x](http://e.org/a.png)", "[l](article:tides)", "[l][d]"),
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
blocks = st.one_of(
    words,
    words.map("## {}".format),
    words.map("- {}\n- more".format),
    words.map("> [!NOTE] Title\n> {}".format),
    words.map("[^n]: {}\n\n    more".format),
    words.map("| a | b |\n|---|---|\n| {} | c |".format),
    words.map("```\n{}\n```".format),
    words.map("<div>\n\n{}\n\n</div>".format),
    st.sampled_from(
        [
            *("{{< faq >}}", "{{< table counts >}}", "{{< figure beach >}}", "{{< gone >}}"),
            *("---", "![alt](beach)", "[d]: https://example.org/d"),
        ]
    ),
)
prose = st.lists(blocks, max_size=4).map("\n\n".join)


@st.composite
def articles(draw):
    article = full()
    (table,) = article.tables
    return replace(
        article,
        metadata=replace(
            article.metadata,
            headline=draw(words),
            keywords=(draw(words), draw(words)),
            section=draw(words),
        ),
        notice=draw(prose),
        short_answer=draw(prose),
        body=draw(prose),
        disclaimer=draw(prose),
        faq=(Question(id="q1", question=draw(words), answer=draw(prose)),),
        tables=(replace(table, caption=draw(words), note=draw(words), rows=_rows(draw)),),
        images=(
            replace(article.images[0], caption=draw(words), credit=draw(words)),
            article.images[1],
        ),
    )


def _rows(draw):
    return tuple((draw(words), draw(words)) for _ in range(draw(st.integers(0, 2))))


@examples(15)
@given(articles(), st.sampled_from([style.id for style in offered()]))
def test_page_markup_and_source_agree(article, style):
    cited = Citations(style=style)
    page = page_of(article, replace(publication(), citations=cited))
    assert parity(article, document(page), page.graph_text, cited) == ()
