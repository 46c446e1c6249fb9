from dataclasses import replace

import pytest

from palmetto_editor.checks.check import Checker, look
from palmetto_editor.checks.rule import Hit, Rule
from palmetto_editor.markup.render import render
from palmetto_editor.model.places import Place
from palmetto_editor.model.publication import Checks, Publication
from palmetto_editor.model.values import Author
from palmetto_editor.page.build import Builder
from sample_articles import clean, full, publication
from sample_pages import page_of

SHARED, GOOD = publication(), clean()
PAGE = page_of(GOOD, SHARED)


class Asked:
    """A rule that counts how often it is asked, and finds the headline each time."""

    def __init__(self, *reads, **fields):
        self.times = 0
        self.rule = Rule("house.counted", "warning", self._find, reads, **fields)

    def _find(self, subject):
        self.times += 1
        yield Hit(Place("metadata", field="headline"), f"It is {subject.article.id}.")


@pytest.mark.parametrize(
    ("reads", "change", "times"),
    [
        (("metadata",), {"body": "Another.\n"}, 1),
        (("metadata",), {"metadata": replace(GOOD.metadata, headline="Another")}, 2),
        (("body", "faq"), {"faq": ()}, 2),
        (("page.outline",), {"body": "Another.\n"}, 1),
        (("publication",), {"body": "Another.\n"}, 1),
        (("article",), {"body": "Another.\n"}, 2),
        ((), {"body": "Another.\n"}, 2),
    ],
)
def test_a_rule_is_asked_again_only_where_what_it_reads_is_another(reads, change, times):
    asked = Asked(*reads)
    checker = Checker((asked.rule,))
    checker.look(GOOD, SHARED, PAGE)
    assert len(checker.look(replace(GOOD, **change), SHARED, PAGE).findings) == 1
    assert asked.times == times


def test_what_changes_on_the_page_alone_is_seen():
    asked = Asked("page.outline")
    checker = Checker((asked.rule,))
    checker.look(GOOD, SHARED, PAGE)
    checker.look(GOOD, SHARED, replace(PAGE, outline=()))
    assert asked.times == 2


def test_another_publication_is_seen_where_it_is_read():
    asked, apart = Asked("publication"), Asked("metadata")
    article = GOOD
    checker = Checker((asked.rule, replace(apart.rule, id="house.apart")))
    for shared in (SHARED, replace(SHARED), SHARED):
        checker.look(article, shared, PAGE)
    assert (asked.times, apart.times) == (3, 1)


def _edits():
    """One article after another, as a writer goes on: every part is touched, and put back."""
    article = full()
    yield article
    for fields in (
        {"body": article.body.replace("Birds were", "Wren et al. say that birds were")},
        {"metadata": replace(article.metadata, authors=(Author(name="Dr. No"),))},
        {"faq": article.faq[:2]},
        {"images": article.images[:1]},
        {"references": article.references[:3]},
        {"tables": ()},
        {"notice": "[]()"},
        {"body": ""},
        {"body": article.body},
        {"references": article.references, "tables": article.tables},
    ):
        article = replace(article, **fields)
        yield article


def test_checking_on_gives_what_checking_anew_gives():
    checker, builder = Checker(), Builder(lambda jobs: list(map(render, jobs)), lambda _: None)
    for article in _edits():
        page = builder.build(article, SHARED)
        assert checker.look(article, SHARED, page) == look(article, SHARED, page)


def test_another_choice_of_the_publication_is_followed_at_once():
    checker, article = Checker(), full()
    rules = []
    for checks in (Checks(), Checks(off=("faq",)), Checks(severity=(("faq.answer", "advice"),))):
        checked = checker.look(article, replace(SHARED, checks=checks), PAGE)
        rules.append([f.severity for f in checked.findings if f.rule == "faq.answer"])
    assert rules == [["error"], [], ["advice"]]


def test_it_gives_up_where_it_is_asked_to_and_goes_on_later():
    first, second = Asked("metadata"), Asked("metadata")
    checker = Checker((first.rule, replace(second.rule, id="house.second")))
    article, calls = GOOD, []

    def stop():
        calls.append(1)
        return len(calls) > 1

    assert checker.look(article, SHARED, PAGE, stop) is None
    assert (first.times, second.times) == (1, 0)
    assert len(checker.look(article, SHARED, PAGE).findings) == 2
    assert (first.times, second.times) == (1, 1)


def test_a_rule_gives_up_between_its_blocks():
    seen = []

    def find(subject):
        for block in range(5):
            subject.pause()
            seen.append(block)
        yield Hit(Place("body"), "All blocks were seen.")

    checker = Checker((Rule("house.slow", "advice", find),))
    assert checker.look(GOOD, SHARED, PAGE, lambda: len(seen) > 2) is None
    assert seen == [0, 1, 2]


def test_a_rule_that_raises_is_told_and_the_others_go_on():
    def fails(_subject):
        raise RecursionError

    asked = Asked()
    checker = Checker((Rule("house.broken", "error", fails), asked.rule))
    found = {f.rule: f for f in checker.look(GOOD, SHARED, PAGE).findings}
    assert set(found) == {"checks.rule-failed", "house.counted"}
    failed = found["checks.rule-failed"]
    assert (failed.severity, str(failed.place)) == ("warning", "metadata")
    assert "“house.broken”" in failed.message
    assert "RecursionError" in failed.message


def test_a_rule_that_failed_is_asked_again_once_what_it_reads_has_changed():
    def find(subject):
        if not subject.article.faq:
            raise ValueError
        return ()

    checker = Checker((Rule("house.faq", "error", find, ("faq",)),))
    article = replace(GOOD, faq=())
    assert len(checker.look(article, SHARED, PAGE).findings) == 1
    assert checker.look(GOOD, SHARED, PAGE).findings == ()


def test_one_finding_told_by_two_rules_in_the_same_words_is_told_once():
    rule = Asked().rule
    checked = Checker((rule, rule)).look(GOOD, Publication(), PAGE)
    assert len(checked.findings) == 1


def test_each_finding_says_why():
    for finding in look(full(), SHARED, page_of(full(), SHARED)).findings:
        assert finding.about is not None, finding.rule
        assert finding.about.why
