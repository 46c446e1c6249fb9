from dataclasses import replace

import pytest

from palmetto_editor.checks import named
from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.csl import Date, Name, Reference
from palmetto_editor.model.publication import Citations
from palmetto_editor.model.values import Article, Column, Question, Table
from sample_articles import publication
from sample_pages import next_page_of

WORKS = (
    Reference(
        id="muccioli2000",
        author=(Name(family="Muccioli", given="G"), Name(family="Ghigo", given="E")),
        issued=Date(date_parts=((2000,),)),
    ),
    Reference(
        id="berg2004",
        author=(Name(family="van den Berg", given="J"),),
        issued=Date(date_parts=((2004,),)),
    ),
    Reference(id="sun2004", author=(Name(family="Sün"),), issued=Date(date_parts=((2004,),))),
    Reference(id="sun2008", author=(Name(family="Sün"),), issued=Date(date_parts=((2008,),))),
)


def _found(rule, **parts):
    article = Article(id="a", references=WORKS, **parts)
    return list(
        rule(Subject(article, publication(), next_page_of(article, publication())))
    ), article


def _named(body):
    return [hit.message for hit in _found(named.not_cited, body=body)[0]]


@pytest.mark.parametrize(
    "body",
    [
        "Muccioli et al. saw it.",
        "Muccioli *et al.* saw it.",
        "Muccioli G, et al. saw it.",
        "Muccioli and colleagues saw it.",
        "Muccioli & co-workers saw it.",
        "Muccioli und Mitarbeiter sahen es.",
        "Muccioli et coll. l’ont vu.",
        "Muccioli et al. (2000) saw it.",
        "Muccioli (2000) saw it.",
        "Muccioli’s paper, Muccioli\net al., 2001 online.",
        "Ghigo et al. saw it.",
        "# Muccioli et al.\n\nMuccioli and Ghigo (2000) saw it, not [@sun2004].",
        "They saw it [@muccioli2000].\n\nMuccioli et al. saw it again.",
        "Muccioli et al. saw `[@muccioli2000]`.",
    ],
)
def test_a_work_that_is_named_and_not_cited_is_told(body):
    assert len(_named(body)) == 1
    assert "@muccioli2000" in _named(body)[0]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "Muccioli et al. saw it [@muccioli2000].",
        "Muccioli et al. saw it; it was much later, in rats [see @sun2004; @muccioli2000, p. 3].",
        "- Muccioli et al. saw it\n- and so did others [@muccioli2000]",
        "Muccioli et al. saw it.[^1]\n\n[^1]: @muccioli2000 says so.",
        "They saw it [@muccioli2000].[^1]\n\n[^1]: Muccioli et al. took rats.",
        "## Muccioli et al.\n\nText.",
        "`Muccioli et al.`",
        "In the sun and others like it, 2004 was dry. The Sun, 1999.",
        "Muccioli was born in 1950.",
        "People et alia (2000).",
    ],
)
def test_where_it_is_cited_and_where_nobody_is_named_nothing_is_told(body):
    assert _named(body) == []


def test_the_year_tells_which_of_an_authors_works_is_meant():
    assert "@sun2008" in _named("Sün et al. (2008) saw it [@sun2004].")[0]
    assert "@sun2004 or @sun2008" in _named("Sun et al. saw it.")[0]
    assert _named("Sun et al. saw it [@sun2008].") == []


def test_a_family_of_several_words_is_known_by_its_last():
    assert "@berg2004" in _named("Van den Berg et al. saw it.")[0]


def test_the_fix_puts_the_citation_behind_the_name():
    hits, article = _found(named.not_cited, body="So\n\nMuccioli et al. (2000) saw it.")
    fix = hits[0].fix
    assert fix.apply(article).body == "So\n\nMuccioli et al. (2000) [@muccioli2000] saw it."
    moved = replace(article, body=f"More. {article.body}")
    assert fix.apply(moved) is moved


def test_where_the_style_prints_names_the_citation_takes_the_names_place():
    article = Article(id="a", body="Muccioli et al. (2000) saw it.", references=WORKS)
    shared = replace(publication(), citations=Citations(style="apa"))
    (hit,) = named.not_cited(Subject(article, shared, next_page_of(article, shared)))
    assert hit.fix.apply(article).body == "@muccioli2000 saw it."


def test_in_a_table_a_row_its_caption_or_its_note_cites_for_it():
    def table(row, **fields):
        columns = (Column(id="a", label="Work"), Column(id="b", label="Found"))
        return Table(id="t", columns=columns, rows=(("x", "[@sun2008]"), row), **fields)

    bare = ("Muccioli et al.", "much")
    for made, count in (
        (table(bare), 1),
        (table(("Muccioli et al.", "much [@muccioli2000]")), 0),
        (table(bare, note="After [@muccioli2000]."), 0),
        (table(bare, caption="By [@muccioli2000]"), 0),
    ):
        assert len(_found(named.not_cited, tables=(made,))[0]) == count


def test_answers_are_read_too():
    hits, _ = _found(named.not_cited, faq=(Question(id="q", answer="Yes.\n\nSun et al. did."),))
    assert [str(hit.place) for hit in hits] == ["faq[q].answer:6-16"]
    assert hits[0].fix is None  # there are two of Sun


def test_et_al_of_somebody_who_is_not_in_the_list_is_told():
    hits, _ = _found(named.not_listed, body="Stork et al. saw it, as did Kiwi and colleagues.")
    assert [hit.message[:14] for hit in hits] == ["“Stork et al.”"]
    assert len(_found(named.not_listed, body="Muccioli et al. (1980) saw it.")[0]) == 1
    assert _found(named.not_listed, body="Muccioli et al. (2001) saw it.")[0] == []
