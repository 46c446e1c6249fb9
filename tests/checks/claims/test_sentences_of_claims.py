"""What claims something, and what only looks like it."""

import tomllib
from pathlib import Path

from palmetto_editor.checks.claims import findings, load
from palmetto_editor.checks.rule import Subject
from palmetto_editor.model.publication import Publication
from palmetto_editor.model.values import Article
from sample_pages import next_page_of

LISTS = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text(encoding="utf-8"))
PACK = load("research-use-only")


def _rules(sentence):
    article, shared = Article(id="a", body=sentence), Publication()
    subject = Subject(article, shared, next_page_of(article, shared))
    return {finding.rule.partition(".")[2] for finding in findings(subject, (PACK,))}


def test_what_denies_quotes_or_cites_is_silent():
    each = {sentence: _rules(sentence) for sentence in LISTS["silent"]}
    assert {sentence: rules for sentence, rules in each.items() if rules} == {}


def test_what_claims_is_found():
    lines = [line.partition("|") for line in LISTS["fires"]]
    each = {(rule, sentence): _rules(sentence) for rule, _, sentence in lines}
    assert {line: rules for line, rules in each.items() if line[0] not in rules} == {}


def test_the_lists_are_long_enough_and_know_every_rule_of_sentences():
    assert min(map(len, LISTS.values())) >= 60
    told = {line.partition("|")[0] for line in LISTS["fires"]}
    of_articles = {"contradiction", "commerce", "relying-on-notice"}
    assert told | of_articles == {rule.category for rule in PACK.rules}
