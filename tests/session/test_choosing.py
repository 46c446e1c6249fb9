from palmetto_editor.checks import abouts, claims
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.publication import Checks
from palmetto_editor.session.choosing import Choice, choose, counts, families, may_be_error

RULE = Choice("images.alt", "An image has an alt text.", "warning")


def test_every_rule_of_a_publication_is_offered_once():
    offered = [choice.id for _, _, rules in families(Checks()) for choice in rules]
    assert len(offered) == len(set(offered))
    assert {rule.id for rule in RULES} <= set(offered)
    assert {"citation.undefined", "shortcode.unknown", "note.unused"} <= set(offered)


def test_what_is_asked_of_finished_pages_is_no_choice_of_a_publication():
    offered = {choice.id for _, _, rules in families(Checks()) for choice in rules}
    of_pages = {name for name in abouts.known() if name.startswith(("graph.", "head.", "parity."))}
    assert offered & of_pages == of_pages & {rule.id for rule in RULES}


def test_each_says_what_it_asks():
    assert all(choice.asks.endswith(".") for _, _, rules in families(Checks()) for choice in rules)


def test_the_rules_of_packs_are_a_family_too():
    rules = next(rules for name, _, rules in families(Checks()) if name == "claims")
    assert {rule.id for rule in claims.load("research-use-only").rules} == {r.id for r in rules}
    assert all(rule.about and rule.about.source for rule in rules)


def test_a_pack_of_ones_own_that_is_damaged_keeps_nothing_from_being_chosen():
    assert families(Checks(packs=("house",), own=(("house", "title = "),))) == families(Checks())


def test_a_rule_counts_as_it_comes_until_something_is_chosen():
    assert counts(RULE, Checks()) == "warning"
    chosen = choose(Checks(), "images.alt", "error")
    assert counts(RULE, chosen) == "error"
    assert counts(RULE, choose(chosen, "images.alt", "off")) == "off"
    assert choose(choose(chosen, "images.alt", "off"), "images.alt", "") == Checks()


def test_a_family_that_is_off_takes_its_rules_along():
    assert counts(RULE, choose(Checks(), "images", "off")) == "off"


def test_a_rule_that_is_off_by_itself_is_turned_on_by_a_severity():
    silent = Choice("readability.sentence", "A sentence is short.", "advice", asked=False)
    assert counts(silent, Checks()) == "off"
    assert counts(silent, choose(Checks(), silent.id, "warning")) == "warning"


def test_what_holds_a_page_together_stays():
    firm = Choice("metadata.slug", "An article has a slug.", "error", firm=True)
    assert counts(firm, choose(Checks(), "metadata", "off")) == "error"


def test_prose_that_is_hard_to_read_is_never_an_error():
    assert not may_be_error("readability.sentence")
    assert may_be_error("images.alt")
