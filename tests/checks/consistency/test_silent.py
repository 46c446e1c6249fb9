"""Parts of an article that look as if they were at odds and are not: no rule may speak."""

from dataclasses import replace

import pytest

from fault_articles import GOOD
from palmetto_editor.checks.consistency.rules import RULES
from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.values import Question
from sample_articles import publication
from sample_pages import next_page_of

PAIRS = [  # the body's text, and what the short answer says
    ("Ghrelin has 28 amino acids [@wren2019].", "It differs in two amino acids [@wren2019]."),
    ("Rats got 10 mg/kg of it [@wren2019].", "Mice got 20 mg/kg of it [@dunlin2001]."),
    ("It rose by about 30 % in the cold water [@wren2019].", "It rose by 32 % [@wren2019]."),
    ("In mice without it, food was not eaten.", "In wild-type mice, food was eaten."),
    ("The drug is not approved for children.", "The drug is approved for adults."),
    ("It is not approved for human use.", "It resembles drugs that are approved for human use."),
    ("The gene was not found in liver.", "The gene was found in kidney."),
    ("It was tried in mice, not in rats [@wren2019].", "Unlike mice, rats slept [@wren2019]."),
    ("Human receptors were cloned [@wren2019].", "Rats carry the same gene [@wren2019]."),
    ("Two groups of rats were kept:\n\n- fed\n- starved\n- watered", "They were kept."),
    ("Reasons include two findings:\n\n- one\n- two\n- three", "There are reasons."),
    ("See the section on what was counted below.", "See the section on birds."),
    ("Their Table 7 has more [@wren2019].", "See Table 4 of that paper."),
    ("See [our full guide](https://example.org/g) to sand.", "See the tide for yourself."),
    ("It was cloned in 1996 from pigs [@wren2019].", "Its hormone was found in 1999."),
    ("Each of six birds ate 4 g of sand daily.", "Each of nine crabs ate 7 g of worms nightly."),
]


@pytest.mark.parametrize(("text", "answer"), PAIRS)
def test_nothing_is_said_of_parts_that_agree(text, answer):
    article = replace(GOOD, body=f"{GOOD.body}\n{text}\n", short_answer=answer)
    assert _found(article) == []


@pytest.mark.parametrize(("text", "answer"), PAIRS)
def test_nor_where_they_stand_the_other_way_round(text, answer):
    faq = (*GOOD.faq, Question(id="new", question="What is left?", answer=text))
    assert _found(replace(GOOD, body=f"{GOOD.body}\n{answer}\n", faq=faq)) == []


def test_an_article_in_another_language_is_left_alone():
    metadata = replace(GOOD.metadata, language="de")
    text = "Three reasons speak for it:\n\n- one\n- two"
    article = replace(GOOD, body=f"{GOOD.body}\n{text}\n")
    assert _found(article)
    assert _found(replace(article, metadata=metadata)) == []


def _found(article):
    subject = Subject(article, publication(), next_page_of(article, publication()))
    return [(rule.id, hit.message) for rule in RULES for hit in rule.find(subject)]
