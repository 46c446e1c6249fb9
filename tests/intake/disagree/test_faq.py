from dataclasses import replace

import pytest

from palmetto_editor.intake.resolve import resolve
from palmetto_editor.model.values import Question

RISE = Question(id="q1", question="Does it rise?", answer="It rises. Then it falls.")


@pytest.fixture
def asked(claim):
    def make(side, question="Does it rise?", answer="It rises. Then it falls."):
        return claim(side, "question", question, answer)

    return make


def test_the_same_questions_and_answers_are_no_finding(asked, draft, rules):
    markup = asked("markup", "1. does it rise", "It rises.  Then it falls")
    assert rules(draft(asked("page", "Q: Does it rise?"), markup, faq=(RISE,))) == []


def test_markdown_on_the_page_is_no_difference(asked, draft, rules):
    page = asked("page", answer="It **rises**.\n\n- Then it [falls](https://example.org) [@w].")
    assert rules(draft(page, asked("markup"))) == []


def test_a_page_without_markup_misses_no_question(asked, draft, rules):
    assert rules(draft(asked("page"), faq=(RISE,))) == []


def test_a_question_that_the_markup_leaves_out(asked, draft, found):
    made = draft(asked("page"), asked("page", "Why?", "The moon."), asked("markup"), faq=(RISE,))
    (one,) = found(made)
    assert (one.rule, one.page, one.markup) == ("intake.faq-missing", "Why?", "")
    assert one.markup_edit is None
    assert one.page_edit.apply(made.article).faq[1].question == "Why?"


def test_a_question_that_the_page_does_not_ask(asked, draft, found):
    made = draft(asked("page"), asked("markup"), asked("markup", "Why?", "The moon."), faq=(RISE,))
    (one,) = found(made)
    assert (one.rule, one.severity, one.page) == ("intake.faq-unseen", "error", "")
    added = one.markup_edit.apply(made.article)
    assert [q.answer for q in added.faq] == [RISE.answer, "The moon."]
    assert one.page_edit.apply(added).faq == (RISE,)


def test_a_question_that_stands_in_the_text_is_seen(asked, draft, rules):
    assert rules(draft(asked("markup"), shown=["Does it rise?", "It rises."])) == []
    assert rules(draft(asked("markup"), shown=["The sea."])) == ["intake.faq-unseen"]


def test_what_readers_see_is_not_guessed(asked, draft, rules):
    assert rules(draft(asked("markup"))) == []


def test_an_answer_that_is_cut_short(asked, draft, found):
    made = draft(asked("page"), asked("markup", answer="It rises."), faq=(RISE,))
    (one,) = found(made)
    assert (one.rule, str(one.place)) == ("intake.faq-cut", "faq[q1].answer")
    assert "cut short in the markup" in one.message
    assert one.markup_edit.apply(made.article).faq[0].answer == "It rises."
    assert one.page_edit.apply(made.article) is made.article


def test_an_answer_that_differs(asked, draft, found):
    made = draft(asked("page"), asked("markup", answer="It never rises at all."), faq=(RISE,))
    assert [d.rule for d in found(made)] == ["intake.faq-answer"]


def test_a_question_in_other_words_is_one_question(asked, draft, found):
    page = asked("page", "Does the tide of the sea rise at night?")
    markup = asked("markup", "Does the tide of the sea rise by night?")
    made = draft(page, markup, faq=(Question(id="q1", question=page.value, answer=page.detail),))
    (one,) = found(made)
    assert one.rule == "intake.faq-question"
    changed = one.markup_edit.apply(made.article)
    assert changed.faq[0].question == markup.value
    assert one.page_edit.apply(changed).faq[0].question == page.value


def test_like_questions_with_other_answers_are_two(asked, draft, rules):
    page = asked("page", "Does the tide rise in the sea at night?", "It does so twice each day.")
    markup = asked("markup", "Does the tide rise in the lake at night?", "Lakes have none.")
    assert sorted(rules(draft(page, markup))) == ["intake.faq-missing", "intake.faq-unseen"]


def test_other_questions_are_two(asked, draft, rules):
    made = draft(asked("page"), asked("markup", "Is there any life on the shore?"))
    assert sorted(rules(made)) == ["intake.faq-missing", "intake.faq-unseen"]


def test_a_reworded_question_takes_its_answer_from_the_markup_too(asked, draft, found):
    page = asked("page", "Does the tide of the sea rise at night?")
    markup = asked("markup", "Does the tide of the sea rise by night?", "It rises.")
    made = draft(page, markup, faq=(Question(id="q1", question=page.value, answer=page.detail),))
    made = replace(made, disagreements=tuple(found(made)))
    (only,) = resolve(made, "markup").article.faq
    assert (only.question, only.answer) == (markup.value, markup.detail)
