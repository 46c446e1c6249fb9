import re
from datetime import date

from palmetto_editor.checks.abouts import about, families, known

EACH = sorted(known())


def test_every_reason_is_whole():
    for rule in EACH:
        told = about(rule)
        assert told.asks[0].isupper(), rule
        assert told.asks.endswith("."), rule
        sentences = re.findall(r"[.?!](?:\s|$)", told.why)
        assert 1 <= len(sentences) <= 6, (rule, told.why)
        assert told.why.endswith("."), rule
        assert told.source, rule
        assert "\n" not in f"{told.asks}{told.why}{told.source}", rule
        assert date(2026, 11, 22) <= date.fromisoformat(told.checked) <= date(2030, 1, 1), rule


def test_a_source_of_somebody_elses_has_an_address_or_a_name_to_look_up():
    for rule in EACH:
        source = about(rule).source
        assert source == "house" or len(source) > 8, rule


def test_what_is_no_rule_of_ours_has_none():
    assert about("house.rule") is None
    assert about("links.nothing") is None
    assert about("../people") is None


def test_a_rule_stands_in_the_file_of_its_family():
    assert {rule.partition(".")[0] for rule in EACH} == set(families())
