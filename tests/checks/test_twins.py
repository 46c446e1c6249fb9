from dataclasses import replace

from palmetto_editor.checks.rule import Subject
from palmetto_editor.checks.twins import twice
from palmetto_editor.model.csl import Date, Evidence, Extension, Name, Reference
from palmetto_editor.model.values import Article, Question
from sample_articles import publication
from sample_pages import next_page_of

KEPT = Reference(
    id="muccioli2000",
    title="Ghrelin and what it does: a review",
    author=(Name(family="Muccioli", given="G"),),
    issued=Date(date_parts=((2000,),)),
    page="1-9",
    palmetto=Extension(authors_truncated=True),
)
TWIN = Reference(
    id="mucc00",
    title="GHRELIN and What It Does",
    author=(Name(family="Muccioli", given="Giampiero"), Name(family="Ghigo", given="Ezio")),
    issued=Date(date_parts=((2000, 7),)),
    page="1-8",
    DOI="10.5555/1",
    palmetto=Extension(evidence=Evidence(kind="review")),
)
ARTICLE = Article(
    id="a",
    body="It is so [@muccioli2000; @mucc00, p. 3].",
    faq=(Question(id="q", question="Is it?", answer="Yes [@mucc00]."),),
    references=(KEPT, Reference(id="other", title="Another work of quite another kind"), TWIN),
)


def _hits(article):
    return list(twice(Subject(article, publication(), next_page_of(article, publication()))))


def test_the_later_of_two_entries_of_one_work_is_told():
    (hit,) = _hits(ARTICLE)
    assert str(hit.place) == "references[mucc00].title"
    assert "muccioli2000" in hit.message


def test_joining_them_keeps_what_either_knows_and_every_citation():
    (hit,) = _hits(ARTICLE)
    joined = hit.fix.apply(ARTICLE)
    (whole, other) = joined.references
    assert (whole.id, whole.page, whole.DOI) == ("muccioli2000", "1-9", "10.5555/1")
    assert whole.author == TWIN.author, "the list that is whole"
    assert whole.palmetto == Extension(evidence=Evidence(kind="review"))
    assert other is ARTICLE.references[1]
    assert joined.body == "It is so [@muccioli2000, p. 3]."
    assert joined.faq[0].answer == "Yes [@muccioli2000]."
    assert _hits(joined) == []


def test_joining_what_is_gone_changes_nothing():
    (hit,) = _hits(ARTICLE)
    shorter = replace(ARTICLE, references=ARTICLE.references[:2])
    assert hit.fix.apply(shorter) is shorter


def test_brackets_that_cited_both_cite_the_one_once():
    body = (
        "A [@mucc00; @other; @muccioli2000], `[@mucc00; @mucc00]`, [see @mucc00; -@muccioli2000]."
    )
    (hit,) = _hits(replace(ARTICLE, body=body))
    assert hit.fix.apply(replace(ARTICLE, body=body)).body == (
        "A [@muccioli2000; @other], `[@mucc00; @mucc00]`, [see @muccioli2000; -@muccioli2000]."
    )
