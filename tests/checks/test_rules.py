"""What is true of all rules together; each by itself is tried in `test_fault_matrix`."""

from faults.case import all_cases
from palmetto_editor.checks.check import check
from palmetto_editor.checks.families import MORE
from palmetto_editor.checks.rule import Subject
from palmetto_editor.checks.rules import RULES
from palmetto_editor.model.publication import Publication, Publisher
from sample_articles import clean, publication
from sample_pages import page_of

GOOD = clean()
CASES = all_cases()
PAGE = page_of(GOOD, publication())


class Recorder:
    """Stands for a value and writes down which of its attributes are read."""

    def __init__(self, value, names, prefix=""):
        self._value, self._names, self._prefix = value, names, prefix

    def __getattr__(self, name):
        self._names.add(f"{self._prefix}{name}")
        return getattr(self._value, name)


def _read(rule, article, shared, page):
    names, profile = set(), set()
    subject = Subject(
        Recorder(article, names), Recorder(shared, profile), Recorder(page, names, "page.")
    )
    list(rule.findings(subject))
    return names | ({"publication"} if profile else set())


def test_an_article_without_fault_has_no_finding():
    assert check(GOOD, publication(), PAGE) == ()


def test_an_unusable_publisher_is_told_without_the_rest():
    shared = Publication(publisher=Publisher())
    rules = {finding.rule for finding in check(GOOD, shared, page_of(GOOD, shared))}
    assert rules == {"metadata.address", "publication.publisher"}


def test_a_rule_reads_nothing_but_what_it_says():
    """Else it would not be asked again when that changes."""
    rules = [rule for rule in (*RULES, *MORE) if rule.reads]
    assert len(rules) > 100
    each = {rule.id: _unsaid(rule) for rule in rules}
    assert {name: unsaid for name, unsaid in each.items() if unsaid} == {}


def _unsaid(rule):
    """What a rule reads of the article without fault and of those with its faults, unsaid."""
    read = _read(rule, GOOD, publication(), PAGE)
    for case in (case for name in CASES if name.startswith(rule.id) for case in CASES[name]):
        if case.article is not None:
            read |= _read(rule, case.article, case.shared, case.page())
    blocks = {"body"} if "page.body_blocks" in rule.reads else set()  # they are others where it is
    return read - blocks - set(rule.reads)


def test_no_severity_is_none_and_what_is_firm_is_an_error():
    assert {rule.severity for rule in RULES} <= {"error", "warning", "advice"}
    assert {rule.severity for rule in RULES if rule.firm} == {"error"}
    readable = [rule for rule in RULES if rule.id.startswith("readability.")]
    assert not any(rule.asked or rule.severity == "error" for rule in readable)
