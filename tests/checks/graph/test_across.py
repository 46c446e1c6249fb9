"""Pages of one site agree; those of another, and the same page once more, need not."""

import pickle

from marked_pages import HOME, URL, page
from palmetto_editor.checks.graph.across import across, facts

ONE = facts(page())


def _at(address):
    link = 'rel="canonical" href="{}"'
    return facts(page().replace(link.format(URL), link.format(address)))


def test_two_pages_of_a_site_ask_a_question_once():
    found = across({"one": ONE, "two": _at(f"{HOME}knots/")})
    assert {name: {f.rule for f in of} for name, of in found.items()} == {
        "two": {"graph.faq-across"}
    }


def test_the_same_page_twice_is_one_page():
    assert across({"folder": ONE, "zip": ONE}) == {}


def test_another_site_and_a_page_of_no_address_may_ask_the_same():
    others = {"other": _at("https://example.net/"), "none": _at(""), "file": _at("knots.html")}
    assert across({"one": ONE, **others}) == {}


def test_facts_travel_between_processes():
    assert pickle.loads(pickle.dumps(ONE)) == ONE  # noqa: S301 (made here)
