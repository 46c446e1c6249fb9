"""Whatever stands in an article comes back from its page: articles, texts and references drawn."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, assume, given
from hypothesis import strategies as st

from examples import examples
from palmetto_editor.intake.own.read import read
from palmetto_editor.model.csl import Date, Extension, Name, Reference
from palmetto_editor.model.publication import Citations, Publication, Publisher
from palmetto_editor.model.values import Article, Author, Metadata, Question, Topic
from palmetto_editor.page.page import document
from palmetto_editor.references.styles.style import offered
from sample_articles import full, minimal, publication
from sample_pages import page_of
from strategies import articles, plain_texts, publications

STYLES = [style.id for style in offered()]
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


def page(article, shared):
    return document(page_of(article, shared))


def again(article, shared):
    return read(page(article, shared), "index.html").article


def in_style(style, **how):
    return replace(publication(), citations=Citations(style=style, **how))


def unspaced(html):
    """A page without the white space that no reader sees."""
    return re.sub(r"\s+(?=<)|(?<=>)\s+|[ \t]+(?=\n)", "", html)


WORDS = [
    *("word", "tide & wind", "*em*", "**st**", "`c <= d`", "a_b_c", "\\*", "~~no~~", "1. x", "#"),
    *("[@wren2019]", "[see @wren2019, p. 3; -@dunlin2001]", "@dunlin2001 [p. 9]", "@nobody"),
    *("[^n]", "[^nowhere]", "<b>x</b>", "H<sub>2</sub>O", "&amp;", "—", "<", "\u00a0", "|", "["),
    *("![alt](bird)", "[l](article:tides)", "[l](https://example.org/x)", "[l][d]", "(", "]", "`"),
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
BLOCKS = [
    *("{}", "## {}", "- {}\n- more", "- a\n\n- {}", "1. a\n2. b\n   - {}", "> {}", "***"),
    *("> [!NOTE] Title\n> {}", "[^n]: {}\n\n    more", "| a | b |\n|---|:-:|\n| {} | c |"),
    *("```python\n{}\n```", "<div>\n\n{}\n\n</div>", "Term\n: {}", "{{< faq >}}"),
    *("{{< table counts >}}", "{{< figure beach >}}", "![alt](beach)", "[d]: https://example.org/"),
]
blocks = st.builds(lambda block, text: block.replace("{}", text), st.sampled_from(BLOCKS), words)
prose = st.lists(blocks, max_size=4).map("\n\n".join)


@st.composite
def written(draw):
    """An article whose texts hold everything that our Markdown has."""
    article = full()
    (table,) = article.tables
    rows = tuple((draw(words), draw(words)) for _ in range(draw(st.integers(0, 2))))
    return replace(
        article,
        references=article.references[:2],  # those that the words cite
        notice=draw(prose),
        short_answer=draw(prose),
        body=draw(prose),
        disclaimer=draw(prose),
        faq=(Question(id="q1", question=draw(words), answer=draw(prose)),),
        tables=(replace(table, caption=draw(words), note=draw(words), rows=rows),),
        images=(replace(article.images[0], credit=draw(words)), *article.images[1:]),
    )


def test_topics_of_a_page_without_a_title_keep_their_commas():
    link = "https://www.wikidata.org/wiki/Q1"
    topics = (
        Topic(name="Wren, Ada"),
        Topic(name="Tides, by night", same_as=(link,)),
        Topic(name=", 0"),
    )
    article = Article(id="a", metadata=Metadata(about=topics))
    assert again(article, publication()).metadata.about == topics


def test_images_keep_their_order_whatever_comes_first_on_the_page():
    article = replace(full(), body="![A bird](bird)\n\n{{< figure beach >}}")
    assert [image.id for image in again(article, publication()).images] == ["beach", "bird"]


PERSON, FIRM = Author(name="Wren"), Author(kind="organization", name="Wren")


@pytest.mark.parametrize("authors", [(PERSON,), (FIRM,), (PERSON, FIRM), (FIRM, PERSON)])
@pytest.mark.parametrize("reviewers", [(), (PERSON,), (FIRM,)])
@pytest.mark.parametrize("owner", ["", "Wren"])
def test_people_and_firms_of_one_name_come_back_where_no_headline_is(authors, reviewers, owner):
    article = Article(id="a", metadata=Metadata(authors=authors, reviewers=reviewers))
    shared = Publication(publisher=Publisher(name=owner))
    assert page(again(article, shared), shared) == page(article, shared)


@examples(25, suppress_health_check=SLOW)
@given(written(), st.sampled_from(STYLES))
def test_whatever_a_writer_types_comes_back(article, style):
    shared = in_style(style)
    first = page(article, shared)
    back = again(article, shared)
    assert unspaced(page(back, shared)) == unspaced(first)


@examples(25, suppress_health_check=SLOW)
@given(articles(plain_texts, works=False), publications(plain_texts))
def test_whatever_stands_in_the_fields_comes_back(article, shared):
    first = page(article, shared)
    back = again(article, shared)
    if 'rel="canonical"' not in first:  # nor does such a page show the slug
        back = replace(back, metadata=replace(back.metadata, slug=article.metadata.slug))
    assert unspaced(page(back, shared)) == unspaced(first)


names = st.builds(
    Name,
    family=st.sampled_from(["Wren", "Dunlin", "Sand", "李", "O’Hara", "Müller-Voß"]),
    given=st.sampled_from(["Ada", "Jan B.", "Olaf", "Eva Maria", ""]),
    non_dropping_particle=st.sampled_from(["", "", "van den"]),
    dropping_particle=st.sampled_from(["", "", "de"]),
    suffix=st.sampled_from(["", "", "Jr"]),
) | st.builds(Name, literal=st.sampled_from(["Bird Office", "The Shore Station"]))
people = st.lists(names, max_size=3).map(tuple)
dates = st.sampled_from(
    [
        None,
        Date(date_parts=((1999,),)),
        Date(date_parts=((2020, 4, 21),)),
        Date(date_parts=((1999,), (2001,))),
        Date(date_parts=((2020,),), circa=True),
        Date(literal="in press"),
    ]
)


def some(*texts):
    return st.sampled_from(["", *texts])


@st.composite
def references(draw):
    kind = draw(
        st.sampled_from(["article-journal", "book", "chapter", "report", "thesis", "webpage"])
    )
    given_fields = {
        "author": people,
        "editor": people,
        "issued": dates,
        "container_title": some("Journal of Shores", "Life below the <i>Sand</i>"),
        "volume": some("12"),
        "issue": some("3"),
        "page": some("101-109", "e12"),
        "publisher": some("Shore Press"),
        "publisher_place": some("Hull"),
        "collection_title": some("Books of the Sea"),
        "collection_number": some("4"),
        "edition": some("2", "Revised edition"),
        "number": some("BO-14"),
        "genre": some("PhD thesis", "Technical report"),
        "language": some("en"),
        "DOI": some("10.5555/shore.2019.12"),
        "PMID": some("12345678"),
        "URL": some("https://example.org/bo-14"),
        "ISBN": some("978-3-16-148410-0"),
        "abstract": some("Not shown."),
    }
    title = st.sampled_from(
        ["Tide tables", "Feeding of <i>Calidris</i> & the tide", "Why? 1: <0.5"]
    )
    drawn = {name: draw(strategy) for name, strategy in given_fields.items()}
    if drawn["issue"] and not drawn["volume"] and drawn["issued"] and drawn["issued"].circa:
        drawn["issue"] = ""  # on the list of what does not come back
    truncated = Extension(authors_truncated=draw(st.booleans()))
    return Reference(id="key", type=kind, title=draw(title), palmetto=truncated, **drawn)


@examples(25, suppress_health_check=SLOW)
@given(references())
def test_a_reference_comes_back_as_it_is_printed_and_told(reference):
    article = replace(minimal(), references=(reference,))
    draft = read(page(article, publication()), "index.html")
    assume(not draft.leftovers)
    first, second = (
        re.sub(r"/schema/work/[0-9a-f]+", "", page(one, publication()))
        for one in (article, draft.article)
    )
    assert second == first


@examples(8, suppress_health_check=SLOW)
@given(references())
def test_no_entry_of_the_list_is_lost(reference):
    article = replace(minimal(), references=(reference,))
    draft = read(page(article, publication()), "index.html")
    (back,) = draft.article.references
    assert back.id == "key"
    assert back.title == reference.title or draft.leftovers
